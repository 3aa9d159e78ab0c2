"""The directory app."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """What support is there: public data, so nothing here is guarded."""

    name = "cydwaith.place.directory"
    label = "directory"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from . import listening
        from .commands.indexing import prepare_what_waits

        listening.listen()
        post_migrate.connect(prepare_what_waits, sender=self)
