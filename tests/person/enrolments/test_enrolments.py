"""Joining, moving on and leaving; who may, and who sees it."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from cydwaith.commons.audit.queries import about_me
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import sections
from cydwaith.kernel import clock
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.enrolments import commands, queries
from cydwaith.person.enrolments.rules import Ending
from cydwaith.person.measures.commands import record_reading
from cydwaith.person.measures.rules import OFFERED, Mode
from cydwaith.person.referrals import commands as front_door
from cydwaith.place.programmes import commands as programmes
from cydwaith.place.programmes.rules import Cohort
from cydwaith.place.programmes.words import questions
from tests.person.enrolments.conftest import START, World, programme
from tests.person.measures.conftest import ONS4
from tests.person.referrals.conftest import asks
from tests.person.test_pages_stay_cheap import asked
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR, a_team, lets_in

TODAY = START.date()


def joins(world: World, key: str = "good-work", **changes: Any) -> UUID:
    given = {"started": TODAY, "cohort": Cohort.OUT_OF_WORK} | changes
    return commands.enrol(world.coach, person_id=world.person_id, programme=key, **given)


def test_a_person_may_be_on_several_programmes(world: World) -> None:
    joins(world)
    joins(world, "social-prescribing")
    assert {row.version.key for row in queries.current(world.sam, world.person_id)} == {
        "good-work",
        "social-prescribing",
    }
    with pytest.raises(Conflict):
        joins(world)


def test_the_version_of_the_start_holds_for_the_whole_spell(world: World) -> None:
    later = programme("local", valid_from="2026-04-01", time_limits=[{"weeks": 4, "source": "x"}])
    enrolment = joins(world)
    programmes.load_programmes(OPERATOR, definitions=[later])
    with clock.at(START + timedelta(weeks=6)):
        row = queries.enrolment(world.coach, enrolment)
        assert (row.time.week, row.time.of, row.time_words) == (7, 16, "Week 7 of 16")


def test_people_in_work_have_eight_weeks_and_people_out_of_work_sixteen(world: World) -> None:
    row = queries.enrolment(world.coach, joins(world, cohort=Cohort.IN_WORK))
    assert (row.time.of, row.cohort_words) == (8, "In work at the start")


def test_a_programme_refuses_those_whom_it_does_not_take_and_days_when_it_was_shut(world: World) -> None:
    with pytest.raises(Invalid) as wrong:
        joins(world, "supported-employment", cohort=Cohort.IN_WORK)
    assert wrong.value.field == "cohort"
    for day in (date(2025, 12, 31), TODAY + timedelta(days=90)):
        with pytest.raises(Invalid) as wrong:
            joins(world, started=day)
        assert wrong.value.field == "started"


def test_stages_are_reached_on_days_that_can_be(world: World) -> None:
    enrolment = joins(world)
    commands.move(world.coach, enrolment_id=enrolment, stage="plan", on=TODAY)
    assert queries.enrolment(world.coach, enrolment).stage_words == "Plan agreed"
    for stage, on in (
        ("nothing", TODAY),
        ("plan", TODAY + timedelta(days=1)),
        ("plan", TODAY - timedelta(days=1)),
    ):
        with pytest.raises(Invalid):
            commands.move(world.coach, enrolment_id=enrolment, stage=stage, on=on)


def test_nobody_is_on_one_programme_twice_at_once(world: World) -> None:
    commands.end(
        world.coach,
        enrolment_id=joins(world, started=TODAY - timedelta(days=20)),
        ended=TODAY,
        reason=Ending.OTHER,
    )
    with pytest.raises(Invalid, match="until 02/03/2026") as wrong:
        joins(world, started=TODAY - timedelta(days=5))
    assert wrong.value.field == "started"
    joins(world)


def test_a_date_of_birth_that_cannot_be_leaves_nobody_half_enrolled(world: World, browser: Browser) -> None:
    page, of = browser(world.coach), f"/person/{world.person_id}/programmes/join/"
    sent = {"programme": "good-work", "cohort": "out_of_work", **day("started", TODAY)}
    wrong = page.post(of, sent | day("born", TODAY + timedelta(days=1))).content.decode()
    assert "Check the date of birth." in wrong
    assert queries.enrolments(world.coach, world.person_id) == ()
    assert page.post(of, sent | day("born", date(1975, 5, 1))).status_code == 302
    assert queries.born(world.coach, world.person_id) == date(1975, 5, 1)


def test_the_person_may_leave_at_any_time(world: World) -> None:
    enrolment = joins(world)
    commands.end(world.sam, enrolment_id=enrolment, ended=TODAY, reason=Ending.NOT_NOW)
    with pytest.raises(Conflict):
        commands.end(world.coach, enrolment_id=enrolment, ended=TODAY, reason=Ending.WORK)
    assert queries.page(world.sam, world.person_id).past[0].reason is Ending.NOT_NOW
    joins(world)


def test_double_funding_is_said_to_the_coach(world: World) -> None:
    joins(world)
    joins(world, "connect-to-work")
    (one,) = queries.page(world.coach, world.person_id).clashes
    assert "Good Work" in one.words and "Connect to Work" in one.words and one.source == "the grant letter"


@pytest.mark.parametrize(
    ("source", "prefix", "told"),
    [
        ({"source": "the grant letter", "source_cy": "y llythyr grant"}, "/cy", "y llythyr grant."),
        ({"source": "the grant letter", "source_cy": "y llythyr grant"}, "", "the grant letter."),
        (
            {"source": "GOV.UK, Local Supported Employment guidance, 23 May 2022"},
            "/cy",
            '<span lang="en">GOV.UK, Local Supported Employment guidance, 23 May 2022</span>.',
        ),
    ],
)
def test_where_double_funding_is_written_is_said_in_the_language_of_the_page(
    world: World, browser: Browser, source: dict[str, str], prefix: str, told: str
) -> None:
    pair = {"programme": "social-prescribing", **source}
    changed = programme("local", valid_from="2026-02-01", not_paid_with=[pair])
    programmes.load_programmes(OPERATOR, definitions=[changed])
    joins(world)
    joins(world, "social-prescribing")
    shown = browser(world.coach).get(f"{prefix}/person/{world.person_id}/programmes/").content.decode()
    assert told in shown


def test_what_is_asked_at_the_end_is_asked_once_they_left_and_not_for_ever(world: World) -> None:
    key = joins(world)
    with clock.at(START + timedelta(days=30)):
        commands.end(world.sam, enrolment_id=key, ended=clock.today(), reason=Ending.FINISHED)
        due = queries.page(world.coach, world.person_id).due
        assert [one.instrument for one in due] == ["ons4", "work_ability"]
        assert all(one.on == clock.today() for one in due)
    with clock.at(START + timedelta(days=30 + 29)):
        assert queries.page(world.coach, world.person_id).due == ()


def test_whoever_may_not_see_answers_is_not_told_that_questions_wait(world: World) -> None:
    joins(world)
    house = a_team("second-team", front_door=False)
    lets_in(world.sam, house, Scope.REFERRALS)
    assert queries.page(world.coach, world.person_id).due != ()
    assert queries.page(house.coach, world.person_id).due == ()
    with pytest.raises(Conflict):
        commands.ask_what_is_due(house.coach, person_id=world.person_id)


def test_questions_that_nobody_can_answer_here_are_never_late(world: World) -> None:
    measures = [{"instrument": "phq9", "when": 0}, {"instrument": "ons4", "when": 0}]
    changed = programme("local", valid_from="2026-02-01", measures=measures)
    programmes.load_programmes(OPERATOR, definitions=[changed])
    joins(world)
    assert [one.instrument for one in queries.page(world.coach, world.person_id).due] == ["ons4"]
    assert {key for key, _name in questions("en")} == set(OFFERED), "a steward is offered no others"


def test_questions_are_asked_once_for_all_programmes(world: World) -> None:
    joins(world)
    joins(world, "social-prescribing")
    due = queries.page(world.coach, world.person_id).due
    assert [one.instrument for one in due].count("ons4") == 1
    assert due[0].programmes == "Good Work, Social prescribing"
    asked = commands.ask_what_is_due(world.coach, person_id=world.person_id)
    assert asked.id
    record_reading(
        world.coach, person_id=world.person_id, instrument="ons4", answers=ONS4, mode=Mode.ASSISTED
    )
    left = [one.instrument for one in queries.page(world.coach, world.person_id).due]
    assert left == ["work_ability"]


@pytest.mark.parametrize("part", ["stage/", "end/"])
def test_the_pages_for_changing_an_enrolment_are_looks_and_stand_on_the_record(
    world: World, browser: Browser, part: str
) -> None:
    assert browser(world.coach).get(f"/enrolment/{joins(world)}/{part}").status_code == 200
    looks = [seen.account_id for seen in about_me(world.sam) if seen.verb == "enrolments_seen"]
    assert looks == [world.coach.account_id]


@pytest.mark.parametrize("who", ["stranger", "others"])
def test_nobody_else_sees_or_writes_whatever_they_were_let_in_to(world: World, who: str) -> None:
    enrolment = joins(world)
    commands.give_birthday(world.coach, person_id=world.person_id, born=date(1975, 5, 1))
    for actor in world.others if who == "others" else (world.stranger,):
        assert queries.enrolments(actor, world.person_id) == ()
        assert queries.enrolments_of(actor) == () and queries.born_of(actor) == {}
        with pytest.raises(Refused):
            queries.page(actor, world.person_id)
        with pytest.raises(NotFound):
            queries.enrolment(actor, enrolment)
        with pytest.raises(Refused):
            commands.enrol(
                actor,
                person_id=world.person_id,
                programme="connect-to-work",
                started=TODAY,
                cohort=Cohort.IN_WORK,
            )
        with pytest.raises(Refused):
            commands.end(actor, enrolment_id=enrolment, ended=TODAY, reason=Ending.OTHER)
        with pytest.raises(Refused):
            commands.give_birthday(actor, person_id=world.person_id, born=date(1980, 1, 1))


def test_a_manager_reads_and_does_not_enrol(world: World) -> None:
    joins(world)
    assert len(queries.enrolments_of(world.manager)) == 1
    with pytest.raises(Refused):
        commands.enrol(
            world.manager,
            person_id=world.person_id,
            programme="connect-to-work",
            started=TODAY,
            cohort=Cohort.IN_WORK,
        )


def test_a_birthday_is_kept_once_and_must_be_one(world: World) -> None:
    for born in (date(1975, 5, 1), date(1975, 5, 2)):
        commands.give_birthday(world.sam, person_id=world.person_id, born=born)
    assert queries.born(world.sam, world.person_id) == date(1975, 5, 2)
    for born in (TODAY, date(1890, 1, 1)):
        with pytest.raises(Invalid):
            commands.give_birthday(world.sam, person_id=world.person_id, born=born)


def test_whoever_started_before_a_programme_was_over_or_will_start_soon_can_be_put_on_it(
    world: World, browser: Browser
) -> None:
    last = TODAY + timedelta(days=20)
    programmes.say_last_day(OPERATOR, key="good-work", last=last, why="Funding ends")
    opens = programme("workwell", valid_from=(TODAY + timedelta(days=30)).isoformat())
    programmes.load_programmes(OPERATOR, definitions=[opens])
    page, of = browser(world.coach), f"/person/{world.person_id}/programmes/join/"
    shown = page.get(of).content.decode()
    assert "The last day to start is 22 March 2026." in shown and "It opens on 1 April 2026." in shown
    with clock.at(START + timedelta(days=25)):
        assert "It is over. The last day to start was 22 March 2026." in page.get(of).content.decode()
        sent = {"programme": "good-work", "cohort": "out_of_work"}
        late = page.post(of, sent | day("started", last + timedelta(days=1))).content.decode()
        assert "The programme was not open on that day." in late
        assert page.post(of, sent | day("started", last)).status_code == 302
    with clock.at(START + timedelta(days=90)):
        assert "Good Work" not in page.get(of).content.decode()


def test_everything_is_in_the_persons_own_copy(world: World) -> None:
    joins(world)
    commands.give_birthday(world.sam, person_id=world.person_id, born=date(1975, 5, 1))
    (section,) = [one for one in sections() if one.key == "enrolments"]
    said = [(one.label, one.value) for one in section.read(world.sam, world.person_id)]
    assert said[0][0] == "Good Work" and "Out of work at the start" in said[0][1]
    assert said[1] == ("Date of birth", "01/05/1975")


def day(name: str, when: date) -> dict[str, str]:
    return {f"{name}_day": str(when.day), f"{name}_month": str(when.month), f"{name}_year": str(when.year)}


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_pages_of_a_coach_and_of_the_person(world: World, browser: Browser, prefix: str) -> None:
    page, of = browser(world.coach), f"{prefix}/person/{world.person_id}/programmes/"
    with clock.at(START):
        assert page.get(of).status_code == 200
        assert page.get(f"{of}join/").status_code == 200
        empty = page.post(f"{of}join/", {})
        assert empty.status_code == 200 and "govuk-error-summary" in empty.content.decode()
        sent = {
            "programme": "good-work",
            "cohort": "out_of_work",
            **day("started", TODAY),
            **day("born", date(1975, 5, 1)),
        }
        assert page.post(f"{of}join/", sent)["Location"] == of
        (row,) = queries.enrolments(world.coach, world.person_id)
        assert page.get(f"{prefix}/enrolment/{row.id}/stage/").status_code == 200
        moved = page.post(f"{prefix}/enrolment/{row.id}/stage/", {"stage": "plan", **day("on", TODAY)})
        assert moved["Location"] == of
        own = browser(world.sam)
        assert own.get(f"{prefix}/my/programmes/").status_code == 200
        assert own.get(f"{prefix}/person/{world.person_id}/birthday/").status_code == 200
        ended = own.post(f"{prefix}/enrolment/{row.id}/end/", {"reason": "work", **day("ended", TODAY)})
        assert ended.status_code == 302
        assert browser(world.stranger).get(of).status_code in (403, 404)


def chosen(page: Client, world: World) -> list[str]:
    shown = page.get(f"/person/{world.person_id}/programmes/join/").content.decode()
    return [field for field in re.findall(r"<input[^>]*name=.programme.[^>]*>", shown) if " checked" in field]


def test_the_programme_of_the_front_door_is_chosen_and_may_be_changed(world: World, browser: Browser) -> None:
    page = browser(world.coach)
    assert chosen(page, world) == []
    sent = asks(world.sam)
    front_door.accept_request(
        world.coach,
        referral_id=sent.referral_id,
        programme_key="social-prescribing",
        coach_account_id=world.coach.account_id,
    )
    assert ["social-prescribing" in field for field in chosen(page, world)] == [True]
    joins(world, "good-work")
    assert len(chosen(page, world)) == 1, "another programme was joined: the one asked for still waits"
    joins(world, "social-prescribing")
    assert chosen(page, world) == [], "they are on it already"


def test_the_page_asks_as_much_for_four_programmes_as_for_one(world: World, browser: Browser) -> None:
    page, of = browser(world.coach), f"/person/{world.person_id}/programmes/"
    joins(world)
    few = asked(page, of)
    for key in ("connect-to-work", "social-prescribing", "supported-employment"):
        joins(world, key)
    assert asked(page, of) == few <= 12
