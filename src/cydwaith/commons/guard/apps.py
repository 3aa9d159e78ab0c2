"""Puts the tripwire on every database connection."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class GuardConfig(AppConfig):
    """The guard has no tables; it watches those of others."""

    name = "cydwaith.commons.guard"
    label = "guard"

    def ready(self) -> None:
        from .tripwire import stretch

        connection_created.connect(stretch, dispatch_uid="cydwaith-tripwire")
