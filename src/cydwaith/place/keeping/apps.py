"""The keeping app."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    """Letters to groups, their answers, what anybody suggests, and what becomes of it."""

    name = "cydwaith.place.keeping"
    label = "keeping"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy

        from cydwaith.place.directory import beside
        from cydwaith.web import menus

        from . import commands, letters, policy, queries  # noqa: F401

        beside.register(queries.beside)
        menus.register(
            menus.DIRECTORY,
            menus.Entry(10, gettext_lazy("Suggestions"), "keeping:proposals", (), queries.count_waiting),
        )
        menus.register(
            menus.DIRECTORY,
            menus.Entry(20, gettext_lazy("Checking"), "keeping:heap", (queries.State.DUE.value,)),
        )
