"""Where a service that was merged into another is shown now."""

from uuid import UUID

from cydwaith.kernel.actor import Actor

from ..models import Service


def survivor(actor: Actor, service_id: UUID) -> UUID:
    """The service under which this one is shown: itself, unless it was merged."""
    while into := Service.objects.filter(id=service_id).values_list("merged_into", flat=True).first():
        service_id = into
    return service_id
