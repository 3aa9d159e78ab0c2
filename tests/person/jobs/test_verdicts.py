"""What stored jobs count for: against an oracle, week by week, and as an auditor would read it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid
from cydwaith.methods.outcomes import SustainedRule
from cydwaith.person.enrolments import commands as enrolments
from cydwaith.person.jobs import commands, queries
from cydwaith.person.jobs.queries import RuleVerdict
from cydwaith.person.jobs.rules.held import Kind, Leaving
from cydwaith.place.programmes.rules import Cohort, Evidence
from tests.person.jobs import oracle
from tests.person.jobs.conftest import MONDAY, PDF, World, starts
from tests.support.browsing import Browser

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)


def on(day: date) -> Any:
    return clock.at(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def verdict(world: World, day: date, reader: Actor | None = None) -> RuleVerdict:
    with on(day):
        (found,) = queries.verdicts(reader or world.sam, world.person_id)
        return found


def roofer(world: World) -> UUID:
    """12 hours a week rising to 20, with three weeks that do not count."""
    key = starts(world.sam, world.person_id, start=MONDAY + WEEK)
    with on(MONDAY + 17 * WEEK):
        commands.change_terms(world.sam, job_id=key, since=MONDAY + 8 * WEEK, hours=20.0, pay=13.0)
        short = {MONDAY + 3 * WEEK: 4.0, MONDAY + 6 * WEEK: 0.0, MONDAY + 11 * WEEK: 6.5}
        commands.record_weeks(world.sam, job_id=key, worked=short)
    return key


def test_thirteen_of_sixteen_weeks_are_told_week_by_week(world: World, enrolled: UUID) -> None:
    roofer(world)
    before = verdict(world, MONDAY + 15 * WEEK)
    assert not before.met and before.verdict and before.verdict.could_be_met_by == MONDAY + 17 * WEEK - DAY
    found = verdict(world, MONDAY + 17 * WEEK)
    assert found.verdict and found.verdict.met_on == MONDAY + 17 * WEEK - DAY
    assert found.told == (
        "weeks 1–2, 4–5, 7–10, 12–16 counted; week 3: 4 hours, under 7; week 6: 0 hours, under 7; "
        "week 11: 6.5 hours, under 7; 13 of 16 by 28 June 2026"
    )
    assert found.missing == ("the employer's word", "a payslip")
    assert found.waits and not found.claimable
    assert found.lacking[0].startswith("Evidence is still missing. One of these would do: the employer's")


def shows(world: World, key: UUID, first: date, last: date, kind: Evidence = Evidence.PAYSLIP) -> UUID:
    return commands.add_file(world.sam, job_id=key, kind=kind, first=first, last=last, content=PDF)


def test_a_rule_that_is_met_cannot_be_claimed_until_evidence_covers_its_weeks(
    world: World, enrolled: UUID
) -> None:
    key, last = roofer(world), MONDAY + 17 * WEEK
    with on(last):
        shows(world, key, MONDAY + WEEK, MONDAY + 5 * WEEK - DAY)
        shows(world, key, MONDAY + 7 * WEEK, MONDAY + 13 * WEEK - DAY, Evidence.EMPLOYER)
    half = verdict(world, last)
    assert (half.met, half.claimable, half.waits) == (True, False, True)
    assert half.lacking == (
        "It is met. It cannot be claimed until evidence covers weeks 5, 13–16.",
        "Any of these would do: the employer's word, a payslip.",
        "No last day is set for the evidence.",
    )
    assert [week.evidence for week in half.weeks[:5]] == ["a payslip"] * 4 + [""]
    with on(last):
        shows(world, key, MONDAY + 5 * WEEK, MONDAY + 6 * WEEK - DAY)
        shows(world, key, MONDAY + 13 * WEEK, last - DAY)
    whole = verdict(world, last)
    assert whole.verdict and whole.claimable and whole.lacking == ()
    assert whole.verdict.claimable_on == whole.verdict.met_on


def test_work_that_is_shown_later_is_claimed_of_its_own_day(world: World, enrolled: UUID) -> None:
    key, last = starts(world.sam, world.person_id), MONDAY + 20 * WEEK
    with on(last):
        shows(world, key, MONDAY + 4 * WEEK, last - DAY)
    found = verdict(world, last)
    assert found.verdict and found.verdict.met_on == MONDAY + 13 * WEEK - DAY
    assert found.lacking == ("By what the evidence shows it was met on 28 June 2026.",)


def test_evidence_of_one_job_says_nothing_of_another(world: World, enrolled: UUID) -> None:
    last = MONDAY + 13 * WEEK
    bakery = starts(world.sam, world.person_id)
    stall = starts(world.sam, world.person_id, hours=3.0, title="Market stall")
    with on(last):
        shows(world, stall, MONDAY, last - DAY)
    found = verdict(world, last)
    assert found.lacking[0].endswith("covers weeks 1–13.")
    assert found.weeks[0].evidence == "a payslip, for 3 of 15 hours"
    with on(last):
        shows(world, bakery, MONDAY, last - DAY)
    assert verdict(world, last).claimable


@pytest.mark.parametrize(
    ("kind", "days", "taken"),
    [
        (Evidence.EMPLOYER, 0, True),
        (Evidence.EMPLOYER, 1, False),
        (Evidence.BANK, 1, False),
        (Evidence.PAYSLIP, 31, True),
        (Evidence.PAYSLIP, 32, False),
        (Evidence.CONTRACT, 300, True),
    ],
)
def test_nothing_shows_work_that_is_still_to_come(
    world: World, enrolled: UUID, kind: Evidence, days: int, taken: bool
) -> None:
    key = starts(world.sam, world.person_id)
    with on(MONDAY + WEEK):
        if taken:
            assert shows(world, key, MONDAY, MONDAY + WEEK + days * DAY, kind)
        else:
            with pytest.raises(Invalid, match="until today"):
                shows(world, key, MONDAY, MONDAY + WEEK + days * DAY, kind)


def test_weeks_that_count_and_that_no_evidence_covers_are_named(
    world: World, enrolled: UUID, browser: Browser
) -> None:
    key, last = roofer(world), MONDAY + 17 * WEEK
    before = verdict(world, last - WEEK)
    assert before.lacking[-1].endswith("covers weeks 1–2, 4–5, 7–10, 12–15, which count.")
    asked = {"job_id": key, "kind": Evidence.PAYSLIP, "content": PDF}
    with on(last):
        commands.add_file(world.sam, first=MONDAY + WEEK, last=MONDAY + 11 * WEEK - DAY, **asked)
        commands.add_file(world.sam, first=MONDAY + 13 * WEEK, last=last - DAY, **asked)
    assert verdict(world, last - WEEK).lacking[-1].endswith("covers week 12, which counts.")
    with on(last):
        shown = browser(world.sam).get("/my/outcomes/").content.decode()
        assert "cannot be claimed until evidence covers week 12." in shown and "evidence missing" in shown
        commands.add_file(world.sam, first=MONDAY + 12 * WEEK, last=MONDAY + 12 * WEEK + DAY, **asked)
    part = verdict(world, last)
    assert part.waits and part.weeks[11].evidence == "a payslip, for 5.71 of 20 hours"
    with on(last):
        commands.add_file(world.sam, first=MONDAY + 12 * WEEK, last=MONDAY + 13 * WEEK - DAY, **asked)
    assert verdict(world, last).lacking == ()


def test_evidence_that_was_taken_back_is_missing_again(world: World, enrolled: UUID) -> None:
    key = roofer(world)
    with on(MONDAY + 17 * WEEK):
        piece = commands.add_file(
            world.sam,
            job_id=key,
            kind=Evidence.PAYSLIP,
            first=MONDAY + WEEK,
            last=MONDAY + 2 * WEEK,
            content=PDF,
        )
        commands.withdraw_evidence(world.sam, evidence_id=piece)
    assert "a payslip" in verdict(world, MONDAY + 17 * WEEK).missing


def test_a_week_of_zero_hours_counts_by_what_was_worked(world: World, enrolled: UUID) -> None:
    key = starts(world.sam, world.person_id, kind=Kind.ZERO_HOURS, hours=0.0)
    with on(MONDAY + 3 * WEEK):
        worked = {MONDAY: 7.0, MONDAY + WEEK: 6.99, MONDAY + 2 * WEEK: 9.0}
        commands.record_weeks(world.sam, job_id=key, worked=worked)
    weeks = verdict(world, MONDAY + 3 * WEEK - DAY).weeks
    assert [week.counted for week in weeks] == [True, False, True]
    assert weeks[1].reason == "6.99 hours, under 7"


def test_two_jobs_at_once_add_up_and_a_trial_beside_them_adds_nothing(world: World, enrolled: UUID) -> None:
    for hours, kind in ((4.0, Kind.EMPLOYEE), (3.0, Kind.SELF_EMPLOYED), (20.0, Kind.WORK_TRIAL)):
        starts(world.sam, world.person_id, hours=hours, kind=kind)
    (week,) = verdict(world, MONDAY + 6 * DAY).weeks
    assert (week.hours, week.counted) == ("7", True)


def test_days_off_sick_count_as_worked_where_the_rule_says_so(world: World, enrolled: UUID) -> None:
    key = starts(world.sam, world.person_id)
    with on(MONDAY + 2 * WEEK):
        commands.add_absence(world.sam, job_id=key, first=MONDAY, last=MONDAY + 2 * WEEK - DAY)
    assert all(week.counted for week in verdict(world, MONDAY + 2 * WEEK - DAY).weeks)


def test_a_job_lost_and_one_found_go_on_counting(world: World, enrolled: UUID) -> None:
    first = starts(world.sam, world.person_id)
    with on(MONDAY + 16 * WEEK):
        commands.end_job(world.sam, job_id=first, end=MONDAY + 7 * WEEK - DAY, leaving=Leaving.LET_GO)
    starts(world.sam, world.person_id, start=MONDAY + 9 * WEEK)
    found = verdict(world, MONDAY + 15 * WEEK - DAY)
    assert found.verdict and found.verdict.met_on == MONDAY + 15 * WEEK - DAY
    assert [week.reason for week in found.weeks[7:9]] == ["not in work", "not in work"]


def test_pay_under_the_floor_for_the_age_does_not_count(world: World, enrolled: UUID) -> None:
    starts(world.sam, world.person_id, pay=12.50)
    weeks = verdict(world, MONDAY + 6 * WEEK).weeks
    assert weeks[0].counted and weeks[3].counted
    assert weeks[5].reason == "paid 12.50 an hour, under the floor of 12.71"


def test_without_a_date_of_birth_it_says_what_is_needed(world: World) -> None:
    enrolments.enrol(
        world.coach,
        person_id=world.person_id,
        programme="good-work",
        started=MONDAY,
        cohort=Cohort.OUT_OF_WORK,
    )
    starts(world.sam, world.person_id)
    found = verdict(world, MONDAY + WEEK)
    assert found.verdict is None and found.needs_birthday and "date of birth" in found.problem
    assert "date of birth" in verdict(world, MONDAY + WEEK).problem


def test_somebody_in_work_at_the_start_is_judged_by_the_other_rule_alone(world: World) -> None:
    starts(world.sam, world.person_id, start=MONDAY - 10 * WEEK)
    enrolments.enrol(
        world.coach, person_id=world.person_id, programme="good-work", started=MONDAY, cohort=Cohort.IN_WORK
    )
    found = verdict(world, MONDAY + 13 * WEEK)
    assert (found.key, found.met, found.rule.cohort) == ("still-in-work-13", True, Cohort.IN_WORK)
    assert found.told == "" and found.weeks == ()


def test_a_programme_that_counts_no_jobs_gives_no_verdict(world: World) -> None:
    enrolments.enrol(
        world.coach,
        person_id=world.person_id,
        programme="social-prescribing",
        started=MONDAY,
        cohort=Cohort.OUT_OF_WORK,
    )
    with on(MONDAY):
        assert queries.outcomes(world.sam, world.person_id).verdicts == ()


@pytest.mark.parametrize(
    "monday",
    [date(2026, 3, 23), date(2026, 10, 19), date(2026, 12, 28), date(2024, 2, 26), date(2027, 12, 27)],
)
def test_clock_changes_year_ends_and_leap_days_make_no_week_longer(world: World, monday: date) -> None:
    from cydwaith.person.jobs.rules.held import Held, Terms, spells

    job = Held(Kind.EMPLOYEE, monday, None, (Terms(monday, 7.0, 13.0),), {}, ())
    from cydwaith.methods.outcomes import Person, judge

    rule = SustainedRule(key="it", min_hours=7, min_weeks=2, window_weeks=2, pay_floor=False)
    end = monday + 13 * DAY
    found = judge(rule, spells([job], end), end, Person(programme_start=monday))
    assert (found.met_on, [week.hours for week in found.weeks]) == (end, [7.0, 7.0])
    assert not judge(rule, spells([job], end), end - DAY, Person(programme_start=monday)).met


KINDS = [Kind.EMPLOYEE, Kind.EMPLOYEE, Kind.ZERO_HOURS, Kind.SELF_EMPLOYED, Kind.WORK_TRIAL]


def lives(world: World, dice: Random) -> None:
    """Up to three jobs with changing hours, weeks on record, days off sick, some of them ended."""
    for _ in range(dice.randint(1, 3)):
        start = MONDAY + dice.randint(-20, 60) * DAY
        key = starts(
            world.sam,
            world.person_id,
            start=start,
            kind=dice.choice(KINDS),
            hours=dice.choice([3.5, 7.0, 12.0]),
            pay=dice.choice([None, 13.0]),
        )
        if dice.random() < 0.5:
            commands.change_terms(
                world.sam,
                job_id=key,
                since=start + dice.randint(5, 60) * DAY,
                hours=dice.choice([0.0, 6.0, 20.0]),
                pay=13.0,
            )
        monday = start - start.weekday() * DAY
        weeks = {monday + dice.randint(0, 12) * WEEK: dice.choice([0.0, 6.5, 7.0, 9.0]) for _ in range(3)}
        commands.record_weeks(world.sam, job_id=key, worked=weeks)
        if dice.random() < 0.4:
            commands.end_job(
                world.sam, job_id=key, end=start + dice.randint(70, 140) * DAY, leaving=Leaving.OTHER
            )


@pytest.mark.parametrize("seed", range(12))
def test_a_stored_life_is_judged_as_the_oracle_judges_it(world: World, enrolled: UUID, seed: int) -> None:
    dice = Random(seed)
    with on(MONDAY + 30 * WEEK):
        lives(world, dice)
    today = MONDAY + dice.randint(90, 210) * DAY
    found = verdict(world, today, world.coach)
    rule = found.rule.rule
    assert isinstance(rule, SustainedRule) and found.verdict
    held = [
        one.held for one in queries.jobs(world.coach, world.person_id) if one.end is None or one.end >= MONDAY
    ]
    assert found.verdict.met_on == oracle.met_on(rule, held, MONDAY, today, 12.71)
    with on(today):
        (many,) = queries.verdicts_of(world.coach)
    assert many.verdict == found.verdict


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_page_names_the_rule_its_version_and_its_source(
    world: World, enrolled: UUID, browser: Browser, prefix: str
) -> None:
    roofer(world)
    with on(MONDAY + 17 * WEEK):
        for reader in (world.sam, world.coach, world.manager):
            page = browser(reader)
            of = f"{prefix}/person/{world.person_id}/outcomes/"
            listed = page.get(of).content.decode()
            assert f"{of}{enrolled}/job-kept-13-in-16/" in listed
            told = page.get(f"{of}{enrolled}/job-kept-13-in-16/").content.decode()
            for words in ("good-work 2026-01-01", "IPS in Primary Care", "2026-W11", "<svg", "28 "):
                assert words in told, words
        assert browser(world.sam).get(f"{prefix}/my/outcomes/").status_code == 200
        assert browser(world.sam).get(f"{of}{enrolled}/nothing/").status_code == 404
        for other in (*world.others, world.stranger):
            assert browser(other).get(of).status_code in (403, 404)


def test_the_same_numbers_stand_in_the_picture_and_in_the_table(world: World, enrolled: UUID) -> None:
    from cydwaith.person.jobs.pictures import strip

    roofer(world)
    with on(MONDAY + 17 * WEEK):
        (found,) = queries.verdicts(world.sam, world.person_id)
        svg = strip(found, found.weeks)
    assert svg.count("jobs-week--counted") == sum(week.counted for week in found.weeks)
    failed = [week for week in found.weeks if not week.counted and not week.goes_on]
    assert svg.count("jobs-week__stroke") == len(failed)


def test_a_verdict_names_each_jobs_hours_and_pay_from_which_day_on(
    world: World, enrolled: UUID, browser: Browser
) -> None:
    key = starts(world.sam, world.person_id, pay=12.2099)
    with on(MONDAY + 9 * WEEK):
        commands.change_terms(world.sam, job_id=key, since=MONDAY + 4 * WEEK, hours=20.0, pay=13.0)
        commands.end_job(world.sam, job_id=key, end=MONDAY + 8 * WEEK, leaving=Leaving.LIFE)
        (found,) = queries.verdicts(world.sam, world.person_id)
        page = browser(world.sam).get(f"/person/{world.person_id}/outcomes/{enrolled}/{found.key}/")
    told = "; ".join(
        (
            "from 2 March 2026: 12 hours a week, £12.2099 an hour",
            "from 30 March 2026: 20 hours a week, £13.00 an hour",
            "until 27 April 2026",
        )
    )
    assert f"Delivery driver, The bakery (Employed): {told}" in page.content.decode()


def test_weeks_that_an_old_minimum_wage_stands_in_for_are_said_to_be_open_to_change(
    world: World, enrolled: UUID, browser: Browser
) -> None:
    starts(world.sam, world.person_id)
    for day, said in ((date(2027, 4, 4), False), (date(2027, 4, 11), True)):
        with on(day):
            (found,) = queries.verdicts(world.sam, world.person_id)
            page = browser(world.sam).get(f"/person/{world.person_id}/outcomes/{enrolled}/{found.key}/")
        assert ("The newest minimum wage on file is of 1 April 2026." in page.content.decode()) is said


def test_a_week_that_goes_on_is_neither_struck_through_nor_a_no(
    world: World, enrolled: UUID, browser: Browser
) -> None:
    from cydwaith.person.jobs.pictures import strip

    starts(world.sam, world.person_id)
    with on(MONDAY + 2 * DAY):
        (found,) = queries.verdicts(world.sam, world.person_id)
        page = browser(world.sam).get(f"/person/{world.person_id}/outcomes/{enrolled}/{found.key}/")
        assert "jobs-week__stroke" not in strip(found, found.weeks)
    assert [(week.goes_on, week.counted) for week in found.weeks] == [(True, False)]
    assert "Not yet: 5.14 hours so far, the week is not over" in page.content.decode()
