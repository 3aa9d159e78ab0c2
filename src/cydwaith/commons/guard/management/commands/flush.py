"""``flush`` empties whole tables (tests use it), so it runs as maintenance."""

from typing import Any

from django.core.management.commands import flush

from cydwaith.commons.guard.scope import maintenance


class Command(flush.Command):
    """Django's own command inside the maintenance scope."""

    def handle(self, *args: Any, **options: Any) -> None:
        with maintenance():
            super().handle(*args, **options)
