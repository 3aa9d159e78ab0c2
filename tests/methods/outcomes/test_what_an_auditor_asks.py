"""Questions that somebody asks who checks a payment: is what was said yesterday still so today?"""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.outcomes import (
    AnchorPoint,
    Cover,
    EarningsRule,
    Employment,
    InWorkRule,
    PayFloor,
    Person,
    Piece,
    RetentionRule,
    Spell,
    SustainedRule,
    WageRate,
    cohort_rate,
    judge,
    judge_many,
)

MONDAY = date(2026, 1, 5)
RULE = SustainedRule(key="r", min_hours=7, min_weeks=13, window_weeks=16, pay_floor=False)
HERE = Person(programme_start=MONDAY)


def day(number):
    return MONDAY + timedelta(days=number)


def job(first, last=None, hours=10.0, pay=13.0, **more):
    return Spell(day(first), None if last is None else day(last), hours, pay, **more)


def verdict(rule, *spells, on=400, person=HERE, floor=None):
    return judge(rule, spells, day(on), person, floor or PayFloor(()))


# A week that is not over.


def test_the_day_on_which_a_rule_was_met_does_not_move_as_the_week_goes_on():
    for on in range(7 * 12, 7 * 13 - 1):
        found = verdict(RULE, job(0, hours=40), on=on)
        assert (found.met, found.could_be_met_by) == (False, day(7 * 13 - 1))
        assert found.weeks[-1].reason.code == "not_over"
    for on in range(7 * 13 - 1, 7 * 15):
        assert verdict(RULE, job(0, hours=40), on=on).met_on == day(7 * 13 - 1)


def test_the_first_two_days_of_a_full_week_are_no_week_of_few_hours():
    lower = replace(RULE, below_hours=16, min_weeks=2, window_weeks=2)
    few, full = job(0, 6, hours=10), job(7, hours=40)
    assert [verdict(lower, few, full, on=on).met for on in range(7, 15)] == [False] * 8
    assert (
        verdict(lower, few, full, on=8).weeks[-1].reason.words.en
        == "11.42 hours so far, the week is not over"
    )
    assert verdict(lower, few, full, on=13).weeks[-1].reason.code == "too_many_hours"


def test_a_week_that_was_too_short_is_not_hoped_for_on_its_own_sunday():
    found = verdict(RULE, job(0, 13), job(14, hours=3), on=20)
    assert found.weeks[-1].reason.code == "too_few_hours"
    assert found.could_be_met_by == day(7 * 14 - 1)


def test_the_last_days_allowed_count_although_their_week_goes_on():
    timed = replace(RULE, min_weeks=2, window_weeks=2, within_weeks=1)
    midweek = Person(programme_start=day(2))
    found = verdict(timed, job(0, hours=35), on=8, person=midweek)
    assert found.met_on == day(8)
    assert verdict(timed, job(0, hours=35), on=7, person=midweek).could_be_met_by == day(8)


lives = st.lists(
    st.builds(
        lambda first, length, hours: job(first, first + length, float(hours)),
        st.integers(-20, 150), st.integers(0, 90), st.integers(0, 25),
    ),
    max_size=4,
)  # fmt: skip
rules = st.builds(
    lambda need, more, gap, within, below: replace(
        RULE, min_weeks=need, window_weeks=need + more, longest_gap=gap, within_weeks=within,
        below_hours=None if below is None else 7 + below,
    ),
    st.integers(1, 6), st.integers(0, 6), st.none() | st.integers(0, 3), st.none() | st.integers(1, 25),
    st.none() | st.integers(1, 12),
)  # fmt: skip
people = st.builds(lambda first: Person(programme_start=day(first)), st.integers(0, 6))


@settings(max_examples=200)
@given(rules, lives, people, st.integers(0, 200), st.integers(1, 60))
def test_what_was_met_one_day_was_met_on_the_same_day_ever_after(rule, spells, person, on, later):
    first, then = (verdict(rule, *spells, on=day, person=person) for day in (on, on + later))
    if first.met:
        assert then.met_on == first.met_on


@settings(max_examples=200)
@given(rules, lives, people, st.integers(0, 200), st.integers(0, 20), st.integers(1, 400))
def test_what_can_no_longer_be_met_is_never_met_later(rule, spells, person, on, hours, later):
    past = [
        one if one.end <= day(on) else replace(one, end=day(on)) for one in spells if one.start <= day(on)
    ]
    now = verdict(rule, *past, on=on, person=person)
    more = job(on + 1, hours=float(hours))
    if not now.met and not now.still_possible:
        assert not verdict(rule, *past, more, on=on + later, person=person).met


# Numbers that must agree with each other.


