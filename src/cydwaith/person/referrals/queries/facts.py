"""Facts about many people at once, for a caseload; and what the clock must look at."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..models import Assignment, Referral
from ..rules import FINISHED, UNDER_WAY, Kind, Status


def with_referrals(actor: Actor, people: "QuerySet[Any, Any]") -> "QuerySet[Any, Any]":
    """People with where their referrals stand, as far as that is open to the actor.

    ``first_contact_by``: the day as text, of the support under way, or None. ``waiting``: how many answers
    are late and how many wait for the person's word, as text ("1 0"), or None where there are neither.
    """
    referrals = Referral.objects.as_seen_by(actor).filter(person_id=OuterRef("id"), confirmed_at=None)
    support = referrals.filter(kind=Kind.SUPPORT, status__in=UNDER_WAY)
    newest = support.order_by(Coalesce("accepted_at", "made_at").desc())[:1]
    late, to_say = Q(status=Status.REQUESTED, acknowledge_by__lt=clock.today()), Q(status__in=FINISHED)
    either = referrals.filter(late | to_say).values("person_id")
    return people.annotate(
        first_contact_by=Subquery(newest.values(day=Cast("first_attempt_by", TextField()))),
        waiting=Subquery(
            either.annotate(
                both=Concat(_count(late), Value(" ", output_field=TextField()), _count(to_say))
            ).values("both")
        ),
    )


def _count(which: Q) -> Cast:
    return Cast(Count("id", filter=which), TextField())


def my_people(actor: Actor) -> GuardedQuerySet:
    """The ids of the people whom this coach walks with now, the newest first; part of a larger read."""
    held = Assignment.objects.as_seen_by(actor).filter(coach_id=actor.account_id, until=None)
    return held.order_by("-since").values_list("person_id", flat=True)


def overdue_ids(actor: Actor, on: date) -> list[UUID]:
    """Requests whose answer is late on a day, and which the manager has not been told of."""
    rows = Referral.objects.as_seen_by(actor).filter(status=Status.REQUESTED, acknowledge_by__lt=on)
    return list(rows.exclude(told="manager").order_by("acknowledge_by").values_list("id", flat=True))
