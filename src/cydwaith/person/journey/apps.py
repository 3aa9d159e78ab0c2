"""The journey app."""

from django.apps import AppConfig


class JourneyConfig(AppConfig):
    """Joins plans, measures and referrals into one journey."""

    name = "cydwaith.person.journey"
    label = "journey"

    def ready(self) -> None:
        from cydwaith.commons.circle import words as circle
        from cydwaith.commons.messages import rules as messages

        from . import policy, sections, words  # noqa: F401

        circle.describe(words.TRAIL_WORDS)
        messages.register("own_page", *words.OWN_PAGE)
