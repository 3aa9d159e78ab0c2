"""Returns of a programme: what a funder is sent, as columns in their order, each a fact with its limits."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from cydwaith.methods.words import Words

from .parts import KEY, once
from .wrong import wrong

OUTCOME = "outcome:"


class About(StrEnum):
    """What a fact tells of somebody's life. A person's yes to a return is a yes to these, no others."""

    WAY = "way"
    WORK = "work"
    PAY = "pay"
    LASTED = "lasted"
    AGE = "age"
    NEIGHBOURHOOD = "neighbourhood"


FACTS: Mapping[str, About] = {
    "reference": About.WAY,
    "programme": About.WAY,
    "version": About.WAY,
    "started": About.WAY,
    "ended": About.WAY,
    "ending": About.WAY,
    "cohort": About.WAY,
    "stage": About.WAY,
    "age_at_start": About.AGE,
    "neighbourhood": About.NEIGHBOURHOOD,
    "jobs": About.WORK,
    "job_started": About.WORK,
    "job_ended": About.WORK,
    "job_kind": About.WORK,
    "job_title": About.WORK,
    "job_hours": About.WORK,
    "job_pay": About.PAY,
}
PLAIN = ("reference", "started", "ended", "ending", "cohort", "stage", "job_started", "job_kind", "job_hours")


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

    @property
    def about(self) -> About:
        """What it tells of somebody's life."""
        return About.LASTED if self.fact.startswith(OUTCOME) else FACTS[self.fact]


@dataclass(frozen=True, slots=True)
class ReturnTemplate:
    """A return: its name, version and columns in their order. The first column tells rows apart.

    ``to_check``: the funder's own list of columns was not read in a source yet.
    """

    key: str
    version: str
    words: Words
    columns: tuple[Column, ...]
    source: str = ""
    to_check: bool = False

    @property
    def about(self) -> frozenset[About]:
        """What a line of it tells of somebody's life."""
        return frozenset(column.about for column in self.columns)


def return_templates(raw: Mapping[str, Any], outcome_keys: Iterable[str]) -> tuple[ReturnTemplate, ...]:
    """The returns of a version. ``outcome_keys``: its outcome rules. Raises ``WrongProgramme``."""
    given = raw.get("returns") or ()
    if not isinstance(given, list | tuple) or not all(isinstance(one, Mapping) for one in given):
        raise wrong("list", "returns", name="returns")
    known = {*FACTS, *outcome_facts(outcome_keys)}
    found = tuple(_template(one, known, row) for row, one in enumerate(given, start=1))
    once((one.key for one in found), "returns")
    return found


def outcome_facts(keys: Iterable[str]) -> list[str]:
    """What is known of each outcome rule: whether it can be claimed, of which day, and how it is shown."""
    return [f"{OUTCOME}{key}{part}" for key in dict.fromkeys(keys) for part in ("", ":on", ":evidence")]


@lru_cache(maxsize=256)
def plain_template(outcome_keys: tuple[str, ...]) -> ReturnTemplate:
    """The return that every programme has: days, jobs and every outcome, under our own names."""
    facts = [*PLAIN, *outcome_facts(outcome_keys)]
    columns = tuple(Column(fact, fact, required=fact in {"reference", "started", "cohort"}) for fact in facts)
    words = Words("Everything on record, plainly", "Popeth ar gofnod, yn blaen")
    return ReturnTemplate("plain", "1", words, columns)


def _template(one: Mapping[str, Any], known: set[str], row: int) -> ReturnTemplate:
    words, version = Words(_text(one, "en"), _text(one, "cy")), _text(one, "version")
    if not (words.en and words.cy):
        raise wrong("both_languages", "returns", row, name="returns")
    if not KEY.fullmatch(_text(one, "key")):
        raise wrong("key", "returns", row, name="returns")
    if not (version and _text(one, "source")):
        raise wrong("return_source", "returns", name=words.en)
    given = one.get("columns") or ()
    if not isinstance(given, list | tuple) or not all(isinstance(column, Mapping) for column in given):
        raise wrong("list", "returns", name="columns")
    columns = tuple(_column(column, known, words.en) for column in given)
    if not columns or columns[0].fact != "reference":
        raise wrong("return_reference", "returns", name=words.en)
    once((column.name for column in columns), words.en)
    return ReturnTemplate(
        _text(one, "key"), version, words, columns, _text(one, "source"), bool(one.get("to_check"))
    )


def _column(raw: Mapping[str, Any], known: set[str], of: str) -> Column:
    name, fact, pattern = (_text(raw, field) for field in ("name", "fact", "pattern"))
    if not name or fact not in known:
        raise wrong("return_fact", "returns", name=of, column=name, value=fact)
    try:
        re.compile(pattern)
    except re.error:
        raise wrong("return_pattern", "returns", name=of, column=name) from None
    codes = raw.get("codes")
    plain = {str(key): str(value) for key, value in codes.items()} if isinstance(codes, Mapping) else None
    return Column(name, fact, bool(raw.get("required")), plain, pattern)


def _text(one: Mapping[str, Any], name: str) -> str:
    return str(one.get(name) or "").strip()
