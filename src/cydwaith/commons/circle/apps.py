"""The circle app."""

from django.apps import AppConfig


class CircleConfig(AppConfig):
    """Persons, permissions, and the policy that all scoped records share."""

    name = "cydwaith.commons.circle"
    label = "circle"

    def ready(self) -> None:
        from . import own_sections, policy  # noqa: F401
