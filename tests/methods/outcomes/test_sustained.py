"""Thirteen weeks in sixteen, and its relatives, against a slow oracle and by example."""

import weakref
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.outcomes import (
    Absence,
    AnchorPoint,
    Employment,
    OutcomeError,
    PayFloor,
    Person,
    Spell,
    SustainedRule,
    WageRate,
    judge,
    judge_many,
    judge_stream,
)

from . import oracle

MONDAY = date(2026, 1, 5)
FLOOR = PayFloor((WageRate(date(2025, 4, 1), 12.21, source="an example"),))
RULE = SustainedRule(key="13 in 16", min_hours=7, min_weeks=13, window_weeks=16)
HERE = Person(born=date(1980, 2, 29), programme_start=MONDAY)


def weeks(number):
    return timedelta(weeks=number)


def day(number):
    return MONDAY + timedelta(days=number)


def job(first, last=None, hours=10.0, pay=13.0, **more):
    return Spell(day(first), None if last is None else day(last), hours, pay, **more)


LATER = MONDAY + weeks(30)


def verdict(*spells, rule=RULE, on=LATER, person=HERE, floor=FLOOR):
    return judge(rule, spells, on, person, floor)


def test_thirteen_weeks_in_a_row_are_met_on_the_thirteenth_sunday():
    found = verdict(job(0))
    assert found.met_on == MONDAY + weeks(13) - timedelta(days=1)
    assert (found.counted, found.needed) == (13, 13)


def test_three_weeks_without_work_are_borne_and_a_fourth_is_not():
    assert verdict(job(0, 7 * 6 - 1), job(7 * 9, 7 * 16 - 1)).met
    broken = verdict(job(0, 7 * 6 - 1), job(7 * 10, 7 * 17 - 1))
    assert not broken.met
    assert broken.counted == 12


def test_every_week_says_why_it_does_not_count():
    short = job(0, 7 * 3 - 1, hours=6)
    poor = job(7 * 3, 7 * 4 - 1, pay=9.0)
    unknown = job(7 * 4, 7 * 5 - 1, pay=None)
    found = verdict(short, poor, unknown, on=MONDAY + weeks(6))
    assert [week.reason.code for week in found.weeks] == [
        *["too_few_hours"] * 3, "under_pay_floor", "pay_unknown", "not_in_work", "not_in_work",
    ]  # fmt: skip
    assert found.weeks[0].name == "2026-W02"
    assert "6 awr" in found.weeks[0].reason.words.cy


def test_two_jobs_at_once_add_up_and_a_job_under_the_floor_adds_nothing():
    assert verdict(job(0, hours=4), job(0, hours=3)).met
    assert not verdict(job(0, hours=4), job(0, hours=3, pay=9.0)).met


def test_a_part_week_has_its_share_by_days_of_seven():
    wednesday = verdict(job(2, hours=10), on=MONDAY + weeks(1) - timedelta(days=1))
    assert wednesday.weeks[0].hours == pytest.approx(10 * 5 / 7)
    assert wednesday.weeks[0].counted
    assert not verdict(job(2, hours=9), on=MONDAY + weeks(1) - timedelta(days=1)).weeks[0].counted


def test_exactly_the_hours_is_enough_and_exactly_the_ceiling_is_not():
    lower = SustainedRule(key="lower", min_hours=7, below_hours=16, min_weeks=13, window_weeks=13)
    assert verdict(job(0, hours=7), rule=lower).met
    assert not verdict(job(0, hours=16), rule=lower).met
    assert verdict(job(0, hours=16), rule=lower).weeks[0].reason.code == "too_many_hours"


def test_zero_hours_work_counts_by_the_hours_really_worked():
    worked = {MONDAY + weeks(n): (8.0 if n % 4 else 0.0) for n in range(20)}
    zero = job(0, hours=0, worked=worked, employment=Employment.ZERO_HOURS)
    found = verdict(zero)
    assert [week.counted for week in found.weeks[:5]] == [False, True, True, True, False]
    assert not found.met
    assert found.counted == 12


def test_the_self_employed_have_no_pay_floor():
    assert verdict(job(0, pay=None, employment=Employment.SELF_EMPLOYED)).met
    only = SustainedRule(
        key="employees",
        min_hours=7,
        min_weeks=13,
        window_weeks=16,
        employment=frozenset({Employment.EMPLOYEE}),
    )
    found = verdict(job(0, employment=Employment.SELF_EMPLOYED), rule=only)
    assert found.weeks[0].reason.code == "kind_not_counted"


def test_sickness_in_work_counts_unless_the_rule_says_not():
    away = (Absence(day(0), day(41)),)
    strict = SustainedRule(key="strict", min_hours=7, min_weeks=13, window_weeks=16, sickness_counts=False)
    until = MONDAY + weeks(16) - timedelta(days=1)
    assert verdict(job(0, absences=away), on=until).met
    assert not verdict(job(0, absences=away), on=until, rule=strict).met


