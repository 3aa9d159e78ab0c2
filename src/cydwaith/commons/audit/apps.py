"""The audit app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Registers who may read the record."""

    name = "cydwaith.commons.audit"
    label = "audit"

    def ready(self) -> None:
        from . import policy  # noqa: F401
