"""Beginning a review, answering, finishing it with actions in the plan, inviting, reminding."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.person.plans import commands as plans
from cydwaith.person.plans.commands.record import hand, lock, put
from cydwaith.person.plans.rules.vocabulary import GoalKind, Owner
from cydwaith.person.work.rules.paper import seal

from . import letters
from .models import Answers, Invited, Review
from .policy import may_answer, may_invite, may_invite_by_age, may_run, may_write
from .queries.due import everybody_due, in_peace
from .rules import FEWEST, LONGEST_AHEAD_YEARS, MOST, SCOPES, Action, Moment, Pillar, years_later


@command("midlife_begun", permit=may_write)
def begin(actor: Actor, *, person_id: UUID, moment: Moment, with_person: bool = False) -> Done[UUID]:
    """Begin a review, or go on with the one that is open."""
    lock(person_id)
    found: Review | None = _reviews(actor, person_id).filter(done_at=None).first()
    row = found or Review.objects.create(moment=moment.value, **hand(actor, person_id, with_person))
    return Done(row.id, person_id=person_id, subject=row.id, fields=() if found else ("moment",))


@command("midlife_answered", permit=may_answer)
def answer(
    actor: Actor,
    *,
    person_id: UUID,
    review_id: UUID,
    pillar: Pillar,
    values: Mapping[str, Any],
    with_person: bool = False,
    seen: str | None = None,
) -> Done[None]:
    """Keep the answers of one part; every one may be left out.

    ``seen`` is the seal of the answers that stood in the form; None asks for no check. Raises
    Conflict once it is done, or where somebody wrote something else in between.
    """
    lock(person_id)
    review = _open(actor, person_id, review_id)
    said = {name: value for name, value in values.items() if value not in (None, "", [])}
    wrote = hand(actor, person_id, with_person) | {"values": said}
    row = Answers.objects.as_seen_by(actor).filter(review_id=review.id, pillar=pillar.value).first()
    there = row.values if row else {}
    if seen is not None and seen != seal(there) and there != said:
        raise Conflict(_("Somebody changed this while you were writing. Nothing of yours is lost."))
    if row is None:
        Answers.objects.create(review=review, pillar=pillar.value, scope=int(SCOPES[pillar]), **wrote)
    else:
        row.save(update_fields=put(row, wrote))
    return Done(None, person_id=person_id, subject=review.id, fields=tuple(sorted(said)))


@command("midlife_finished", permit=may_write)
def finish(
    actor: Actor,
    *,
    person_id: UUID,
    review_id: UUID,
    actions: Sequence[Action],
    next_on: date,
    goal_id: UUID | None = None,
    with_person: bool = False,
) -> Done[UUID]:
    """End with one to three actions, as steps of a goal in the plan, and the next date. Gives the goal.

    Without ``goal_id`` a goal is added. Raises Conflict, Invalid, NotFound.
    """
    lock(person_id)
    review = _open(actor, person_id, review_id)
    if not FEWEST <= len(actions) <= MOST:
        raise Invalid(_("Choose one, two or three things to do."), "first")
    _require_ahead(next_on)
    whose = {"person_id": person_id, "with_person": with_person}
    goal = goal_id or plans.add_goal(
        actor, words=_("To stay well, and in work that fits me"), kind=GoalKind.HEALTH, **whose
    )
    steps = [
        plans.add_step(actor, goal_id=goal, words=one.words, owner=Owner.PERSON, due=one.due, **whose)
        for one in actions
    ]
    review.step_ids, review.goal_id = [str(step) for step in steps], goal
    review.next_on, review.done_at = next_on, clock.now()
    review.save(update_fields=["step_ids", "goal_id", "next_on", "done_at"])
    return Done(goal, person_id=person_id, subject=review.id, fields=("actions", "next_on"))


def _require_ahead(day: date) -> None:
    today = clock.today()
    if not today < day <= years_later(today, LONGEST_AHEAD_YEARS):
        raise Invalid(_("Choose a day after today, within five years."), "next_on")


@command("midlife_invited", permit=may_invite)
def invite(actor: Actor, *, person_id: UUID) -> Done[bool]:
    """Send an invitation in generic words; False where there is no address.

    Raises Conflict for somebody who is to be left in peace, whatever an older page still shows.
    """
    if in_peace([person_id]):
        raise Conflict(_("They were invited not long ago, or have a review. Leave them in peace for now."))
    sent = letters.write(person_id, letters.INVITED)
    Invited.objects.create(person_id=person_id, at=clock.now())
    return Done(sent, person_id=person_id)


@command("midlife_age_list_invited", permit=may_invite_by_age)
def invite_by_age(actor: Actor, *, band: str) -> Done[None]:
    """Invite everybody of one age who is due. The steward learns neither who nor how many."""
    keeper = system("to invite people of one age")
    for person_id in everybody_due(keeper, band):
        invite(keeper, person_id=person_id)
    return Done(None, fields=("band",))


@command("midlife_reminded", permit=may_run)
def remind(actor: Actor, *, review_id: UUID) -> Done[bool]:
    """Say that the day has come, once."""
    review = Review.objects.as_seen_by(actor).get(id=review_id)
    review.reminded_at = clock.now()
    review.save(update_fields=["reminded_at"])
    sent = letters.write(review.person_id, letters.AGAIN)
    return Done(sent, person_id=review.person_id, subject=review_id)


def _reviews(actor: Actor, person_id: UUID) -> Any:
    return Review.objects.as_seen_by(actor).filter(person_id=person_id)


def _open(actor: Actor, person_id: UUID, review_id: UUID) -> Review:
    row: Review | None = _reviews(actor, person_id).filter(id=review_id).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    if row.done_at is not None:
        raise Conflict(_("This review is done. Begin another one when the time has come."))
    return row
