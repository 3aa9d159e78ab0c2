"""Facts about many people at once, for a caseload; and what the clock must look at."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models.functions import Coalesce

from cydwaith.commons.circle.among import among
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..models import Assignment, Referral
from ..rules import FINISHED, OPEN, UNDER_WAY, Kind, Status, days_overdue


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """What a caseload asks: late answers, words awaited, the first contact, the programme."""

    unanswered_overdue: int = 0
    awaiting_person: int = 0
    first_contact_due: date | None = None
    accepted_at: datetime | None = None
    programme: str = ""


def caseload_facts(actor: Actor, person_ids: Iterable[UUID]) -> dict[UUID, ReferralFacts]:
    """Facts by person, for those whom the actor may see; one query, whatever the number."""
    wanted = list(person_ids)
    rows = Referral.objects.as_seen_by(actor).filter(
        among(wanted), status__in=OPEN | FINISHED, confirmed_at=None
    )
    name = "programme__name_cy" if actor.language == "cy" else "programme__name"
    by_person: dict[UUID, list[_Open]] = defaultdict(list)
    for row in rows.order_by(Coalesce("accepted_at", "made_at")).values_list(*COLUMNS, name):
        by_person[row[0]].append(_Open._make(row))
    return {person: _facts(by_person[person]) for person in wanted}


class _Open(NamedTuple):
    """What the facts need of a referral."""

    person_id: UUID
    kind: str
    status: str
    accepted_at: datetime | None
    acknowledge_by: date | None
    first_attempt_by: date | None
    programme: str | None


COLUMNS = _Open._fields[:-1]


def _facts(rows: list[_Open]) -> ReferralFacts:
    today = clock.today()
    late = [r for r in rows if days_overdue(Status(r.status), r.acknowledge_by, today)]
    under_way = [r for r in rows if r.kind == Kind.SUPPORT and r.status in UNDER_WAY]
    support = under_way[-1] if under_way else None
    return ReferralFacts(
        unanswered_overdue=len(late),
        awaiting_person=sum(r.status in FINISHED for r in rows),
        first_contact_due=support.first_attempt_by if support else None,
        accepted_at=support.accepted_at if support else None,
        programme=support.programme or "" if support else "",
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
