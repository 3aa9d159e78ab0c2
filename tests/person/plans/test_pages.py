"""The pages of About Me and the plan, as the person and the coach use them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import get_resolver, reverse

from cydwaith.commons.audit import queries as audit
from cydwaith.commons.circle.commands import withdraw
from cydwaith.kernel import clock
from cydwaith.person.plans import commands, queries
from cydwaith.person.plans.rules.vocabulary import GoalKind, Heading, Owner
from tests.support.browsing import Browser

from .conftest import World

pytestmark = pytest.mark.django_db

PAGES = ("about", "plan", "hope", "history", "agree", "review", "goal_add")
GOAL_PAGES = ("goal", "goal_change", "goal_rate", "goal_status", "step_add")


def page(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(address, follow=True)
    assert answer.status_code == status, answer.content[:500]
    return BeautifulSoup(answer.content, "html.parser")


def send(client: Client, address: str, **values: object) -> BeautifulSoup:
    answer = client.post(address, values, follow=True)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def at(world: World, name: str, *more: object) -> str:
    return reverse(f"plans:{name}", args=[world.person_id, *more])


def text(soup: BeautifulSoup) -> str:
    main = soup.find("main")
    assert main
    return re.sub(r"\s+", " ", main.get_text(" "))


def filled(world: World) -> object:
    """A plan with something of everything; gives the goal."""
    for heading in (Heading.STRENGTHS, Heading.IN_THE_WAY, Heading.MATTERS):
        words = f"Words on {heading}"
        commands.save_entry(world.sam, person_id=world.person_id, heading=heading, words=words)
    goal = commands.add_goal(
        world.sam, person_id=world.person_id, words="Sing in a choir", kind=GoalKind.PEOPLE, rating=2
    )
    known = {"person_id": world.person_id, "goal_id": goal}
    commands.rate_goal(world.sam, value=5, note="I went along", **known)
    commands.add_step(world.rhian, words="Ring the choir", owner=Owner.COACH, with_person=True, **known)
    commands.say_hope(world.sam, person_id=world.person_id, value=6, persons_own=True)
    return goal


def test_a_person_writes_a_plan_from_nothing_and_says_yes(world: World, browser: Browser) -> None:
    client = browser(world.sam)
    assert "What makes a good day good for you?" in text(page(client, "/my/about-me/"))
    after = send(client, at(world, "entry", "matters"), words="Mot, and the sea", version=0)
    assert after.select_one(".plan-matters__words").get_text(strip=True) == "Mot, and the sea"
    assert "Written by you" in text(after)
    send(client, at(world, "goal_add"), words="Sing in a choir", kind="people", why="Company", rating=2)
    goal = queries.goals(world.sam, world.person_id)[0]
    send(client, at(world, "goal_rate", goal.id), value=4, note="I went once")
    assert "it has gone up" in text(page(client, at(world, "goal", goal.id)))
    send(client, at(world, "step_add", goal.id), words="Ring Ann", owner="person")
    step = queries.goals(world.sam, world.person_id)[0].steps[0]
    after = send(client, at(world, "step_status", step.id), status="blocked", blocked_because="No phone")
    assert "In the way: No phone" in text(after)
    number = page(client, at(world, "agree")).select_one("input[name=number]")["value"]
    after = send(client, at(world, "agree"), number=number)
    assert "Agreed You agreed" in text(after)
    assert "3 of 3 entries in your own words." in text(after)


def test_the_order_is_what_matters_strengths_then_the_rest(world: World, browser: Browser) -> None:
    filled(world)
    soup = page(browser(world.sam), at(world, "about"))
    titles = [each.get_text(strip=True) for each in soup.select("main h2")]
    assert titles[:3] == ["What matters most to me", "What I am good at", "What gets in the way"]


def test_no_kind_of_goal_is_chosen_or_ranked(world: World, browser: Browser) -> None:
    for prefix in ("", "/cy"):
        soup = page(browser(world.sam), prefix + at(world, "goal_add"))
        radios = soup.select("input[name=kind]")
        labels = [soup.find("label", attrs={"for": each["id"]}).get_text(strip=True) for each in radios]
        assert len(radios) == len(GoalKind)
        assert not [each for each in radios if each.has_attr("checked")]
        assert labels == sorted(labels)


def test_a_coach_writes_with_the_person_and_is_shown_to_have(world: World, browser: Browser) -> None:
    coach = browser(world.rhian)
    said = {"words": "Good with dogs", "version": 0, "with_person": "on"}
    after = send(coach, at(world, "entry", "strengths"), **said)
    assert "Written by you with Sam" in text(after)
    mine = text(page(browser(world.sam), "/my/about-me/"))
    assert "Written by Rhian Price (coach, Cwm-Teg) with you" in mine


def test_a_yes_in_conversation_is_shown_as_that(world: World, browser: Browser) -> None:
    filled(world)
    coach, day = browser(world.rhian), clock.today()
    number = page(coach, at(world, "agree")).select_one("input[name=number]")["value"]
    parts = {"said_on_day": day.day, "said_on_month": day.month, "said_on_year": day.year}
    after = send(coach, at(world, "agree"), number=number, **parts)
    assert "Sam said yes in conversation, written down by you" in text(after)


def test_a_change_by_somebody_else_is_told_and_can_be_compared(world: World, browser: Browser) -> None:
    goal = filled(world)
    read = queries.plan(world.sam, world.person_id).newest
    commands.agree(world.sam, person_id=world.person_id, number=read)
    coach = browser(world.rhian)
    version = queries.goal(world.rhian, world.person_id, goal).version
    send(coach, at(world, "goal_change", goal), words="Sing in the big choir", kind="people", version=version)
    me = browser(world.sam)
    soup = page(me, at(world, "plan"))
    assert "Changed since you agreed" in text(soup)
    link = next(a for a in soup.select("main a") if a.get_text(strip=True) == "See what changed")
    compared = page(me, link["href"])
    assert [each.get_text().strip() for each in compared.select("ins")] == ["added: the big"]


def test_two_writers_are_shown_each_others_words(world: World, browser: Browser) -> None:
    me, coach = browser(world.sam), browser(world.rhian)
    send(me, at(world, "entry", "matters"), words="The sea", version=0)
    soup = send(coach, at(world, "entry", "matters"), words="Mot the dog", version=0)
    assert "Somebody changed this while you were writing" in text(soup)
    assert "The sea" in text(soup)
    assert soup.select_one("textarea").get_text().strip() == "Mot the dog"
    assert soup.select_one("input[name=version]")["value"] == "1"
    send(coach, at(world, "entry", "matters"), words="Mot the dog, and the sea", version=1)
    assert queries.what_matters(world.sam, world.person_id) == "Mot the dog, and the sea"


def test_a_withdrawn_permission_ends_at_the_next_request(world: World, browser: Browser) -> None:
    goal = filled(world)
    coach = browser(world.rhian)
    assert coach.get(at(world, "plan")).status_code == 200
    withdraw(world.sam, permission_id=world.permission)
    for name in PAGES:
        assert coach.get(at(world, name)).status_code == 404
    for name in GOAL_PAGES:
        assert coach.get(at(world, name, goal)).status_code == 404


def test_a_stranger_learns_nothing_not_even_that_a_plan_exists(world: World, browser: Browser) -> None:
    filled(world)
    stranger = browser(world.stranger)
    here = stranger.get(at(world, "plan"))
    nowhere = stranger.get(reverse("plans:plan", args=[world.permission]))
    assert here.status_code == nowhere.status_code == 404
    assert "Sam" not in here.content.decode()


def test_the_person_reads_that_the_coach_looked_and_their_own_looks_leave_no_trace(
    world: World, browser: Browser
) -> None:
    filled(world)
    browser(world.rhian).get(at(world, "plan"))
    browser(world.rhian).get(at(world, "about"))
    browser(world.sam).get(at(world, "plan"))
    seen = [event for event in audit.about_me(world.sam) if event.verb.endswith("_seen")]
    assert {event.verb for event in seen} == {"plan_seen", "about_me_seen"}
    assert {event.account_id for event in seen} == {world.rhian.account_id}


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("who", ["sam", "rhian"])
def test_every_page_has_one_heading_labels_and_no_inline_code(
    world: World, browser: Browser, who: str, prefix: str
) -> None:
    goal = filled(world)
    step = queries.goals(world.sam, world.person_id)[0].steps[0].id
    client = browser(getattr(world, who))
    addresses = [at(world, name) for name in PAGES] + [at(world, name, goal) for name in GOAL_PAGES]
    addresses += [at(world, "step_change", step), at(world, "step_status", step)]
    addresses += [at(world, "entry", heading.value) for heading in Heading]
    addresses.append(at(world, "compare") + "?before=1&after=3")
    for address in addresses:
        soup = page(client, prefix + address)
        assert len(soup.find_all("h1")) == 1, address
        assert not soup.select("[style], [onclick], style, main script"), address
        for field in soup.select("main input:not([type=hidden]), main textarea, main select"):
            assert soup.find("label", attrs={"for": field["id"]}), (address, field)
        links = [a["href"] for a in soup.select("main a") if "circle" in a["href"]]
        assert links, address


def test_errors_are_said_at_the_field_and_nothing_typed_is_lost(world: World, browser: Browser) -> None:
    soup = send(browser(world.sam), at(world, "goal_add"), words="", why="Company")
    summary = [a.get_text(strip=True) for a in soup.select(".govuk-error-summary a")]
    assert summary == ["Say what you want, in your own words.", "Choose what it is about."]
    assert "Company" in soup.select_one("textarea[name=why]").get_text()


def test_the_number_of_queries_does_not_grow_with_the_plan(
    world: World, browser: Browser, django_assert_max_num_queries: Callable
) -> None:
    filled(world)
    me = browser(world.sam)
    me.get(at(world, "plan"))
    for number in range(12):
        goal = commands.add_goal(
            world.sam, person_id=world.person_id, words=f"Goal {number}", kind=GoalKind.HOME, rating=3
        )
        commands.add_step(world.sam, person_id=world.person_id, goal_id=goal, words="Go", owner=Owner.PERSON)
    with django_assert_max_num_queries(15):
        me.get(at(world, "plan"))


def test_a_goal_asks_for_a_thought_when_nothing_moved(world: World, browser: Browser) -> None:
    filled(world)
    with clock.at(clock.now() + timedelta(days=29)):
        soup = page(browser(world.rhian), at(world, "plan"))
    assert "Needs a thought" in text(soup)


def test_a_goal_leads_to_support_for_it(world: World, browser: Browser) -> None:
    goal = filled(world)
    for name, more in (("plan", []), ("goal", [goal])):
        soup = page(browser(world.sam), at(world, name, *more))
        link = soup.select_one("main a[href*='goal=']")
        assert link
        address = f"{reverse('directory:search')}?person={world.person_id}&goal={goal}"
        assert link["href"] == address


def test_the_version_list_reads_newest_first_with_who_wrote(world: World, browser: Browser) -> None:
    filled(world)
    items = page(browser(world.sam), at(world, "history")).select(".plan-versions > li")
    titles = [each.find("strong").get_text(strip=True) for each in items]
    assert [title.split(".")[0] for title in titles] == ["5", "4", "3", "2", "1"]
    assert "Step added" in items[0].get_text()
    assert "Rhian Price (coach, Cwm-Teg) with you" in items[0].get_text()


def test_every_address_of_the_app_is_known_here() -> None:
    known = get_resolver("cydwaith.person.plans.urls").reverse_dict
    names = {name for name in known if isinstance(name, str)}
    others = {"entry", "compare", "mine", "my_about", "step_change", "step_status"}
    assert names == {*PAGES, *GOAL_PAGES, *others}
