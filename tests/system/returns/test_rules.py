"""Templates that cannot be, lines and what is wrong with them, and the difference from the last one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.system.returns.rules import Row, TemplateError, compare, fill, read_template, starter
from cydwaith.system.returns.rules.filling import plain

PLAIN: dict[str, Any] = {
    "key": "quarter",
    "version": "3",
    "name": {"en": "Quarterly", "cy": "Chwarterol"},
    "columns": [
        {"name": "ID", "fact": "reference", "required": True},
        {"name": "Start", "fact": "started", "required": True, "pattern": r"\d{4}-\d\d-\d\d"},
        {"name": "Group", "fact": "cohort", "codes": {"out_of_work": "1", "in_work": "2"}},
        {"name": "Met", "fact": "outcome:13-in-16"},
        {"name": "Met on", "fact": "outcome:13-in-16:on"},
    ],
}
SPELL = {"reference": "AB12", "started": date(2026, 3, 2), "cohort": "in_work", "open": True}


def template(**changes: Any) -> Any:
    return read_template(PLAIN | changes, ["13-in-16"])


def test_a_template_gives_columns_in_its_order() -> None:
    assert [one.name for one in template().columns] == ["ID", "Start", "Group", "Met", "Met on"]


@pytest.mark.parametrize(
    ("changes", "column", "code"),
    [
        ({"key": ""}, "key", "missing"),
        ({"name": {"cy": "x"}}, "name", "missing"),
        ({"columns": []}, "columns", "no_reference"),
        ({"columns": PLAIN["columns"][1:]}, "Start", "no_reference"),
        ({"columns": [*PLAIN["columns"], {"name": "X", "fact": "diagnosis"}]}, "X", "unknown_fact"),
        ({"columns": [*PLAIN["columns"], {"name": "X", "fact": "outcome:other"}]}, "X", "unknown_fact"),
        ({"columns": [*PLAIN["columns"], {"name": "ID", "fact": "stage"}]}, "ID", "same_name"),
        ({"columns": [*PLAIN["columns"], {"fact": "stage"}]}, "stage", "missing"),
        (
            {"columns": [*PLAIN["columns"], {"name": "X", "fact": "stage", "pattern": "("}]},
            "X",
            "wrong_pattern",
        ),
    ],
)
def test_a_template_that_cannot_be_names_its_column(changes: dict[str, Any], column: str, code: str) -> None:
    with pytest.raises(TemplateError) as wrong:
        template(**changes)
    assert (wrong.value.column, wrong.value.code) == (column, code)


def test_the_plain_template_has_every_outcome_and_reads_as_any_other() -> None:
    made = starter(["a", "b"])
    raw = {
        "key": made.key,
        "version": made.version,
        "name": {"en": made.words.en},
        "columns": [{"name": one.name, "fact": one.fact} for one in made.columns],
    }
    assert [one.fact for one in read_template(raw, ["a", "b"]).columns] == [one.fact for one in made.columns]


def test_a_line_holds_the_funders_codes_and_says_that_it_may_change() -> None:
    (row,), problems = fill(template(), [SPELL])
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
def test_what_a_funder_would_send_back_is_found_first(facts: dict[str, Any], column: str, code: str) -> None:
    (row,), (problem,) = fill(template(), [SPELL | facts])
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


def test_a_column_that_is_new_in_a_template_shows_as_empty_before() -> None:
    now, before = [Row("A", ("A", "1"), provisional=False)], [Row("A", ("A",), provisional=False)]
    assert compare(["id", "x"], now, ["id"], before).changed == (("A", "x", "", "1"),)
