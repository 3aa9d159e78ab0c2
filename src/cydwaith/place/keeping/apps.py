"""The keeping app."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """Letters to groups, their answers, what anybody suggests, and what becomes of it."""

    name = "cydwaith.place.keeping"
    label = "keeping"

    def ready(self) -> None:
        from . import commands, letters, policy  # noqa: F401
