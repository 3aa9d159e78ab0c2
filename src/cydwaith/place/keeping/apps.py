"""The keeping app."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """Letters to groups, their answers, what anybody suggests, and what becomes of it."""

    name = "cydwaith.place.keeping"
    label = "keeping"

    def ready(self) -> None:
        from cydwaith.place.directory import beside

        from . import commands, letters, policy, queries  # noqa: F401

        beside.register(queries.beside)
