"""The feeds app."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """Where the directory's records come from: public data, so nothing here is guarded."""

    name = "cydwaith.place.feeds"
    label = "feeds"

    def ready(self) -> None:
        """Stand in the stewards' menu."""
        from django.utils.translation import gettext_lazy

        from cydwaith.web import menus

        from . import queries

        for order, title, page, waiting in (
            (30, gettext_lazy("Feeds"), "feeds:feeds", queries.count_held),
            (40, gettext_lazy("Changed on both sides"), "feeds:conflicts", queries.count_moved),
            (50, gettext_lazy("Listed twice?"), "feeds:duplicates", queries.count_alike),
        ):
            menus.register(menus.DIRECTORY, menus.Entry(order, title, page, (), waiting))
