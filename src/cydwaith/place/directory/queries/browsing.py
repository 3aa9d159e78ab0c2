"""How much the directory holds."""

from cydwaith.kernel.actor import Actor

from ..models import Service


def count(actor: Actor) -> int:
    """Services that are not withdrawn."""
    return Service.objects.filter(withdrawn_at=None).count()
