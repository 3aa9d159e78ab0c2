"""Lines of a return and what is wrong with them, and the difference from the last one."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.words import Words
from cydwaith.place.programmes.rules import Column, ReturnTemplate
from cydwaith.system.returns.rules import Row, compare, fill
from cydwaith.system.returns.rules.filling import plain
from cydwaith.system.returns.writing import as_json

TEMPLATE = ReturnTemplate(
    "quarter",
    "3",
    Words("Quarterly", "Chwarterol"),
    (
        Column("ID", "reference", required=True),
        Column("Start", "started", required=True, pattern=r"\d{4}-\d\d-\d\d"),
        Column("Group", "cohort", codes={"out_of_work": "1", "in_work": "2"}),
        Column("Met", "outcome:13-in-16"),
        Column("Met on", "outcome:13-in-16:on"),
    ),
)
SPELL = {"reference": "AB12", "started": date(2026, 3, 2), "cohort": "in_work", "open": True}


def test_a_line_holds_the_funders_codes_and_says_that_it_may_change() -> None:
    (row,), problems = fill(TEMPLATE, [SPELL])
    assert row == Row("AB12", ("AB12", "2026-03-02", "2", "", ""), provisional=True)
    assert problems == ()


@pytest.mark.parametrize(
    ("facts", "column", "code"),
    [
        ({"started": None}, "Start", "missing"),
        ({"cohort": "elsewhere"}, "Group", "no_code"),
        ({"started": "soon"}, "Start", "wrong_form"),
        ({"outcome:13-in-16:on": date(2026, 3, 1)}, "Met on", "before_start"),
    ],
)
def test_what_a_funder_would_send_back_is_found_first(
    facts: dict[str, object], column: str, code: str
) -> None:
    (row,), (problem,) = fill(TEMPLATE, [SPELL | facts])
    assert (problem.reference, problem.column, problem.code) == (row.reference, column, code)


def test_values_are_written_plainly() -> None:
    assert [plain(one) for one in (None, True, False, date(2026, 5, 4), 12.5, 0, "x")] == [
        "", "yes", "no", "2026-05-04", "12.5", "0", "x",
    ]  # fmt: skip


CELLS = st.dictionaries(st.text("ABC", min_size=1, max_size=2), st.text("xyz", max_size=2), max_size=6)


def rows(cells: dict[str, str]) -> list[Row]:
    return [Row(key, (key, value), provisional=False) for key, value in cells.items()]


@given(CELLS, CELLS)
def test_a_difference_is_just_what_turns_the_last_one_into_this_one(
    now: dict[str, str], before: dict[str, str]
) -> None:
    found = compare(["id", "x"], rows(now), ["id", "x"], rows(before))
    made = {key: value for key, value in before.items() if key not in found.gone}
    made |= {key: after for key, _column, _before, after in found.changed}
    made |= {key: now[key] for key in found.new}
    assert made == now
    assert found.nothing == (now == before)


@given(CELLS)
def test_the_order_of_lines_is_no_difference(cells: dict[str, str]) -> None:
    assert compare(["id", "x"], rows(cells), ["id", "x"], rows(cells)[::-1]).nothing


def test_a_line_that_will_change_no_more_is_a_difference_too() -> None:
    now, before = [Row("A", ("A",), provisional=False)], [Row("A", ("A",), provisional=True)]
    found = compare(["id"], now, ["id"], before)
    assert (found.nothing, found.changed) == (False, (("A", "provisional", "yes", "no"),))


def test_a_funders_own_column_of_that_name_loses_nothing() -> None:
    line = Row("A", ("A", "theirs"), provisional=True)
    (told,) = json.loads(as_json(["id", "provisional"], [line]))
    assert told == {"id": "A", "provisional": "theirs", "provisional_": "yes"}


def test_a_column_that_is_new_in_a_template_shows_as_empty_before() -> None:
    now, before = [Row("A", ("A", "1"), provisional=False)], [Row("A", ("A",), provisional=False)]
    assert compare(["id", "x"], now, ["id"], before).changed == (("A", "x", "", "1"),)
