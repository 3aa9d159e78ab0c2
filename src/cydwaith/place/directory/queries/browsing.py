"""How much the directory holds."""

from cydwaith.kernel.actor import Actor

from ..models import Service


def count(actor: Actor) -> int:
    """Services that are not withdrawn, nor merged into another."""
    return Service.objects.filter(withdrawn_at=None, merged_into=None).count()
