from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.programmes.rules import due, in_force, read_definition

RAW = {
    "key": "first-steps",
    "name": "First Steps",
    "name_cy": "Camau Cyntaf",
    "for_whom": "Anyone whose health gets in the way of work",
    "for_whom_cy": "Unrhyw un y mae ei iechyd yn rhwystr i waith",
    "intro": "Tell us once.",
    "intro_cy": "Dywedwch unwaith.",
    "organisation": "Cwm Teg",
    "targets": {
        "acknowledge": 2,
        "first_attempt": 2,
        "first_conversation": 10,
        "service_acknowledge": 5,
        "inform_referrer": 5,
    },
    "valid_from": "2026-04-01",
}
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


def test_two_working_days_from_a_thursday_is_the_monday() -> None:
    assert due(date(2026, 11, 19), 2) == date(2026, 11, 23)


def test_a_bank_holiday_is_passed_over() -> None:
    christmas = frozenset({date(2026, 12, 25), date(2026, 12, 28)})
    assert due(date(2026, 12, 24), 1, christmas) == date(2026, 12, 29)


def test_a_target_of_no_days_is_due_the_same_day() -> None:
    assert due(date(2026, 11, 21), 0) == date(2026, 11, 21)


@given(DAYS, st.integers(1, 60), st.frozensets(DAYS, max_size=10))
def test_exactly_that_many_open_days_pass(start: date, days: int, closed: frozenset[date]) -> None:
    end = due(start, days, closed)
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(day.weekday() < 5 and day not in closed for day in between) == days
    assert end.weekday() < 5 and end not in closed


def test_a_programme_is_in_force_on_its_first_and_last_day() -> None:
    first, last = date(2026, 4, 1), date(2027, 3, 31)
    assert in_force(first, last, first) and in_force(first, last, last)
    assert not in_force(first, last, first - timedelta(days=1))
    assert not in_force(first, last, last + timedelta(days=1))
    assert in_force(first, None, date(2090, 1, 1))


def test_a_definition_is_read_from_its_json_form() -> None:
    found = read_definition(RAW)
    assert (found.key, found.targets.first_conversation, found.valid_to) == ("first-steps", 10, None)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name_cy": ""}, "in Welsh"),
        ({"valid_to": "2026-03-31"}, "ends before it starts"),
        ({"targets": {**RAW["targets"], "acknowledge": -1}}, "acknowledge"),  # type: ignore[dict-item]
        ({"targets": {"acknowledge": 2}}, "has no first_attempt"),
        ({"valid_from": "soon"}, "soon"),
    ],
)
def test_a_wrong_definition_is_refused_by_name(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        read_definition({**RAW, **change})
