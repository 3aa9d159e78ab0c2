"""``migrate`` moves whole tables, so it runs as maintenance."""

from typing import Any

from django.core.management.commands import migrate

from cydwaith.commons.guard.scope import maintenance


class Command(migrate.Command):
    """Django's own command inside the maintenance scope."""

    def handle(self, *args: Any, **options: Any) -> None:
        with maintenance():
            super().handle(*args, **options)
