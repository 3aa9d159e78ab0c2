"""The needs app."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """What people need: the place's own list, versioned and open to all."""

    name = "cydwaith.place.needs"
    label = "needs"

    def ready(self) -> None:
        """Stand in the stewards' menu."""
        from django.utils.translation import gettext_lazy

        from cydwaith.web import menus

        menus.register(menus.DIRECTORY, menus.Entry(70, gettext_lazy("The need list"), "needs:keep"))
