"""What a return looks like, as a programme's version holds it: columns, each a fact with its limits."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cydwaith.methods.words import Words

OUTCOME = "outcome:"
FACTS = (
    "reference", "programme", "version", "started", "ended", "ending", "cohort", "stage", "age_at_start",
    "neighbourhood", "jobs", "job_started", "job_ended", "job_kind", "job_title", "job_hours", "job_pay",
)  # fmt: skip
PLAIN = ("reference", "started", "ended", "ending", "cohort", "stage", "job_started", "job_kind", "job_hours")


class TemplateError(ValueError):
    """A template that cannot be: which column, and what about it."""

    def __init__(self, column: str, code: str) -> None:
        super().__init__(f"{column}: {code}")
        self.column = column
        self.code = code


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the name that the funder gave it, the fact in it, and what may stand there.

    ``codes`` turns our values into the funder's; a value that it lacks is a problem.
    """

    name: str
    fact: str
    required: bool = False
    codes: Mapping[str, str] | None = None
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A return: its name, version and columns in their order. The first column tells rows apart."""

    key: str
    version: str
    words: Words
    columns: tuple[Column, ...]
    source: str = ""


def read_template(raw: Mapping[str, Any], outcome_keys: Iterable[str] = ()) -> Template:
    """A template from plain values. ``outcome_keys``: the rules of the programme's version.

    Raises ``TemplateError`` with a code: missing, unknown_fact, same_name, wrong_pattern, no_reference.
    """
    known = {*FACTS, *(f"{OUTCOME}{key}{part}" for key in outcome_keys for part in ("", ":on"))}
    name = raw.get("name") or {}
    for field, given in (("key", raw.get("key")), ("version", raw.get("version")), ("name", name.get("en"))):
        if not given:
            raise TemplateError(field, "missing")
    columns = tuple(_column(one, known) for one in raw.get("columns") or ())
    _require_usable(columns)
    words = Words(str(name["en"]), str(name.get("cy") or name["en"]))
    return Template(str(raw["key"]), str(raw["version"]), words, columns, str(raw.get("source", "")))


def _column(raw: Mapping[str, Any], known: set[str]) -> Column:
    name, fact = str(raw.get("name") or "").strip(), str(raw.get("fact") or "")
    if not name:
        raise TemplateError(fact or "columns", "missing")
    if fact not in known:
        raise TemplateError(name, "unknown_fact")
    pattern = str(raw.get("pattern") or "")
    try:
        re.compile(pattern)
    except re.error:
        raise TemplateError(name, "wrong_pattern") from None
    codes = raw.get("codes")
    plain = {str(key): str(value) for key, value in codes.items()} if isinstance(codes, Mapping) else None
    return Column(name, fact, bool(raw.get("required")), plain, pattern)


def _require_usable(columns: tuple[Column, ...]) -> None:
    if not columns or columns[0].fact != "reference":
        raise TemplateError(columns[0].name if columns else "columns", "no_reference")
    names = [one.name for one in columns]
    for name in names:
        if names.count(name) > 1:
            raise TemplateError(name, "same_name")


def starter(outcome_keys: Iterable[str]) -> Template:
    """What can be sent while a programme names no return of its own: the plain facts and every outcome."""
    facts = [*PLAIN, *(f"{OUTCOME}{key}{part}" for key in outcome_keys for part in ("", ":on"))]
    columns = tuple(Column(fact, fact, required=fact in {"reference", "started", "cohort"}) for fact in facts)
    return Template(
        "plain", "1", Words("Everything on record, plainly", "Popeth ar gofnod, yn blaen"), columns
    )
