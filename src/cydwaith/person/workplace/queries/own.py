"""For the person and who walks with them: whom they invited, and what stands."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound, Refused
from cydwaith.person.plans.queries.who import Reader, reader_of

from .. import policy
from ..models import Adjustment, Invitation
from ..rules import Side
from .rows import AdjustmentRow, InvitationRow, WeekRow, adjustment_row, invitation_row, weeks


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
    rows = Invitation.objects.as_seen_by(actor).filter(person_id=person_id)
    found = list(rows.order_by("-written_at", "-id"))
    carried = frozenset(row.follows_id for row in found if row.follows_id)
    told = [invitation_row(row, carried) for row in found]
    now = tuple(row for row in told if row.is_open)
    return Home(by, by.writes(Scope.WORK), now, tuple(row for row in told if not row.is_open))


@sensitive_read("workplace_seen", "adjustments")
def one(actor: Actor, person_id: UUID, invitation_id: UUID) -> OnePage:
    """One invitation. Raises ``Refused``, ``NotFound``."""
    by = who(actor, person_id)
    invited = Invitation.objects.as_seen_by(actor).filter(person_id=person_id)
    row = invited.filter(id=invitation_id).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    follows = invited.filter(follows_id=invitation_id).exists()
    may_write = by.writes(Scope.WORK)
    rows = Adjustment.objects.as_seen_by(actor).filter(invitation_id=invitation_id)
    side = Side.PERSON if may_write else None
    return OnePage(
        by=by,
        may_write=may_write,
        invitation=invitation_row(row, frozenset({row.id}) if follows else frozenset()),
        adjustments=tuple(adjustment_row(each, side) for each in rows.order_by("written_at", "id")),
        weeks=weeks(row.calendar),
    )


def who(actor: Actor, person_id: UUID) -> Reader:
    """Who reads: the person, or who supports them at work; never an employer. Raises ``Refused``."""
    if not policy.sees(actor, person_id):
        raise Refused(_("This is not here, or not open to you."))
    return reader_of(actor, person_id, Scope.WORK)
