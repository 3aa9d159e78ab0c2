"""The register app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """How groups stand is for those who can help them, so what was done is guarded."""

    name = "cydwaith.place.register"
    label = "register"

    def ready(self) -> None:
        """Say who may see what, and lead those who can help here from a service's page."""
        from cydwaith.place.directory import beside

        from . import policy, queries  # noqa: F401

        beside.register(queries.beside)
