"""A phased return in Easy Read: one thing in each line, and weeks that are alike are said once."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.person.work.documents import compose
from cydwaith.person.work.documents.files import as_pdf
from cydwaith.person.work.rules import paper as papers
from cydwaith.person.work.rules.contents import Part
from cydwaith.person.work.rules.paper import Block, Grid, Paper
from cydwaith.person.work.rules.statement import read
from cydwaith.person.work.rules.vocabulary import Kind, Reader

from .conftest import ANSWERS
from .test_papers import FACTS

STARTS = date(2026, 12, 1)


def plan(language: str = "en", **build_up: Any) -> Paper:
    said = {
        "starts": STARTS.isoformat(),
        "first_hours": 8.0,
        "target_hours": 16.0,
        "days": [1, 3],
        **build_up,
    }
    facts = replace(FACTS, statement=read({**ANSWERS, "build-up": said}))
    return compose(Kind.PLAN, Reader.EMPLOYER, facts, language=language)


def grid_of(paper: Paper, part: Part = Part.CALENDAR) -> Grid:
    (found,) = (section.grid for section in paper.sections if section.key == part)
    assert found
    return found


def pages(paper: Paper) -> int:
    with pikepdf.open(io.BytesIO(as_pdf(paper, easy=True))) as pdf:
        return len(pdf.pages)


def test_weeks_that_are_alike_are_said_once_with_their_days_and_hours() -> None:
    first, second, *_more = grid_of(plan(weeks=52)).told
    assert first == Block(
        "Weeks 1 to 4",
        (
            "From 1 December 2026 to 28 December 2026.",
            "Tuesday: 4 hours",
            "Thursday: 4 hours",
            "That is 8 hours a week.",
        ),
    )
    assert second.title == "Weeks 5 to 7" and "Tuesday: 4.5 hours" in second.lines


def test_a_week_with_a_day_off_stands_alone_and_says_so() -> None:
    told = grid_of(plan(weeks=4, target_hours=8.0, days_off=["2026-12-10"])).told
    assert [block.title for block in told] == ["Week 1", "Week 2", "Weeks 3 to 4"]
    assert told[1].lines == (
        "From 8 December 2026 to 14 December 2026.",
        "Tuesday: 4 hours",
        "Thursday: off",
        "That is 4 hours a week.",
    )


def test_weeks_that_are_alike_but_apart_are_not_put_together() -> None:
    told = grid_of(plan(weeks=3, first_hours=8.0, target_hours=10.0, easier_weeks=[])).told
    assert len(told) == 3
    again = grid_of(plan(weeks=3, target_hours=10.0, easier=[3])).told
    assert [block.title for block in again] == ["Week 1", "Week 2", "Week 3"], "the third is like the first"


@given(st.integers(1, 52), st.sampled_from([8.0, 9.5, 30.0]), st.sets(st.integers(0, 6), min_size=3))
def test_every_week_is_told_exactly_once_and_as_the_table_has_it(
    weeks: int, target: float, days: set[int]
) -> None:
    grid = grid_of(plan(weeks=weeks, target_hours=target, days=sorted(days)))
    numbers = [[int(word) for word in block.title.split() if word.isdigit()] for block in grid.told]
    told = [
        (n, block)
        for span, block in zip(numbers, grid.told, strict=True)
        for n in range(span[0], span[-1] + 1)
    ]
    assert [number for number, _block in told] == list(range(1, weeks + 1))
    for (_number, block), row in zip(told, grid.rows, strict=True):
        assert block.lines[-1] in (f"That is {row[-1]} hours a week.", f"That is {row[-1]} hour a week.")
        assert len(block.lines) == len(row)


def test_a_year_that_is_alike_fits_where_it_took_many_pages() -> None:
    steady = plan(weeks=52, target_hours=8.0)
    assert len(grid_of(steady).told) == 1 and pages(steady) <= pages(plan(weeks=1)) + 1


def test_welsh_says_it_in_welsh() -> None:
    lines = grid_of(plan("cy", weeks=52)).told[0].lines
    assert lines[1] == "Dydd Mawrth: 4 awr"


@pytest.mark.parametrize("easy", [True, False])
def test_a_plan_that_was_given_before_is_still_told_row_by_row(easy: bool) -> None:
    data = papers.as_data(plan(weeks=3))
    for section in data["sections"]:
        if section["grid"]:
            del section["grid"]["easy"]
    old = papers.from_data(data)
    assert grid_of(old).told[0].title == "1: from 1 Dec 2026"
    assert as_pdf(old, easy=easy).startswith(b"%PDF-")


def test_what_is_hard_keeps_room_for_an_answer_to_each() -> None:
    facts = replace(FACTS, statement=read(ANSWERS))
    told = grid_of(compose(Kind.REPORT, Reader.CLINICIAN, facts, language="en"), Part.DIFFICULTIES).told
    assert len(told) > 1
    assert {block.lines for block in told} == {("What the professional recommends: …",)}


def test_no_week_is_longer_than_its_seven_days() -> None:
    for block in grid_of(plan(weeks=5, days=[0, 1, 2, 3, 4, 5, 6], target_hours=40.0)).told:
        assert len(block.lines) == 7 + 2
    ends = STARTS + timedelta(days=6)
    assert f"to {ends.day} December 2026." in grid_of(plan(weeks=1)).told[0].lines[0]