def test_weeks_before_a_gap_that_is_too_long_are_not_among_those_said_to_count():
    rule = replace(RULE, longest_gap=1)
    found = verdict(rule, job(0, 7 * 7 - 1), job(7 * 9, 7 * 15 - 1), on=7 * 15 - 1)
    assert (found.met, found.counted, found.needed) == (False, 7, 13)
    assert found.window == (day(0), day(7 * 6))
    met = verdict(rule, job(0, 7 * 2 - 1), job(7 * 4, 7 * 17 - 1), on=7 * 17 - 1)
    assert (met.met_on, met.counted) == (day(7 * 17 - 1), 13)
    assert met.window == (day(7 * 4), day(7 * 16))


def test_pay_that_is_short_by_less_than_a_penny_is_told_so_that_it_shows():
    floor = PayFloor((WageRate(date(2025, 4, 1), 12.21),))
    short = verdict(replace(RULE, pay_floor=True), job(0, pay=12.2099), floor=floor)
    assert short.weeks[0].reason.words.en == "paid 12.2099 an hour, under the floor of 12.21"
    plain = verdict(replace(RULE, pay_floor=True), job(0, pay=12.2), floor=floor)
    assert plain.weeks[0].reason.words.en == "paid 12.20 an hour, under the floor of 12.21"


def test_the_first_year_of_an_apprenticeship_is_a_day_longer_over_a_leap_day():
    floor = PayFloor((WageRate(date(2027, 4, 1), 8.0, apprentice=True), WageRate(date(2027, 4, 1), 13.0)))
    kind = Employment.APPRENTICESHIP
    began = date(2027, 4, 12)
    assert floor.on(date(2028, 4, 11), 30, kind, began) == 8.0
    assert floor.on(date(2028, 4, 12), 30, kind, began) == 13.0
    assert floor.on(date(2029, 2, 28), 30, kind, date(2028, 2, 29)) == 8.0
    assert floor.on(date(2029, 3, 1), 30, kind, date(2028, 2, 29)) == 13.0


def test_an_apprenticeship_from_before_the_clock_keeps_the_first_day_of_its_year():
    floor = PayFloor((WageRate(date(2025, 4, 1), 7.55, apprentice=True), WageRate(date(2025, 4, 1), 12.21)))
    learner = Spell(MONDAY - timedelta(days=370), None, 20, 8.0, Employment.APPRENTICESHIP)
    grown = Person(born=date(1990, 1, 1), programme_start=MONDAY)
    found = verdict(replace(RULE, pay_floor=True), learner, person=grown, floor=floor)
    assert found.weeks[0].reason.code == "under_pay_floor"


# Days before the clock starts and after the time is over.


def test_hours_on_record_have_their_share_of_the_week_in_which_the_clock_starts():
    sunday = Person(programme_start=day(6))
    held = job(-70, hours=20, worked={MONDAY: 21.0, day(7): 20.0})
    found = verdict(RULE, held, person=sunday, on=13)
    assert [(week.hours, week.counted) for week in found.weeks] == [(3.0, False), (20.0, True)]


def test_hours_on_record_have_their_share_of_the_week_in_which_the_time_ends():
    left = Person(programme_start=MONDAY, programme_end=day(8))
    rule = replace(RULE, must_be_on_programme=True)
    found = verdict(rule, job(0, hours=20, worked={day(7): 21.0}), person=left)
    assert [(week.hours, week.counted) for week in found.weeks] == [(20.0, True), (6.0, False)]
    ended = verdict(rule, job(0, 7, hours=20, worked={day(7): 21.0}), person=left)
    assert ended.weeks[-1].hours == 21


def test_pounds_of_hours_on_record_have_their_share_too():
    sunday = Person(programme_start=day(6))
    rule = EarningsRule(key="e", pounds=1000)
    assert verdict(rule, job(-7, 6, worked={MONDAY: 21.0}), person=sunday).counted == 39


ON_PROGRAMME = [
    InWorkRule(key="w", within_days=100, must_be_on_programme=True),
    InWorkRule(key="d", after_days=50, must_be_on_programme=True),
    RetentionRule(key="k", after_days=50, must_be_on_programme=True),
    EarningsRule(key="e", pounds=100, must_be_on_programme=True),
]


@pytest.mark.parametrize("rule", ON_PROGRAMME)
def test_what_must_be_while_on_the_programme_is_not_met_after_it(rule):
    on_it, left = (Person(programme_start=MONDAY, programme_end=day(end)) for end in (200, 40))
    work = job(45, hours=40)
    assert verdict(rule, work, person=on_it).met
    gone = verdict(rule, work, person=left)
    assert (gone.met, gone.still_possible) == (False, False)
    assert gone.notes[-1].code == "cannot_be_met"
    assert not verdict(rule, work, person=left, on=20).met


@pytest.mark.parametrize("rule", ON_PROGRAMME)
def test_what_must_be_while_on_the_programme_is_not_met_before_it(rule):
    early = replace(rule, clock_start=AnchorPoint.JOB_START)
    later = Person(programme_start=day(300))
    found = verdict(early, job(0, 60, hours=40), person=later, on=310)
    assert (found.met, found.met_on) == (False, None)


