"""How services stand by their groups' own word."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.models import Service

from .. import models
from ..rules import assurance
from ..rules.standing import Standing, is_paused
from .rhythm import rhythm, urgent

__all__ = ["Standing", "standing"]


def standing(actor: Actor, service_ids: Iterable[UUID]) -> dict[UUID, Standing]:
    """How each of these services stands; one that said nothing has what its record says. Four queries."""
    ids, today, pace = list(service_ids), clock.today(), rhythm(actor)
    soon = set(urgent(Service.objects.filter(id__in=ids)).values_list("id", flat=True))
    said = {row.pk: row for row in models.Standing.objects.filter(service__in=ids)}
    return {
        service.id: _standing(service, said.get(service.id), pace, today, service.id in soon)
        for service in Service.objects.filter(id__in=ids).only("last_assured", "assured_by")
    }


def _standing(
    service: Service, said: models.Standing | None, pace: assurance.Rhythm, today: date, soon: bool
) -> Standing:
    assured = {
        "last_assured": service.last_assured,
        "assured_by": service.assured_by,
        "is_due": assurance.is_due(service.last_assured, pace, today, urgent=soon),
    }
    if said is None:
        return Standing(**assured)
    return Standing(
        can_take=said.can_take,
        can_take_said_at=said.can_take_said_at,
        paused_until=said.paused_until if is_paused(said.paused_until, today) else None,
        funding_until=said.funding_until,
        volunteers_needed=said.volunteers_needed,
        rests_on_one_person=said.rests_on_one_person,
        **assured,
    )