def test_the_floor_changes_with_a_birthday_and_in_april():
    rates = PayFloor(
        (
            WageRate(date(2025, 4, 1), 10.0, 18, 20),
            WageRate(date(2025, 4, 1), 12.21, 21),
            WageRate(date(2026, 4, 1), 13.5, 21),
        )
    )
    young = Person(born=date(2005, 2, 2), programme_start=MONDAY)
    found = verdict(job(0, pay=11.0), person=young, floor=rates)
    reasons = {week.monday: week.reason.code for week in found.weeks}
    assert reasons[date(2026, 1, 26)] == "counted"
    assert reasons[date(2026, 2, 2)] == "under_pay_floor"
    grown = verdict(job(0, pay=12.5), person=HERE, floor=rates)
    reasons = {week.monday: week.reason.code for week in grown.weeks}
    assert reasons[date(2026, 3, 30)] == "counted"
    assert reasons[date(2026, 4, 6)] == "under_pay_floor"


def test_a_floor_by_age_needs_a_date_of_birth_and_a_missing_rate_is_said():
    rates = PayFloor((WageRate(date(2027, 4, 1), 14.0, 21),))
    with pytest.raises(OutcomeError) as refused:
        verdict(job(0), person=Person(programme_start=MONDAY), floor=rates)
    assert refused.value.code == "needs_birth_date"
    assert verdict(job(0), floor=rates).weeks[0].reason.code == "no_floor_on_file"


def test_work_before_the_clock_or_after_the_time_allowed_does_not_count():
    early = verdict(Spell(MONDAY - weeks(20), MONDAY + weeks(10), 10, 13.0))
    assert early.counted == 10
    timed = SustainedRule(key="timed", min_hours=7, min_weeks=13, window_weeks=16, within_weeks=14)
    assert verdict(job(0), rule=timed).met
    assert not verdict(job(14), rule=timed).met


def test_it_says_when_it_could_still_be_met_and_when_it_no_longer_can():
    half = verdict(job(0), on=MONDAY + weeks(5) - timedelta(days=1))
    assert half.could_be_met_by == MONDAY + weeks(13) - timedelta(days=1)
    timed = SustainedRule(key="timed", min_hours=7, min_weeks=13, window_weeks=16, within_weeks=20)
    late = verdict(job(7 * 10), rule=timed, on=MONDAY + weeks(12))
    assert late.could_be_met_by is None
    assert late.notes[-1].code == "cannot_be_met"


def test_what_could_be_met_is_met_when_the_work_goes_on():
    for gone in range(8, 30):
        on = MONDAY + timedelta(days=5 * gone)
        now = verdict(job(0, 20), job(30), on=on)
        if not now.met:
            assert verdict(job(0, 20), job(30), on=now.could_be_met_by).met_on == now.could_be_met_by


def test_missing_evidence_holds_the_payment_and_not_the_verdict():
    rule = SustainedRule(
        key="13 in 16", min_hours=7, min_weeks=13, window_weeks=16, evidence=frozenset({"payslip"})
    )
    assert verdict(job(0), rule=rule).met
    assert not verdict(job(0), rule=rule).payable
    proved = Person(programme_start=MONDAY, evidence=frozenset({"payslip"}))
    assert verdict(job(0), rule=rule, person=proved).payable


def test_only_a_gap_as_long_as_the_rule_bears_is_borne():
    rule = SustainedRule(key="gap", min_hours=7, min_weeks=13, window_weeks=16, longest_gap=1)
    assert verdict(job(0, 34), job(42, 83), job(91), rule=rule).met
    assert not verdict(job(0, 7 * 6 - 1), job(7 * 8, 7 * 15 - 1), rule=rule).met


def test_clock_changes_leap_days_and_a_year_of_53_weeks_move_nothing():
    for start in (date(2020, 12, 7), date(2026, 3, 2), date(2026, 10, 5), date(2028, 2, 7)):
        person = Person(programme_start=start)
        found = judge(RULE, [Spell(start, None, 7, 13.0)], start + weeks(20), person, FLOOR_ANY)
        assert found.met_on == start + weeks(13) - timedelta(days=1)


FLOOR_ANY = PayFloor((WageRate(date(2000, 1, 1), 1.0),))


def test_nobody_in_work_has_no_weeks_and_could_still_begin():
    found = verdict()
    assert (found.weeks, found.met, found.counted) == ((), False, 0)
    assert found.could_be_met_by


@pytest.mark.parametrize(
    ("spell", "code"),
    [
        (Spell(day(3), day(2), 10, 13.0), "ends_before_start"),
        (Spell(day(0), None, 169, 13.0), "impossible_hours"),
        (Spell(day(0), None, float("nan"), 13.0), "impossible_hours"),
        (Spell(day(0), None, 10, -1.0), "impossible_pay"),
        (Spell(day(0), None, 10, float("inf")), "impossible_pay"),
        (Spell(day(0), None, 10, 13.0, worked={MONDAY: -1}), "impossible_hours"),
    ],
)
def test_an_impossible_job_is_named_by_its_row(spell, code):
    with pytest.raises(OutcomeError) as refused:
        verdict(job(0), spell)
    assert (refused.value.code, refused.value.row) == (code, 2)


