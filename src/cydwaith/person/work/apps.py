"""The work app."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Registers who may see what is said about work, and what it adds to a person's record."""

    name = "cydwaith.person.work"
    label = "work"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cydwaith.commons.circle.words import describe

        from . import letters, policy, sections, words  # noqa: F401

        describe(words.TRAIL)
        letters.register_wording()