def test_in_work_within_so_many_weeks_looks_no_further():
    rule = InWorkRule(key="w", within_days=100, within_weeks=4)
    assert verdict(rule, job(27)).met_on == day(27)
    late = verdict(rule, job(28))
    assert (late.met, late.could_be_met_by) == (False, None)


def test_the_week_after_one_without_hours_is_looked_at():
    rule = InWorkRule(key="w", within_days=28, min_hours=16)
    assert verdict(rule, job(0, hours=20, worked={MONDAY: 0.0})).met_on == day(7)


# Earnings that may still come.

POUNDS = EarningsRule(key="e", pounds=1_300)


def test_earnings_say_by_when_they_would_be_enough_at_this_pay():
    now = verdict(POUNDS, job(0), on=13)
    assert (now.counted, now.could_be_met_by, now.still_possible) == (260, day(69), True)
    assert now.notes[-1].code == "could_be_met_earnings"
    assert verdict(POUNDS, job(0), on=69).met_on == day(69)


def test_earnings_without_work_are_open_until_the_time_is_over():
    timed = replace(POUNDS, within_weeks=10)
    idle = verdict(timed, job(0, 6), on=13)
    assert (idle.could_be_met_by, idle.still_possible) == (None, True)
    assert idle.notes[-1].words.en == f"It can still be met until {day(69)}, with more pay or hours."
    assert not verdict(timed, job(0, 6), on=69).still_possible
    endless = verdict(POUNDS, job(0, 6), on=13)
    assert (endless.still_possible, endless.notes[-1].code) == (True, "could_be_met_yet")


@settings(max_examples=200)
@given(
    lives,
    people,
    st.integers(1, 3000),
    st.none() | st.integers(1, 20),
    st.integers(0, 200),
    st.integers(1, 60),
)
def test_the_day_on_which_earnings_were_enough_never_moves(spells, person, pounds, within, on, later):
    rule = EarningsRule(
        key="e", pounds=float(pounds), within_weeks=within, evidence=frozenset({"payslip"}),
        evidence_covers=Cover.EVERY,
    )  # fmt: skip
    person = replace(person, pieces=(Piece("payslip", day(20), day(90)),))
    first, then = (verdict(rule, *spells, on=day, person=person) for day in (on, on + later))
    if first.met:
        assert (then.met_on, first.still_possible) == (first.met_on, False)
    if first.payable:
        assert then.claimable_on == first.claimable_on
    if not first.met and not first.still_possible:
        assert not then.met


def test_earnings_that_are_enough_in_a_week_that_goes_on_are_so_on_its_sunday():
    now = verdict(replace(POUNDS, pounds=50), job(0, 2), on=3)
    assert (now.met, now.could_be_met_by) == (False, day(6))
    assert verdict(replace(POUNDS, pounds=50), job(0, 2), on=6).met_on == day(6)


def test_self_employment_that_goes_on_is_hoped_for_too():
    own = replace(POUNDS, pounds=1e6, self_employed_weeks=26)
    work = job(0, pay=None, employment=Employment.SELF_EMPLOYED)
    assert verdict(own, work, on=13).could_be_met_by == day(7 * 26 - 1)
    assert verdict(own, replace(work, end=day(13)), on=13).could_be_met_by is None


def test_a_rate_of_earnings_says_that_it_may_rise():
    open_one = verdict(POUNDS, job(0, 6), on=13)
    assert cohort_rate(POUNDS, [HERE], [open_one]).still_possible == 1


def test_evidence_of_another_business_shows_nothing_of_this_one():
    own = EarningsRule(
        key="e",
        pounds=1e6,
        self_employed_weeks=2,
        evidence=frozenset({"accounts"}),
        evidence_covers=Cover.EVERY,
    )
    shop = job(0, 27, pay=None, employment=Employment.SELF_EMPLOYED, job="shop")
    of_it, of_another = (Piece("accounts", day(0), day(27), job=key) for key in ("shop", "van"))
    assert verdict(own, shop, person=replace(HERE, pieces=(of_it,))).payable
    assert not verdict(own, shop, person=replace(HERE, pieces=(of_another,))).payable


def test_of_two_times_in_self_employment_the_first_that_is_long_enough_counts():
    own = EarningsRule(key="e", pounds=1e6, self_employed_weeks=2)
    first, second = (job(n, n + 20, pay=None, employment=Employment.SELF_EMPLOYED) for n in (0, 70))
    assert verdict(own, first, second).met_on == day(13)


def test_very_many_at_once_wait_for_the_sunday_too():
    rule = replace(RULE, min_weeks=2, window_weeks=2)
    for on in range(7, 21):
        found = judge_many(
            rule,
            person=np.array([0]),
            start=np.array([MONDAY], dtype="datetime64[D]"),
            end=np.array(["NaT"], dtype="datetime64[D]"),
            hours=np.array([40.0]),
            anchor=np.array([MONDAY], dtype="datetime64[D]"),
            on=np.datetime64(day(on)),
        )
        assert (bool(found.met[0]), found.met_on[0].item()) == (on >= 13, day(13) if on >= 13 else None)
