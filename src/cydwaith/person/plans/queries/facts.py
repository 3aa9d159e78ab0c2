"""What a list of people says of each one's plan: columns of the list's own read."""

from datetime import timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast

from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..models import Agreement, Change, Goal, Plan
from ..pace import stuck_after_days
from ..policy import EVERYTHING
from ..rules.vocabulary import GoalStatus


def with_plans(actor: Actor, people: "QuerySet[Any, Any]") -> "QuerySet[Any, Any]":
    """People with what their plans say to the actor, all as text; None where a plan is not open to them.

    ``review_on``: the day. ``stuck_goals``: how many, None for none. ``changed_since_agreed``: "yes" or
    "", None where there was no yes. The rules ``stuck`` and ``standing`` say the same of one plan, and a test
    holds them equal.
    """
    plan = Plan.objects.as_seen_by(actor).filter(person_id=OuterRef("id"))
    stuck = _stuck(actor).values("person_id").annotate(number=Cast(Count("id"), TextField()))
    return people.annotate(
        review_on=Subquery(plan.values(day=Cast("review_on", TextField()))),
        stuck_goals=Subquery(stuck.values("number")),
        changed_since_agreed=Subquery(_last_yes(actor).values(changed=_changed(actor))[:1]),
    )


def _stuck(actor: Actor) -> GuardedQuerySet:
    quiet = Q(touched_at__lte=clock.now() - timedelta(days=stuck_after_days()))
    goals = Goal.objects.as_seen_by(actor).filter(person_id=OuterRef("id"), status=GoalStatus.NOW.value)
    return goals.filter(quiet | Q(rating__lt=F("rating_before")))


def _last_yes(actor: Actor) -> GuardedQuerySet:
    yes = Agreement.objects.as_seen_by(actor).filter(person_id=OuterRef("id"))
    return yes.order_by("-number", "-written_at")


def _changed(actor: Actor) -> Case:
    """Whether others wrote something after this yes, or in a part that was not before the person then."""
    others = Change.objects.as_seen_by(actor).filter(person_id=OuterRef("person_id"), by_person=False)
    apart = others.alias(seen=_both(F("scope"), OuterRef("scopes"))).exclude(seen=F("scope"))
    return Case(
        When(Exists(others.filter(number__gt=OuterRef("number"))), then=Value("yes")),
        When(scopes=int(EVERYTHING), then=Value("")),
        When(Exists(apart), then=Value("yes")),
        default=Value(""),
        output_field=TextField(),
    )


def _both(part: F, parts: OuterRef) -> Func:
    """The scopes that are in both."""
    return Func(part, parts, template="(%(expressions)s)", arg_joiner=" & ", output_field=IntegerField())
