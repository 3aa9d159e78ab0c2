"""Facts about many people at once, for a caseload; and what the clock must look at."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat

from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..models import Assignment, Referral
from ..rules import FINISHED, UNDER_WAY, Kind, Status

SPACE = Value(" ", output_field=TextField())


def with_referrals(actor: Actor, people: "QuerySet[Any, Any]") -> "QuerySet[Any, Any]":
    """People with where their referrals stand, as far as that is open to the actor.

    ``open_referrals`` is a text of three, such as "1 0 2026-05-04": how many answers are late, how many wait
    for the person's word, the last day for the first contact of the support under way, where there is one.
    None where there is nothing of the three.
    """
    late, to_say = Q(status=Status.REQUESTED, acknowledge_by__lt=clock.today()), Q(status__in=FINISHED)
    support = Q(kind=Kind.SUPPORT, status__in=UNDER_WAY)
    open_ones = Referral.objects.as_seen_by(actor).filter(person_id=OuterRef("id"), confirmed_at=None)
    first = Cast(Max("first_attempt_by", filter=support), TextField())
    parts = (_count(late), SPACE, _count(to_say), SPACE, first)
    told = open_ones.filter(late | to_say | support).values("person_id").annotate(told=Concat(*parts))
    return people.annotate(open_referrals=Subquery(told.values("told")))


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
