"""Jobs, people and wages from a file, and what is said of a wrong row."""

from datetime import date

import pytest

from cydwaith.methods.outcomes import (
    Absence,
    Employment,
    OutcomeError,
    Person,
    Spell,
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
    assert spells_from([{"start": "2026-01-05"}])[0].pay is None


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({}, "wrong_date"),
        ({"start": "5/1/2026"}, "wrong_date"),
        ({"start": "2026-01-05", "employment": "volunteer"}, "unknown_employment"),
        ({"start": "2026-01-05", "hours": "ten"}, "impossible_hours"),
        ({"start": "2026-01-05", "pay": "good"}, "impossible_pay"),
    ],
)
def test_a_wrong_row_is_said_in_a_sentence(row, code):
    with pytest.raises(OutcomeError) as refused:
        spells_from([{"start": "2026-01-05"}, row])
    assert refused.value.code == code
    assert "{" not in refused.value.note.words.cy


def test_a_person_and_a_floor_are_read():
    person = person_from(
        {"born": "1980-02-29", "programme_start": "2026-01-05", "in_work_at_start": True, "evidence": ["p60"]}
    )
    assert person == Person(date(1980, 2, 29), date(2026, 1, 5), None, True, frozenset({"p60"}))
    floor = floor_from([{"valid_from": "2025-04-01", "hourly": 12.21, "from_age": 21}])
    assert floor.on(date(2026, 1, 1), 20, Employment.EMPLOYEE) is None
    assert floor.on(date(2026, 1, 1), 21, Employment.EMPLOYEE) == 12.21
