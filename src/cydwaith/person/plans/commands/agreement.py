"""The person's yes to the plan."""

from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.clock import LONDON
from cydwaith.kernel.errors import Conflict, Invalid

from ..models import Agreement, Change
from ..policy import may_agree, may_write_down_yes, sees
from .record import hand, lock


@command("plan_agreed", permit=may_agree)
def agree(actor: Actor, *, person_id: UUID, number: int) -> Done[UUID]:
    """Say yes to the plan as it was read, up to version ``number``.

    Raises ``Conflict`` where the plan has moved on since, ``Invalid`` where it is empty.
    """
    lock(person_id)
    _require_newest(actor, person_id, number)
    return _agreed(actor, person_id, number, clock.today())


@command("plan_yes_written_down", permit=may_write_down_yes)
def write_down_yes(actor: Actor, *, person_id: UUID, number: int, said_on: date) -> Done[UUID]:
    """Write down that the person said yes in conversation on a day.

    Raises ``Invalid`` for a day to come, or one before others last changed the plan: nobody
    agreed then to what was written later.
    """
    lock(person_id)
    _require_newest(actor, person_id, number)
    if said_on > clock.today():
        raise Invalid(_("Choose today or an earlier day."), "said_on")
    changed = _last_changed_by_others(actor, person_id)
    if changed and said_on < changed:
        sentence = _("The plan was changed on %(day)s. Choose that day or a later one.")
        raise Invalid(sentence % {"day": date_format(changed, "j F Y")}, "said_on")
    return _agreed(actor, person_id, number, said_on)


def _require_newest(actor: Actor, person_id: UUID, number: int) -> None:
    changes = Change.objects.as_seen_by(actor).filter(person_id=person_id)
    newest = changes.aggregate(newest=Max("number"))["newest"]
    if newest is None:
        raise Invalid(_("There is nothing in the plan to agree to yet."))
    if newest != number:
        raise Conflict(_("The plan changed while you were reading it. Read it again before you agree."))


def _last_changed_by_others(actor: Actor, person_id: UUID) -> date | None:
    changes = Change.objects.as_seen_by(actor).filter(person_id=person_id, by_person=False)
    at = changes.aggregate(at=Max("written_at"))["at"]
    return at.astimezone(LONDON).date() if at else None


def _agreed(actor: Actor, person_id: UUID, number: int, said_on: date) -> Done[UUID]:
    row = Agreement.objects.create(
        number=number,
        scopes=int(sees(actor, person_id)),
        said_on=said_on,
        **hand(actor, person_id, with_person=True),
    )
    return Done(row.id, person_id=person_id, subject=row.id, fields=("agreed",))
