"""The jobs app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Registers who may see jobs, what they add to a record, their words, and the letter to employers."""

    name = "cydwaith.person.jobs"
    label = "jobs"

    def ready(self) -> None:
        from cydwaith.commons.circle.words import describe

        from . import letters, policy, sections, words

        policy.register_policies()
        sections.register_sections()
        letters.register_wording()
        describe(words.TRAIL)
