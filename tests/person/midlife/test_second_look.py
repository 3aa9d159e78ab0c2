"""Who is offered what at a review, and which day a person is reminded of."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, system
from cydwaith.kernel.errors import Conflict
from cydwaith.person.midlife import commands, queries
from cydwaith.person.midlife.rules import Action, Moment, Pillar
from cydwaith.person.work.rules.paper import seal
from tests.support.browsing import Browser
from tests.support.worlds import a_person, a_team, lets_in

from .test_going_on import link, page, part

pytestmark = pytest.mark.django_db
KEEPER = system("a test of reminders")
YEAR = timedelta(days=365)


@pytest.fixture
def mair() -> Actor:
    return a_person("Mair Example", "mair@home.example")


@pytest.fixture
def mair_id(mair: Actor) -> UUID:
    assert mair.person_id
    return mair.person_id


@pytest.fixture
def nurse(mair: Actor) -> Actor:
    """Let in to read the plan; she writes in none."""
    team = a_team("surgery", front_door=False, role=Role.CLINICIAN)
    lets_in(mair, team, Scope.PLAN | Scope.WORK | Scope.CONTACT)
    return team.coach


def done(mair: Actor, mair_id: UUID, ahead: timedelta) -> UUID:
    review = commands.begin(mair, person_id=mair_id, moment=Moment.MY_OWN)
    actions, next_on = [Action("Walk")], clock.today() + ahead
    commands.finish(mair, person_id=mair_id, review_id=review, actions=actions, next_on=next_on)
    return review


def test_whoever_only_reads_the_plan_is_not_led_to_pages_for_writing(
    mair: Actor, mair_id: UUID, nurse: Actor, browser: Browser
) -> None:
    review = commands.begin(mair, person_id=mair_id, moment=Moment.MY_OWN)
    client, shown = browser(nurse), reverse("midlife:review", args=[mair_id, review])
    soup = page(client, reverse("midlife:person", args=[mair_id]))
    assert "Go on where you were" not in soup.get_text() and soup.find("a", href=shown)
    assert "Go on where you were" not in page(client, shown).get_text()
    for address in (part(mair_id, review, "work"), reverse("midlife:choose", args=[mair_id, review])):
        assert client.get(address)["Location"] == shown


def test_back_never_leads_to_a_part_that_is_not_open(mair: Actor, mair_id: UUID, browser: Browser) -> None:
    team = a_team("walkers", front_door=False)
    lets_in(mair, team, Scope.PLAN | Scope.WORK | Scope.CONTACT)
    review, client = commands.begin(mair, person_id=mair_id, moment=Moment.MY_OWN), browser(team.coach)
    soup = page(client, reverse("midlife:choose", args=[mair_id, review]))
    assert link(soup, "Back") == part(mair_id, review, "work"), "health and money are closed to them"


def test_answers_that_are_sent_twice_are_no_clash(mair: Actor, mair_id: UUID) -> None:
    review = commands.begin(mair, person_id=mair_id, moment=Moment.MY_OWN)
    known = {"person_id": mair_id, "review_id": review, "pillar": Pillar.WORK, "seen": seal({})}
    commands.answer(mair, values={"now": "Good"}, **known)
    commands.answer(mair, values={"now": "Good"}, **known)
    with pytest.raises(Conflict):
        commands.answer(mair, values={"now": "Bad"}, **known)


def test_the_day_of_a_review_is_not_called_when_a_later_review_has_followed(
    mair: Actor, mair_id: UUID
) -> None:
    start = clock.now()
    with clock.at(start):
        done(mair, mair_id, YEAR)
    with clock.at(start + YEAR / 2):
        later = done(mair, mair_id, YEAR)
    with clock.at(start + YEAR + timedelta(days=1)):
        assert queries.to_remind(KEEPER) == [], "they looked again half a year ago"
    with clock.at(start + 2 * YEAR):
        assert queries.to_remind(KEEPER) == [later]


def test_nobody_is_called_to_a_review_that_they_have_begun(mair: Actor, mair_id: UUID) -> None:
    start = clock.now()
    with clock.at(start):
        done(mair, mair_id, YEAR)
    with clock.at(start + YEAR - timedelta(days=1)):
        commands.begin(mair, person_id=mair_id, moment=Moment.MY_OWN)
    with clock.at(start + YEAR + timedelta(days=1)):
        assert queries.to_remind(KEEPER) == []
