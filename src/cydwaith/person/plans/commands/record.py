"""What every change shares: the hand that wrote, the lock on the plan, its history."""

from typing import Any, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people.queries import organisation
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Conflict, Invalid, NotFound

from ..models import Change, Entry, Goal, LastNumber, Plan, Step, Written
from ..rules.vocabulary import Kind

Row = TypeVar("Row", bound=Written)

FRONT_LINE = (Role.COACH, Role.LINK_WORKER, Role.CLINICIAN, Role.CHARITY, Role.EMPLOYER, Role.MANAGER)
LONGEST = 5000


def hand(actor: Actor, person_id: UUID, with_person: bool) -> dict[str, Any]:
    """The columns of ``Written``: who writes, as what, for whom, and whether with the person."""
    own = actor.is_person(person_id)
    card = organisation(actor, actor.organisation_id) if actor.organisation_id and not own else None
    return {
        "person_id": person_id,
        "by_account_id": actor.account_id,
        "by_name": actor.name,
        "by_role": _role(actor, own),
        "by_organisation": card.name if card else "",
        "by_person": own,
        "with_person": with_person and not own,
        "written_at": clock.now(),
    }


def _role(actor: Actor, own: bool) -> str:
    if own:
        return Role.PERSON.value
    return next((role.value for role in FRONT_LINE if actor.has(role)), "supporter")


def put(row: Written, values: dict[str, Any]) -> tuple[str, ...]:
    """Set columns of a row; gives their names."""
    for name, value in values.items():
        setattr(row, name, value)
    return tuple(values)


def lock(person_id: UUID) -> LastNumber:
    """Let one change of this plan happen at a time."""
    LastNumber.objects.get_or_create(person_id=person_id)
    return LastNumber.objects.select_for_update().get(person_id=person_id)


def remember(
    last: LastNumber, wrote: dict[str, Any], scope: Scope, kind: Kind, subject: UUID, state: dict[str, str]
) -> None:
    """Add the next version to the history."""
    last.number += 1
    last.save(update_fields=["number"])
    Change.objects.create(
        number=last.number, scope=int(scope), kind=kind.value, subject=subject, state=state, **wrote
    )


def find(model: type[Row], actor: Actor, person_id: UUID, row_id: UUID) -> Row:
    """One row of this person that the actor may see. Raises ``NotFound``."""
    row: Row | None = model.objects.as_seen_by(actor).filter(id=row_id, person_id=person_id).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    return row


def require_unchanged(seen: int, current: int) -> None:
    """Raise ``Conflict`` where somebody saved since the writer opened the page."""
    if seen != current:
        raise Conflict(_("Somebody changed this while you were writing. Nothing of yours is lost."))


def plain(words: str, field: str, missing: str = "") -> str:
    """Words without space around them. Raises ``Invalid`` when too long, or missing where needed."""
    text = words.replace("\r\n", "\n").strip()
    if missing and not text:
        raise Invalid(missing, field)
    if len(text) > LONGEST:
        raise Invalid(_("Use %(most)s characters or fewer.") % {"most": LONGEST}, field)
    return text


def entry_state(entry: Entry) -> dict[str, str]:
    """What the history keeps of an entry; nothing of one that was emptied."""
    if not entry.words and not entry.declined:
        return {}
    return {"heading": entry.heading, "words": entry.words, "declined": "yes" if entry.declined else ""}


def goal_state(goal: Goal) -> dict[str, str]:
    """What the history keeps of a goal; its ratings are readings and have their own."""
    return {"words": goal.words, "why": goal.why, "kind": goal.kind, "status": goal.status}


def step_state(step: Step) -> dict[str, str]:
    """What the history keeps of a step."""
    return {
        "goal": str(step.goal_id),
        "words": step.words,
        "owner": step.owner,
        "owner_name": step.owner_name,
        "due": step.due.isoformat() if step.due else "",
        "status": step.status,
        "blocked_because": step.blocked_because,
    }


def review_state(plan: Plan) -> dict[str, str]:
    """What the history keeps of the plan itself: when it will be looked at again."""
    return {"review_on": plan.review_on.isoformat()} if plan.review_on else {}
