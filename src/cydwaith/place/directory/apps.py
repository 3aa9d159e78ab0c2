"""The directory app."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """What support is there: public data, so nothing here is guarded."""

    name = "cydwaith.place.directory"
    label = "directory"
