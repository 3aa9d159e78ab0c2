"""Open Referral as a Django app: it has pages and jobs, and no tables."""

from django.apps import AppConfig


class OpenReferralConfig(AppConfig):
    name = "cydwaith.standards.open_referral"
    label = "open_referral"
