"""Facts about many plans at once, for a caseload: four queries whatever the number of people."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F, Max, Q

from cydwaith.commons.circle.among import among
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..models import Agreement, Change, Goal, Plan
from ..pace import stuck_after_days
from ..rules.progress import Progress, stuck
from ..rules.standing import Consent, Standing, standing
from ..rules.vocabulary import GoalStatus


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a caseload says of one plan; ``stuck_goals`` is how many."""

    next_review: date | None = None
    stuck_goals: int = 0
    agreed_at: datetime | None = None
    changed_since_agreed: bool = False


@dataclass(frozen=True, slots=True)
class _Agreed:
    consent: Consent
    at: datetime


def plan_facts(actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, PlanFacts]:
    """Facts for each of these people; empty ones where nothing is open to the actor."""
    ids = among(person_ids)
    reviews, stuck_goals, agreed = _reviews(actor, ids), _stuck(actor, ids), _agreed(actor, ids)
    changes = _changes_by_others(actor, agreed)
    found = {}
    for person_id in person_ids:
        yes = agreed.get(person_id)
        stands = standing(yes.consent, changes[person_id]) if yes else Standing.NOT_AGREED
        found[person_id] = PlanFacts(
            next_review=reviews.get(person_id),
            stuck_goals=stuck_goals[person_id],
            agreed_at=yes.at if yes else None,
            changed_since_agreed=stands is Standing.CHANGED,
        )
    return found


def _reviews(actor: Actor, people: Q) -> dict[UUID, date]:
    return dict(Plan.objects.as_seen_by(actor).filter(people).values_list("person_id", "review_on"))


def _stuck(actor: Actor, people: Q) -> Counter[UUID]:
    """How many goals are stuck; the database leaves out those that cannot be, the rule decides."""
    now, days = clock.now(), stuck_after_days()
    maybe = Q(touched_at__lte=now - timedelta(days=days)) | Q(rating__lt=F("rating_before"))
    rows = Goal.objects.as_seen_by(actor).filter(people, maybe, status=GoalStatus.NOW.value)
    columns = rows.values_list("person_id", "touched_at", "rating", "rating_before")
    return Counter(p for p, *rest in columns if stuck(Progress(GoalStatus.NOW, *rest), now, days))


def _agreed(actor: Actor, people: Q) -> dict[UUID, _Agreed]:
    """The last yes of each."""
    rows = Agreement.objects.as_seen_by(actor).filter(people).order_by("number", "written_at")
    columns = rows.values_list("person_id", "number", "scopes", "written_at")
    return {person: _Agreed(Consent(number, Scope(scopes)), at) for person, number, scopes, at in columns}


def _changes_by_others(actor: Actor, person_ids: Iterable[UUID]) -> dict[UUID, list[tuple[int, Scope]]]:
    """The last change of each part that the person did not make."""
    rows = Change.objects.as_seen_by(actor).filter(among(person_ids), by_person=False)
    found: dict[UUID, list[tuple[int, Scope]]] = defaultdict(list)
    for person, part, number in rows.values_list("person_id", "scope").annotate(Max("number")).order_by():
        found[person].append((number, Scope(part)))
    return found
