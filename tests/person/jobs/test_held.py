"""Jobs as they are kept, against an oracle that looks at every day."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.outcomes import Employment, PayFloor, Person, SustainedRule, WageRate, judge
from cydwaith.person.jobs.rules.held import Held, Kind, Per, Terms, held_from, hourly, monday_of, spells
from tests.person.jobs import oracle

ANCHOR = date(2026, 1, 5)
FLOOR = 12.0
WAGE = PayFloor((WageRate(date(2020, 1, 1), FLOOR),))


def job(start: date = ANCHOR, end: date | None = None, **changes: Any) -> Held:
    given: dict[str, Any] = {
        "kind": Kind.EMPLOYEE,
        "start": start,
        "end": end,
        "terms": (Terms(start, 12.0, 13.0),),
        "worked": {},
        "absences": (),
    }
    return Held(**(given | changes))


def test_a_job_with_two_terms_is_two_spells_without_a_gap() -> None:
    change = ANCHOR + timedelta(days=30)
    first, second = spells([job(terms=(Terms(ANCHOR, 12.0, 13.0), Terms(change, 20.0, 14.0)))], change)
    assert (first.end, second.start, second.end) == (change - timedelta(days=1), change, None)
    assert (first.hours, second.hours, second.pay) == (12.0, 20.0, 14.0)


def test_hours_of_a_week_with_two_terms_are_counted_once() -> None:
    change = ANCHOR + timedelta(days=3)
    terms = (Terms(ANCHOR, 12.0, 13.0), Terms(change, 20.0, 13.0))
    found = spells([job(terms=terms, worked={ANCHOR: 9.0})], change)
    assert [one.worked for one in found] == [{ANCHOR: 0.0}, {ANCHOR: 9.0}]


def test_a_trial_and_volunteering_are_no_spells() -> None:
    assert spells([job(kind=Kind.WORK_TRIAL), job(kind=Kind.VOLUNTEERING)], ANCHOR) == ()


def test_an_absence_that_goes_on_lasts_until_today() -> None:
    first = ANCHOR + timedelta(days=10)
    (spell,) = spells([job(absences=((first, None),))], first + timedelta(days=4))
    assert (spell.absences[0].first, spell.absences[0].last) == (first, first + timedelta(days=4))


def test_what_is_kept_as_plain_values_is_read_as_it_was() -> None:
    found = held_from(
        "zero-hours",
        ANCHOR,
        None,
        [{"since": "2026-01-05", "hours": 0.0, "pay": None}],
        {"2026-01-05": 8.5},
        [["2026-01-06", None], ["2026-02-02", "2026-02-03"]],
    )
    assert found.kind is Kind.ZERO_HOURS and found.worked == {ANCHOR: 8.5}
    assert found.absences == ((date(2026, 1, 6), None), (date(2026, 2, 2), date(2026, 2, 3)))


@pytest.mark.parametrize(
    ("amount", "per", "hours", "pay"),
    [
        (12.71, Per.HOUR, 12, 12.71),
        (254.2, Per.WEEK, 20, 12.71),
        (1101.533, Per.MONTH, 20, 12.71),
        (13218.4, Per.YEAR, 20, 12.71),
        (500, Per.WEEK, 0, None),
        (None, Per.HOUR, 12, None),
    ],
)
def test_pay_is_said_as_people_say_it(
    amount: float | None, per: Per, hours: float, pay: float | None
) -> None:
    found = hourly(amount, per, hours)
    assert found == pytest.approx(pay, abs=0.001) if pay else found is None


DAYS = st.integers(-60, 500).map(lambda n: ANCHOR + timedelta(days=n))
PAY = st.sampled_from([None, 11.99, 12.0, 15.0])
HOURS = st.sampled_from([0.0, 3.5, 6.99, 7.0, 12.0, 20.0])


@st.composite
def lives(draw: st.DrawFn) -> list[Held]:
    """Up to three jobs, at once or one after another, with changing hours and weeks on record."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(DAYS)
        end = draw(st.none() | st.integers(0, 300).map(lambda n, start=start: start + timedelta(days=n)))
        last = end or start + timedelta(days=300)
        changes = sorted(
            draw(
                st.sets(st.integers(1, 300).map(lambda n, start=start: start + timedelta(days=n)), max_size=2)
            )
        )
        days = [start, *(day for day in changes if day <= last)]
        terms = tuple(Terms(day, draw(HOURS), draw(PAY)) for day in days)
        weeks = draw(st.sets(st.integers(0, (last - start).days // 7), max_size=4))
        worked = {monday_of(start) + timedelta(weeks=n): draw(HOURS) for n in weeks}
        found.append(Held(draw(st.sampled_from(list(Kind))), start, end, terms, worked, ()))
    return found


RULES = st.builds(
    SustainedRule,
    key=st.just("it"),
    min_hours=st.sampled_from([7.0, 16.0]),
    min_weeks=st.integers(1, 13),
    window_weeks=st.sampled_from([13, 16]),
    pay_floor=st.booleans(),
    employment=st.sampled_from([frozenset(Employment), frozenset({Employment.EMPLOYEE})]),
)


def test_hours_on_record_stay_where_they_are_while_new_terms_are_still_to_come() -> None:
    monday = date(2026, 1, 5)
    terms = (Terms(monday, 7.0, 13.0), Terms(monday + timedelta(days=1), 0.0, 13.0))
    job = Held(Kind.EMPLOYEE, monday, None, terms, {monday: 9.0}, ())
    for days in (0, 1, 2, 6):
        today = monday + timedelta(days=days)
        rule = SustainedRule(key="it", min_hours=7, min_weeks=1, window_weeks=1, pay_floor=False)
        found = judge(rule, spells([job], today), today, Person(programme_start=monday))
        assert (found.met_on, found.weeks[0].hours) == (today if days == 6 else None, 9.0)


def test_a_job_that_ended_before_its_next_terms_ends_all_the_same() -> None:
    monday = date(2026, 1, 5)
    terms = (Terms(monday, 10.0, 13.0), Terms(date(2026, 3, 2), 20.0, 13.0))
    job = Held(Kind.EMPLOYEE, monday, date(2026, 1, 18), terms, {}, ())
    (spell,) = spells([job], date(2026, 6, 1))
    assert (spell.start, spell.end) == (monday, date(2026, 1, 18))


@settings(max_examples=300)
@given(lives(), RULES, DAYS)
def test_any_life_is_judged_as_the_oracle_judges_it(jobs: list[Held], rule: SustainedRule, on: date) -> None:
    held = [one for one in jobs if one.end is None or one.end >= ANCHOR]
    found = judge(rule, spells(held, on), on, Person(programme_start=ANCHOR), WAGE)
    floor = FLOOR if rule.pay_floor else -1.0
    if not rule.pay_floor:
        held = [
            Held(
                one.kind, one.start, one.end,
                tuple(Terms(t.since, t.hours, t.pay or 0.0) for t in one.terms), one.worked, one.absences,
            )
            for one in held
        ]  # fmt: skip
    assert found.met_on == oracle.met_on(rule, held, ANCHOR, on, floor)
