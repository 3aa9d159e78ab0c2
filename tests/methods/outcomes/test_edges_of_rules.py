"""The other rules on their edges: the exact sum, the birthday, the day itself, the field that is wrong."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

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
    Rule,
    Spell,
    SustainedRule,
    WageRate,
    judge,
    rule_from,
)

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


# What is known of a job and a person.


@pytest.mark.parametrize(
    ("spell", "code", "field"),
    [
        (job(3, 2), "ends_before_start", "end"),
        (job(0, hours=168.5), "impossible_hours", "hours"),
        (job(0, worked={MONDAY: 169.0}), "impossible_hours", "hours"),
        (job(0, pay=-1.0), "impossible_pay", "pay"),
    ],
)
def test_an_impossible_job_is_named(spell, code, field):
    found = refused(job(0), spell)
    assert (found.code, found.field, found.row) == (code, field, 2)


def test_the_most_and_the_least_that_a_job_can_be_are_answered():
    assert verdict(RULE, job(0, 0, hours=168.0, pay=0.0)).weeks[0].hours == 24
    assert verdict(RULE, job(0, 0, hours=0.0)).weeks[0].hours == 0


def test_what_a_rule_lacks_is_named():
    floor = PayFloor((WageRate(date(2025, 4, 1), 12.0, 21),))
    paid = replace(RULE, pay_floor=True)
    assert (refused(job(0), rule=paid, floor=floor).code, refused(job(0), rule=paid, floor=floor).field) == (
        "needs_birth_date", "born",
    )  # fmt: skip
    by_hours = EarningsRule(key="e", hours=16, weeks=26)
    found = refused(job(0), rule=by_hours, floor=floor)
    assert (found.code, found.field) == ("needs_birth_date", "born")
    found = refused(job(0), rule=by_hours)
    assert (found.code, found.field) == ("wrong_rule", "hours")
    assert "16" in found.note.words.en
    end = replace(RULE, clock_start=AnchorPoint.PROGRAMME_END)
    found = refused(job(0), rule=end, person=Person(programme_start=MONDAY))
    assert (found.code, found.field) == ("no_anchor", "clock_start")
    assert "programme end" in found.note.words.en


def test_a_rule_without_a_shape_is_no_rule():
    found = refused(job(0), rule=Rule(key="x"))
    assert (found.code, found.field) == ("wrong_rule", "shape")
    assert "Rule" in found.note.words.en


def test_missing_evidence_is_listed_in_order():
    rule = replace(RULE, evidence=frozenset({"payslip", "letter"}))
    found = verdict(rule, job(0, 20), person=replace(HERE, evidence=frozenset({"letter", "other"})))
    assert (found.met, found.payable, found.missing_evidence) == (True, False, ("payslip",))
    assert found.notes[-1].code == "evidence_missing"
    assert "letter, payslip" in verdict(rule, job(0)).notes[-1].words.en
    told = found.to_dict()
    assert (told["rule"], told["met"], told["met_on"], told["payable"]) == ("r", True, "2026-01-25", False)


# The pay floor.


def test_the_newest_rate_that_fits_the_day_the_age_and_the_kind_of_work_holds():
    rates = PayFloor(
        (
            WageRate(date(2025, 4, 1), 7.55, apprentice=True),
            WageRate(date(2025, 4, 1), 10.0, 18, 20),
            WageRate(date(2025, 4, 1), 12.21, 21, 66),
            WageRate(date(2026, 4, 1), 12.71, 21, 66),
        )
    )
    ordinary, learning = Employment.EMPLOYEE, Employment.APPRENTICESHIP
    assert [rates.on(date(2025, 4, 1), age, ordinary) for age in (17, 18, 20, 21, 66, 67)] == [
        None, 10.0, 10.0, 12.21, 12.21, None,
    ]  # fmt: skip
    assert rates.on(date(2025, 4, 1), 30, learning) == 7.55
    assert [rates.on(date(2026, 3, 31), 30, ordinary), rates.on(date(2026, 4, 1), 30, ordinary)] == [
        12.21,
        12.71,
    ]
    assert rates.on(date(2025, 3, 31), 30, ordinary) is None
    assert rates.on(date(2025, 3, 31), 30, Employment.SELF_EMPLOYED) == 0
    assert PayFloor((WageRate(date(2025, 4, 1), 9.0, 18),)).on(date(2025, 4, 1), 30, learning) == 9.0


def test_an_apprentice_of_19_or_more_has_the_apprentice_rate_in_the_first_year_alone():
    rates = PayFloor(
        (WageRate(date(2025, 4, 1), 7.55, apprentice=True), WageRate(date(2025, 4, 1), 12.21, 21))
    )
    began, learning = date(2025, 9, 1), Employment.APPRENTICESHIP
    assert rates.on(date(2026, 8, 31), 30, learning, began) == 7.55
    assert rates.on(date(2026, 9, 1), 30, learning, began) == 12.21
    assert rates.on(date(2026, 9, 1), 18, learning, began) == 7.55
    assert rates.on(date(2026, 9, 1), 19, learning, began) is None
    paid = Spell(date(2026, 8, 31), None, 30.0, 8.0, learning, began=began)
    known = Person(born=date(1990, 1, 1), programme_start=date(2026, 8, 31))
    rule = SustainedRule(key="r", min_hours=7, min_weeks=1, window_weeks=1)
    judged = judge(rule, [paid], date(2026, 9, 20), known, rates)
    assert [week.reason.code for week in judged.weeks] == ["counted", *["under_pay_floor"] * 2]


def test_new_pay_is_held_against_the_floor_of_the_day_from_which_it_holds():
    floor = PayFloor((WageRate(date(2025, 4, 1), 12.21), WageRate(date(2026, 4, 1), 12.71)))
    before, after = date(2026, 3, 31), date(2026, 4, 1)
    spells = [Spell(MONDAY, before, 10.0, 12.21), Spell(after, None, 10.0, 12.5)]
    weeks = judge(replace(RULE, pay_floor=True), spells, date(2026, 4, 12), HERE, floor).weeks
    assert [(week.monday, week.reason.code) for week in weeks[-3:]] == [
        (date(2026, 3, 23), "counted"),
        (date(2026, 3, 30), "under_pay_floor"),
        (date(2026, 4, 6), "under_pay_floor"),
    ]


def test_a_week_that_goes_on_is_not_said_to_have_too_few_hours():
    now = verdict(RULE, job(0, hours=10.0), on=day(1))
    assert now.weeks[-1].reason.code == "not_over"
    assert verdict(RULE, job(0, hours=6.0), on=day(6)).weeks[-1].reason.code == "too_few_hours"
    timed = replace(RULE, min_weeks=1, window_weeks=1, must_be_on_programme=True)
    left = replace(HERE, programme_end=day(1))
    assert verdict(timed, job(0), on=day(1), person=left).weeks[-1].reason.code == "too_few_hours"


@pytest.mark.parametrize(
    ("rate", "by_age"),
    [({}, False), ({"from_age": 1}, True), ({"to_age": 199}, True), ({"to_age": 200}, False)],
)
def test_the_age_matters_only_where_a_rate_has_one(rate, by_age):
    assert PayFloor((WageRate(MONDAY, 9.0), WageRate(MONDAY, 9.0, **rate))).by_age == by_age


def test_a_birthday_counts_on_the_day_and_the_twenty_ninth_of_february_on_the_first_of_march():
    floor = PayFloor((WageRate(date(2025, 4, 1), 10.0, 0, 20), WageRate(date(2025, 4, 1), 12.0, 21)))
    by_hours = EarningsRule(key="e", hours=1, weeks=1)

    def needed(born, start):
        return verdict(by_hours, person=Person(born=born, programme_start=start), floor=floor).needed

    assert needed(date(2005, 6, 10), date(2026, 6, 9)) == 10
    assert needed(date(2005, 6, 10), date(2026, 6, 10)) == 12
    assert needed(date(2004, 2, 29), date(2025, 4, 2)) == 12
    assert needed(date(2004, 12, 31), date(2025, 12, 30)) == 10


# Earnings.


def test_a_sum_is_reached_to_the_penny():
    rule = EarningsRule(key="e", pounds=700)
    assert verdict(rule, job(0, 6, 10.0, 70.0)).met_on == day(6)
    assert verdict(rule, job(0, 6, 10.0, 69.999)).met is False
    assert verdict(rule, job(0, 6, 10.0, 69.9996)).met_on == day(6)


def test_pounds_are_told_in_pence():
    floor = PayFloor((WageRate(date(2025, 4, 1), 12.3456),))
    found = verdict(EarningsRule(key="e", hours=1, weeks=1), job(0, 0, hours=7.0, pay=9.8765), floor=floor)
    assert (found.counted, found.needed) == (9.88, 12.35)


def test_earnings_begin_and_end_with_the_days_that_count():
    rule = EarningsRule(key="e", pounds=10_000, within_weeks=2)
    midweek = Person(programme_start=day(2))
    found = verdict(rule, job(-7, hours=7.0, pay=10.0), person=midweek)
    assert (found.counted, found.needed, found.met) == (140, 10_000, False)
    early = verdict(rule, job(-7, hours=7.0, pay=10.0), person=midweek, on=day(4))
    assert early.counted == 30
    assert verdict(rule, job(-7, hours=7.0, pay=10.0), person=midweek, on=day(1)).counted == 0
    assert [note.code for note in found.notes] == ["not_met_earnings", "cannot_be_met"]
    assert [note.code for note in early.notes] == ["not_met_earnings", "could_be_met_until"]
    last = day(15)
    assert [note.code for note in verdict(rule, job(0), person=midweek, on=last).notes] == [
        "not_met_earnings",
        "cannot_be_met",
    ]
    reached = verdict(replace(rule, pounds=139), job(-7, hours=7.0, pay=10.0), person=midweek)
    assert reached.met_on == last
    assert "140.00" in reached.notes[0].words.en
    assert "139.00" in reached.notes[0].words.en
    assert "10,000.00" in found.notes[0].words.cy


def test_hours_on_record_are_paid_as_they_were_worked():
    rule = EarningsRule(key="e", pounds=10_000)
    assert verdict(rule, job(0, 13, 10.0, 10.0, worked={MONDAY: 3.0})).counted == 130
    assert verdict(rule, job(7, 13, 10.0, 10.0, worked={MONDAY: 3.0})).counted == 100
    only = replace(rule, employment=frozenset({Employment.EMPLOYEE}))
    own = job(0, 6, 10.0, 10.0, employment=Employment.SELF_EMPLOYED)
    assert verdict(only, own).counted == 0
    assert verdict(only, own, job(0, 6, 10.0, 10.0)).counted == 100


def test_self_employment_must_last_to_its_last_day_within_the_time():
    rule = EarningsRule(key="e", pounds=10_000, self_employed_weeks=2, within_weeks=4)

    def own(first, last=None):
        return job(first, last, 1.0, None, employment=Employment.SELF_EMPLOYED)

    assert verdict(rule, own(-7)).met_on == day(13)
    assert verdict(rule, own(3, 16)).met_on == day(16)
    assert not verdict(rule, own(3, 15)).met
    assert verdict(rule, own(14)).met_on == day(27)
    assert not verdict(rule, own(15)).met
    assert not verdict(rule, own(0), on=day(12)).met
    assert verdict(rule, own(0), on=day(13)).met_on == day(13)
    assert not verdict(rule, job(0, None, 1.0, None)).met
    assert verdict(rule, own(3), own(5)).met_on == day(16)
    assert verdict(replace(rule, pounds=100), own(0), job(0, 20, 10.0, 10.0)).met_on == day(6)
    assert not verdict(replace(rule, self_employed_weeks=None), own(0)).met


# A day.


def test_a_day_of_work_counts_from_the_day_itself():
    rule = InWorkRule(key="w", within_days=28)
    assert verdict(rule, job(-9)).met_on == MONDAY
    assert verdict(rule, job(28)).met_on == day(28)
    assert verdict(rule, job(20), job(9)).met_on == day(9)
    assert verdict(rule, job(9), on=day(8)).met_on is None
    assert verdict(rule, job(9), on=day(9)).met_on == day(9)
    assert verdict(rule, job(-9, -1)).met is False
    assert verdict(rule, job(-9, 0)).met_on == MONDAY
    only = replace(rule, employment=frozenset({Employment.APPRENTICESHIP}))
    assert not verdict(only, job(0)).met


def test_what_is_said_of_a_day_that_is_past_or_still_to_come():
    rule = InWorkRule(key="w", after_days=28)
    still, past = verdict(rule, on=day(27)), verdict(rule, on=day(28))
    assert (still.could_be_met_by, past.could_be_met_by) == (day(28), None)
    assert [note.code for note in still.notes] == ["not_met_in_work", "could_be_met"]
    assert [note.code for note in past.notes] == ["not_met_in_work", "cannot_be_met"]
    assert (still.counted, still.needed) == (0, 1)
    met = verdict(rule, job(28))
    assert (met.counted, met.needed, met.met_on, met.notes[0].code) == (1, 1, day(28), "met_in_work")
    assert "2026-02-02" in met.notes[0].words.en
    assert "2026-02-02" in past.notes[0].words.en
    assert "2026-02-02" in still.notes[1].words.en


def test_retention_is_of_the_day_and_counts_days_lost_until_then():
    rule = RetentionRule(key="k", after_days=20)
    away = (Absence(day(-2), day(1)), Absence(day(19), day(25)))
    met = verdict(rule, job(-9, absences=away))
    assert (met.met_on, met.days_lost, met.counted, met.needed) == (day(20), 4, 1, 1)
    assert "4" in met.notes[0].words.en
    before = verdict(rule, job(-9, absences=away), on=day(19))
    assert (before.met, before.could_be_met_by, before.days_lost) == (False, day(20), 3)
    assert [note.code for note in before.notes] == ["not_met_in_work", "could_be_met"]
    lost = verdict(rule, job(-9, 19))
    assert (lost.met, lost.could_be_met_by) == (False, None)
    assert (lost.counted, lost.needed) == (0, 1)
    assert [note.code for note in lost.notes] == ["not_met_in_work", "cannot_be_met"]
    assert verdict(rule, job(-9, 20)).met_on == verdict(rule, job(20), on=day(20)).met_on == day(20)
    assert not verdict(replace(rule, employment=frozenset({Employment.APPRENTICESHIP})), job(0)).met


# Rules as data.


@pytest.mark.parametrize(
    "data",
    [
        {
            "shape": "sustained",
            "key": "x",
            "min_hours": 7,
            "min_weeks": 2,
            "window_weeks": 2,
            "below_hours": 8,
        },
        {
            "shape": "sustained",
            "key": "x",
            "min_hours": 7,
            "min_weeks": 1,
            "window_weeks": 1,
            "pay_floor": False,
        },
        {"shape": "earnings", "key": "x", "pounds": 1},
        {"shape": "earnings", "key": "x", "hours": 1, "weeks": 2, "self_employed_weeks": 26},
        {"shape": "in work", "key": "x", "after_days": 1},
        {"shape": "in work", "key": "x", "within_days": 0, "min_hours": 4},
        {"shape": "retention", "key": "x", "after_days": 3, "must_be_on_programme": True},
    ],
)
def test_a_rule_keeps_what_its_file_says_and_nothing_else_is_asked(data):
    rule = rule_from(data)
    for name, value in data.items():
        assert name == "shape" or getattr(rule, name) == value
    assert (rule.valid_from, rule.valid_to, rule.clock_start) == (None, None, AnchorPoint.PROGRAMME_START)
    assert rule.employment == frozenset(Employment)
    assert rule.counts_retention == (data["shape"] == "retention")


@pytest.mark.parametrize(
    ("data", "field", "said"),
    [
        ({"shape": "weekly"}, "shape", "weekly.*sustained, earnings, in work, retention"),
        ({"shape": "retention", "key": "x"}, "shape", "after_days"),
        ({"shape": "retention", "key": "x", "afterdays": 3}, "afterdays", "3.*after_days, clock_start"),
        ({"shape": "retention", "key": "x", "after_days": 3, "clock_start": "birth"}, "clock_start", "birth"),
        ({"shape": "retention", "key": "x", "after_days": 3, "valid_to": "May"}, "valid_to", "May"),
        ({"shape": "retention", "key": "x", "after_days": 3, "employment": ["odd"]}, "employment", "odd"),
        ({"shape": "earnings", "key": "x", "hours": 16}, "pounds", "both hours and weeks"),
        ({"shape": "earnings", "key": "x", "pounds": 5, "hours": 1, "weeks": 2}, "pounds", "5"),
        ({"shape": "in work", "key": "x", "after_days": 5, "within_days": 6}, "after_days", "5"),
        (
            {"shape": "sustained", "key": "x", "min_hours": 7, "min_weeks": 3, "window_weeks": True},
            "window_weeks",
            "1 or more",
        ),
        (
            {"shape": "sustained", "key": "x", "min_hours": 7, "min_weeks": 3, "window_weeks": 2},
            "window_weeks",
            "2.*min_weeks or more",
        ),
    ],
)
def test_what_is_wrong_with_a_rule_is_said(data, field, said):
    with pytest.raises(OutcomeError, match=said) as found:
        rule_from(data)
    assert (found.value.field, found.value.code) == (
        field,
        "wrong_date" if field == "valid_to" else "wrong_rule",
    )
