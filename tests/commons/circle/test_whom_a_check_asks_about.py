"""The check of one object reads the permissions that could name whoever asks, and no others."""

import pytest

from cydwaith.commons.circle import grants
from cydwaith.commons.circle.policy import may_see
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import anonymous
from tests.support.worlds import a_person, a_team, lets_in

pytestmark = pytest.mark.django_db


def test_what_a_person_said_to_others_is_not_read_when_somebody_asks() -> None:
    mair, ours, theirs = a_person(), a_team("ours"), a_team("theirs", front_door=False)
    lets_in(mair, ours, Scope.PLAN)
    for scope in (Scope.PLAN, Scope.HEALTH):
        lets_in(mair, theirs, scope)
    assert mair.person_id
    found = grants.of_person(ours.coach, mair.person_id)
    assert [one.organisation_id for one in found] == [ours.organisation_id]
    assert may_see(ours.coach, mair.person_id, Scope.PLAN)
    assert not may_see(ours.coach, mair.person_id, Scope.HEALTH)
    assert grants.of_named_person(theirs.coach, mair.person_id)[1] == "Mair Example"
    assert grants.of_person(anonymous(), mair.person_id) == []
