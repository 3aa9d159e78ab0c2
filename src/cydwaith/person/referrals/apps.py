"""The app of referrals."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """Requests for support, triage, onward referrals, answers by link, the closed loop."""

    name = "cydwaith.person.referrals"
    label = "referrals"

    def ready(self) -> None:
        from cydwaith.commons.audit import listeners
        from cydwaith.commons.circle.words import describe

        from . import jobs, letters, policy, sections, words

        policy.register_policies()
        sections.register_sections()
        letters.register_wording()
        describe(words.TRAIL)
        listeners.subscribe("role_ended", jobs.somebody_left)
