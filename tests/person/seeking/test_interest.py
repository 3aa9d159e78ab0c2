"""Interested, told, answered, taken back: an employer knows what was chosen, and nothing else."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cydwaith.commons.audit.queries import about_me
from cydwaith.commons.circle.queries import may
from cydwaith.commons.circle.rules import ALL_SCOPES, Scope
from cydwaith.commons.circle.sections import fill
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.commons.messages.models import Message
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength, anonymous, by_link
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.journey.queries import story
from cydwaith.person.seeking import commands, queries
from cydwaith.person.seeking.commands import Contact
from cydwaith.person.seeking.models import EmployerContact, Interest, Introduction
from cydwaith.person.seeking.rules.vocabulary import Answer, CameOf, Stage, Way
from cydwaith.person.work import commands as work
from cydwaith.person.work.rules.vocabulary import Because, Sheet
from cydwaith.place.opportunities.commands import move
from cydwaith.place.opportunities.commands import offer as offer_role
from cydwaith.place.opportunities.policy import KEEP
from cydwaith.place.opportunities.rules.vocabulary import Status
from tests.place.opportunities.conftest import CAFE
from tests.support.worlds import OPERATOR, Team, a_team, lets_in

from .conftest import Offered, shared

WISH = {
    "kinds": {"sectors": ["food"]},
    "hours": {"least": 4, "most": 8},
    "times": {"days": [1, 3], "times": ["morning"]},
    "place": {"minutes": 20},
    "adjustments": {"adjustments": ["sit-or-stand", "quiet"]},
}


def wants(person: Actor, person_id: UUID) -> None:
    work.write(person, person_id=person_id, sheet=Sheet.PROFILE, answers=WISH)
    work.keep(person, person_id=person_id, sheet=Sheet.PROFILE, because=Because.FIRST)


def tells(person: Actor, person_id: UUID, role: UUID, **differs: str) -> UUID:
    return commands.say_interested(person, person_id=person_id, opportunity_id=role, shared=shared(**differs))


def talk(**differs: object) -> Contact:
    said = {"employer": "Teg Bakery", "on": clock.today(), "way": Way.IN_PERSON, "came_of": CameOf.VISIT}
    return Contact(**(said | differs))  # type: ignore[arg-type]


def test_what_fits_is_said_with_its_reason_and_what_to_ask(
    mair: Actor, mair_id: UUID, offered: Offered
) -> None:
    wants(mair, mair_id)
    kitchen = offered()
    van = offered(title="Driving a van", sectors=("moving",), asks=("driving",), hours_from=30, hours_to=30)
    first, second = queries.matches(mair, mair_id).rows
    assert (first.line.id, second.line.id) == (kitchen, van)
    assert first.reasons.fits == (
        "Food, cafés and hotels, 4 to 8 hours a week, Tuesday, Thursday, mornings, "
        "less than a quarter of a mile away, sitting or standing when you need"
    )
    assert first.reasons.misfits == () and first.reasons.ask == ("a quiet place",)
    assert "more hours than you want (30 hours a week)" in second.reasons.misfits
    assert "another kind of work: driving, delivery, warehouses" in second.reasons.misfits


def test_without_a_wish_the_page_says_that_the_order_means_nothing(
    mair: Actor, mair_id: UUID, offered: Offered
) -> None:
    offered()
    page = queries.matches(mair, mair_id)
    assert page.nothing_said and len(page.rows) == 1


def test_nobody_is_told_anything_before_the_person_says_so(
    mair: Actor, mair_id: UUID, walks: Actor, employer: Actor, offered: Offered
) -> None:
    role = offered()
    queries.matches(walks, mair_id)
    queries.preview(mair, mair_id, role)
    assert queries.introduced(employer, role).people == ()
    with pytest.raises(Refused):
        commands.say_interested(walks, person_id=mair_id, opportunity_id=role, shared=shared())


def test_the_employer_knows_what_was_chosen_and_nothing_else(
    mair: Actor, mair_id: UUID, employer: Actor, offered: Offered
) -> None:
    role = offered()
    tells(mair, mair_id, role)
    [one] = queries.introduced(employer, role).people
    assert (one.name, one.phone, one.email, one.words) == ("Mair", "01632 960123", "", "")
    assert not any(may(employer, mair_id, scope) for scope in ALL_SCOPES)
    assert "introduction_seen" in [seen.verb for seen in about_me(mair)]
    told = Message.objects.as_seen_by(OPERATOR).values_list("kind", flat=True)
    assert list(told) == ["role_news"]


def test_a_coach_may_tell_them_together_with_the_person(
    mair_id: UUID, walks: Actor, employer: Actor, offered: Offered
) -> None:
    role = offered()
    commands.say_interested(walks, person_id=mair_id, opportunity_id=role, shared=shared(), with_person=True)
    assert [one.name for one in queries.introduced(employer, role).people] == ["Mair"]


def test_they_must_be_able_to_reach_the_person(mair: Actor, mair_id: UUID, offered: Offered) -> None:
    role = offered()
    for wrong in ({"phone": ""}, {"name": " "}):
        with pytest.raises(Invalid):
            tells(mair, mair_id, role, **wrong)
    tells(mair, mair_id, role)
    with pytest.raises(Conflict):
        tells(mair, mair_id, role, words="Something else")


def test_a_button_that_is_pressed_twice_tells_an_employer_once(
    mair: Actor, mair_id: UUID, employer: Actor, offered: Offered
) -> None:
    role = offered()
    assert tells(mair, mair_id, role) == tells(mair, mair_id, role)
    assert len(queries.introduced(employer, role).people) == 1


def test_taking_it_back_twice_is_taking_it_back(mair: Actor, mair_id: UUID, offered: Offered) -> None:
    interest = tells(mair, mair_id, offered())
    for _twice in range(2):
        commands.withdraw(mair, person_id=mair_id, interest_id=interest)
    with pytest.raises(NotFound):
        commands.move(mair, person_id=mair_id, interest_id=interest, stage=Stage.TALKED)


def test_a_talk_that_is_sent_twice_counts_once(walks: Actor, mair_id: UUID) -> None:
    first = commands.log_contact(walks, person_id=mair_id, contact=talk())
    assert commands.log_contact(walks, person_id=mair_id, contact=talk()) == first
    assert commands.log_contact(walks, contact=talk()) != first, "in general is another one"
    assert commands.log_contact(walks, person_id=mair_id, contact=talk(way=Way.PHONE)) != first
    with clock.at(clock.now() + timedelta(minutes=2)):
        assert commands.log_contact(walks, person_id=mair_id, contact=talk()) != first


def test_what_is_not_open_cannot_be_asked_for(
    mair: Actor, mair_id: UUID, employer: Actor, offered: Offered
) -> None:
    role = offered()
    move(employer, opportunity_id=role, to=Status.PAUSED)
    with pytest.raises(NotFound):
        tells(mair, mair_id, role)


def test_taking_it_back_ends_at_the_next_request_and_leaves_no_copy(
    mair: Actor, mair_id: UUID, employer: Actor, offered: Offered
) -> None:
    role = offered()
    interest = tells(mair, mair_id, role)
    commands.withdraw(mair, person_id=mair_id, interest_id=interest)
    assert queries.introduced(employer, role).people == ()
    row = Introduction.objects.as_seen_by(OPERATOR).get()
    assert (row.name, row.phone, row.email, row.words) == ("", "", "", "")
    with pytest.raises(Refused):
        commands.answer(employer, introduction_id=row.id, answer=Answer.TALK)
    tells(mair, mair_id, role)


def test_it_ends_by_itself_after_ninety_days(
    mair: Actor, mair_id: UUID, employer: Actor, offered: Offered
) -> None:
    role = offered()
    tells(mair, mair_id, role)
    with clock.at(clock.now() + timedelta(days=91)):
        assert queries.introduced(employer, role).people == ()
        assert queries.interests(mair, mair_id)[0].until is None


def test_an_answer_reaches_the_person(mair: Actor, mair_id: UUID, employer: Actor, offered: Offered) -> None:
    role = offered()
    tells(mair, mair_id, role)
    [one] = queries.introduced(employer, role).people
    commands.answer(employer, introduction_id=one.id, answer=Answer.VISIT, words="Monday at 10")
    [mine] = queries.interests(mair, mair_id)
    assert (mine.answer, mine.answer_words) == ("Come and see us", "Monday at 10")
    commands.move(mair, person_id=mair_id, interest_id=mine.id, stage=Stage.VISITED)
    assert queries.interests(mair, mair_id)[0].stage is Stage.VISITED
    assert "role_answered" in Message.objects.as_seen_by(OPERATOR).values_list("kind", flat=True)


def test_another_employer_and_another_link_see_nobody(
    mair: Actor, mair_id: UUID, steward: Actor, offered: Offered, visitor: Actor
) -> None:
    role = offered()
    tells(mair, mair_id, role)
    other = a_team("hotel", front_door=False, role=Role.EMPLOYER).coach
    another = offer_role(visitor, posting=CAFE, email="cor@cwmteg.example")
    for stranger in (other, by_link(KEEP, another), anonymous()):
        with pytest.raises(NotFound):
            queries.introduced(stranger, role)
    assert queries.introduced(steward, role).people == ()


def test_an_employer_let_in_to_work_does_not_read_where_else_somebody_looks(
    mair: Actor, mair_id: UUID, walks: Actor, offered: Offered
) -> None:
    """A hotel that agrees her hours with her must not learn that she asked at the café next door."""
    hotel = a_team("hotel", front_door=False, role=Role.EMPLOYER)
    lets_in(mair, hotel, Scope.CONTACT | Scope.WORK)
    role, boss = offered(), hotel.coach
    tells(mair, mair_id, role, words="I want to leave the hotel.")
    commands.log_contact(walks, person_id=mair_id, contact=talk(employer="The Lakeside Hotel"))
    assert may(boss, mair_id, Scope.WORK)
    for model in (EmployerContact, Interest, Introduction):
        assert not model.objects.as_seen_by(boss).exists()
    for closed in (queries.matches, queries.employers):
        with pytest.raises(Refused):
            closed(boss, mair_id)
    with pytest.raises(Refused):
        queries.preview(boss, mair_id, role)
    assert "seeking" not in {part.key for part in fill(boss, mair_id)}


def test_whoever_looks_up_how_to_reach_somebody_is_on_the_record(
    mair: Actor, mair_id: UUID, walks: Actor, offered: Offered
) -> None:
    assert queries.preview(walks, mair_id, offered()).phone == "01632 960123"
    assert "way_to_reach_seen" in [seen.verb for seen in about_me(mair)]


def test_a_group_answers_by_its_link(mair: Actor, mair_id: UUID, steward: Actor, visitor: Actor) -> None:
    from cydwaith.place.opportunities.commands import let_through

    role = offer_role(visitor, posting=CAFE, email="cor@cwmteg.example")
    let_through(steward, opportunity_id=role)
    tells(mair, mair_id, role)
    [one] = queries.introduced(by_link(KEEP, role), role).people
    commands.answer(by_link(KEEP, role), introduction_id=one.id, answer=Answer.TALK)
    assert queries.interests(mair, mair_id)[0].answer == "Let us talk"


def test_talks_are_for_a_person_or_for_nobody(
    mair: Actor, mair_id: UUID, walks: Actor, coach: Actor, employer: Actor
) -> None:
    commands.log_contact(walks, person_id=mair_id, contact=talk(as_wished=True))
    commands.log_contact(walks, contact=talk(employer="The Lakeside Hotel"))
    assert [row.employer for row in queries.employers(mair, mair_id).rows] == ["Teg Bakery"]
    assert [row.employer for row in queries.general(walks)] == ["The Lakeside Hotel"]
    assert queries.general(coach) == () and queries.general(employer) == ()
    for stranger in (coach, employer):
        with pytest.raises(Refused):
            queries.employers(stranger, mair_id)
        with pytest.raises(Refused):
            commands.log_contact(stranger, person_id=mair_id, contact=talk())
    with pytest.raises(Invalid):
        commands.log_contact(walks, contact=talk(on=clock.today() + timedelta(days=1)))


def test_fidelity_counts_talks_face_to_face_for_a_person(mair_id: UUID, walks: Actor) -> None:
    today = clock.today()
    for way, wished in ((Way.IN_PERSON, True), (Way.IN_PERSON, False), (Way.PHONE, True)):
        commands.log_contact(walks, person_id=mair_id, contact=talk(way=way, as_wished=wished))
    commands.log_contact(walks, contact=talk())
    earlier = today - timedelta(days=9)
    commands.log_contact(walks, person_id=mair_id, contact=talk(on=earlier, way=Way.PHONE))
    facts = queries.contact_facts(OPERATOR, today, today)
    assert walks.account_id
    assert (facts.in_person, facts.by_specialist, facts.all_ways) == (2, {walks.account_id: 2}, 3)
    assert (facts.wished, facts.asked) == (2, 3)
    assert queries.first_contacts(OPERATOR, [mair_id]) == {mair_id: earlier}
    assert queries.contact_facts(OPERATOR, today, today, specialists=[]).in_person == 0


def test_everything_about_me_holds_it(mair: Actor, mair_id: UUID, walks: Actor, offered: Offered) -> None:
    tells(mair, mair_id, offered(), words="I bake at home.")
    commands.log_contact(walks, person_id=mair_id, contact=talk())
    [part] = [part for part in fill(mair, mair_id) if part.key == "seeking"]
    assert [entry.label for entry in part.entries] == [
        "Interested in: Helping in the café kitchen",
        "Passed on to Teg Bakery",
        "Talk with Teg Bakery",
    ]
    assert "I bake at home." in part.entries[1].value


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    role=st.sets(st.sampled_from(list(Role)), max_size=2).map(frozenset),
    strength=st.sampled_from([Strength.CODE, Strength.SECOND_FACTOR]),
    later=st.sampled_from([0, 91]),
)
def test_the_list_and_the_object_agree(
    mair: Actor,
    mair_id: UUID,
    walks: Actor,
    team: Team,
    employer: Actor,
    offered: Offered,
    role: frozenset[Role],
    strength: Strength,
    later: int,
) -> None:
    if not approved_rows(Interest).exists():
        tells(mair, mair_id, offered())
        commands.log_contact(walks, person_id=mair_id, contact=talk())
        commands.log_contact(walks, contact=talk())
    posting = approved_rows(Interest).get().opportunity_id
    seats = [(one.organisation_id, one.account_id) for one in (walks, employer)]
    known = [Actor(account_id=a, organisation_id=o, roles=role, strength=strength) for o, a in seats]
    with clock.at(clock.now() + timedelta(days=later)):
        for actor in (
            *known,
            mair,
            by_link(KEEP, posting),
            by_link("answer", posting),
            anonymous(),
            OPERATOR,
        ):
            for model in (EmployerContact, Interest, Introduction):
                everything = list(approved_rows(model))
                seen = {row.pk for row in model.objects.as_seen_by(actor)}
                assert seen == {row.pk for row in everything if policy_for(model).check(actor, row)}


def test_the_one_timeline_tells_of_it_to_those_let_in(
    mair: Actor, mair_id: UUID, walks: Actor, coach: Actor, employer: Actor, offered: Offered
) -> None:
    role = offered()
    tells(mair, mair_id, role)
    [one] = queries.introduced(employer, role).people
    commands.answer(employer, introduction_id=one.id, answer=Answer.TALK)
    commands.log_contact(walks, person_id=mair_id, contact=talk())
    titles = [moment.title for moment in story(mair, mair_id)]
    told = {"Talk with Teg Bakery", "Interested in: Helping in the café kitchen", "Let us talk"}
    assert told <= set(titles)
    assert {moment.title for moment in queries.timeline(walks, mair_id)} == told
    assert queries.timeline(coach, mair_id) == [] and queries.timeline(employer, mair_id) == []
