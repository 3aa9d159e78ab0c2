"""The sustained rule on its edges: the first and the last day, the exact hour, the longest gap."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.outcomes import (
    Absence,
    AnchorPoint,
    OutcomeError,
    PayFloor,
    Person,
    Spell,
    SustainedRule,
    WageRate,
    judge,
    judge_many,
)

from . import oracle

MONDAY = date(2026, 1, 5)
HERE = Person(programme_start=MONDAY, programme_end=MONDAY + timedelta(days=180))
LATER = MONDAY + timedelta(days=400)
RULE = SustainedRule(key="r", min_hours=7, min_weeks=3, window_weeks=4, pay_floor=False)


def day(number):
    return MONDAY + timedelta(days=number)


def job(first, last=None, hours=10.0, pay=13.0, **more):
    return Spell(day(first), None if last is None else day(last), hours, pay, **more)


def verdict(rule, *spells, on=LATER, person=HERE, floor=PayFloor(())):  # noqa: B008
    return judge(rule, spells, on, person, floor)


def refused(*spells, rule=RULE, **more):
    with pytest.raises(OutcomeError) as found:
        verdict(rule, *spells, **more)
    return found.value


# The sustained rule.

spans = st.builds(
    lambda first, length, hours: job(first, None if length is None else first + length, float(hours)),
    st.integers(-30, 150), st.none() | st.integers(0, 60), st.integers(0, 20),
)  # fmt: skip
gapped = st.builds(
    lambda need, more, gap, within: replace(
        RULE, min_weeks=need, window_weeks=need + more, longest_gap=gap, within_weeks=within
    ),
    st.integers(1, 9), st.integers(0, 9), st.none() | st.integers(0, 3), st.none() | st.integers(1, 30),
)  # fmt: skip


@settings(max_examples=100)
@given(gapped, st.lists(spans, max_size=5), st.integers(0, 220))
def test_the_longest_gap_agrees_with_the_slow_oracle(rule, spells, on):
    assert verdict(rule, *spells, on=day(on)).met_on == oracle.met_on(rule, spells, MONDAY, day(on))


@settings(max_examples=100)
@given(gapped, st.lists(spans, max_size=5), st.integers(0, 220))
def test_it_could_be_met_on_the_very_day_on_which_work_from_now_on_meets_it(rule, spells, on):
    past = [one if one.end else replace(one, end=day(max(on, 200))) for one in spells]
    now = verdict(rule, *past, on=day(on))
    could = now.could_be_met_by
    work = job(on + 1 - (on + 1) % 7, hours=100.0)
    if now.met:
        assert could is None
    elif could is None:
        assert not verdict(rule, *past, work, on=day(on + 900)).met
    else:
        assert could > day(on)
        assert verdict(rule, *past, work, on=day(on + 900)).met_on == could


def test_what_takes_years_can_still_be_met_after_years():
    long = replace(RULE, min_weeks=260, window_weeks=260)
    assert verdict(long, on=MONDAY).could_be_met_by == day(7 * 260 - 1)


def test_the_window_is_told_by_its_first_and_last_monday():
    met = verdict(RULE, job(7, 13), job(21, 34))
    assert (met.met_on, met.counted, met.window) == (day(34), 3, (day(7), day(28)))
    later = verdict(RULE, job(0, 6), job(42, 62))
    assert (later.met_on, later.window) == (day(62), (day(35), day(56)))
    unmet = verdict(RULE, job(7, 20), on=day(30))
    assert (unmet.counted, unmet.needed, unmet.window) == (2, 3, (day(7), day(14)))
    assert verdict(RULE, job(0, 6, hours=1.0), on=day(30)).window is None
    assert [note.code for note in unmet.notes] == ["not_met", "could_be_met"]
    assert [note.code for note in met.notes] == ["met"]
    assert "2026-02-08" in met.notes[0].words.en


def test_the_verdict_says_how_many_weeks_counted_of_how_many_were_needed():
    told = verdict(RULE, job(7, 20), on=day(30)).notes[0].words.en
    assert "2" in told
    assert "3" in told
    met = verdict(RULE, job(0, 27)).notes[0].words.en
    assert "3" in met
    assert "4" in met


def test_weeks_are_judged_from_the_first_job_after_the_clock_starts():
    assert [week.monday for week in verdict(RULE, job(16), on=day(27)).weeks] == [day(14), day(21)]
    assert verdict(RULE, job(-30), on=day(6)).weeks[0].monday == MONDAY


@pytest.mark.parametrize("begin", [date(1899, 12, 11), date(2100, 3, 1), date(2199, 12, 30), date(1, 1, 1)])
def test_weeks_of_any_century_are_judged(begin):
    person, last = Person(programme_start=begin), begin + timedelta(days=27)
    found = verdict(RULE, Spell(begin, None, 10.0), on=last, person=person)
    assert found.met_on == begin + timedelta(days=20)
    assert [week.monday for week in found.weeks] == [begin + timedelta(weeks=n) for n in range(4)]


@pytest.mark.parametrize("far", [date(3000, 1, 1), date.max])
def test_a_day_that_no_calendar_of_ours_reaches_is_refused_and_said(far):
    by_job = replace(RULE, clock_start=AnchorPoint.JOB_START)
    for rule, start, on, field in (
        (RULE, MONDAY, far, "on"), (RULE, far, LATER, "programme start"), (by_job, MONDAY, far, "on"),
    ):  # fmt: skip
        with pytest.raises(OutcomeError) as found:
            judge(rule, [job(0)], on, Person(born=date(1980, 2, 29), programme_start=start))
        assert (found.value.code, found.value.field) == ("too_far", field)
        assert far.isoformat() in found.value.note.words.en and "3000" in found.value.note.words.cy
    open_ended = replace(job(0), end=date.max)
    assert verdict(RULE, open_ended, on=day(30)).met_on == verdict(RULE, job(0), on=day(30)).met_on


def test_the_weeks_of_a_verdict_are_a_row_like_any_other():
    weeks = verdict(RULE, job(7, 20), on=day(30)).weeks
    assert weeks == tuple(weeks) and weeks == [*weeks] and weeks != tuple(weeks)[1:] and weeks != len(weeks)
    assert (weeks[-1], weeks[1:], hash(weeks)) == (list(weeks)[-1], tuple(weeks)[1:], hash(tuple(weeks)))
    assert repr(weeks) == repr(tuple(weeks))
    with pytest.raises(IndexError):
        weeks[len(weeks)]


def test_only_days_on_the_programme_count_where_the_rule_says_so():
    rule = replace(
        RULE, clock_start=AnchorPoint.JOB_START, must_be_on_programme=True, min_weeks=1, window_weeks=1
    )
    person = replace(HERE, programme_end=day(13))
    assert verdict(rule, job(-14), person=person).met_on == day(6)
    assert not verdict(rule, job(-14, -1), person=person).met
    assert not verdict(rule, job(14), person=person).met
    assert verdict(rule, job(9), person=person).met_on == day(13)
    assert not verdict(rule, job(10), person=person).met
    assert verdict(replace(rule, must_be_on_programme=False), job(-14), person=person).met_on == day(-8)


def test_the_last_day_of_the_time_allowed_counts_and_the_next_does_not():
    timed = replace(RULE, min_weeks=1, window_weeks=1, within_weeks=2, min_hours=10)
    midweek = Person(programme_start=day(2))
    # Two weeks from a Wednesday end on a Tuesday: five days of the first week, two of the third.
    assert verdict(timed, job(2), person=midweek).met_on == day(13)
    two_days = replace(timed, min_hours=20 / 7 - 0.001)
    assert verdict(two_days, job(14), person=midweek).met_on == day(15)
    assert not verdict(replace(timed, min_hours=20 / 7 + 0.001), job(14), person=midweek).met


def test_hours_are_those_of_the_days_held_sick_or_not():
    strict = replace(RULE, sickness_counts=False)
    away = (Absence(day(1), day(2)), Absence(day(9), day(9)))
    weeks = verdict(strict, job(0, 9, hours=7.0, absences=away), on=day(20)).weeks
    assert [week.hours for week in weeks] == [5, 2, 0]
    known = job(0, 13, hours=7.0, absences=away, worked={MONDAY: 6.5})
    assert [week.hours for week in verdict(strict, known, on=day(13)).weeks] == [6.5, 6]
    assert [week.hours for week in verdict(RULE, known, on=day(13)).weeks] == [6.5, 7]


def test_a_sick_day_that_is_still_to_come_is_not_taken_off():
    strict = replace(RULE, sickness_counts=False)
    away = (Absence(day(2), day(6)),)
    assert verdict(strict, job(0, hours=7.0, absences=away), on=day(2)).weeks[0].hours == 2


def test_the_reason_of_a_week_gives_its_numbers():
    paid = replace(RULE, pay_floor=True, below_hours=20)
    floor = PayFloor((WageRate(date(2025, 4, 1), 12.21),))

    def reason(spell):
        return verdict(paid, spell, on=day(6), floor=floor).weeks[0].reason.words.en

    assert reason(job(0, hours=6.5)) == "6.5 hours, under 7"
    assert reason(job(0, hours=20.0)) == "20 hours, not under 20"
    assert "9.50" in reason(job(0, pay=9.5))
    assert "12.21" in reason(job(0, pay=9.5))
    assert verdict(paid, job(0, pay=12.21), on=day(6), floor=floor).weeks[0].counted
    nothing = PayFloor((WageRate(date(2025, 4, 1), 0.0),))
    assert verdict(paid, job(0, pay=None), on=day(6), floor=nothing).weeks[0].counted


def test_the_first_reason_is_given_where_several_jobs_fall_short():
    paid = replace(RULE, pay_floor=True)
    floor = PayFloor((WageRate(date(2025, 4, 1), 12.21),))
    both = verdict(paid, job(0, pay=None), job(1, pay=9.0), on=day(6), floor=floor)
    assert both.weeks[0].reason.code == "pay_unknown"
    assert verdict(paid, job(0, pay=9.0), job(1, pay=None), on=day(6), floor=floor).weeks[0].reason.code == (
        "under_pay_floor"
    )


def test_a_job_under_the_floor_is_no_reason_where_the_hours_of_another_are():
    paid = replace(RULE, pay_floor=True, below_hours=20)
    floor = PayFloor((WageRate(date(2025, 4, 1), 0.5),))
    jobs = [job(0, pay=None), job(0, hours=30.0)]
    assert verdict(paid, *jobs, on=day(6), floor=floor).weeks[0].reason.code == "too_many_hours"
    assert verdict(paid, *jobs, on=day(5), floor=floor).weeks[0].reason.code == "not_over"
    assert verdict(paid, jobs[0], on=day(6), floor=floor).weeks[0].reason.code == "pay_unknown"


# Very many at once.


def many(rule, jobs, on, anchors=(MONDAY,), enough=None):
    found = judge_many(
        rule,
        person=np.array([who for who, _ in jobs], dtype=np.int64),
        start=np.array([one.start for _, one in jobs], dtype="datetime64[D]"),
        end=np.array([one.end for _, one in jobs], dtype="datetime64[D]"),
        hours=np.array([one.hours for _, one in jobs], dtype=np.float64),
        enough_pay=enough,
        anchor=np.array(anchors, dtype="datetime64[D]"),
        on=np.datetime64(on),
    )
    assert found.met.dtype == np.bool_
    return list(zip(found.met.tolist(), found.met_on.tolist(), strict=True))


@pytest.mark.parametrize("first", range(0, 14, 3))
@pytest.mark.parametrize("length", range(0, 15, 2))
def test_part_weeks_over_arrays_are_the_part_weeks_of_one(first, length):
    spell = job(first, first + length, hours=7.0)
    for needed in range(1, 8):
        rule = replace(RULE, min_hours=needed, min_weeks=1, window_weeks=1)
        own = verdict(rule, spell)
        assert many(rule, [(0, spell)], LATER) == [(own.met, own.met_on)]


def test_people_in_any_order_without_jobs_and_without_a_pay_column_are_answered():
    jobs = [(2, job(0, 20)), (0, job(0, 20, hours=4.0)), (2, job(30, 50)), (0, job(0, 20, hours=3.0))]
    everybody = [(True, day(20)), (False, None), (True, day(20))]
    assert many(RULE, jobs, LATER, [MONDAY] * 3) == everybody
    assert many(RULE, [], LATER, [MONDAY] * 2) == [(False, None)] * 2
    paid = replace(RULE, pay_floor=True)
    none = np.zeros(4, dtype=np.bool_)
    assert many(paid, jobs, LATER, [MONDAY] * 3, none) == [(False, None)] * 3
    assert many(paid, jobs, LATER, [MONDAY] * 3, ~none) == everybody
    assert many(RULE, jobs, LATER, [MONDAY] * 3, none) == everybody


@pytest.mark.parametrize(
    ("spell", "code", "field"),
    [
        (job(3, 2), "ends_before_start", "end"),
        (job(0, hours=168.5), "impossible_hours", "hours"),
        (job(0, hours=-0.5), "impossible_hours", "hours"),
        (job(0, hours=float("nan")), "impossible_hours", "hours"),
    ],
)
def test_an_impossible_job_among_many_is_named_by_its_row(spell, code, field):
    with pytest.raises(OutcomeError) as found:
        many(RULE, [(0, job(0)), (0, spell)], LATER)
    assert (found.value.code, found.value.field, found.value.row) == (code, field, 2)
    assert many(RULE, [(0, job(0, 20, hours=168.0))], LATER) == [(True, day(20))]


def test_a_gap_limit_and_a_wrong_rule_are_refused_for_many():
    for rule, field in (
        (replace(RULE, longest_gap=1), "longest_gap"),
        (replace(RULE, min_weeks=0), "min_weeks"),
    ):
        with pytest.raises(OutcomeError) as found:
            many(rule, [(0, job(0))], LATER)
        assert (found.value.code, found.value.field) == ("wrong_rule", field)
