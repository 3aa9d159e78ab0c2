"""The plans app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Registers who may see a plan, and what a plan adds to a person's record."""

    name = "cydwaith.person.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cydwaith.commons.circle.words import describe

        from . import policy, sections, words  # noqa: F401

        describe(words.TRAIL)
