"""The directory app."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """What support is there: public data. Only what somebody asks us to remember is guarded."""

    name = "cydwaith.place.directory"
    label = "directory"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from cydwaith.commons.circle import sections, words

        from . import listening, policy  # noqa: F401
        from .commands.indexing import prepare_what_waits
        from .queries.remembered import SECTION
        from .words import TRAIL

        sections.register(SECTION)
        words.describe(TRAIL)
        listening.listen()
        post_migrate.connect(prepare_what_waits, sender=self)
