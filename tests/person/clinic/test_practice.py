"""The practice's view counts, protects and claims nothing; learning is one's own."""

from __future__ import annotations

import pytest

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.scope import writing
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.person.clinic import commands, queries
from cydwaith.person.clinic.pictures import by_status, funnel
from cydwaith.person.clinic.rules import Choice, Shown
from cydwaith.person.referrals import commands as referrals
from cydwaith.person.referrals.models import Referral
from cydwaith.person.referrals.queries import my_requests
from cydwaith.person.referrals.rules import Closing, Helped
from tests.person.clinic.conftest import Asking
from tests.support.worlds import Team, somebody_at

pytestmark = pytest.mark.django_db
RIGHT = {"roofer": "ask", "shop": "coach", "carer": "write"}


def told(actor: Actor) -> dict[str, Shown]:
    return {one.label: one.shown for one in queries.practice(actor).counts}


def test_counts_are_of_the_practice_alone_and_protected(
    doctor: Actor, elsewhere: Actor, asking: Asking
) -> None:
    for number in range(7):
        commands.ask(doctor, asked=asking(reference=f"R{number}", choice=Choice.DECLINED))
    commands.ask(doctor, asked=asking(reference="last"))
    commands.ask(elsewhere, asked=asking())
    found = told(doctor)
    assert found["Asked about work"] == Shown(10, is_small=False)
    assert found["Said no"] == Shown(5, is_small=False)
    assert found["Not now"] == Shown(5, is_small=True)
    assert found["Referred"] == Shown(0, is_small=False)


def test_a_picture_never_shows_the_number_behind_a_small_count(doctor: Actor, asking: Asking) -> None:
    commands.ask(doctor, asked=asking())
    page = queries.practice(doctor)
    drawn = str(funnel(page).svg) + str(funnel(page).table) + str(by_status(page).table)
    assert "fewer than 5" in drawn and ">1<" not in drawn and ">2<" not in drawn
    assert by_status(page).finding == "Too few were asked to say."


def test_what_is_most_often_is_said_when_it_is_not_small(doctor: Actor, asking: Asking) -> None:
    for number in range(6):
        commands.ask(doctor, asked=asking(reference=f"R{number}", status="struggling"))
    assert by_status(queries.practice(doctor)).finding == "Most often: In work, and finding it hard."


def test_support_that_began_is_counted_when_it_began(door: Team, doctor: Actor, referring: Asking) -> None:
    for number in range(5):
        commands.ask(doctor, asked=referring(reference=f"R{number}"))
    assert told(doctor)["Support began"] == Shown(0, is_small=False)
    request = my_requests(doctor)[0]
    with pytest.raises(Refused):
        referrals.accept_request(doctor, referral_id=request.id, programme_key="x", coach_account_id=None)
    assert told(doctor)["Referred"] == Shown(5, is_small=False)


@pytest.mark.parametrize("helped", [None, Helped.A_LOT, Helped.MADE_WORSE])
def test_where_one_was_referred_no_figure_gives_away_what_that_one_said(
    doctor: Actor, referring: Asking, helped: Helped | None
) -> None:
    commands.ask(doctor, asked=referring())
    with writing():
        approved_rows(Referral).update(helped=helped.value if helped else "", closing=Closing.IN_WORK.value)
    assert set(told(doctor).values()) == {Shown(5, is_small=True)}
    assert {one.shown for one in queries.practice(doctor).by_status} == {Shown(5, is_small=True)}


def test_the_questions_cost_the_same_queries_for_two_and_for_many(
    doctor: Actor, asking: Asking, django_assert_max_num_queries: object
) -> None:
    for number in range(30):
        commands.ask(doctor, asked=asking(reference=f"R{number}"))
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        assert len(queries.asked(doctor)) == 30


@pytest.mark.parametrize("role", [Role.COACH, Role.EMPLOYER, Role.STEWARD])
def test_the_view_is_for_clinicians_and_managers_of_the_practice(practice: Team, role: Role) -> None:
    with pytest.raises(Refused):
        queries.practice(somebody_at(practice.organisation_id, role, "a@b.example"))
    manager = somebody_at(practice.organisation_id, Role.MANAGER, "m@b.example")
    assert queries.practice(manager).counts


def test_a_lesson_is_recorded_for_its_owner_alone(doctor: Actor, nurse: Actor) -> None:
    done = commands.finish_lesson(doctor, lesson="asking-about-work", answers=RIGHT, reflection="Ask first")
    (mine,) = queries.learnt(doctor)
    assert (mine.minutes, mine.reflection, mine.title) == (5, "Ask first", "Asking about work in one minute")
    assert queries.one_learnt(doctor, done)[1] == RIGHT
    assert queries.learnt(nurse) == ()
    with pytest.raises(NotFound):
        queries.one_learnt(nurse, done)


@pytest.mark.parametrize("answers", [{}, RIGHT | {"shop": "sing"}])
def test_a_case_without_an_answer_is_named(doctor: Actor, answers: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        commands.finish_lesson(doctor, lesson="asking-about-work", answers=answers)
    assert queries.learnt(doctor) == ()
