"""What fidelity counts of talks with employers: ids and numbers, no words and no names."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Min

from cydwaith.kernel.actor import Actor

from ..models import EmployerContact
from ..rules.vocabulary import Way


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Talks for a person in a stretch of time. ``in_person`` and ``by_specialist`` count those face to face.

    ``wished`` of ``asked``: those about the kind of work that the person wants, where that was written down.
    """

    in_person: int
    by_specialist: dict[UUID, int]
    all_ways: int
    wished: int
    asked: int


def contact_facts(
    actor: Actor, first: date, last: date, specialists: Collection[UUID] | None = None
) -> ContactFacts:
    """Talks for a person from ``first`` to ``last``, both included; of some accounts, or of all."""
    rows = EmployerContact.objects.as_seen_by(actor).filter(person__isnull=False, on__range=(first, last))
    if specialists is not None:
        rows = rows.filter(by_account_id__in=specialists)
    counted = rows.order_by().values_list("by_account_id", "way", "as_wished").annotate(number=Count("id"))
    found = list(counted)
    by: dict[UUID, int] = {}
    for account_id, way, _wished, number in found:
        if way == Way.IN_PERSON.value:
            by[account_id] = by.get(account_id, 0) + number
    return ContactFacts(
        in_person=sum(by.values()),
        by_specialist=by,
        all_ways=sum(row[3] for row in found),
        wished=sum(row[3] for row in found if row[2]),
        asked=sum(row[3] for row in found if row[2] is not None),
    )


def first_contacts(actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, date]:
    """The day of the first talk with an employer for each person, of those who had one."""
    rows = EmployerContact.objects.as_seen_by(actor).filter(person_id__in=person_ids)
    return dict(rows.order_by().values_list("person_id").annotate(first=Min("on")))
