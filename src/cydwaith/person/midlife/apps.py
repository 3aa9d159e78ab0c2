"""The mid-life app."""

from django.apps import AppConfig


class MidlifeConfig(AppConfig):
    """Registers who sees reviews, what they add to a record, how the messages are worded."""

    name = "cydwaith.person.midlife"
    label = "midlife"

    def ready(self) -> None:
        from cydwaith.commons.circle.words import describe

        from . import letters, policy, sections, words  # noqa: F401

        describe(words.TRAIL)
