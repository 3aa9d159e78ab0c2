"""What a version holds, what can be wrong with it, and what changed from one to the next."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.outcomes import Cover, Employment
from cydwaith.place.programmes import starters
from cydwaith.place.programmes.rules import (
    Cohort,
    WrongProgramme,
    changes,
    in_words,
    outcome_rule,
    pay_floor,
    read_content,
    read_definition,
)
from cydwaith.place.programmes.rules.definition import plain
from tests.place.programmes.test_rules import RAW

RULE = {
    "en": "Job kept",
    "cy": "Cadw swydd",
    "source": "agreed in May",
    "rule": {"shape": "sustained", "key": "kept", "min_hours": 7, "min_weeks": 13, "window_weeks": 16},
}
RETURN = {
    "key": "a",
    "en": "a",
    "cy": "a",
    "version": "1",
    "source": "x",
    "columns": [{"name": "ID", "fact": "reference", "required": True}],
    "to_check": True,
}
LINE = {"en": "Lives here", "cy": "Yn byw yma"}


@pytest.mark.parametrize("name", starters.names())
def test_every_programme_that_comes_along_can_be_used_as_it_is(name: str) -> None:
    found = read_definition({**starters.starter(name), "valid_from": "2026-04-01"})
    assert found.name and found.name_cy
    assert found.content.eligibility and found.content.stages and found.content.measures


@pytest.mark.parametrize("name", starters.names())
def test_nothing_that_nobody_read_in_a_source_is_a_rule_unless_it_says_so(name: str) -> None:
    for one in read_definition({**starters.starter(name), "valid_from": "2026-04-01"}).content.outcome_rules:
        assert one.source
        ours = ("not read", "our reading", "check it with the funder")
        assert one.to_check == any(words in one.source for words in ours)


@pytest.mark.parametrize("name", starters.names())
def test_evidence_of_what_comes_along_covers_all_that_counts_and_that_is_still_to_be_checked(
    name: str,
) -> None:
    content = read_definition({**starters.starter(name), "valid_from": "2026-04-01"}).content
    for one in content.outcome_rules:
        assert one.rule.evidence and one.rule.evidence_covers is Cover.EVERY
    said = any("how much of the weeks it must cover" in one.words.en for one in content.to_set)
    assert said == bool(content.outcome_rules)


def test_workwell_ends_after_8_weeks_in_work_and_16_out_of_work() -> None:
    limits = read_content(starters.starter("workwell"), "workwell").time_limits
    assert {one.cohort: one.weeks for one in limits} == {Cohort.IN_WORK: 8, Cohort.OUT_OF_WORK: 16}


def test_connect_to_work_leaves_its_earnings_to_be_set() -> None:
    content = read_content(starters.starter("connect-to-work"), "connect-to-work")
    assert content.outcome_rules == ()
    assert any("earnings" in one.words.en.lower() for one in content.to_set)


@pytest.mark.parametrize("name", starters.names())
def test_what_is_written_is_read_again_the_same(name: str) -> None:
    content = read_content(starters.starter(name), "it")
    assert read_content(plain(content), "it") == content


def test_the_published_minimum_wages_are_read_by_age_and_day() -> None:
    floor = pay_floor(starters.wages())
    assert floor.on(date(2026, 3, 31), 30, Employment.EMPLOYEE) == 12.21
    assert floor.on(date(2026, 4, 1), 30, Employment.EMPLOYEE) == 12.71
    assert floor.on(date(2026, 4, 1), 20, Employment.EMPLOYEE) == 10.85
    assert floor.on(date(2023, 5, 1), 22, Employment.EMPLOYEE) == 10.18
    assert floor.on(date(2026, 4, 1), 19, Employment.APPRENTICESHIP) == 8.00
    assert floor.on(date(2020, 4, 1), 30, Employment.EMPLOYEE) is None


def test_a_wrong_minimum_wage_is_told_in_both_languages() -> None:
    wage = {"valid_from": "2026-04-01", "hourly": "a lot", "source": "law"}
    for rows, cymraeg in (([wage], "bunnoedd yr awr"), ([3], "rhestr o linellau")):
        with pytest.raises(WrongProgramme) as wrong:
            pay_floor(rows)  # type: ignore[arg-type]
        assert cymraeg in wrong.value.note.words.cy


def test_a_minimum_wage_needs_its_source() -> None:
    with pytest.raises(WrongProgramme, match="source"):
        pay_floor([{"valid_from": "2026-04-01", "hourly": 12.71}])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"stages": [{**LINE, "key": "a"}, {**LINE, "key": "a"}]}, "stands twice"),
        ({"stages": [{**LINE, "key": "A b"}]}, "short key"),
        ({"stages": [{**LINE, "key": "a", "days": -1}]}, "whole number"),
        ({"eligibility": [{"en": "Lives here"}]}, "English and in Welsh"),
        ({"eligibility": "everybody"}, "list of lines"),
        ({"time_limits": [{"weeks": 8}]}, "source"),
        ({"time_limits": [{"weeks": 0, "source": "x"}]}, "whole number"),
        ({"time_limits": [{"weeks": 8, "source": "x", "cohort": "pupils"}]}, "no group"),
        ({"measures": [{"instrument": "stars", "when": 0}]}, "no set of questions"),
        ({"measures": [{"instrument": "ons4", "when": "soon"}]}, "whole number"),
        ({"cohorts": []}, "whom the programme takes"),
        ({"not_paid_with": [{"programme": "first-steps", "source": "x"}]}, "paid twice with itself"),
        ({"outcome_rules": [{**RULE, "source": ""}]}, "source"),
        ({"outcome_rules": [{**RULE, "rule": {**RULE["rule"], "min_weeks": 17}}]}, "min_weeks or more"),  # type: ignore[dict-item]
        ({"outcome_rules": [{**RULE, "rule": {**RULE["rule"], "evidence": ["a feeling"]}}]}, "no kind of"),  # type: ignore[dict-item]
        ({"outcome_rules": [RULE, RULE]}, "stands twice"),
        ({"outcome_rules": [RULE], "cohorts": ["in_work"]}, "does not take"),
        ({"returns": "monthly"}, "list of lines"),
        ({"stagess": []}, "not known here"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(WrongProgramme, match=sentence) as wrong:
        read_definition({**RAW, **change})
    assert wrong.value.note.words.cy


def test_a_rule_for_people_in_work_is_not_one_for_people_out_of_work() -> None:
    retained = {**RULE, "rule": {"shape": "retention", "key": "stayed", "after_days": 91}}
    assert outcome_rule(retained).cohort is Cohort.IN_WORK
    assert outcome_rule(RULE).cohort is Cohort.OUT_OF_WORK


def test_a_rule_holds_for_those_who_start_within_its_days() -> None:
    dated = {"valid_from": "2026-04-01", "valid_to": "2027-03-31"}
    rule = outcome_rule({**RULE, "rule": {**RULE["rule"], **dated}})  # type: ignore[dict-item]
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2027, 3, 31), date(2027, 4, 1)]
    assert [rule.holds_for(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (RULE["rule"], "7 hours or more a week, paid at least the minimum wage for their age"),
        (
            {**RULE["rule"], "pay_floor": False, "below_hours": 16},
            "7 hours or more and under 16 a week, in 13",
        ),  # type: ignore[dict-item]
        (
            {**RULE["rule"], "longest_gap": 2, "sickness_counts": False},
            "no gap of more than 2 weeks; days off",
        ),  # type: ignore[dict-item]
        ({**RULE["rule"], "window_weeks": 13}, "in 13 weeks in a row"),  # type: ignore[dict-item]
        ({"shape": "earnings", "key": "e", "pounds": 4000}, "earnings of £4,000.00"),
        (
            {"shape": "earnings", "key": "e", "hours": 16, "weeks": 26, "self_employed_weeks": 26},
            "16 hours a week for 26 weeks at the minimum wage, or 26 weeks in self-employment",
        ),
        (
            {"shape": "in work", "key": "i", "within_days": 28, "clock_start": "programme end"},
            "within 28 days of the end of the programme",
        ),
        ({"shape": "in work", "key": "i", "after_days": 91}, "in work 91 days after the start"),
        (
            {"shape": "in work", "key": "i", "after_days": 91, "min_hours": 16},
            "91 days after the start of the programme, 16 hours a week or more",
        ),
        (
            {"shape": "retention", "key": "r", "after_days": 91, "within_weeks": 30},
            "within 30 weeks of the start",
        ),
        ({**RULE["rule"], "employment": ["apprenticeship"]}, "what counts: an apprenticeship"),  # type: ignore[dict-item]
        (
            {**RULE["rule"], "evidence": ["payslip"], "evidence_covers": "start and end"},
            "with this evidence on record: a payslip, covering the first and the last week that count",
        ),  # type: ignore[dict-item]
        (
            {
                "shape": "retention",
                "key": "r",
                "after_days": 91,
                "evidence": ["payslip", "own word"],
                "evidence_each": False,
                "evidence_covers": "every week",
                "evidence_within_weeks": 6,
            },
            "with one or more of these on record within 6 weeks of meeting it: a payslip, the person's own "
            "word, covering the day that counts",
        ),
        ({**RULE["rule"], "evidence": ["payslip"], "must_be_on_programme": True}, "while on the programme"),  # type: ignore[dict-item]
    ],
)
def test_a_rule_is_said_in_one_sentence_in_both_languages(rule: dict[str, object], words: str) -> None:
    told = in_words(outcome_rule({**RULE, "rule": rule}).rule)
    assert words in told.en
    assert told.en.count(".") - told.en.count("0.0") <= 2 and told.cy.endswith(".")
    assert told.cy != told.en


def test_what_changed_is_told_line_by_line() -> None:
    before = {
        "name": "A",
        "stages": [{"key": "a", "en": "First", "cy": "Cyntaf"}],
        "targets": {"acknowledge": 2},
    }
    after = {
        "name": "A",
        "stages": [
            {"key": "a", "en": "First", "cy": "Cyntaf", "days": 7},
            {"key": "b", "en": "Then", "cy": "Wedyn"},
        ],
        "targets": {"acknowledge": 1},
    }
    told = [(one.place, one.which, one.before, one.after) for one in changes(before, after)]
    assert told == [
        ("stages", "a", "First / Cyntaf", "First / Cyntaf; days after the start: 7"),
        ("stages", "b", "", "Then / Wedyn"),
        ("targets", "acknowledge", "2", "1"),
    ]


def test_what_changed_is_told_in_the_words_of_the_page_and_not_of_the_software() -> None:
    before: dict[str, Any] = {"time_limits": [], "measures": [], "cohorts": ["in_work"], "returns": []}
    after = {
        "time_limits": [{"weeks": 8, "cohort": "in_work", "source": "the grant"}],
        "measures": [{"instrument": "ons4", "when": 8}, {"instrument": "ons4", "when": 0}],
        "cohorts": ["in_work", "out_of_work"],
        "returns": [RETURN],
    }
    assert [(one.which, one.after) for one in changes(before, after)] == [
        ("people in work", "weeks: 8; for whom: people in work; source: the grant"),
        (
            "Personal wellbeing (ONS4), after 8 weeks",
            "questions: Personal wellbeing (ONS4); when: after 8 weeks",
        ),
        (
            "Personal wellbeing (ONS4), at the start",
            "questions: Personal wellbeing (ONS4); when: at the start",
        ),
        ("people out of work", "people out of work"),
        ("a", "a / a; version: 1; source: x; columns: ID = reference *; to be checked"),
    ]
    welsh = [(one.which, one.after) for one in changes(before, after, "cy")]
    assert welsh[0] == (
        "pobl mewn gwaith",
        "wythnosau: 8; ar gyfer pwy: pobl mewn gwaith; ffynhonnell: the grant",
    )
    assert welsh[1][0] == "Lles personol (ONS4), ar ôl 8 wythnos"


def test_a_line_whose_welsh_alone_changed_is_the_line_that_it_was() -> None:
    before = {"eligibility": [{"en": "Lives here", "cy": "Byw yma"}]}
    after = {"eligibility": [{"en": "Lives here", "cy": "Yn byw yma"}]}
    for language in ("en", "cy"):
        (one,) = changes(before, after, language)
        assert (one.before, one.after) == ("Lives here / Byw yma", "Lives here / Yn byw yma")


@given(st.sampled_from(starters.names()), st.sampled_from(starters.names()))
def test_nothing_changed_just_where_two_versions_say_the_same(one: str, other: str) -> None:
    first, second = (plain(read_content(starters.starter(name), "it")) for name in (one, other))
    assert (changes(first, second) == ()) == (first == second)
