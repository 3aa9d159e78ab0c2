"""What a group says of its own room: it holds at once, in the entry and in every search."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.policies import Decision
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import Invalid
from cydwaith.place.directory.commands import correct_record
from cydwaith.place.directory.queries import effective

from .. import models
from ..policy import holds_link_of, may_answer, may_decide, may_run
from ..rules.standing import takes_people

ACCEPTING = {True: "yes", False: "paused"}


def may_say(actor: Actor, *, service_id: UUID, **_: object) -> Decision:
    """The group by its link; a steward who rang it."""
    by_group = may_answer(actor, service_id=service_id)
    return by_group if by_group.allowed else may_decide(actor)


@command("standing_said", permit=may_say)
def say_standing(
    actor: Actor,
    *,
    service_id: UUID,
    can_take: int | None = None,
    paused_until: date | None = None,
    funding_until: date | None = None,
    volunteers_needed: bool = False,
    rests_on_one_person: bool = False,
) -> Done[None]:
    """Keep what a group says of its room, funding and helpers; searches follow at once. Raises Invalid."""
    if paused_until and paused_until < clock.today():
        raise Invalid(_("Give the last day of the pause. It must be today or later."), "paused_until")
    row, _new = models.Standing.objects.select_for_update().get_or_create(service_id=service_id)
    if can_take != row.can_take or can_take is not None:
        row.can_take_said_at = None if can_take is None else clock.now()
    said = {
        "can_take": can_take,
        "paused_until": paused_until,
        "funding_until": funding_until,
        "volunteers_needed": volunteers_needed,
        "rests_on_one_person": rests_on_one_person,
    }
    changed = tuple(name for name, value in said.items() if getattr(row, name) != value)
    if "can_take" in changed:
        by = "group" if holds_link_of(actor) else "steward"
        models.RoomSaid.objects.create(service_id=service_id, can_take=can_take, by=by)
    for name, value in said.items():
        setattr(row, name, value)
    row.language, row.said_at = actor.language, clock.now()
    row.save()
    _open_or_close(row, changed)
    return Done(None, subject=service_id, fields=changed, event={"service": service_id})


def _open_or_close(row: models.Standing, changed: tuple[str, ...]) -> None:
    """Whether the entry takes new people, where the group said something about that."""
    if "can_take" in changed or "paused_until" in changed:
        _accept(row.service_id, takes_people(row.paused_until, row.can_take, clock.today()))


def _accept(service_id: UUID, takes: bool) -> None:
    keeper = system("to show who takes new people")
    if effective(keeper, "service", service_id).get("accepting") != ACCEPTING[takes]:
        correct_record(keeper, kind="service", key=service_id, patch={"accepting": ACCEPTING[takes]})


@command("pause_ended", permit=may_run)
def end_pause(actor: Actor, *, service_id: UUID) -> Done[None]:
    """Let a pause end whose last day is over."""
    row = models.Standing.objects.select_for_update().get(service=service_id)
    if row.paused_until is None or row.paused_until >= clock.today():
        return Done(None, subject=service_id)
    row.paused_until = None
    row.save(update_fields=["paused_until"])
    _accept(service_id, takes_people(None, row.can_take, clock.today()))
    return Done(None, subject=service_id, fields=("paused_until",), event={"service": service_id})
