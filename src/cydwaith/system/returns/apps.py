"""The returns app."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    """What a programme's funder is told of each spell, by whose yes, and rates of each cohort apart."""

    name = "cydwaith.system.returns"
    label = "returns"

    def ready(self) -> None:
        from cydwaith.commons.circle import words as circle

        from . import policy, sections, words  # noqa: F401

        circle.describe(words.TRAIL_WORDS)
