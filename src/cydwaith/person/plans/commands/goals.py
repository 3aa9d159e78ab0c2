"""Goals: adding, changing, moving and rating them."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..models import Goal, Rating
from ..policy import may_write_plan
from ..rules.vocabulary import GoalKind, GoalStatus, Kind
from .hope import require_rating
from .record import find, goal_state, hand, lock, plain, put, remember, require_unchanged


@command("goal_added", permit=may_write_plan)
def add_goal(
    actor: Actor,
    *,
    person_id: UUID,
    words: str,
    kind: GoalKind,
    why: str = "",
    rating: int | None = None,
    with_person: bool = False,
) -> Done[UUID]:
    """Add a goal in the person's words, with how near it is now (0 to 10) if they say."""
    last, wrote = lock(person_id), hand(actor, person_id, with_person)
    goal = Goal.objects.create(
        words=plain(words, "words", _("Say what you want, in your own words.")),
        why=plain(why, "why"),
        kind=kind.value,
        added_at=wrote["written_at"],
        touched_at=wrote["written_at"],
        **wrote,
    )
    remember(last, wrote, Scope.PLAN, Kind.GOAL, goal.id, goal_state(goal))
    if rating is not None:
        _rate(goal, wrote, rating, "")
    return Done(goal.id, person_id=person_id, subject=goal.id, fields=("words", "kind", "why"))


@command("goal_changed", permit=may_write_plan)
def edit_goal(
    actor: Actor,
    *,
    person_id: UUID,
    goal_id: UUID,
    words: str,
    kind: GoalKind,
    version: int,
    why: str = "",
    with_person: bool = False,
) -> Done[UUID]:
    """Change what a goal says. Raises ``Conflict`` where ``version`` is not the current one."""
    last, goal = lock(person_id), find(Goal, actor, person_id, goal_id)
    require_unchanged(version, goal.version)
    new = {
        "words": plain(words, "words", _("Say what you want, in your own words.")),
        "why": plain(why, "why"),
        "kind": kind.value,
    }
    return _change(last, goal, new, hand(actor, person_id, with_person))


@command("goal_moved", permit=may_write_plan)
def move_goal(
    actor: Actor, *, person_id: UUID, goal_id: UUID, status: GoalStatus, with_person: bool = False
) -> Done[UUID]:
    """Say where a goal is now; its words keep their writer."""
    last, goal = lock(person_id), find(Goal, actor, person_id, goal_id)
    return _change(last, goal, {"status": status.value}, hand(actor, person_id, with_person))


@command("goal_rated", permit=may_write_plan)
def rate_goal(
    actor: Actor, *, person_id: UUID, goal_id: UUID, value: int, note: str = "", with_person: bool = False
) -> Done[UUID]:
    """Say how near a goal is, 0 to 10; earlier ratings stay."""
    lock(person_id)
    goal = find(Goal, actor, person_id, goal_id)
    rating = _rate(goal, hand(actor, person_id, with_person), value, plain(note, "note"))
    return Done(rating.id, person_id=person_id, subject=goal_id, fields=("rating",))


def touch(goal: Goal) -> None:
    """Remember that something moved on this goal."""
    goal.touched_at = clock.now()
    goal.save(update_fields=["touched_at"])


def _change(last: Any, goal: Goal, new: dict[str, str], wrote: dict[str, Any]) -> Done[UUID]:
    changed = tuple(name for name, value in new.items() if getattr(goal, name) != value)
    if changed:
        values: dict[str, Any] = {**new, "version": goal.version + 1, "touched_at": wrote["written_at"]}
        if {"words", "why"} & set(changed):
            values |= wrote
        goal.save(update_fields=put(goal, values))
        remember(last, wrote, Scope.PLAN, Kind.GOAL, goal.id, goal_state(goal))
    return Done(goal.id, person_id=goal.person_id, subject=goal.id, fields=changed)


def _rate(goal: Goal, wrote: dict[str, Any], value: int, note: str) -> Rating:
    require_rating(value)
    rating: Rating = Rating.objects.create(goal_id=goal.id, value=value, note=note, **wrote)
    latest = {"rating": value, "rating_before": goal.rating, "touched_at": wrote["written_at"]}
    goal.save(update_fields=put(goal, latest))
    return rating
