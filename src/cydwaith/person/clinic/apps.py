"""The clinic app."""

from django.apps import AppConfig


class ClinicConfig(AppConfig):
    """The work question, its history, the practice's view, and a short lesson."""

    name = "cydwaith.person.clinic"
    label = "clinic"

    def ready(self) -> None:
        from cydwaith.commons.circle import words as circle

        from . import policy, sections, words  # noqa: F401

        circle.describe(words.TRAIL_WORDS)
