"""Jobs, people and wages from a file, and what is said of a wrong row."""

from datetime import date

import pytest

from cydwaith.methods.outcomes import (
    Absence,
    Employment,
    OutcomeError,
    Person,
    Spell,
    WageRate,
    floor_from,
    person_from,
    spells_from,
)


def test_a_job_is_read_with_all_it_has():
    row = {
        "start": "2026-01-05", "end": "2026-03-01", "hours": "10", "pay": 12.5, "employment": "zero-hours",
        "worked": {"2026-01-12": 8}, "absences": [["2026-02-02", "2026-02-03"]],
    }  # fmt: skip
    assert spells_from([row]) == (
        Spell(
            date(2026, 1, 5), date(2026, 3, 1), 10.0, 12.5, Employment.ZERO_HOURS, {date(2026, 1, 12): 8.0},
            (Absence(date(2026, 2, 2), date(2026, 2, 3)),),
        ),
    )  # fmt: skip
    bare = Spell(date(2026, 1, 5), None, 0.0, None, Employment.EMPLOYEE, {}, ())
    assert spells_from([{"start": "2026-01-05"}]) == (bare,)
    empty = {"start": date(2026, 1, 5), "end": "", "hours": "", "pay": "", "employment": ""}
    assert spells_from([empty]) == spells_from([empty | {"began": "", "job": None}]) == (bare,)
    assert spells_from([empty | {"pay": 0}])[0].pay == 0
    known = spells_from([empty | {"job": "bakery", "began": "2025-09-01"}])[0]
    assert (known.job, known.began) == ("bakery", date(2025, 9, 1))


@pytest.mark.parametrize(
    ("row", "code", "field", "at"),
    [
        ({}, "wrong_date", "start", None),
        ({"start": "5/1/2026"}, "wrong_date", "start", None),
        ({"start": "2026-01-05", "end": "May"}, "wrong_date", "end", None),
        ({"start": "2026-01-05", "worked": {"May": 3}}, "wrong_date", "worked", None),
        ({"start": "2026-01-05", "worked": {"2026-01-05": "few"}}, "impossible_hours", "hours", 2),
        ({"start": "2026-01-05", "absences": [["May", "2026-01-05"]]}, "wrong_date", "absences", None),
        ({"start": "2026-01-05", "absences": [["2026-01-05", None]]}, "wrong_date", "absences", None),
        ({"start": "2026-01-05", "employment": "volunteer"}, "unknown_employment", "employment", 2),
        ({"start": "2026-01-05", "hours": "ten"}, "impossible_hours", "hours", 2),
        ({"start": "2026-01-05", "pay": "good"}, "impossible_pay", "pay", 2),
    ],
)
def test_a_wrong_row_is_said_in_a_sentence(row, code, field, at):
    with pytest.raises(OutcomeError) as refused:
        spells_from([{"start": "2026-01-05"}, row])
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, at)
    assert "{" not in refused.value.note.words.cy


def test_a_person_and_a_floor_are_read():
    person = person_from(
        {"born": "1980-02-29", "programme_start": "2026-01-05", "in_work_at_start": True, "evidence": ["p60"]}
    )
    assert person == Person(date(1980, 2, 29), date(2026, 1, 5), None, True, frozenset({"p60"}))
    floor = floor_from([{"valid_from": "2025-04-01", "hourly": 12.21, "from_age": 21}])
    assert floor.on(date(2026, 1, 1), 20, Employment.EMPLOYEE) is None
    assert floor.on(date(2026, 1, 1), 21, Employment.EMPLOYEE) == 12.21
    assert person_from({"programme_end": "2026-07-04"}) == Person(programme_end=date(2026, 7, 4))
    whole = {"valid_from": "2025-04-01", "hourly": "7.55", "to_age": 18, "apprentice": 1, "source": "gov.uk"}
    assert floor_from([whole]).rates == (WageRate(date(2025, 4, 1), 7.55, 0, 18, True, "gov.uk"),)
    plain = floor_from([{"valid_from": "2025-04-01", "hourly": 9}])
    assert plain.rates == (WageRate(date(2025, 4, 1), 9.0, 0, 200, False, ""),)


@pytest.mark.parametrize("field", ["born", "programme_start", "programme_end"])
def test_a_persons_wrong_date_is_named(field):
    with pytest.raises(OutcomeError, match="May") as refused:
        person_from({field: "May"})
    assert (refused.value.code, refused.value.field) == ("wrong_date", field)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"hourly": float("nan")}, "impossible_pay"),
        ({"hourly": -1}, "impossible_pay"),
        ({"from_age": "x"}, "impossible_ages"),
        ({"to_age": None}, "impossible_ages"),
        ({"from_age": 21, "to_age": 18}, "impossible_ages"),
    ],
)
def test_a_wage_that_cannot_be_is_named_by_its_row(changes, code):
    row = {"valid_from": "2026-04-01", "hourly": 12.71}
    with pytest.raises(OutcomeError) as refused:
        floor_from([row, row | changes])
    assert (refused.value.code, refused.value.row) == (code, 2)
    assert refused.value.field == {"impossible_pay": "pay", "impossible_ages": "from_age"}[code]


def test_a_wage_without_its_date_or_its_pounds_is_named():
    with pytest.raises(OutcomeError) as refused:
        floor_from([{"hourly": 9}])
    assert (refused.value.code, refused.value.field) == ("wrong_date", "valid_from")
    with pytest.raises(OutcomeError) as refused:
        floor_from([{"valid_from": "2025-04-01", "hourly": 9}, {"valid_from": "2025-04-01"}])
    assert (refused.value.code, refused.value.field, refused.value.row) == ("impossible_pay", "pay", 2)
