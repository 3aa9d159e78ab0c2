"""Where all rows of a read are one person's, their permission is looked for once, and never left out."""

from typing import Any

import pytest
from django.db.models import F, Q
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.person.plans import commands as plans
from cydwaith.person.plans.models import Goal
from cydwaith.person.plans.rules.vocabulary import GoalKind
from tests.support.worlds import a_person, a_team, lets_in

CORRELATED = 'held.person_id = "plans_goal"."person_id"'


def asked(actor: Actor, *conditions: Q) -> str:
    """The statement for the goals that the actor sees, under conditions."""
    return str(Goal.objects.as_seen_by(actor).filter(*conditions).query)


@pytest.mark.django_db
def test_the_goals_of_one_person_ask_for_their_permission_by_name() -> None:
    team, mair = a_team(), a_person("Mair")
    assert CORRELATED not in asked(team.coach, Q(person_id=mair.person_id))
    assert CORRELATED not in asked(team.coach, Q(words="Sing") & Q(person_id=mair.person_id))


@pytest.mark.django_db
def test_what_does_not_hold_for_every_row_is_asked_of_each() -> None:
    team, mair = a_team(), a_person("Mair")
    hers = Q(person_id=mair.person_id)
    for condition in (Q(), ~hers, hers | Q(words="Sing"), ~(~hers & ~Q(words="Sing"))):
        assert CORRELATED in asked(team.coach, condition)
    assert CORRELATED in asked(team.coach, Q(person_id=F("id")))
    assert CORRELATED in asked(team.coach, Q(person_id__in=[mair.person_id]))


class TestWhoeverIsLetIn(TestCase):
    """A law over conditions: a read never shows more or less than all that is open, sorted out in Python."""

    def setUp(self) -> None:
        """Three people with a goal each, two of whom let the team in."""
        self.team = a_team()
        self.people = [a_person(name) for name in ("Mair", "Huw", "Siân")]
        for person in self.people:
            assert person.person_id
            goal = {"words": "Sing", "kind": GoalKind.WORK, "rating": 4}
            plans.add_goal(person, person_id=person.person_id, **goal)
        for person in self.people[:2]:
            lets_in(person, self.team, Scope.PLAN)

    @given(data=st.data())
    def test_sees_the_same_whatever_is_asked(self, data: Any) -> None:
        """Any nesting of and, or and not over who a goal belongs to."""
        whose = st.sampled_from(self.people).map(lambda person: Q(person_id=person.person_id))
        nested = st.recursive(
            whose,
            lambda inner: st.one_of(
                st.tuples(inner, inner).map(lambda two: two[0] & two[1]),
                st.tuples(inner, inner).map(lambda two: two[0] | two[1]),
                inner.map(lambda one: ~one),
            ),
            max_leaves=5,
        )
        condition = data.draw(nested)
        for reader in (self.team.coach, *self.people):
            open_to = set(Goal.objects.as_seen_by(reader).values_list("id", flat=True))
            meant = set(Goal.objects.approved_for_rules().filter(condition).values_list("id", flat=True))
            shown = set(Goal.objects.as_seen_by(reader).filter(condition).values_list("id", flat=True))
            assert shown == open_to & meant
