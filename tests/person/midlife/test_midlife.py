"""A mid-life review: few questions, one to three actions in the plan, a next date, invitations by age."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import fill
from cydwaith.commons.guard.policies import policy_for
from cydwaith.commons.messages.models import Message
from cydwaith.commons.people.models import Account
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.enrolments.commands import give_birthday
from cydwaith.person.midlife import commands, jobs, queries
from cydwaith.person.midlife.models import Answers
from cydwaith.person.midlife.rules import Action, Moment, Pillar, age_on, band_of, bands, counts, years_later
from cydwaith.person.plans.queries import plan
from tests.support.worlds import OPERATOR, Team, a_person, a_team, lets_in

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
TODAY = date(2026, 6, 15)
TWO = (Action("Talk with my manager", date(2026, 7, 1)), Action("Ask for a health check"))
AT_FIFTY = date(1976, 1, 1)


@pytest.fixture(autouse=True)
def _midsummer() -> Iterator[None]:
    with clock.at(NOW):
        yield


@pytest.fixture
def mair(db: None) -> Actor:
    return a_person("Mair Example", "mair@home.example")


@pytest.fixture
def mair_id(mair: Actor) -> UUID:
    assert mair.person_id
    return mair.person_id


@pytest.fixture
def team(db: None) -> Team:
    return a_team()


def begin(who: Actor, person_id: UUID, **more: Any) -> UUID:
    return commands.begin(who, person_id=person_id, moment=Moment.HEALTH_CHECK, **more)


def finish(who: Actor, person_id: UUID, review: UUID, **differs: Any) -> UUID:
    said: dict[str, Any] = {"actions": TWO, "next_on": years_later(TODAY, 1)}
    return commands.finish(who, person_id=person_id, review_id=review, **(said | differs))


def test_two_actions_land_in_the_plan_as_steps(mair: Actor, mair_id: UUID) -> None:
    review = begin(mair, mair_id)
    commands.answer(
        mair, person_id=mair_id, review_id=review, pillar=Pillar.WORK, values={"able": 6, "learn": ""}
    )
    finish(mair, mair_id, review)
    [goal] = plan(mair, mair_id).goals
    assert [(step.words, step.due) for step in goal.steps] == [(one.words, one.due) for one in TWO]
    page = queries.review(mair, mair_id, review)
    assert [one.words for one in page.actions] == [one.words for one in TWO]
    assert [(line.question, line.answer) for line in page.parts[0].lines] == [
        ("How well can I do my work now?", "6 out of 10")
    ]


def test_they_may_stand_under_a_goal_that_is_there(mair: Actor, mair_id: UUID) -> None:
    first = finish(mair, mair_id, begin(mair, mair_id))
    again = finish(mair, mair_id, begin(mair, mair_id), goal_id=first)
    assert again == first and len(plan(mair, mair_id).goals[0].steps) == 4


@pytest.mark.parametrize(
    "differs",
    [
        {"actions": ()},
        {"actions": TWO * 2},
        {"next_on": TODAY},
        {"next_on": years_later(TODAY, 5) + timedelta(days=1)},
        {"actions": (Action(" "),)},
    ],
)
def test_it_ends_in_one_to_three_actions_and_a_day_to_look_again(
    mair: Actor, mair_id: UUID, differs: dict[str, Any]
) -> None:
    review = begin(mair, mair_id)
    with pytest.raises(Invalid):
        finish(mair, mair_id, review, **differs)
    assert plan(mair, mair_id).goals == ()


def test_it_is_gone_on_with_and_once_done_it_stays(mair: Actor, mair_id: UUID) -> None:
    review = begin(mair, mair_id)
    assert begin(mair, mair_id) == review
    finish(mair, mair_id, review)
    with pytest.raises(Conflict):
        finish(mair, mair_id, review)
    assert begin(mair, mair_id) != review


def test_each_part_is_open_only_to_those_let_in_to_it(mair: Actor, mair_id: UUID, team: Team) -> None:
    review = begin(mair, mair_id)
    for pillar, values in ((Pillar.HEALTH, {"better": ["pain"]}), (Pillar.WORK, {"learn": "Baking"})):
        commands.answer(mair, person_id=mair_id, review_id=review, pillar=pillar, values=values)
    with pytest.raises(Refused):
        queries.review(team.coach, mair_id, review)
    lets_in(mair, team, Scope.PLAN | Scope.WORK)
    work, health, _money = queries.review(team.coach, mair_id, review).parts
    assert [line.answer for line in work.lines] == ["Baking"]
    assert not health.is_open and health.lines == ()
    with pytest.raises(Refused):
        commands.answer(
            team.coach, person_id=mair_id, review_id=review, pillar=Pillar.HEALTH, values={"body": "x"}
        )
    shown = {part.key: part.entries for part in fill(team.coach, mair_id)}
    assert shown["midlife-health"] == [] and len(shown["midlife-work"]) == 1


def test_an_employer_and_a_stranger_see_nothing(mair: Actor, mair_id: UUID) -> None:
    review = begin(mair, mair_id)
    for stranger in (a_person("Huw Example"), a_team("bakery", front_door=False, role=Role.EMPLOYER).coach):
        with pytest.raises(Refused):
            queries.review(stranger, mair_id, review)
        with pytest.raises(Refused):
            finish(stranger, mair_id, review)
    with pytest.raises(NotFound):
        other = a_person("Nia Example")
        assert other.person_id
        queries.review(other, other.person_id, review)


def test_an_employer_let_in_to_work_does_not_read_how_long_somebody_means_to_stay(
    mair: Actor, mair_id: UUID
) -> None:
    review = begin(mair, mair_id)
    values = {"learn": "Gardening, and then I leave"}
    commands.answer(mair, person_id=mair_id, review_id=review, pillar=Pillar.WORK, values=values)
    bakery = a_team("bakery", front_door=False, role=Role.EMPLOYER)
    lets_in(mair, bakery, Scope.CONTACT | Scope.WORK)
    assert not Answers.objects.as_seen_by(bakery.coach).exists()
    assert not policy_for(Answers).check(bakery.coach, Answers.objects.as_seen_by(mair).get())
    assert "Gardening" not in str(fill(bakery.coach, mair_id))


def test_the_day_that_was_chosen_brings_one_message_without_a_word_about_anybody(
    mair: Actor, mair_id: UUID
) -> None:
    finish(mair, mair_id, begin(mair, mair_id))
    assert jobs.remind.func() == 0
    with clock.at(NOW + timedelta(days=366)):
        assert jobs.remind.func() == 1
        assert jobs.remind.func() == 0
    [sent] = Message.objects.as_seen_by(OPERATOR)
    assert (sent.kind, sent.link_path) == ("midlife_again", "/my/midlife/")


def test_a_coach_invites_those_whose_time_it_is_and_nobody_twice(
    mair: Actor, mair_id: UUID, team: Team
) -> None:
    give_birthday(mair, person_id=mair_id, born=AT_FIFTY)
    assert queries.age_list(team.coach).people == ()
    lets_in(mair, team, Scope.CONTACT | Scope.REFERRALS)
    assert queries.age_list(team.coach).people == ((mair_id, "Mair Example"),)
    assert queries.age_list(team.coach).counts == ()
    assert commands.invite(team.coach, person_id=mair_id)
    assert queries.age_list(team.coach).people == ()
    with pytest.raises(Conflict):
        commands.invite(team.coach, person_id=mair_id)
    with clock.at(NOW + timedelta(days=366)):
        assert len(queries.age_list(team.coach).people) == 1


def test_a_steward_sees_no_names_and_no_small_numbers(mair: Actor, mair_id: UUID) -> None:
    steward = a_team("partnership", front_door=False, role=Role.STEWARD).coach
    give_birthday(mair, person_id=mair_id, born=AT_FIFTY)
    found = queries.age_list(steward)
    assert found.people == () and [one.band for one in found.counts] == list(bands())
    assert all(one.count is None for one in found.counts)
    commands.invite_by_age(steward, band="50-54")
    commands.invite_by_age(steward, band="50-54")
    assert [one.to_email for one in Message.objects.as_seen_by(OPERATOR)] == ["mair@home.example"]
    with pytest.raises(Refused):
        commands.invite(steward, person_id=mair_id)
    with pytest.raises(Refused):
        commands.invite_by_age(mair, band="50-54")


@given(st.lists(st.integers(0, 110), max_size=60))
def test_no_number_under_ten_is_ever_said(ages: list[int]) -> None:
    for one in counts(ages):
        true = sum(band_of(age) == one.band for age in ages)
        assert one.count is None if true < 10 else one.count is None or one.count % 5 == 0


@given(st.dates(date(1920, 1, 1), date(2026, 1, 1)), st.dates(date(2026, 1, 1), date(2040, 1, 1)))
def test_an_age_grows_by_one_on_each_birthday(born: date, day: date) -> None:
    age = age_on(born, day)
    assert years_later(born, age) <= day
    assert years_later(born, age + 1) > day or (born.month, born.day) == (2, 29)
    assert band_of(age) is None or band_of(age) in bands()


def test_every_page_answers_and_asks_few_questions_of_the_database(
    mair: Actor, mair_id: UUID, client: Client, django_assert_max_num_queries: Any
) -> None:
    client.force_login(Account.objects.get(id=mair.account_id))
    review = begin(mair, mair_id)
    base = f"/person/{mair_id}/midlife/"
    for path in (base, f"{base}{review}/work/", f"{base}{review}/health/", f"{base}{review}/money/"):
        with django_assert_max_num_queries(12):
            assert client.get(path).status_code == 200
    with django_assert_max_num_queries(12):
        assert client.get(f"{base}{review}/choose/").status_code == 200
    assert client.get(f"{base}{review}/nothing/").status_code == 404
    answer = client.post(f"{base}{review}/choose/", {"goal": "new"})
    assert "Choose one, two or three things to do." in answer.content.decode()
    said = {"first": "Walk", "goal": "new", "next_on_0": "1", "next_on_1": "6", "next_on_2": "2027"}
    names = {"next_on_day": "1", "next_on_month": "6", "next_on_year": "2027"}
    assert client.post(f"{base}{review}/choose/", said | names).status_code == 302
    with django_assert_max_num_queries(12):
        assert "Walk" in client.get(f"{base}{review}/").content.decode()
