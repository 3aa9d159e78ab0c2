"""Reading kept answers: what is not there, or is no longer a choice, reads as not said."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar

FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2099, 12, 31)
"""The days that somebody may mean; a year with a slip of the finger is none of them."""
Answers = Mapping[str, Mapping[str, Any]]
Key = TypeVar("Key", bound=Enum)


def words(answers: Answers, question: str, field: str = "words") -> str:
    """What was written, or nothing."""
    return str(answers.get(question, {}).get(field) or "")


def number(answers: Answers, question: str, field: str) -> float | None:
    """A number, or None."""
    value = answers.get(question, {}).get(field)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def day(answers: Answers, question: str, field: str) -> date | None:
    """A day kept as ISO 8601, or None."""
    return next(iter(days([answers.get(question, {}).get(field)])), None)


def days(values: Iterable[Any]) -> tuple[date, ...]:
    """Days kept as ISO 8601, of those that somebody may mean, in order."""
    found = (date.fromisoformat(value) for value in values if value)
    return tuple(sorted(day for day in found if FIRST_DAY <= day <= LAST_DAY))


def one(keys: type[Key], answers: Answers, question: str, field: str) -> Key | None:
    """The choice made, or None."""
    return next(iter(chosen(keys, [answers.get(question, {}).get(field)])), None)


def some(keys: type[Key], answers: Answers, question: str, field: str) -> tuple[Key, ...]:
    """The choices made, in the order in which they were kept."""
    return chosen(keys, answers.get(question, {}).get(field) or ())


def chosen(keys: type[Key], values: Iterable[Any]) -> tuple[Key, ...]:
    """Those values that are choices."""
    known = {key.value: key for key in keys}
    return tuple(known[value] for value in values if value in known)


def weekdays(answers: Answers, question: str, field: str) -> tuple[int, ...]:
    """Days of the week, Monday 0, in order."""
    values = answers.get(question, {}).get(field) or ()
    return tuple(sorted({int(value) for value in values if int(value) in range(7)}))
