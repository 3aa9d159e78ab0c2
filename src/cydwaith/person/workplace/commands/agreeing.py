"""Proposing an adjustment, answering, asking for a change, looking again."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.person.plans.commands.record import hand, lock, plain

from .. import letters
from ..models import Adjustment, Invitation
from ..policy import may_answer, may_invite, may_remind, may_speak
from ..rules.agreeing import RULES, Move, Side, State, after, day_is_usable, is_overdue, moves
from .history import said
from .inviting import A_MOMENT, found, require_open


@command("adjustment_proposed", permit=may_invite)
def propose(
    actor: Actor,
    *,
    person_id: UUID,
    invitation_id: UUID,
    what: str,
    helps: str = "",
    starts: date | None = None,
    with_person: bool = False,
) -> Done[UUID]:
    """Propose what would help at work, to one contact; sent twice is once.

    Raises ``Invalid``, ``Conflict``, ``NotFound``.
    """
    lock(person_id)
    invitation = found(actor, person_id, invitation_id)
    require_open(invitation)
    text = plain(what, "what", _("Say what would help."))
    before = Adjustment.objects.as_seen_by(actor).filter(
        invitation_id=invitation_id, what=text, written_at__gt=clock.now() - A_MOMENT
    )
    if already := before.first():
        return Done(already.id, person_id=person_id, subject=already.id)
    row = Adjustment.objects.create(
        invitation=invitation,
        what=text,
        helps=plain(helps, "helps"),
        starts=starts,
        history=[said(Move.PROPOSE, Side.PERSON, invitation.called, text)],
        **hand(actor, person_id, with_person),
    )
    letters.tell_contact(invitation, letters.NEWS)
    return Done(row.id, person_id=person_id, subject=row.id, fields=("what", "helps", "starts"))


@command("adjustment_answered", permit=may_answer)
def answer(
    actor: Actor, *, adjustment_id: UUID, move: Move, words: str = "", review_on: date | None = None
) -> Done[None]:
    """The employer agrees, offers another way, refuses with a reason, or keeps what was agreed.

    Each with the day on which both look again. Raises ``Invalid``, ``Conflict``.
    """
    row = _moved(actor, adjustment_id, Side.EMPLOYER, move, words, review_on)
    letters.tell_person(row.person_id, letters.NEWS)
    return Done(None, person_id=row.person_id, subject=row.id, fields=("state", "words", "review_on"))


@command("adjustment_said", permit=may_speak)
def say(actor: Actor, *, adjustment_id: UUID, move: Move, words: str = "") -> Done[None]:
    """The person takes the other way or not, asks for a change, or ends it."""
    row = _moved(actor, adjustment_id, Side.PERSON, move, words, None)
    invitation = approved_rows(Invitation).get(id=row.invitation_id)
    if invitation.ended_at is None and invitation.until > clock.now():
        letters.tell_contact(invitation, letters.NEWS)
    return Done(None, person_id=row.person_id, subject=row.id, fields=("state", "words"))


@command("adjustment_reminded", permit=may_remind)
def remind(actor: Actor, *, adjustment_id: UUID) -> Done[None]:
    """Remind both that the day to look again is near, or has gone by; each once.

    Where nothing was answered yet, the employer alone is reminded, once.
    """
    row = Adjustment.objects.as_seen_by(actor).get(id=adjustment_id)
    late = is_overdue(row.review_on, clock.today())
    column = "late_at" if late else "reminded_at"
    setattr(row, column, clock.now())
    row.save(update_fields=[column])
    kind = letters.WAITS if row.review_on is None else letters.LATE if late else letters.AGAIN
    if kind != letters.WAITS:
        letters.tell_person(row.person_id, kind)
    invitation = Invitation.objects.as_seen_by(actor).get(id=row.invitation_id)
    letters.tell_contact(invitation, kind)
    return Done(None, person_id=row.person_id, subject=row.id, fields=(column,))


def _moved(
    actor: Actor, adjustment_id: UUID, side: Side, move: Move, words: str, again: date | None
) -> Adjustment:
    rows = Adjustment.objects.as_seen_by(actor).select_for_update()
    row: Adjustment | None = rows.filter(id=adjustment_id).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    if move not in moves(side, State(row.state)):
        raise Conflict(_("This was answered in the meantime. Read the page again."))
    text = _words(move, words)
    if RULES[move].needs_day:
        _look_again(row, again)
    who = Invitation.objects.as_seen_by(actor).get(id=row.invitation_id)
    by = who.called if side is Side.PERSON else who.name
    row.history = [*row.history, said(move, side, by, text, again if RULES[move].needs_day else None)]
    _apply(row, move, text)
    row.save()
    return row


def _words(move: Move, words: str) -> str:
    missing = _("Say why.") if move is Move.REFUSE else _("Say how it should be.")
    return plain(words, "words", missing if RULES[move].needs_words else "")


def _look_again(row: Adjustment, again: date | None) -> None:
    if again is None or not day_is_usable(again, clock.today()):
        raise Invalid(_("Choose a day to look again, after today and within a year."), "review_on")
    row.review_on, row.reminded_at, row.late_at = again, None, None


def _apply(row: Adjustment, move: Move, text: str) -> None:
    row.state = after(move, was_agreed=row.agreed_on is not None).value
    if move is Move.AMEND:
        row.offered = text
        return
    if move is Move.ACCEPT:
        row.what = row.offered
    elif move is Move.CHANGE:
        row.what, row.agreed_on = text, None
    if move in (Move.AGREE, Move.ACCEPT):
        row.agreed_on = clock.today()
    if row.state == State.PROPOSED.value:
        row.review_on = row.reminded_at = row.late_at = None  # it was of the answer that is gone
    row.offered = ""
