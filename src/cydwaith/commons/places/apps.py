"""The places app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Public geography: nothing in it is about a person, so nothing is guarded."""

    name = "cydwaith.commons.places"
    label = "places"
