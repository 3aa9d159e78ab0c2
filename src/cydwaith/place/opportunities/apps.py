"""The opportunities app."""

from django.apps import AppConfig


class OpportunitiesConfig(AppConfig):
    """What employers and groups offer, checked before it shows."""

    name = "cydwaith.place.opportunities"
    label = "opportunities"

    def ready(self) -> None:
        from . import letters, policy  # noqa: F401
