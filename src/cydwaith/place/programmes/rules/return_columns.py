"""Columns of a return as stewards write them, one a line: ``group = cohort * (out_of_work: 1, in_work: 2)``.

The star says that the column must be filled; the brackets turn our values into the funder's codes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .wrong import wrong

WRITTEN = re.compile(r"(?P<name>[^=]+)=\s*(?P<fact>[^\s*(]*)\s*(?P<star>\*?)\s*(\((?P<codes>.*)\))?\s*")


def columns_from(text: str, before: Iterable[Mapping[str, Any]] = ()) -> list[dict[str, Any]]:
    """Columns as written by hand; the form that was asked of a column of the same name stays."""
    forms = {one.get("name"): one["pattern"] for one in before if one.get("pattern")}
    return [_read(line, forms) for line in text.splitlines() if line.strip()]


def _read(line: str, forms: Mapping[Any, str]) -> dict[str, Any]:
    found = WRITTEN.fullmatch(line)
    if found is None:
        raise wrong("return_line", "columns", value=line.strip())
    column: dict[str, Any] = {"name": found["name"].strip(), "fact": found["fact"]}
    if found["star"]:
        column["required"] = True
    if found["codes"]:
        column["codes"] = _codes(line, found["codes"])
    if column["name"] in forms:
        column["pattern"] = forms[column["name"]]
    return column


def _codes(line: str, written: str) -> dict[str, str]:
    pairs = [one.split(":", 1) for one in written.split(",")]
    if any(len(pair) != 2 for pair in pairs):
        raise wrong("return_line", "columns", value=line.strip())
    return {ours.strip(): theirs.strip() for ours, theirs in pairs}


def written(columns: Sequence[Mapping[str, Any]]) -> str:
    """Columns as ``columns_from`` takes them."""
    return "\n".join(_line(one) for one in columns)


def _line(one: Mapping[str, Any]) -> str:
    codes = ", ".join(f"{ours}: {theirs}" for ours, theirs in sorted((one.get("codes") or {}).items()))
    star = " *" if one.get("required") else ""
    return f"{one['name']} = {one['fact']}{star}" + (f" ({codes})" if codes else "")
