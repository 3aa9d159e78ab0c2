"""Facts into the columns of a return, and what is wrong with them before anything is sent."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cydwaith.place.programmes.rules import OUTCOME, Column, ReturnTemplate

PROVISIONAL, ENDS = "provisional", frozenset({"ended", "job_ended"})
Fact = str | int | float | date | bool | None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a funder would send back: the row's reference, the column, and what about it."""

    reference: str
    column: str
    code: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a return, as it will stand in the file. ``provisional``: it may change by itself."""

    reference: str
    values: tuple[str, ...]
    provisional: bool


def header(columns: Sequence[str]) -> list[str]:
    """The names of the columns of a file, with one more that says which lines may still change."""
    name = PROVISIONAL
    while name in columns:
        name += "_"
    return [*columns, name]


def cells(row: Row) -> list[str]:
    """The values of a line in a file."""
    return [*row.values, "yes" if row.provisional else "no"]


def fill(
    template: ReturnTemplate, facts: Iterable[Mapping[str, Fact]]
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Every row in the order of its reference, and every problem; a row with problems is still shown.

    ``facts``: for each row the template's facts by name; one that is absent is empty. ``open`` in a
    row's facts says that its outcome may still change.
    """
    rows, problems = [], []
    watched = [(at, one) for at, one in enumerate(template.columns) if _may_be_wrong(one)]
    dated = [column for column in template.columns if column.fact in ENDS or column.fact.startswith(OUTCOME)]
    for one in sorted(facts, key=lambda row: str(row["reference"])):
        reference = str(one["reference"])
        values = [_value(column, one.get(column.fact)) for column in template.columns]
        for at, column in watched:
            problems += _wrong(reference, column, one.get(column.fact), values[at])
        problems += _order(reference, dated, one)
        rows.append(Row(reference, tuple(values), bool(one.get("open"))))
    return tuple(rows), tuple(problems)


def _may_be_wrong(column: Column) -> bool:
    return column.required or column.codes is not None or bool(column.pattern)


def _value(column: Column, fact: Fact) -> str:
    text = plain(fact)
    return column.codes.get(text, text) if column.codes is not None and text else text


def plain(fact: Fact) -> str:
    """A fact as text: dates as 2026-05-04, truth as yes and no, nothing as nothing."""
    if fact is None or isinstance(fact, str):
        return fact or ""
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    return fact.isoformat() if isinstance(fact, date) else str(fact)


def _wrong(reference: str, column: Column, fact: Fact, value: str) -> list[Problem]:
    if not value:
        return [Problem(reference, column.name, "missing")] if column.required else []
    if column.codes is not None and plain(fact) not in column.codes:
        return [Problem(reference, column.name, "no_code", value)]
    if column.pattern and re.fullmatch(column.pattern, value) is None:
        return [Problem(reference, column.name, "wrong_form", value)]
    return []


def _order(reference: str, dated: Sequence[Column], facts: Mapping[str, Fact]) -> list[Problem]:
    """No day lies before the start of the spell."""
    started = facts.get("started")
    if not isinstance(started, date):
        return []
    return [
        Problem(reference, column.name, "before_start", plain(day))
        for column in dated
        if isinstance(day := facts.get(column.fact), date) and day < started
    ]
