"""Rules of earnings, of a day, and of staying in work; rules from a file; rates of a cohort."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.outcomes import (
    Absence,
    AnchorPoint,
    EarningsRule,
    Employment,
    InWorkRule,
    OutcomeError,
    PayFloor,
    Person,
    RetentionRule,
    Spell,
    SustainedRule,
    WageRate,
    cohort_rate,
    judge,
    rule_from,
)

START = date(2026, 1, 5)
FLOOR = PayFloor((WageRate(date(2025, 4, 1), 12.0),))
HERE = Person(programme_start=START, programme_end=START + timedelta(days=180))
LATER = START + timedelta(days=400)


def test_earnings_are_met_on_the_sunday_that_reaches_the_sum():
    rule = EarningsRule(key="earn", hours=16, weeks=26, within_weeks=60)
    found = judge(rule, [Spell(START, None, 32, 12.0)], LATER, HERE, FLOOR)
    assert found.needed == 16 * 26 * 12
    assert found.met_on == START + timedelta(weeks=13, days=-1)


def test_earnings_of_less_are_not_met_and_work_without_pay_on_record_adds_nothing():
    rule = EarningsRule(key="earn", pounds=1000)
    assert judge(rule, [Spell(START, START + timedelta(days=6), 10, 99.0)], LATER, HERE).counted == 990
    assert not judge(rule, [Spell(START, None, 40, None)], LATER, HERE).met


def test_only_earnings_inside_the_time_allowed_count():
    rule = EarningsRule(key="earn", pounds=1000, within_weeks=2)
    assert judge(rule, [Spell(START - timedelta(days=70), None, 10, 40.0)], LATER, HERE).counted == 800


def test_half_a_year_of_self_employment_stands_for_the_earnings():
    rule = EarningsRule(key="earn", pounds=5000, self_employed_weeks=26)
    own = Spell(START, None, 20, None, Employment.SELF_EMPLOYED)
    assert judge(rule, [own], LATER, HERE).met_on == START + timedelta(weeks=26, days=-1)
    short = Spell(START, START + timedelta(weeks=26, days=-2), 20, None, Employment.SELF_EMPLOYED)
    assert not judge(rule, [short], LATER, HERE).met


def test_self_employment_that_goes_on_with_other_hours_is_one_stretch():
    rule = EarningsRule(key="earn", pounds=5000, self_employed_weeks=26)
    change, end = START + timedelta(weeks=10), START + timedelta(weeks=26, days=-1)
    own = [
        Spell(START, change - timedelta(days=1), 20, None, Employment.SELF_EMPLOYED),
        Spell(change, end, 30, None, Employment.SELF_EMPLOYED),
    ]
    assert judge(rule, own, LATER, HERE).met_on == end
    late = Spell(change + timedelta(days=1), None, 30, None, Employment.SELF_EMPLOYED)
    assert judge(rule, [own[0], late], LATER, HERE).met_on == late.start + timedelta(weeks=26, days=-1)
    within = Spell(START + timedelta(weeks=2), START + timedelta(weeks=3), 5, None, Employment.SELF_EMPLOYED)
    assert judge(rule, [*own, within], LATER, HERE).met_on == end
    other = Spell(change, None, 30, 1.0)
    assert not judge(rule, [own[0], other], LATER, HERE).met


def test_in_work_within_28_days_of_leaving():
    rule = InWorkRule(key="leave", clock_start=AnchorPoint.PROGRAMME_END, within_days=28)
    end = HERE.programme_end
    assert judge(rule, [Spell(end + timedelta(days=28), None, 5)], LATER, HERE).met
    assert not judge(rule, [Spell(end + timedelta(days=29), None, 5)], LATER, HERE).met
    assert judge(rule, [Spell(START, end, 5)], LATER, HERE).met
    assert not judge(rule, [Spell(START, end - timedelta(days=1), 5)], LATER, HERE).met


def test_in_work_on_the_day_of_a_follow_up():
    rule = InWorkRule(key="six months", clock_start=AnchorPoint.PROGRAMME_END, after_days=182, min_hours=4)
    on = HERE.programme_end + timedelta(days=182)
    assert judge(rule, [Spell(on, on, 4)], LATER, HERE).met_on == on
    assert not judge(rule, [Spell(on, on, 3)], LATER, HERE).met
    assert not judge(rule, [Spell(START, on - timedelta(days=1), 9)], LATER, HERE).met
    early = judge(rule, [Spell(START, None, 9)], on - timedelta(days=1), HERE)
    assert (early.met, early.could_be_met_by) == (False, on)


def test_being_in_work_adds_up_the_jobs_held_on_the_day_and_looks_at_hours_really_worked():
    rule = InWorkRule(key="16 hours", within_days=90, min_hours=16)
    one, two = Spell(START, None, 10), Spell(START + timedelta(days=9), None, 6)
    assert not judge(rule, [one], LATER, HERE).met
    assert judge(rule, [one, two], LATER, HERE).met_on == START + timedelta(days=9)
    over = Spell(START, START + timedelta(days=8), 10)
    assert not judge(rule, [over, two], LATER, HERE).met
    monday = START - timedelta(days=START.weekday()) + timedelta(weeks=2)
    zero = Spell(START, None, 0, worked={monday: 18.0})
    assert judge(rule, [zero], LATER, HERE).met_on == monday


def test_staying_in_work_may_be_in_a_new_job_and_counts_days_lost_once():
    rule = RetentionRule(key="13 weeks", after_days=91)
    away = (Absence(START, START + timedelta(days=9)),)
    jobs = [
        Spell(START - timedelta(days=900), START + timedelta(days=30), 30, absences=away),
        Spell(
            START + timedelta(days=5),
            None,
            20,
            absences=(Absence(START + timedelta(days=5), START + timedelta(days=11)),),
        ),
    ]
    found = judge(rule, jobs, LATER, HERE)
    assert (found.met, found.days_lost) == (True, 12)
    assert not judge(rule, jobs[:1], LATER, HERE).met


RULE = SustainedRule(key="r", min_hours=7, min_weeks=13, window_weeks=16, pay_floor=False)


def cohort(met, unmet, in_work=False):
    people = [Person(programme_start=START, in_work_at_start=in_work)] * (met + unmet)
    good = judge(RULE, [Spell(START, None, 10)], LATER, people[0])
    bad = judge(RULE, [], LATER, people[0])
    return people, [good] * met + [bad] * unmet


def test_a_rate_has_its_numbers_and_says_who_may_still_get_there():
    found = cohort_rate(RULE, *cohort(8, 12))
    assert (found.met, found.shown, found.people, found.rate.percent) == (8, 8, 20, 40)
    assert found.still_possible == 12
    assert [one.code for one in found.notes] == ["too_early"]
    assert "12" in found.notes[0].words.en
    assert (found.rule, found.cohort) == ("r", "out of work at the start")
    stayed = cohort_rate(RetentionRule(key="k", after_days=1), *cohort(10, 0, in_work=True))
    assert (stayed.cohort, stayed.rate.percent, stayed.still_possible, stayed.notes) == (
        "in work at the start", 100, 0, (),
    )  # fmt: skip
    assert found.to_dict()["rate"]["n"] == 8


def test_a_rate_says_how_many_of_those_who_met_the_rule_evidence_shows():
    people, verdicts = cohort(12, 3)
    asked = replace(RULE, evidence=frozenset({"payslip"}))
    bare = judge(asked, [Spell(START, None, 10)], LATER, people[0])
    found = cohort_rate(asked, people, [*[bare] * 4, *verdicts[4:]])
    assert (found.met, found.shown, found.rate.percent) == (12, 8, 80)


def test_people_in_work_and_out_of_work_at_the_start_never_share_a_rate():
    out, first = cohort(8, 12)
    within, second = cohort(1, 0, in_work=True)
    with pytest.raises(OutcomeError) as refused:
        cohort_rate(RULE, [*out, *within], [*first, *second])
    assert refused.value.code == "mixed_cohorts"
    assert "cyfradd" in refused.value.note.words.cy
    with pytest.raises(OutcomeError) as refused:
        cohort_rate(RULE, *cohort(5, 5, in_work=True))
    assert refused.value.code == "wrong_cohort"
    assert "out of work" in refused.value.note.words.en
    assert "allan o waith" in refused.value.note.words.cy
    with pytest.raises(OutcomeError, match="in work") as refused:
        cohort_rate(RetentionRule(key="k", after_days=1), *cohort(5, 5))
    assert "mewn gwaith" in refused.value.note.words.cy


def test_nobody_has_no_rate_and_nine_people_have_only_numbers():
    people, verdicts = cohort(4, 6)
    for found in (([], []), (people, verdicts[1:])):
        with pytest.raises(OutcomeError) as refused:
            cohort_rate(RULE, *found)
        assert refused.value.code == "nobody"
    small = cohort_rate(RULE, people[1:], verdicts[1:])
    assert (small.rate, small.met, small.people, small.notes[-1].code) == (None, 3, 9, "small_cohort")
    assert "10" in small.notes[-1].words.en
    assert cohort_rate(RULE, people, verdicts).rate.percent == 40


def test_a_rule_is_read_from_a_programmes_file():
    read = rule_from(
        {
            "shape": "sustained", "key": "13 in 16", "valid_from": "2026-04-01", "min_hours": 7, "min_weeks": 13,
            "window_weeks": 16, "employment": ["employee", "zero-hours"], "clock_start": "job start", "evidence": ["payslip"],
        }
    )  # fmt: skip
    assert read == SustainedRule(
        key="13 in 16", valid_from=date(2026, 4, 1), min_hours=7, min_weeks=13, window_weeks=16,
        employment=frozenset({Employment.EMPLOYEE, Employment.ZERO_HOURS}), clock_start=AnchorPoint.JOB_START,
        evidence=frozenset({"payslip"}),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"shape": "weekly"}, "shape"),
        ({}, "shape"),
        ({"shape": "sustained", "key": "x"}, "shape"),
        (
            {"shape": "sustained", "key": "x", "min_hours": 7, "min_weeks": 3, "window_weeks": 2},
            "window_weeks",
        ),
        ({"shape": "sustained", "key": "x", "min_hours": 7, "min_weeks": 0, "window_weeks": 2}, "min_weeks"),
        (
            {"shape": "sustained", "key": "x", "min_hours": 7, "min_weeks": 1.5, "window_weeks": 2},
            "min_weeks",
        ),
        (
            {
                "shape": "sustained",
                "key": "x",
                "min_hours": 7,
                "min_weeks": 1,
                "window_weeks": 2,
                "below_hours": 7,
            },
            "below_hours",
        ),
        ({"shape": "sustained", "key": "x", "minimum": 7}, "minimum"),
        ({"shape": "earnings", "key": "x"}, "pounds"),
        ({"shape": "in work", "key": "x"}, "after_days"),
        ({"shape": "retention", "key": "x", "after_days": 3, "employment": ["volunteer"]}, "employment"),
        ({"shape": "retention", "key": "x", "after_days": 3, "valid_from": "April"}, "valid_from"),
    ],
)
def test_a_wrong_rule_is_named_by_its_field(data, field):
    with pytest.raises(OutcomeError) as refused:
        rule_from(data)
    assert refused.value.field == field


@given(st.integers(1, 60), st.floats(0.5, 99), st.integers(0, 400))
def test_earnings_only_grow_with_time(weeks, pay, days):
    rule = EarningsRule(key="earn", pounds=500)
    jobs = [Spell(START, START + timedelta(weeks=weeks), 10, pay)]
    on = START + timedelta(days=days)
    one, later = judge(rule, jobs, on, HERE), judge(rule, jobs, on + timedelta(days=3), HERE)
    assert later.counted >= one.counted
    assert later.met or not one.met
