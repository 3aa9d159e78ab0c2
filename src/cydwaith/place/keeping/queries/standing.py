"""How services stand by their groups' own word."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.beside import Beside
from cydwaith.place.directory.models import Service
from cydwaith.web.templatetags.web import plain_date

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


def beside(actor: Actor, service_id: UUID) -> list[Beside]:
    """What a group says of its room, on its page; funding and who carries it are not for everybody."""
    said = models.Standing.objects.filter(service=service_id).first()
    lines = [_pause(said), _room(said), _volunteers(said)] if said else []
    return [line for line in lines if line]


def _pause(said: models.Standing) -> Beside | None:
    if not is_paused(said.paused_until, clock.today()):
        return None
    day = plain_date(said.paused_until)
    return Beside(_("Room for new people"), _("They are having a pause until {day}.").format(day=day))


def _room(said: models.Standing) -> Beside | None:
    if said.can_take is None or is_paused(said.paused_until, clock.today()):
        return None
    day = plain_date(said.can_take_said_at)
    if said.can_take == 0:
        return Beside(_("Room for new people"), _("They were full on {day}.").format(day=day))
    room = ngettext(
        "They could take {count} more person on {day}.",
        "They could take {count} more people on {day}.",
        said.can_take,
    )
    return Beside(_("Room for new people"), room.format(count=said.can_take, day=day))


def _volunteers(said: models.Standing) -> Beside | None:
    return Beside(_("Helping"), _("They need volunteers.")) if said.volunteers_needed else None


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
