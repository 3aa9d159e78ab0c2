"""For the person and who walks with them: whom they invited, and what stands."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound, Refused
from cydwaith.person.plans.queries.who import Reader, reader_of

from .. import policy
from ..models import Invitation
from ..rules.agreeing import Side
from .rows import AdjustmentRow, InvitationRow, WeekRow, adjustment_row, adjustments, invitation_row, weeks


@dataclass(frozen=True, slots=True)
class Home:
    """Everybody whom a person invited at work, the newest first."""

    by: Reader
    may_write: bool
    now: tuple[InvitationRow, ...]
    before: tuple[InvitationRow, ...]


@dataclass(frozen=True, slots=True)
class OnePage:
    """One invitation with all that hangs on it."""

    by: Reader
    may_write: bool
    invitation: InvitationRow
    adjustments: tuple[AdjustmentRow, ...]
    weeks: tuple[WeekRow, ...]


@sensitive_read("workplace_seen", "invitations")
def home(actor: Actor, person_id: UUID) -> Home:
    """Whom they invited. Raises ``Refused``."""
    by = who(actor, person_id)
    found = _invited(actor, person_id)
    carried = frozenset(row.follows_id for row in found if row.follows_id)
    told = [invitation_row(row, carried) for row in found]
    now = tuple(row for row in told if row.is_open)
    return Home(by, by.writes(Scope.WORK), now, tuple(row for row in told if not row.is_open))


@sensitive_read("workplace_seen", "adjustments")
def one(actor: Actor, person_id: UUID, invitation_id: UUID) -> OnePage:
    """One invitation. Raises ``Refused``, ``NotFound``."""
    by = who(actor, person_id)
    invited = _invited(actor, person_id)
    row = next((each for each in invited if each.id == invitation_id), None)
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    carried = frozenset(each.follows_id for each in invited if each.follows_id)
    may_write = by.writes(Scope.WORK)
    side = Side.PERSON if may_write else None
    return OnePage(
        by=by,
        may_write=may_write,
        invitation=invitation_row(row, carried),
        adjustments=tuple(adjustment_row(each, side) for each in adjustments(actor, invitation_id)),
        weeks=weeks(row.calendar),
    )


def who(actor: Actor, person_id: UUID) -> Reader:
    """Who reads: the person, or who supports them at work; never an employer. Raises ``Refused``."""
    if not (actor.is_person(person_id) or policy.may_support(actor)):
        raise Refused(_("This is not here, or not open to you."))
    return reader_of(actor, person_id, Scope.WORK)


@prepared
def _invited(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    rows = Invitation.objects.as_seen_by(actor).filter(person_id=person_id)
    return rows.order_by("-written_at", "-id")
