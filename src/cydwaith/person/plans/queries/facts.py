"""Facts about many plans at once, for a caseload: four queries whatever the number of people."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

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
    last_touched: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Changes:
    by_others: tuple[tuple[int, Scope], ...] = ()
    last: datetime | None = None


def plan_facts(actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, PlanFacts]:
    """Facts for each of these people; empty ones where nothing is open to the actor."""
    ids = list(person_ids)
    reviews, stuck_goals = _reviews(actor, ids), _stuck(actor, ids)
    consents, changes = _consents(actor, ids), _changes(actor, ids)
    found = {}
    for person_id in ids:
        agreed, changed = consents.get(person_id), changes.get(person_id, _Changes())
        consent = Consent(agreed.number, Scope(agreed.scopes)) if agreed else None
        found[person_id] = PlanFacts(
            next_review=reviews.get(person_id),
            stuck_goals=stuck_goals[person_id],
            agreed_at=agreed.written_at if agreed else None,
            changed_since_agreed=standing(consent, changed.by_others) is Standing.CHANGED,
            last_touched=changed.last,
        )
    return found


def _reviews(actor: Actor, ids: list[UUID]) -> dict[UUID, date]:
    rows = Plan.objects.as_seen_by(actor).filter(person_id__in=ids)
    return dict(rows.values_list("person_id", "review_on"))


def _stuck(actor: Actor, ids: list[UUID]) -> Counter[UUID]:
    now, days = clock.now(), stuck_after_days()
    rows = Goal.objects.as_seen_by(actor).filter(person_id__in=ids, status=GoalStatus.NOW.value)
    columns = rows.values_list("person_id", "touched_at", "rating", "rating_before")
    return Counter(p for p, *rest in columns if stuck(Progress(GoalStatus.NOW, *rest), now, days))


def _consents(actor: Actor, ids: list[UUID]) -> dict[UUID, Agreement]:
    rows = Agreement.objects.as_seen_by(actor).filter(person_id__in=ids)
    return {row.person_id: row for row in rows.order_by("number", "written_at")}


def _changes(actor: Actor, ids: list[UUID]) -> dict[UUID, _Changes]:
    rows = Change.objects.as_seen_by(actor).filter(person_id__in=ids)
    newest = rows.values("person_id", "by_person", "scope").annotate(n=Max("number"), at=Max("written_at"))
    apart = defaultdict(list)
    for row in newest.order_by():
        apart[row["person_id"]].append(row)
    return {
        person_id: _Changes(
            tuple((row["n"], Scope(row["scope"])) for row in found if not row["by_person"]),
            max(row["at"] for row in found),
        )
        for person_id, found in apart.items()
    }
