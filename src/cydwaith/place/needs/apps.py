"""The needs app."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """What people need: the place's own list, versioned and open to all."""

    name = "cydwaith.place.needs"
    label = "needs"
