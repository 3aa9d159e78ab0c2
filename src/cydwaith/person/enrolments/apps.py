"""The enrolments app."""

from django.apps import AppConfig


class EnrolmentsConfig(AppConfig):
    """Registers who may see enrolments, what they add to a record, and their words."""

    name = "cydwaith.person.enrolments"
    label = "enrolments"

    def ready(self) -> None:
        from cydwaith.commons.circle.words import describe
        from cydwaith.place.programmes.standing import register

        from . import policy, queries, sections, words

        policy.register_policies()
        sections.register_sections()
        describe(words.TRAIL)
        register(queries.standing)
