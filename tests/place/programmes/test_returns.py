"""What a funder is sent: columns that can be, columns that cannot, and columns as stewards write them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.programmes import starters
from cydwaith.place.programmes.rules import (
    FACTS,
    About,
    WrongProgramme,
    columns_from,
    plain_template,
    read_content,
    written,
)
from cydwaith.place.programmes.words import ABOUT, FACT_WORDS

RETURN: dict[str, Any] = {
    "key": "quarter",
    "version": "3",
    "en": "Quarterly",
    "cy": "Chwarterol",
    "source": "the grant's annex, 2026",
    "columns": [
        {"name": "ID", "fact": "reference", "required": True},
        {"name": "Start", "fact": "started", "required": True, "pattern": r"\d{4}-\d\d-\d\d"},
        {"name": "Group", "fact": "cohort", "codes": {"out_of_work": "1", "in_work": "2"}},
        {"name": "Met", "fact": "outcome:kept"},
        {"name": "Met on", "fact": "outcome:kept:on"},
    ],
}
KEPT = {
    "en": "Job kept",
    "cy": "Cadw swydd",
    "source": "agreed",
    "rule": {"shape": "sustained", "key": "kept", "min_hours": 7, "min_weeks": 13, "window_weeks": 16},
}


def read(**changes: Any) -> Any:
    (found,) = read_content({"outcome_rules": [KEPT], "returns": [RETURN | changes]}, "it").returns
    return found


def test_a_return_has_columns_in_its_order() -> None:
    assert [one.name for one in read().columns] == ["ID", "Start", "Group", "Met", "Met on"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"key": ""}, "short key"),
        ({"cy": ""}, "English and in Welsh"),
        ({"version": ""}, "needs a version"),
        ({"source": ""}, "its source"),
        ({"columns": []}, "first column"),
        ({"columns": RETURN["columns"][1:]}, "first column"),
        ({"columns": [*RETURN["columns"], {"name": "X", "fact": "diagnosis"}]}, "“diagnosis”, which is not"),
        ({"columns": [*RETURN["columns"], {"name": "X", "fact": "outcome:other"}]}, "not on record"),
        ({"columns": [*RETURN["columns"], {"name": "ID", "fact": "stage"}]}, "stands twice"),
        ({"columns": [*RETURN["columns"], {"fact": "stage"}]}, "take the column out"),
        ({"columns": [*RETURN["columns"], {"name": "X", "fact": "stage", "pattern": "("}]}, "cannot be read"),
    ],
)
def test_a_return_that_cannot_be_says_why(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(WrongProgramme, match=sentence) as wrong:
        read(**changes)
    assert wrong.value.note.words.cy


def test_two_returns_have_two_keys() -> None:
    with pytest.raises(WrongProgramme, match="stands twice"):
        read_content({"outcome_rules": [KEPT], "returns": [RETURN, RETURN]}, "it")


@pytest.mark.parametrize("name", starters.names())
def test_every_programme_that_comes_along_has_a_return_of_its_own(name: str) -> None:
    (found,) = read_content(starters.starter(name), name).returns
    facts = {one.fact for one in found.columns}
    assert {"reference", "started", "age_at_start", "neighbourhood", "ended", "ending"} <= facts
    rules = read_content(starters.starter(name), name).outcome_rules
    assert {f"outcome:{one.key}" for one in rules} <= facts, "whatever is counted is sent"


@pytest.mark.parametrize("name", starters.names())
def test_columns_that_nobody_read_in_a_source_say_so(name: str) -> None:
    (found,) = read_content(starters.starter(name), name).returns
    assert found.to_check == ("could not be read" in found.source)
    assert found.to_check or "local setting" in found.source


@pytest.mark.parametrize("name", starters.names())
def test_columns_have_plain_names_of_our_own(name: str) -> None:
    (found,) = read_content(starters.starter(name), name).returns
    assert all(re.fullmatch("[a-z0-9]+(_[a-z0-9]+)*", one.name) for one in found.columns)


def test_the_plain_return_has_every_outcome() -> None:
    facts = [one.fact for one in plain_template(("a", "b")).columns]
    assert facts[-6:] == [f"outcome:{key}{part}" for key in "ab" for part in ("", ":on", ":evidence")]


def test_every_fact_has_words_and_tells_something_that_has_words() -> None:
    assert set(FACT_WORDS) == set(FACTS)
    assert set(ABOUT) == set(About)


def test_a_return_says_what_it_tells_of_somebody() -> None:
    assert read().about == {About.WAY, About.LASTED}
    assert plain_template(()).about == {About.WAY, About.WORK}


def test_columns_are_written_one_a_line() -> None:
    text = written(RETURN["columns"])
    assert text.splitlines()[:3] == [
        "ID = reference *",
        "Start = started *",
        "Group = cohort (in_work: 2, out_of_work: 1)",
    ]
    assert columns_from(text, RETURN["columns"]) == RETURN["columns"], "the form that is asked for stays"


@pytest.mark.parametrize("line", ["reference", "= reference", "Group = cohort (out of work)"])
def test_a_line_that_is_no_column_is_shown_again(line: str) -> None:
    with pytest.raises(WrongProgramme, match="is not a column") as wrong:
        columns_from(f"ID = reference\n{line}")
    assert line in str(wrong.value)


NAMES = st.text("abcXYZ 12_-/", min_size=1, max_size=12).map(str.strip).filter(bool)
CODES = st.dictionaries(st.sampled_from(["out_of_work", "in_work"]), NAMES, min_size=1)
COLUMNS = st.fixed_dictionaries(
    {"name": NAMES, "fact": st.sampled_from([*FACTS, "outcome:kept:on"])},
    optional={"required": st.just(True), "codes": CODES},
)


@given(st.lists(COLUMNS, max_size=6))
def test_whatever_is_written_is_read_back_the_same(columns: list[dict[str, Any]]) -> None:
    assert columns_from(written(columns)) == columns


def test_the_example_of_the_how_to_page_can_be_used_and_says_the_same_twice() -> None:
    page = (Path(__file__).parents[3] / "docs/how-to/set-up-a-programme.md").read_text(encoding="utf-8")
    rule, example = (json.loads(one) for one in re.findall(r"```json\n(.*?)```", page, re.DOTALL))
    (found,) = read_content({"outcome_rules": [rule], "returns": [example]}, "it").returns
    (lines,) = re.findall(r"```text\n(.*?)\n```", page, re.DOTALL)
    assert columns_from(lines) == example["columns"] and written(example["columns"]) == lines
    assert found.columns[1].codes == {"out_of_work": "1", "in_work": "2"}
