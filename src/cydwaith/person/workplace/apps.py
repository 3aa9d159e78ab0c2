"""The workplace app."""

from django.apps import AppConfig


class WorkplaceConfig(AppConfig):
    """Registers who sees what is agreed at work, what it adds to a record, how messages are worded."""

    name = "cydwaith.person.workplace"
    label = "workplace"

    def ready(self) -> None:
        from cydwaith.commons.circle.words import describe

        from . import letters, policy, sections, words  # noqa: F401

        describe(words.TRAIL)
        letters.register_wording()
