"""The feeds app."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """Where the directory's records come from: public data, so nothing here is guarded."""

    name = "cydwaith.place.feeds"
    label = "feeds"
