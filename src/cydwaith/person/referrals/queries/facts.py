"""Facts about many people at once, for a caseload; and what the clock must look at."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.programmes.queries import programme_names

from ..models import Assignment, Referral
from ..rules import FINISHED, OPEN, UNDER_WAY, Kind, Status, days_overdue


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """What a caseload asks: late answers, words awaited, the first contact, the support itself."""

    unanswered_overdue: int = 0
    awaiting_person: int = 0
    first_contact_due: date | None = None
    accepted_at: datetime | None = None
    programme: str = ""
    coach_account_id: UUID | None = None
    support_id: UUID | None = None


def caseload_facts(actor: Actor, person_ids: Iterable[UUID]) -> dict[UUID, ReferralFacts]:
    """Facts by person, for those whom the actor may see; three queries, whatever the number."""
    wanted = list(person_ids)
    rows = Referral.objects.as_seen_by(actor).filter(
        person_id__in=wanted, status__in=OPEN | FINISHED, confirmed_at=None
    )
    by_person: dict[UUID, list[Referral]] = defaultdict(list)
    for row in rows.defer("matters", "own_words"):
        by_person[row.person_id].append(row)
    rows_of_all = [row for several in by_person.values() for row in several]
    names = programme_names(actor, {row.programme_id for row in rows_of_all if row.programme_id})
    coaches = _coaches(actor, wanted)
    return {person: _facts(by_person[person], names, coaches.get(person)) for person in wanted}


def _coaches(actor: Actor, person_ids: list[UUID]) -> dict[UUID, UUID]:
    held = Assignment.objects.as_seen_by(actor).filter(person_id__in=person_ids, until=None).order_by("since")
    return dict(held.values_list("person_id", "coach_id"))


def _facts(rows: list[Referral], names: dict[UUID, str], coach: UUID | None) -> ReferralFacts:
    today = clock.today()
    late = [r for r in rows if days_overdue(Status(r.status), r.acknowledge_by, today)]
    under_way = [r for r in rows if r.kind == Kind.SUPPORT and r.status in UNDER_WAY]
    support = max(under_way, key=lambda r: r.accepted_at or r.made_at, default=None)
    return ReferralFacts(
        unanswered_overdue=len(late),
        awaiting_person=sum(r.status in FINISHED for r in rows),
        first_contact_due=support.first_attempt_by if support else None,
        accepted_at=support.accepted_at if support else None,
        programme=names.get(support.programme_id, "") if support and support.programme_id else "",
        coach_account_id=coach,
        support_id=support.id if support else None,
    )


def my_people(actor: Actor) -> list[UUID]:
    """The people whom this coach walks with now, the newest first."""
    if actor.account_id is None:
        return []
    held = Assignment.objects.as_seen_by(actor).filter(coach_id=actor.account_id, until=None)
    return list(dict.fromkeys(held.order_by("-since").values_list("person_id", flat=True)))


def overdue_ids(actor: Actor, on: date) -> list[UUID]:
    """Requests whose answer is late on a day, and which the manager has not been told of."""
    rows = Referral.objects.as_seen_by(actor).filter(status=Status.REQUESTED, acknowledge_by__lt=on)
    return list(rows.exclude(told="manager").order_by("acknowledge_by").values_list("id", flat=True))
