"""The practice's view is of whole quarters, frozen and protected; learning is one's own."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

import pytest

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.scope import writing
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, system
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.person.clinic import commands, jobs, queries
from cydwaith.person.clinic.models import PracticeFigures
from cydwaith.person.clinic.pictures import by_status, funnel
from cydwaith.person.clinic.queries import Count, PracticePage, QuarterPage
from cydwaith.person.clinic.rules.asking import Choice
from cydwaith.person.clinic.rules.figures import quarter_of
from cydwaith.person.referrals.models import Referral
from cydwaith.person.referrals.rules import Closing, Helped
from tests.person.clinic.conftest import Asking
from tests.support.browsing import Browser
from tests.support.worlds import Team, somebody_at

pytestmark = pytest.mark.django_db
RIGHT = {"roofer": "ask", "shop": "coach", "carer": "write"}
MAY = datetime(2031, 5, 12, 10, tzinfo=clock.LONDON)
JULY, OCTOBER = date(2031, 7, 1), date(2031, 10, 1)


def after(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=clock.LONDON)


def looks(actor: Actor, day: date) -> PracticePage:
    """What somebody sees on a day on which the worker has run."""
    with clock.at(after(day)):
        jobs.publish.call()
        return queries.practice(actor)


def told(page: QuarterPage) -> dict[str, int]:
    return {one.label: one.value for one in page.counts}


def asks(doctor: Actor, asking: Asking, many: int, at: datetime = MAY, **said: object) -> None:
    with clock.at(at):
        for number in range(many):
            reference = f"{said.get('choice', '')} {at:%y%m%d} {number}"
            commands.ask(doctor, asked=asking(**({"reference": reference} | said)))


def test_nothing_is_told_before_the_quarter_is_over_and_nothing_changes_after_it(
    doctor: Actor, asking: Asking
) -> None:
    asks(doctor, asking, 20)
    assert looks(doctor, date(2031, 6, 30)) == PracticePage((), JULY)
    first = looks(doctor, JULY)
    assert [one.name for one in first.quarters] == ["April to June 2031"]
    asks(doctor, asking, 20, after(JULY))
    assert looks(doctor, date(2031, 9, 30)) == first
    second = looks(doctor, OCTOBER).quarters
    assert [one.name for one in second] == ["July to September 2031", "April to June 2031"]
    assert second[1:] == first.quarters


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_happens_on_which_days_what_is_shown_changes_only_when_a_quarter_begins(
    doctor: Actor, asking: Asking, seed: int
) -> None:
    draw, shown, day = Random(seed), None, MAY.date()
    while day < date(2032, 2, 1):
        asks(doctor, asking, draw.randrange(4), after(day), choice=draw.choice([*Choice][1:]))
        before, day = quarter_of(day), day + timedelta(days=draw.randrange(1, 30))
        now = looks(doctor, day)
        assert shown is None or now == shown or before != quarter_of(day)
        shown = now


def test_counts_are_of_the_practice_alone_and_add_up(doctor: Actor, elsewhere: Actor, asking: Asking) -> None:
    asks(doctor, asking, 17, choice=Choice.DECLINED)
    asks(doctor, asking, 2)
    asks(elsewhere, asking, 100)
    found = told(looks(doctor, JULY).quarters[0])
    assert found["Said no"] in (15, 20) and found["Not now"] in (0, 5) and found["Referred"] == 0
    assert found["Asked about work"] == found["Said no"] + found["Not now"]


def test_somebody_who_is_asked_often_counts_once_and_as_referred_if_they_ever_were(
    doctor: Actor, asking: Asking, referring: Asking
) -> None:
    asks(doctor, referring, 1, reference="K-17", status="off-sick")
    for day in range(1, 12):
        asks(doctor, asking, 1, MAY + timedelta(days=day), reference="K-17", status="coping")
    asked, came = queries.tallied(system("a test"), doctor.organisation_id, date(2031, 4, 1))
    assert (asked, came) == ([("coping", "refer")], [])


def test_what_comes_of_it_counts_when_it_comes(doctor: Actor, referring: Asking) -> None:
    asks(doctor, referring, 20)
    with writing():
        rows = approved_rows(Referral)
        rows.update(accepted_at=after(date(2031, 6, 30)), closing=Closing.IN_WORK.value, helped=Helped.A_LOT)
        rows.update(ended_at=after(JULY), confirmed_at=after(OCTOBER), happened="yes")
    autumn, summer, spring = map(told, looks(doctor, date(2032, 1, 1)).quarters)
    names = ("Support began", "Support ended in work, or with a job kept", "They say that it helped")
    assert [[one[name] for name in names] for one in (spring, summer, autumn)] == [
        [20, 0, 0],
        [0, 20, 0],
        [0, 0, 20],
    ]


@pytest.mark.parametrize("helped", [None, Helped.A_LOT, Helped.MADE_WORSE])
def test_where_one_was_referred_no_figure_gives_away_what_that_one_said(
    doctor: Actor, referring: Asking, helped: Helped | None
) -> None:
    asks(doctor, referring, 1)
    with writing():
        approved_rows(Referral).update(
            helped=helped.value if helped else "", confirmed_at=MAY, happened="yes"
        )
    (page,) = looks(doctor, JULY).quarters
    assert all(one.value in (0, 5) for one in (*page.counts, *page.by_status))


def test_figures_that_an_attacker_could_open_are_left_out_for_good(
    doctor: Actor, asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks(doctor, asking, 20)
    with monkeypatch.context() as world:
        world.setattr(commands, "figures", lambda *_: None)
        (page,) = looks(doctor, JULY).quarters
    assert page.counts == page.by_status == ()
    assert looks(doctor, JULY + timedelta(days=1)).quarters == (page,)


def test_only_the_software_publishes_and_never_a_quarter_that_lasts(practice: Team, doctor: Actor) -> None:
    named = {"organisation_id": practice.organisation_id, "quarter": JULY}
    with pytest.raises(Refused):
        commands.publish(doctor, **named)
    with clock.at(after(date(2031, 9, 30))), pytest.raises(Invalid):
        commands.publish(system("a test"), **named)
    with clock.at(after(OCTOBER)):
        assert commands.publish(system("a test"), **named)
        assert not commands.publish(system("a test"), **named)
    assert approved_rows(PracticeFigures).count() == 1


def test_a_picture_says_about_and_fewer_and_names_no_winner_that_rounding_may_have_made() -> None:
    def drawn(*values: int) -> QuarterPage:
        rows = tuple(Count(f"answer {value}", value) for value in values)
        return QuarterPage("A quarter", rows, rows)

    table = str(funnel(drawn(20, 0)).table)
    assert "about 20" in table and "fewer than 5" in table and ">0<" not in table
    assert by_status(drawn(20, 10)).finding == "Most often: answer 20."
    assert by_status(drawn(15, 10)).finding == "No answer was clearly the most often."
    assert by_status(drawn(0, 0)).finding == "Too few were asked to say."


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_page_shows_the_newest_quarter_and_keeps_the_earlier_ones(
    doctor: Actor, asking: Asking, browser: Browser, prefix: str
) -> None:
    path = f"{prefix}/clinic/practice/"
    assert browser(doctor).get(path).status_code == 200
    asks(doctor, asking, 20)
    asks(doctor, asking, 20, after(JULY))
    looks(doctor, OCTOBER)
    page = browser(doctor).get(path).content.decode()
    assert page.count('<figure class="web-figure">') == 2 and "2031" in page


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
    assert queries.practice(manager).quarters == ()


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
