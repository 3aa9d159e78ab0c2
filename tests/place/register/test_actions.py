"""Writing down what is done, and what came of it."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from cydwaith.commons.audit.models import Event
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.place.directory.models import Service
from cydwaith.place.register import commands, queries
from cydwaith.place.register.rules import Outcome

from .conftest import Group

pytestmark = pytest.mark.django_db


def plan(actor: Actor, service_id: UUID, **other: object) -> UUID:
    said = {"what": "A grant form", "who": "The council", "until": date(2026, 7, 1), **other}
    return commands.plan_action(actor, service_id=service_id, **said)  # type: ignore[arg-type]


def test_what_is_done_is_kept_with_who_and_until_when(group: Group, helper: Actor) -> None:
    choir = group("Choir", rests_on_one_person=True)
    plan(helper, choir)
    (row,) = queries.asset(helper, choir).doing
    assert (row.what, row.who, row.until, row.made_by) == (
        "A grant form",
        "The council",
        date(2026, 7, 1),
        helper.name,
    )
    assert row.is_open and not row.is_late


def test_what_came_of_it_closes_it(group: Group, helper: Actor) -> None:
    choir = group("Choir")
    action = plan(helper, choir)
    commands.close_action(helper, action_id=action, outcome=Outcome.SAFE, words="Two years more")
    asset = queries.asset(helper, choir)
    assert asset.doing == ()
    assert [(row.outcome, row.words, row.closed_by) for row in asset.done] == [
        ("They are safe for now", "Two years more", helper.name)
    ]


def test_the_second_to_say_what_came_of_it_is_told(group: Group, helper: Actor) -> None:
    action = plan(helper, group("Choir"))
    commands.close_action(helper, action_id=action, outcome=Outcome.SAFE)
    with pytest.raises(Conflict):
        commands.close_action(helper, action_id=action, outcome=Outcome.LOST)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"what": " "}, "what"), ({"who": ""}, "who"), ({"until": date(2026, 6, 14)}, "until")],
)
def test_an_action_says_what_who_and_a_day_to_come(
    group: Group, helper: Actor, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as said:
        plan(helper, group("Choir"), **wrong)
    assert said.value.field == field


def test_the_trail_has_names_of_fields_and_no_words(group: Group, helper: Actor) -> None:
    action = plan(helper, group("Choir"))
    event = approved_rows(Event).get(verb="register_action_planned")
    assert event.subject_id == action
    assert "grant" not in str(event.__dict__)


def test_a_service_that_is_not_shown_takes_no_action(helper: Actor) -> None:
    with pytest.raises(NotFound):
        plan(helper, uuid4())
    with pytest.raises(NotFound):
        queries.asset(helper, uuid4())
    with pytest.raises(NotFound):
        queries.action(helper, uuid4())


@pytest.mark.parametrize(
    ("role", "strength", "may"),
    [
        (Role.STEWARD, Strength.SECOND_FACTOR, True),
        (Role.MANAGER, Strength.SECOND_FACTOR, True),
        (Role.LINK_WORKER, Strength.SECOND_FACTOR, True),
        (Role.COACH, Strength.SECOND_FACTOR, True),
        (Role.COACH, Strength.CODE, False),
        (Role.CHARITY, Strength.SECOND_FACTOR, False),
        (Role.EMPLOYER, Strength.SECOND_FACTOR, False),
        (Role.CLINICIAN, Strength.SECOND_FACTOR, False),
        (Role.PERSON, Strength.SECOND_FACTOR, False),
    ],
)
def test_those_who_can_help_see_and_write(
    group: Group, helper: Actor, role: Role, strength: Strength, may: bool
) -> None:
    choir, actor = group("Choir"), Actor(roles=frozenset({role}), strength=strength)
    action = plan(helper, choir)
    reads = (
        lambda: queries.register(actor, queries.Wanted()),
        lambda: queries.asset(actor, choir),
        lambda: list(queries.every_line(actor, queries.Wanted())),
        lambda: plan(actor, choir),
    )
    for read in reads:
        if may:
            read()
        else:
            with pytest.raises(Refused):
                read()
    if not may:
        with pytest.raises(NotFound):
            queries.action(actor, action)


def test_what_was_done_for_a_merged_service_stays_with_its_survivor(group: Group, helper: Actor) -> None:
    old, new = group("Choir"), group("Cor")
    plan(helper, old)
    Service.objects.filter(id=old).update(merged_into=new)
    asset = queries.asset(helper, old)
    assert asset.line.id == new
    assert [row.what for row in asset.doing] == ["A grant form"]
