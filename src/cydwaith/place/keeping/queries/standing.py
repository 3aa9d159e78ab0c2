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
from .rhythm import Setting, setting

__all__ = ["Standing", "standing"]

COLUMNS = ("name", "name_cy", "last_assured", "assured_by")


def standing(actor: Actor, service_ids: Iterable[UUID]) -> dict[UUID, Standing]:
    """How each of these services stands; one that said nothing has what its record says. Three queries."""
    ids, today, chosen = list(service_ids), clock.today(), setting(actor)
    said = {row.pk: row for row in models.Standing.objects.filter(service__in=ids)}
    return {
        service.id: _standing(service, said.get(service.id), chosen, today)
        for service in Service.objects.filter(id__in=ids).only(*COLUMNS)
    }


def _standing(service: Service, said: models.Standing | None, chosen: Setting, today: date) -> Standing:
    soon = assurance.is_urgent((service.name, service.name_cy), chosen.words)
    assured = {
        "last_assured": service.last_assured,
        "assured_by": service.assured_by,
        "is_due": assurance.is_due(service.last_assured, chosen.rhythm, today, urgent=soon),
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
