"""Writing down answers. A reading is never changed; a correction stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.kernel.ids import new_id
from cydwaith.methods.measures import MeasureError, Scored, Unscorable, instrument, score
from cydwaith.methods.measures.answers import checked
from cydwaith.person.plans.commands import rate_goal
from cydwaith.person.plans.policy import writes

from ..goals import goals_to_rate
from ..models import MeasureInvitation, Reading
from ..policy import may_correct, may_record
from ..rules import GOALS, OFFERED, Mode

Answers = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Everything about an answer set but the answers."""

    person_id: UUID
    instrument: str
    mode: Mode
    own_items: dict[str, str]
    invitation_id: UUID | None
    taken_at: datetime


@command("reading_recorded", permit=may_record)
def record_reading(
    actor: Actor,
    *,
    person_id: UUID,
    instrument: str,
    answers: Answers,
    mode: Mode = Mode.SELF,
    invitation_id: UUID | None = None,
) -> Done[UUID]:
    """Keep one answer set as it was given, with its scores.

    Raises ``Invalid`` with the field of a wrong answer or where nothing was answered; ``NotFound``
    for an invitation that is not this person's. Goals also rate the plan, so nothing is asked twice.
    """
    own_items = _own_items(actor, person_id, instrument, invitation_id)
    sheet = _Sheet(person_id, instrument, mode, own_items, invitation_id, clock.now())
    row = _write(actor, new_id(), sheet, answers)
    _rate_plan(actor, row)
    return Done(row.id, person_id=person_id, subject=row.id, fields=(instrument,))


@command("reading_corrected", permit=may_correct)
def correct(actor: Actor, *, reading_id: UUID, answers: Answers) -> Done[UUID]:
    """Write the answers anew; the old reading stays and says which one took its place.

    The same answers again change nothing. Raises ``Invalid`` as recording does, ``Conflict``
    where it was corrected before.
    """
    old = Reading.objects.as_seen_by(actor).select_for_update().filter(id=reading_id).first()
    if old is None:
        raise NotFound(_("This is not here, or not open to you."))
    if old.replaced_by_id is not None:
        raise Conflict(_("These answers were put right before. Open the newest ones."))
    if _given(actor, old.instrument, answers) == old.answers:
        return Done(old.id, person_id=old.person_id, subject=old.id)
    return _replaced(actor, old, answers)


def _replaced(actor: Actor, old: Reading, answers: Answers) -> Done[UUID]:
    mode, own_items = Mode(old.mode), old.own_items
    sheet = _Sheet(old.person_id, old.instrument, mode, own_items, old.invitation_id, old.taken_at)
    old.replaced_by_id = new_id()
    old.save(update_fields=["replaced_by"])
    row = _write(actor, old.replaced_by_id, sheet, answers)
    if not _has_later(row):
        _rate_plan(actor, row)
    return Done(row.id, person_id=old.person_id, subject=row.id, fields=(old.instrument, "replaced_by"))


def _has_later(row: Reading) -> bool:
    """Asked as the software itself: a link sees no other sitting, yet must not overrule a later one."""
    rows = Reading.objects.as_seen_by(system("which rating is the latest")).filter(
        person_id=row.person_id, instrument=row.instrument
    )
    return bool(rows.filter(taken_at__gt=row.taken_at).exists())


def _own_items(actor: Actor, person_id: UUID, key: str, invitation_id: UUID | None) -> dict[str, str]:
    """The goals that may be rated; checks that the invitation asks this of this person."""
    if invitation_id is None:
        return goals_to_rate(actor, person_id) if key == GOALS else {}
    rows = MeasureInvitation.objects.as_seen_by(actor)
    row = rows.filter(id=invitation_id, person_id=person_id).first()
    if row is None or key not in row.instruments:
        raise NotFound(_("This is not here, or not open to you."))
    return dict(row.own_items) if key == GOALS else {}


def _write(actor: Actor, reading_id: UUID, sheet: _Sheet, answers: Answers) -> Reading:
    if sheet.instrument == GOALS and not set(answers) <= set(sheet.own_items):
        raise Invalid(_("Rate the goals that are on this page."))
    given = _given(actor, sheet.instrument, answers)
    scored = _scored(actor, sheet.instrument, answers)
    own = actor.link is not None or actor.is_person(sheet.person_id)
    row: Reading = Reading.objects.create(
        id=reading_id,
        person_id=sheet.person_id,
        invitation_id=sheet.invitation_id,
        instrument=sheet.instrument,
        version=instrument(sheet.instrument).version,
        language=actor.language,
        mode=_mode(sheet.mode, own).value,
        answers=given,
        own_items=sheet.own_items,
        scores={one.scale: one.value for one in scored.scores} if scored else {},
        bands={one.scale: one.band.key for one in scored.scores if one.band} if scored else {},
        by_account_id=actor.account_id,
        by_name="" if own else actor.name,
        by_person=own,
        taken_at=sheet.taken_at,
        entered_at=clock.now(),
    )
    return row


def _mode(mode: Mode, own: bool) -> Mode:
    """Nobody else can have answered "self", and the person answers as nothing else."""
    if own:
        return Mode.SELF
    return Mode.ASSISTED if mode is Mode.SELF else mode


def _given(actor: Actor, key: str, answers: Answers) -> dict[str, int | str]:
    """The answers that were given, each of them right. Raises ``Invalid`` naming the field."""
    if key not in OFFERED:
        raise Invalid(_("These questions are not asked here."))
    try:
        given = checked(instrument(key), answers)
    except MeasureError as error:
        raise Invalid(error.note.words.in_language(actor.language), error.item) from error
    return {item: answer for item, answer in given.items() if answer is not None}


def _scored(actor: Actor, key: str, answers: Answers) -> Scored | None:
    """The scores; None where the rule gives none, which is no reason to lose the answers."""
    try:
        return score(key, answers)
    except Unscorable as error:
        if error.code == "nothing_answered" and not _given(actor, key, answers):
            raise Invalid(error.note.words.in_language(actor.language)) from error
        return None


def _rate_plan(actor: Actor, reading: Reading) -> None:
    """The same number on the goal itself, given by the person: by link it is theirs too."""
    giver = replace(actor, person_id=reading.person_id) if actor.link is not None else actor
    if reading.instrument != GOALS or not writes(giver, reading.person_id, Scope.PLAN):
        return
    together = not reading.by_person
    for goal, value in reading.answers.items():
        rate_goal(giver, person_id=reading.person_id, goal_id=UUID(goal), value=value, with_person=together)
