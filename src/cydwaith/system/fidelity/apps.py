"""The fidelity app."""

from django.apps import AppConfig


class FidelityConfig(AppConfig):
    """Items that the record can compute, ratings by people, and a place's own statement."""

    name = "cydwaith.system.fidelity"
    label = "fidelity"

    def ready(self) -> None:
        from cydwaith.commons.circle import words as circle

        from . import policy, sections, words  # noqa: F401

        circle.describe(words.TRAIL_WORDS)
