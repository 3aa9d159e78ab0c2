"""Steps: who does what by when."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from ..models import Goal, Step
from ..policy import may_write_plan
from ..rules.vocabulary import NEEDS_A_NAME, Kind, Owner, StepStatus
from .goals import touch
from .record import find, hand, lock, plain, put, remember, require_unchanged, step_state

LONGEST_AHEAD = timedelta(days=5 * 365 + 1)


@command("step_added", permit=may_write_plan)
def add_step(
    actor: Actor,
    *,
    person_id: UUID,
    goal_id: UUID,
    words: str,
    owner: Owner,
    owner_name: str = "",
    due: date | None = None,
    with_person: bool = False,
) -> Done[UUID]:
    """Add a step to a goal. A service or somebody else is named."""
    last, goal = lock(person_id), find(Goal, actor, person_id, goal_id)
    wrote = hand(actor, person_id, with_person)
    step = Step.objects.create(
        goal_id=goal_id, added_at=wrote["written_at"], **_said(words, owner, owner_name, due), **wrote
    )
    remember(last, wrote, Scope.PLAN, Kind.STEP, step.id, step_state(step))
    touch(goal)
    return Done(step.id, person_id=person_id, subject=step.id, fields=("words", "owner", "due"))


@command("step_changed", permit=may_write_plan)
def edit_step(
    actor: Actor,
    *,
    person_id: UUID,
    step_id: UUID,
    words: str,
    owner: Owner,
    version: int,
    owner_name: str = "",
    due: date | None = None,
    with_person: bool = False,
) -> Done[UUID]:
    """Change what a step says. Raises ``Conflict`` where ``version`` is not the current one."""
    lock(person_id)
    step = find(Step, actor, person_id, step_id)
    require_unchanged(version, step.version)
    return _change(actor, step, _said(words, owner, owner_name, due, before=step.due), with_person)


@command("step_moved", permit=may_write_plan)
def move_step(
    actor: Actor,
    *,
    person_id: UUID,
    step_id: UUID,
    status: StepStatus,
    blocked_because: str = "",
    with_person: bool = False,
) -> Done[UUID]:
    """Say that a step is done, not done, in the way of something, or not needed; words keep their writer."""
    lock(person_id)
    step = find(Step, actor, person_id, step_id)
    because = plain(blocked_because, "blocked_because") if status is StepStatus.BLOCKED else ""
    return _change(actor, step, {"status": status.value, "blocked_because": because}, with_person)


def _said(
    words: str, owner: Owner, owner_name: str, due: date | None, before: date | None = None
) -> dict[str, Any]:
    _require_ahead(due, before)
    name = plain(owner_name, "owner_name")
    if owner in NEEDS_A_NAME and not name:
        raise Invalid(_("Enter the name of the service or person who will do this."), "owner_name")
    text = plain(words, "words", _("Say what will be done."))
    return {"words": text, "owner": owner.value, "owner_name": name, "due": due}


def _require_ahead(due: date | None, before: date | None) -> None:
    """A day that is typed now lies ahead; one that has passed meanwhile may stay."""
    today = clock.today()
    if due is not None and due != before and not today <= due <= today + LONGEST_AHEAD:
        raise Invalid(
            _("Choose today or a later day, within five years. Leave it empty if there is no day."), "due"
        )


def _change(actor: Actor, step: Step, new: dict[str, Any], with_person: bool) -> Done[UUID]:
    changed = tuple(name for name, value in new.items() if getattr(step, name) != value)
    if changed:
        wrote = hand(actor, step.person_id, with_person)
        values = {**new, "version": step.version + 1, **(wrote if "words" in changed else {})}
        step.save(update_fields=put(step, values))
        remember(lock(step.person_id), wrote, Scope.PLAN, Kind.STEP, step.id, step_state(step))
        touch(find(Goal, actor, step.person_id, step.goal_id))
    return Done(step.id, person_id=step.person_id, subject=step.id, fields=changed)
