"""What has ended, or never began, gives nobody a way back in; what began is the person's."""

import pytest
from django.test import Client

from cydwaith.commons.audit.listeners import tell_waiting
from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.actors import actor_for
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people import commands as people
from cydwaith.commons.people import links
from cydwaith.commons.people import queries as people_queries
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.kernel.errors import Invalid, Refused
from cydwaith.person.referrals import commands, queries
from cydwaith.person.referrals.models import Referral
from cydwaith.person.referrals.rules import Closing, Reason, Status
from cydwaith.person.referrals.views.by_link import TRIES
from tests.person.referrals.conftest import World, accepts, asks
from tests.support.worlds import OPERATOR, a_team, somebody_at


def row(sent: commands.Sent) -> Referral:
    found: Referral = Referral.objects.as_seen_by(OPERATOR).get(id=sent.referral_id)
    return found


def hand_over(world: World, sent: commands.Sent, to: Actor) -> None:
    assert to.account_id
    commands.hand_over(world.coach, referral_id=sent.referral_id, coach_account_id=to.account_id)


def test_support_that_was_not_begun_is_not_handed_to_a_coach(world: World) -> None:
    sent = asks()
    with pytest.raises(Invalid):
        hand_over(world, sent, world.coach)
    assert not circle.may(world.coach, row(sent).person_id, Scope.PLAN)


def test_support_that_has_ended_is_not_handed_to_a_coach(world: World) -> None:
    sent = asks()
    accepts(world, sent)
    commands.close_support(
        world.coach, referral_id=sent.referral_id, closing=Closing.PLAN_MET, team_until=clock.today()
    )
    another = somebody_at(world.team.organisation_id, Role.COACH, "second@team.example")
    with pytest.raises(Invalid):
        hand_over(world, sent, another)
    assert not circle.may(another, row(sent).person_id, Scope.PLAN)


def test_whoever_asked_does_not_end_support_that_has_begun(world: World) -> None:
    sent = asks(world.gp, referred_by="professional", they_agree=True, requester_name="Dr Gwen")
    accepts(world, sent)
    with pytest.raises(Refused):
        commands.take_back(world.gp, referral_id=sent.referral_id, reason=Reason.DECLINED)
    assert row(sent).status == Status.ACCEPTED


def test_whoever_asked_takes_back_a_request_that_has_no_answer(world: World) -> None:
    sent = asks(world.gp, referred_by="professional", they_agree=True, requester_name="Dr Gwen")
    commands.take_back(world.gp, referral_id=sent.referral_id, reason=Reason.DECLINED)
    assert row(sent).status == Status.CANCELLED


def test_a_coach_who_handed_over_no_longer_takes_back_what_they_asked(world: World) -> None:
    first = somebody_at(world.team.organisation_id, Role.COACH, "first@team.example")
    sent = asks()
    accepts(world, sent, first)
    person_id = row(sent).person_id
    draft = commands.draft_referral(first, person_id=person_id, service=world.shed, matters="To mend.")
    hand_over(world, sent, world.coach)
    elsewhere = Actor(
        account_id=first.account_id, roles=frozenset({Role.COACH}), strength=Strength.SECOND_FACTOR
    )
    with pytest.raises(Refused):
        commands.take_back(elsewhere, referral_id=draft, reason=Reason.DECLINED)


def test_staff_without_a_second_factor_see_no_request_of_theirs(world: World) -> None:
    asks(world.gp, referred_by="professional", they_agree=True, requester_name="Dr Gwen")
    weak = Actor(account_id=world.gp.account_id, roles=world.gp.roles, strength=Strength.CODE)
    assert queries.my_requests(world.gp) != []
    assert queries.my_requests(weak) == []


def test_a_right_link_opens_however_many_wrong_ones_came_from_the_same_address(world: World) -> None:
    sent = asks(world.gp, referred_by="professional", they_agree=True, requester_name="Dr Gwen")
    client = Client()
    for _ in range(TRIES + 1):
        client.get("/asked/guess/")
    assert client.get("/asked/guess/").status_code == 429
    assert client.get(f"/asked/{links.make('referrer', sent.referral_id, 5)}/").status_code == 200


def test_a_coach_who_left_the_team_and_works_elsewhere_reads_nobody_there(world: World) -> None:
    sent, elsewhere = asks(), a_team("elsewhere", front_door=False, role=Role.CHARITY)
    accepts(world, sent)
    coach, person_id = world.coach, row(sent).person_id
    assert coach.account_id
    people.give_role(
        OPERATOR, account_id=coach.account_id, organisation_id=elsewhere.organisation_id, role=Role.CHARITY
    )
    of_team = people_queries.members(OPERATOR)[world.team.organisation_id]
    mine = next(m for m in of_team if m.role is Role.COACH)
    people.end_role(OPERATOR, membership_id=mine.membership_id)
    tell_waiting()
    there = actor_for(coach.account_id, Strength.SECOND_FACTOR, "en")
    assert there.organisation_id == elsewhere.organisation_id
    assert circle.open_scopes(there, person_id) == Scope(0)
    assert row(sent).status == Status.ACCEPTED, "the support goes on with whoever holds it next"


def test_a_coach_whose_other_role_ended_keeps_who_they_walk_with(world: World) -> None:
    sent = asks()
    accepts(world, sent)
    coach = world.coach
    assert coach.account_id
    people.give_role(
        OPERATOR,
        account_id=coach.account_id,
        organisation_id=world.team.organisation_id,
        role=Role.STEWARD,
    )
    of_team = people_queries.members(OPERATOR)[world.team.organisation_id]
    other = next(m for m in of_team if m.role is Role.STEWARD)
    people.end_role(OPERATOR, membership_id=other.membership_id)
    tell_waiting()
    assert circle.may(coach, row(sent).person_id, Scope.PLAN)
