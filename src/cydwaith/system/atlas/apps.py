"""The atlas app."""

from django.apps import AppConfig


class AtlasConfig(AppConfig):
    """Pages and figures of places; no row in it is about a person, and small numbers are protected."""

    name = "cydwaith.system.atlas"
    label = "atlas"

    def ready(self) -> None:
        """Stand in the stewards' menu."""
        from django.utils.translation import gettext_lazy

        from cydwaith.web import menus

        menus.register(
            menus.DIRECTORY, menus.Entry(80, gettext_lazy("Places and what they lack"), "atlas:places")
        )
