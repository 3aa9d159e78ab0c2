"""The parts of a programme: what each line of it says, and reading them from plain values."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from cydwaith.methods.measures import MeasureError, instrument
from cydwaith.methods.words import Words

from .wrong import wrong

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MOST_WEEKS, MOST_DAYS = 520, 3650
AT_END = "end"
Raw = Mapping[str, Any]
Part = TypeVar("Part")


class Cohort(StrEnum):
    """Where people stood at the start; their rates are never mixed."""

    OUT_OF_WORK = "out_of_work"
    IN_WORK = "in_work"


@dataclass(frozen=True, slots=True)
class Line:
    """Something said in both languages, with where it is written."""

    words: Words
    source: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage; ``days`` after the start by which it should be reached, None where none is set."""

    key: str
    words: Words
    days: int | None
    source: str


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """How many weeks support lasts, for one cohort or (None) for everybody."""

    weeks: int
    cohort: Cohort | None
    source: str


@dataclass(frozen=True, slots=True)
class MeasureDue:
    """A set of questions so many weeks after the start, or (None) at the end."""

    instrument: str
    weeks: int | None
    source: str


@dataclass(frozen=True, slots=True)
class NotPaidWith:
    """A programme that may not be paid for at the same time; where that is written, perhaps in Welsh too."""

    programme: str
    source: str
    source_cy: str = ""

    def source_in(self, language: str) -> str:
        """Where it is written, in a language as far as it is known in it."""
        return self.source_cy or self.source if language == "cy" else self.source


def key_for(words: str, taken: Collection[str]) -> str:
    """A short key from English words, one that is not taken."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall("[a-z0-9]+", plain))[:50].strip("-") or "line"
    number, key = 1, base
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def lines(raw: Raw, name: str) -> tuple[Line, ...]:
    """Eligibility, documents, what is still to be set."""
    return tuple(
        Line(_words(one, name, row), _text(one, "source"), _text(one, "key")) for row, one in _rows(raw, name)
    )


def keyed_lines(raw: Raw, name: str) -> tuple[Line, ...]:
    """Lines of which each has a key of its own."""
    found = lines(raw, name)
    for row, line in enumerate(found, start=1):
        _key(line.key, name, row)
    once((line.key for line in found), name)
    return found


def stages(raw: Raw) -> tuple[Stage, ...]:
    """The stages in their order."""
    found = tuple(
        Stage(
            _key(_text(one, "key"), "stages", row),
            _words(one, "stages", row),
            whole(one.get("days"), "stages", "days", row, MOST_DAYS, optional=True),
            _text(one, "source"),
        )
        for row, one in _rows(raw, "stages")
    )
    once((stage.key for stage in found), "stages")
    return found


def time_limits(raw: Raw) -> tuple[TimeLimit, ...]:
    """At most one for each cohort."""
    found = tuple(
        TimeLimit(
            whole(one.get("weeks"), "time_limits", "weeks", row, MOST_WEEKS, low=1) or 1,
            cohort(one["cohort"]) if one.get("cohort") else None,
            _sourced(one, "time_limits", row),
        )
        for row, one in _rows(raw, "time_limits")
    )
    once((limit.cohort or "all" for limit in found), "time_limits")
    return found


def measures(raw: Raw) -> tuple[MeasureDue, ...]:
    """Which questions are due when."""
    found = tuple(
        MeasureDue(
            _instrument(_text(one, "instrument")),
            None
            if one.get("when") == AT_END
            else whole(one.get("when"), "measures", "when", row, MOST_WEEKS),
            _text(one, "source"),
        )
        for row, one in _rows(raw, "measures")
    )
    once((f"{one.instrument} {AT_END if one.weeks is None else one.weeks}" for one in found), "measures")
    return found


def cohorts(raw: Raw) -> tuple[Cohort, ...]:
    """Whom the programme takes; both where nothing is said."""
    if "cohorts" not in raw:
        return tuple(Cohort)
    given = raw["cohorts"]
    if not isinstance(given, Sequence) or isinstance(given, str) or not given:
        raise wrong("cohorts", "cohorts")
    found = {cohort(one) for one in given}
    return tuple(one for one in Cohort if one in found)


def not_paid_with(raw: Raw, own_key: str) -> tuple[NotPaidWith, ...]:
    """The programmes that may not be paid for beside this one."""
    found = tuple(
        NotPaidWith(
            _key(_text(one, "programme"), "not_paid_with", row),
            _sourced(one, "not_paid_with", row),
            _text(one, "source_cy"),
        )
        for row, one in _rows(raw, "not_paid_with")
    )
    if own_key in {one.programme for one in found}:
        raise wrong("itself", "not_paid_with")
    once((one.programme for one in found), "not_paid_with")
    return found


def cohort(value: Any) -> Cohort:
    """A cohort by its name."""
    try:
        return Cohort(value)
    except ValueError:
        raise wrong("cohort", "cohorts", value=value) from None


def whole(
    value: Any, name: str, field: str, row: int, high: int, *, low: int = 0, optional: bool = False
) -> int | None:
    """A whole number within limits."""
    if optional and value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise wrong("number", name, row, name=name, column=field, low=low, high=high)
    return value


def once(values: Iterable[str], name: str) -> None:
    """Refuse what stands twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise wrong("twice", name, value=value, name=name)
        seen.add(value)


def _rows(raw: Raw, name: str) -> list[tuple[int, Raw]]:
    given = raw.get(name) or []
    if not isinstance(given, list | tuple) or not all(isinstance(one, Mapping) for one in given):
        raise wrong("list", name, name=name)
    return list(enumerate(given, start=1))


def _words(one: Raw, name: str, row: int) -> Words:
    words = Words(_text(one, "en"), _text(one, "cy"))
    if not (words.en and words.cy):
        raise wrong("both_languages", name, row, name=name)
    return words


def _text(one: Raw, name: str) -> str:
    return str(one.get(name) or "").strip()


def _sourced(one: Raw, name: str, row: int) -> str:
    source = _text(one, "source")
    if not source:
        raise wrong("source", name, row, name=name)
    return source


def _key(value: str, name: str, row: int) -> str:
    if not KEY.fullmatch(value):
        raise wrong("key", name, row, name=name)
    return value


def _instrument(key: str) -> str:
    try:
        instrument(key)
    except MeasureError:
        raise wrong("instrument", "measures", value=key) from None
    return key
