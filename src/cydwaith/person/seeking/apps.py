"""The seeking app."""

from django.apps import AppConfig


class SeekingConfig(AppConfig):
    """Registers who sees interest and contacts, what they add to a record, how messages are worded."""

    name = "cydwaith.person.seeking"
    label = "seeking"

    def ready(self) -> None:
        from cydwaith.commons.circle.words import describe

        from . import letters, policy, sections, words  # noqa: F401

        describe(words.TRAIL)
