"""The register app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """How groups stand is for those who can help them, so what was done is guarded."""

    name = "cydwaith.place.register"
    label = "register"

    def ready(self) -> None:
        """Say who may see what, and lead those who can help here from a service's page."""
        from django.utils.translation import gettext_lazy

        from cydwaith.place.directory import beside
        from cydwaith.web import menus

        from . import policy, queries  # noqa: F401

        beside.register(queries.beside)
        menus.register(
            menus.DIRECTORY, menus.Entry(60, gettext_lazy("How groups stand"), "register:register")
        )
