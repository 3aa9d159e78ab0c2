"""The atlas app."""

from django.apps import AppConfig


class AtlasConfig(AppConfig):
    """Pages and figures of places; no row in it is about a person, and small numbers are protected."""

    name = "cydwaith.system.atlas"
    label = "atlas"