def test_a_clock_without_its_date_is_refused():
    with pytest.raises(OutcomeError) as refused:
        verdict(job(0), person=Person(born=date(1980, 1, 1)))
    assert refused.value.code == "no_anchor"
    from_job = SustainedRule(
        key="j", min_hours=7, min_weeks=2, window_weeks=2, clock_start=AnchorPoint.JOB_START
    )
    assert verdict(job(0), rule=from_job, person=Person(born=date(1980, 1, 1))).met


spans = st.builds(
    lambda first, length, hours, pay: Spell(
        day(first), None if length is None else day(first + length), float(hours), pay
    ),
    st.integers(-30, 200),
    st.none() | st.integers(0, 150),
    st.integers(0, 25),
    st.sampled_from([13.0, 12.21, 12.0, None]),
)
rules = st.builds(
    lambda least, need, more, below, within: SustainedRule(
        key="any", min_hours=least, min_weeks=need, window_weeks=need + more,
        below_hours=None if below is None else least + below, within_weeks=within,
    ),
    st.integers(1, 20), st.integers(1, 14), st.integers(0, 5), st.none() | st.integers(1, 9), st.none() | st.integers(1, 40),
)  # fmt: skip


@settings(max_examples=300)
@given(rules, st.lists(spans, max_size=4), st.integers(0, 260), st.integers(0, 6))
def test_it_agrees_with_the_slow_oracle(rule, spells, on, weekday):
    anchor = day(weekday)
    person = Person(born=date(1980, 1, 1), programme_start=anchor)
    slow = oracle.met_on(rule, spells, anchor, day(on), 12.21)
    assert judge(rule, spells, day(on), person, FLOOR).met_on == slow


@settings(max_examples=200)
@given(rules, st.lists(st.tuples(st.integers(0, 4), spans), min_size=1, max_size=12), st.integers(0, 260))
def test_very_many_at_once_say_the_same_as_one_by_one(rule, jobs, on):
    people = [Person(programme_start=day(3 * n)) for n in range(5)]
    found = judge_many(
        rule,
        person=np.array([who for who, _ in jobs]),
        start=np.array([one.start for _, one in jobs], dtype="datetime64[D]"),
        end=np.array([one.end for _, one in jobs], dtype="datetime64[D]"),
        hours=np.array([one.hours for _, one in jobs]),
        enough_pay=np.array([(one.pay or 0) >= 12.21 for _, one in jobs]),
        anchor=np.array([one.programme_start for one in people], dtype="datetime64[D]"),
        on=np.datetime64(day(on)),
    )
    for n, person in enumerate(people):
        own = [one for who, one in jobs if who == n]
        one = judge(rule, own, day(on), person, FLOOR)
        assert found.met[n] == one.met
        assert found.met_on[n].item() == one.met_on


def people_from(first: int, many: int) -> dict[str, np.ndarray]:
    """Some people, each with one job that began on another day."""
    start = np.datetime64(day(0)) + np.arange(first, first + many)
    return {
        "person": np.arange(many),
        "start": start,
        "end": start + 100,
        "hours": np.full(many, 16.0),
        "anchor": np.full(many, np.datetime64(day(0))),
    }


def test_people_who_come_in_parts_are_judged_as_those_who_come_at_once():
    rule = SustainedRule(
        key="any", min_hours=7, min_weeks=13, window_weeks=16, within_weeks=20, pay_floor=False
    )
    on = np.datetime64(day(400))
    together = judge_many(rule, on=on, **people_from(0, 90))
    parts = list(judge_stream(rule, (people_from(low, 30) for low in (0, 30, 60)), on=on))
    assert together.met.any() and not together.met.all()
    assert np.array_equal(together.met, np.concatenate([one.met for one in parts]))
    assert np.array_equal(together.met_on, np.concatenate([one.met_on for one in parts]), equal_nan=True)


def test_a_part_is_let_go_before_the_next_comes():
    rule = SustainedRule(key="any", min_hours=7, min_weeks=13, window_weeks=16, pay_floor=False)
    held = []

    def parts():
        for _ in range(3):
            assert all(one() is None for one in held)
            part = people_from(0, 5)
            held.append(weakref.ref(part["hours"]))
            yield part
            del part

    assert len(list(judge_stream(rule, parts(), on=np.datetime64(day(300))))) == 3


@given(st.lists(spans, max_size=4), st.randoms(), st.integers(0, 200))
def test_the_order_of_jobs_changes_nothing(spells, dice, on):
    shuffled = dice.sample(spells, len(spells))
    assert verdict(*spells, on=day(on)) == verdict(*shuffled, on=day(on))


@given(st.lists(spans, max_size=3), spans, st.integers(0, 200))
def test_another_job_never_takes_away_a_week_without_a_ceiling(spells, more, on):
    before, after = verdict(*spells, on=day(on)), verdict(*spells, more, on=day(on))
    assert after.met or not before.met
