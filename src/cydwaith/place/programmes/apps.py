"""The app of programmes."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Definitions only: no personal data, so nothing here is guarded."""

    name = "cydwaith.place.programmes"
    label = "programmes"
