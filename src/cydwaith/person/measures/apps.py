"""The measures app."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Registers who may see readings, what they add to a record, how the message is worded."""

    name = "cydwaith.person.measures"
    label = "measures"

    def ready(self) -> None:
        from cydwaith.commons.circle.words import describe

        from . import letters, policy, sections, words

        policy.register_policies()
        sections.register_sections()
        letters.register_wording()
        describe(words.TRAIL)
