"""The work app."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Registers who may see what is said about work, and what it adds to a person's record."""

    name = "cydwaith.person.work"
    label = "work"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cydwaith.commons.audit.listeners import subscribe
        from cydwaith.commons.circle.words import describe

        from . import letters, news, policy, sections, words  # noqa: F401

        describe(words.TRAIL)
        letters.register_wording()
        subscribe("job_added", news.after_a_job)
        subscribe("job_ended", news.after_a_job)
        subscribe("interest_moved", news.after_a_trial)
