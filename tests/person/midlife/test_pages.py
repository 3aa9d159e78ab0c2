"""The pages of the review: a part at a time, choosing, inviting; what is wrong is said and kept."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.messages.models import Message
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.person.enrolments.commands import give_birthday
from cydwaith.person.midlife import queries
from cydwaith.person.midlife.models import Answers, Review
from cydwaith.person.plans.queries import plan
from cydwaith.web.fields import PARTS
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR, Team, a_person, a_team, lets_in

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
NEXT = date(2027, 6, 15)


@pytest.fixture(autouse=True)
def _midsummer(db: None) -> Iterator[None]:
    with clock.at(NOW):
        yield


@pytest.fixture
def mair() -> Actor:
    return a_person("Mair Example", "mair@home.example")


@pytest.fixture
def mair_id(mair: Actor) -> UUID:
    assert mair.person_id
    return mair.person_id


@pytest.fixture
def team(mair: Actor) -> Team:
    found = a_team()
    lets_in(mair, found, Scope.CONTACT | Scope.ABOUT_ME | Scope.PLAN | Scope.WORK | Scope.HEALTH)
    return found


def on(name: str, day: date) -> dict[str, Any]:
    return {f"{name}_{part}": getattr(day, part) for part in PARTS}


def text(answer: Any) -> str:
    return str(answer.content.decode())


def begun(browser: Browser, who: Actor, person_id: UUID, **more: Any) -> str:
    """The address of the first part."""
    answer = browser(who).post(f"/person/{person_id}/midlife/", {"moment": "health-check", **more})
    assert answer.status_code == 302, text(answer)
    return str(answer["Location"])


def test_the_whole_review_goes_from_part_to_part_and_lands_in_the_plan(
    mair: Actor, mair_id: UUID, browser: Browser
) -> None:
    client = browser(mair)
    page = begun(browser, mair, mair_id)
    assert page.endswith("/work/")
    page = client.post(page, {"now": "Lifting all day", "able": "6"})["Location"]
    page = client.post(page, {"body": "My knees"})["Location"]
    page = client.post(page, {})["Location"]
    assert page.endswith("/choose/")
    done = client.post(page, {"first": "See my manager", "goal": "new"} | on("next_on", NEXT), follow=True)
    assert "Done. What you chose stands in the plan." in text(done) and "See my manager" in text(done)
    assert [step.words for goal in plan(mair, mair_id).goals for step in goal.steps] == ["See my manager"]
    assert "Lifting all day" in text(client.get(done.redirect_chain[-1][0]))


def test_a_part_that_nobody_answers_is_only_passed_by(mair: Actor, mair_id: UUID, browser: Browser) -> None:
    page = begun(browser, mair, mair_id)
    assert browser(mair).post(page, {})["Location"].endswith("/health/")
    assert all(not row.values for row in Answers.objects.as_seen_by(OPERATOR))


@pytest.mark.parametrize("able", ["11", "-1", "a lot", "5.5"])
def test_a_number_that_is_not_on_the_scale_is_refused_and_the_words_stay(
    mair: Actor, mair_id: UUID, browser: Browser, able: str
) -> None:
    answer = browser(mair).post(begun(browser, mair, mair_id), {"now": "Lifting all day", "able": able})
    assert "There is a problem" in text(answer) and "Lifting all day" in text(answer)
    assert not Answers.objects.as_seen_by(OPERATOR).exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"first": ""}, "Choose one, two or three things to do."),
        ({"first": "   "}, "Choose one, two or three things to do."),
        (on("next_on", date(2026, 6, 15)), "Choose a day after today, within five years."),
        (on("next_on", date(2040, 1, 1)), "Choose a day after today, within five years."),
        ({"next_on_month": "13"}, "There is a problem"),
        ({"goal": "0198c0de-0000-7000-8000-000000000000"}, "There is a problem"),
        ({"goal": ""}, "There is a problem"),
        (on("first_due", date(1900, 1, 1)), "Choose today or a later day"),
    ],
    ids=str,
)
def test_what_cannot_be_chosen_is_said_and_nothing_half_lands_in_the_plan(
    mair: Actor, mair_id: UUID, browser: Browser, wrong: dict[str, Any], said: str
) -> None:
    choose = begun(browser, mair, mair_id).replace("/work/", "/choose/")
    chosen = {"first": "See my manager", "second": "A walk a day", "goal": "new"} | on("next_on", NEXT)
    answer = browser(mair).post(choose, chosen | wrong)
    assert answer.status_code == 200 and said in text(answer) and "A walk a day" in text(answer)
    assert not plan(mair, mair_id).goals
    assert Review.objects.as_seen_by(OPERATOR).get().done_at is None


def test_a_review_that_is_done_is_not_done_twice(mair: Actor, mair_id: UUID, browser: Browser) -> None:
    choose = begun(browser, mair, mair_id).replace("/work/", "/choose/")
    chosen = {"first": "See my manager", "goal": "new"} | on("next_on", NEXT)
    client = browser(mair)
    assert client.post(choose, chosen).status_code == 302
    again = client.post(choose, chosen)
    assert again.status_code in (200, 302, 409) and len(plan(mair, mair_id).goals[0].steps) == 1


def test_a_coach_who_writes_says_whether_the_person_was_there(
    mair: Actor, mair_id: UUID, team: Team, browser: Browser
) -> None:
    client = browser(team.coach)
    page = begun(browser, team.coach, mair_id)
    assert "I am writing this together with Mair" in text(client.get(page))
    for together in ({"with_person": "on"}, {}):
        assert client.post(page, {"now": "Lifting"} | together).status_code == 302
        assert Answers.objects.as_seen_by(OPERATOR).get().with_person is bool(together)


def test_somebody_elses_review_is_not_there(mair: Actor, mair_id: UUID, browser: Browser) -> None:
    page = begun(browser, mair, mair_id)
    stranger = a_person("Owen Example")
    for address in (page, page.replace(str(mair_id), str(stranger.person_id)), f"/person/{mair_id}/midlife/"):
        assert browser(stranger).get(address).status_code in (403, 404), address
    assert browser(mair).get(page.replace("/work/", "/love/")).status_code == 404


def test_only_the_persons_own_page_is_mine(mair: Actor, team: Team, browser: Browser) -> None:
    assert browser(mair).get("/my/midlife/").status_code == 200
    assert browser(team.coach).get("/my/midlife/").status_code in (403, 404)


def test_a_coach_invites_one_person_once(mair: Actor, mair_id: UUID, team: Team, browser: Browser) -> None:
    give_birthday(mair, person_id=mair_id, born=date(1976, 1, 1))
    client = browser(team.coach)
    said = client.post("/midlife/invite/", {"person": str(mair_id)}, follow=True)
    assert Message.objects.as_seen_by(OPERATOR).count() == 1, text(said)
    again = client.post("/midlife/invite/", {"person": str(mair_id)}, follow=True)
    assert "Leave them in peace for now." in text(again) and Message.objects.as_seen_by(OPERATOR).count() == 1
    for nobody in ("", "not a number", str(uuid4())):
        assert client.post("/midlife/invite/", {"person": nobody}).status_code in (403, 404)


def test_a_steward_invites_an_age_and_learns_no_name(mair: Actor, mair_id: UUID, browser: Browser) -> None:
    give_birthday(mair, person_id=mair_id, born=date(1976, 1, 1))
    steward = a_team("partnership", front_door=False, role=Role.STEWARD).coach
    client = browser(steward)
    band = next(line.band for line in queries.age_list(steward).counts)
    for choice in (band, "no age"):
        page = client.post("/midlife/invite/", {"band": choice}, follow=True)
        assert page.status_code == 200 and "Mair" not in text(page)
