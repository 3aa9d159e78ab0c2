"""Beginning and ending a sitting."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from ..goals import goals_to_rate
from ..letters import tell_person
from ..models import MeasureInvitation
from ..policy import may_ask, may_finish
from ..rules import GOALS, LINK_DAYS, OFFERED, How, in_order


@dataclass(frozen=True, slots=True)
class Asked:
    """The sitting, and whether a message went out for it."""

    id: UUID
    message_sent: bool


@command("questions_asked", permit=may_ask)
def ask(
    actor: Actor, *, person_id: UUID, instruments: Collection[str], how: How, due: date | None = None
) -> Done[Asked]:
    """Ask a person a set of questions: by link, together, on the phone, or on their own.

    Raises ``Invalid`` for an empty or unknown set, goals where there are none, a day gone by.
    """
    own_items = goals_to_rate(actor, person_id) if GOALS in instruments else {}
    chosen = _usable(instruments, own_items)
    _require_near(due)
    row = MeasureInvitation.objects.create(
        person_id=person_id,
        instruments=list(chosen),
        own_items=own_items,
        how=how.value,
        asked_by_account_id=actor.account_id,
        asked_by_name=actor.name,
        asked_at=clock.now(),
        due=due,
        expires_at=clock.now() + timedelta(days=LINK_DAYS),
    )
    sent = how is How.LINK and tell_person(actor, person_id, row.id)
    return Done(Asked(row.id, sent), person_id=person_id, subject=row.id, fields=("instruments",))


def _usable(instruments: Collection[str], own_items: dict[str, str]) -> tuple[str, ...]:
    if not set(instruments) <= set(OFFERED):
        raise Invalid(_("Choose from the questions on this page."), "instruments")
    chosen = tuple(key for key in in_order(instruments) if key != GOALS or own_items)
    if not chosen:
        raise Invalid(
            _("Choose at least one set of questions that there is something to ask about."), "instruments"
        )
    return chosen


def _require_near(due: date | None) -> None:
    if due is not None and due < clock.today():
        raise Invalid(_("The day must not be in the past."), "due")
    if due is not None and due > clock.today() + timedelta(days=LINK_DAYS):
        raise Invalid(_("The link works for 14 days. Choose a day before then."), "due")


@command("questions_finished", permit=may_finish)
def finish(actor: Actor, *, invitation_id: UUID) -> Done[None]:
    """Say that the sitting is over; the link takes no more answers."""
    row = MeasureInvitation.objects.as_seen_by(actor).get(id=invitation_id)
    if row.done_at is None:
        row.done_at = clock.now()
        row.save(update_fields=["done_at"])
    return Done(None, person_id=row.person_id, subject=row.id, fields=("done_at",))
