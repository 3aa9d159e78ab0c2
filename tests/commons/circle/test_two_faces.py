"""One rule, two faces: whatever the world, the list filter agrees with the check of one object."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.models import Permission, Person
from cydwaith.commons.circle.policy import may_see
from cydwaith.commons.circle.queries import called_of, person_card, postcode_of
from cydwaith.commons.circle.rules import ALL_SCOPES, Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength, anonymous, by_link, system
from cydwaith.kernel.ids import new_id
from tests.support.worlds import OPERATOR, Team, a_person, a_team

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
PREPARED = {model: prepared(model.objects.as_seen_by) for model in (Person, Permission)}


@pytest.fixture
def world(db: None) -> Iterator[tuple[list[Actor], list[Team], UUID]]:
    people = [a_person("One"), a_person("Two")]
    teams = [a_team("team"), a_team("charity", front_door=False, role=Role.CHARITY)]
    yield people, teams, new_id()


grants = st.fixed_dictionaries(
    {
        "person": st.integers(0, 1),
        "recipient": st.sampled_from(["organisation 0", "organisation 1", "account", "link"]),
        "scopes": st.sets(st.sampled_from(ALL_SCOPES), min_size=1).map(lambda s: Scope(sum(s))),
        "length": st.sampled_from([None, 1, 10]),
        "withdrawn": st.booleans(),
    }
)
strengths = st.sampled_from([Strength.CODE, Strength.SECOND_FACTOR])
roles = st.sets(st.sampled_from(list(Role)), max_size=2).map(frozenset)


def grant(world: tuple[list[Actor], list[Team], UUID], one: dict[str, object]) -> None:
    people, teams, subject = world
    person = people[one["person"]]
    to = {
        "organisation 0": {"organisation_id": teams[0].organisation_id},
        "organisation 1": {"organisation_id": teams[1].organisation_id},
        "account": {"account_id": teams[0].coach.account_id},
        "link": {"link_subject_id": subject},
    }[one["recipient"]]
    permission = circle.let_in(
        person,
        person_id=person.person_id,
        purpose="a law",
        scopes=one["scopes"],
        how="by the person",
        until=clock.now() + one["length"] * DAY if one["length"] else None,
        **to,
    )
    if one["withdrawn"]:
        circle.withdraw(person, permission_id=permission)


def actors(
    world: tuple[list[Actor], list[Team], UUID], strength: Strength, role: frozenset[Role]
) -> list[Actor]:
    people, teams, subject = world
    known = [
        Actor(account_id=t.coach.account_id, organisation_id=t.organisation_id, roles=role, strength=strength)
        for t in teams
    ]
    links = [by_link("answer", subject), by_link("measure", subject), by_link("answer", new_id())]
    return [*known, *people, *links, anonymous(), OPERATOR]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given_out=st.lists(grants, max_size=5), strength=strengths, role=roles, later=st.sampled_from([0, 5, 20])
)
def test_the_list_filter_and_the_object_check_agree(
    world: tuple[list[Actor], list[Team], UUID],
    given_out: list[dict[str, object]],
    strength: Strength,
    role: frozenset[Role],
    later: int,
) -> None:
    for one in given_out:
        grant(world, one)
    with clock.at(clock.now() + later * DAY):
        for actor in actors(world, strength, role):
            for model in (Person, Permission):
                everything = list(approved_rows(model))
                seen = {row.pk for row in model.objects.as_seen_by(actor)}
                assert seen == {row.pk for row in everything if policy_for(model).check(actor, row)}
                assert seen == {row.pk for row in PREPARED[model](actor)}


def test_a_withdrawn_permission_ends_at_the_next_request(world: tuple[list[Actor], list[Team], UUID]) -> None:
    people, teams, _ = world
    mair, coach = people[0], teams[0].coach
    permission = circle.let_in(
        mair,
        person_id=mair.person_id,
        purpose="p",
        scopes=Scope.PLAN,
        how="by the person",
        organisation_id=teams[0].organisation_id,
    )
    assert may_see(coach, mair.person_id, Scope.PLAN)
    circle.withdraw(mair, permission_id=permission)
    assert not may_see(coach, mair.person_id, Scope.PLAN)


def test_a_scope_opens_itself_and_no_other(world: tuple[list[Actor], list[Team], UUID]) -> None:
    people, teams, _ = world
    mair, coach = people[0], teams[0].coach
    circle.let_in(
        mair,
        person_id=mair.person_id,
        purpose="p",
        scopes=Scope.WORK,
        how="by the person",
        organisation_id=teams[0].organisation_id,
    )
    assert [s for s in ALL_SCOPES if may_see(coach, mair.person_id, s)] == [Scope.WORK]


def test_what_somebody_is_called_and_where_they_live_is_read_with_contact_details_alone(
    world: tuple[list[Actor], list[Team], UUID],
) -> None:
    people, teams, _ = world
    mair, (coach, other) = people[0], (team.coach for team in teams[:2])
    mair_id = mair.person_id
    for team, scopes in ((teams[0], Scope.CONTACT), (teams[1], Scope.WORK | Scope.PLAN)):
        circle.let_in(
            mair,
            person_id=mair_id,
            purpose="p",
            scopes=scopes,
            how="by the person",
            organisation_id=team.organisation_id,
        )
    card = person_card(coach, mair_id)
    assert called_of(coach, (mair_id,)) == {mair_id: card.called}
    assert postcode_of(coach, mair_id) == card.postcode
    assert (called_of(other, (mair_id,)), postcode_of(other, mair_id)) == ({}, "")


def test_nobody_is_let_in_by_default(world: tuple[list[Actor], list[Team], UUID]) -> None:
    people, teams, _ = world
    for actor in (teams[0].coach, teams[1].coach, people[1], anonymous()):
        assert not any(may_see(actor, people[0].person_id, scope) for scope in ALL_SCOPES)


def test_staff_without_a_second_factor_see_nobody(world: tuple[list[Actor], list[Team], UUID]) -> None:
    people, teams, _ = world
    grant(
        world,
        {
            "person": 0,
            "recipient": "organisation 0",
            "scopes": Scope.CONTACT,
            "length": None,
            "withdrawn": False,
        },
    )
    weak = Actor(
        account_id=teams[0].coach.account_id,
        organisation_id=teams[0].organisation_id,
        roles=frozenset({Role.COACH}),
        strength=Strength.CODE,
    )
    assert not may_see(weak, people[0].person_id, Scope.CONTACT)
    assert not Person.objects.as_seen_by(weak).exists()


def test_a_steward_runs_the_place_and_reads_nobody(world: tuple[list[Actor], list[Team], UUID]) -> None:
    people, teams, _ = world
    grant(
        world,
        {
            "person": 0,
            "recipient": "organisation 0",
            "scopes": Scope.CONTACT,
            "length": None,
            "withdrawn": False,
        },
    )
    steward = Actor(
        account_id=new_id(),
        organisation_id=teams[0].organisation_id,
        roles=frozenset({Role.STEWARD}),
        strength=Strength.SECOND_FACTOR,
    )
    assert not may_see(steward, people[0].person_id, Scope.CONTACT)
    assert system("x").is_system


@pytest.mark.parametrize(
    ("role", "strength"), [(Role.STEWARD, Strength.SECOND_FACTOR), (Role.COACH, Strength.CODE)]
)
def test_what_somebody_lets_a_team_in_for_is_not_read_by_stewards_or_with_one_code_alone(
    world: tuple[list[Actor], list[Team], UUID], role: Role, strength: Strength
) -> None:
    _, teams, _ = world
    grant(
        world,
        {
            "person": 0,
            "recipient": "organisation 0",
            "scopes": Scope.CONTACT,
            "length": None,
            "withdrawn": False,
        },
    )
    somebody = Actor(
        account_id=new_id(),
        organisation_id=teams[0].organisation_id,
        roles=frozenset({role}),
        strength=strength,
    )
    assert Permission.objects.as_seen_by(teams[0].coach).exists()
    assert not Permission.objects.as_seen_by(somebody).exists()
