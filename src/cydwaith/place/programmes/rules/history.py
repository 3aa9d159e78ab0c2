"""What changed from one version to the next, part by part."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .in_a_line import said, said_of
from .outcomes import outcome_rule
from .sentences import in_words
from .wrong import WrongProgramme

RULES = "outcome_rules"


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is not as it was. ``place`` is its part, ``which`` the line (or "")."""

    place: str
    which: str
    before: str
    after: str


def changes(before: Mapping[str, Any], after: Mapping[str, Any], language: str = "en") -> tuple[Changed, ...]:
    """What differs between two versions in their plain form, in the order of the later one.

    Outcome rules are told as sentences in the language asked for; words that a version holds in both.
    """
    names = [*after, *(name for name in before if name not in after)]
    return tuple(one for name in names for one in _part(name, before.get(name), after.get(name), language))


def _part(name: str, before: Any, after: Any, language: str) -> list[Changed]:
    if before == after:
        return []
    if isinstance(before, list) or isinstance(after, list):
        return _lines(name, before or [], after or [], language)
    if isinstance(before, Mapping) or isinstance(after, Mapping):
        return _fields(name, before or {}, after or {}, language)
    return [Changed(name, "", said(before, language), said(after, language))]


def _fields(name: str, before: Mapping[str, Any], after: Mapping[str, Any], language: str) -> list[Changed]:
    keys = [*after, *(key for key in before if key not in after)]
    return [
        Changed(name, key, said(before.get(key), language), said(after.get(key), language))
        for key in keys
        if before.get(key) != after.get(key)
    ]


def _lines(name: str, before: list[Any], after: list[Any], language: str) -> list[Changed]:
    was, now = _by_name(before), _by_name(after)
    say = _said_rule if name == RULES else said
    return [
        Changed(
            name,
            _name(now.get(key, was.get(key)), language),
            say(was.get(key), language),
            say(now.get(key), language),
        )
        for key in [*now, *(key for key in was if key not in now)]
        if was.get(key) != now.get(key)
    ]


def _by_name(rows: list[Any]) -> dict[str, Any]:
    """Lines by their English name, in whatever language they are told: so each finds the one that it was."""
    found: dict[str, Any] = {}
    for row in rows:
        name = _name(row)
        while name in found:
            name += "′"
        found[name] = row
    return found


def _name(row: Any, language: str = "en") -> str:
    """What tells a line from the others: its key, else what it says."""
    if not isinstance(row, Mapping):
        return said(row, language)
    rule = row.get("rule")
    if isinstance(rule, Mapping):
        return " ".join(str(part) for part in (rule.get("key"), rule.get("valid_from")) if part)
    if "instrument" in row:
        return ", ".join(said_of(name, row[name], language) for name in ("instrument", "when"))
    named = (row.get("key"), row.get("programme"), row.get("cohort"), row.get(language), row.get("en"))
    return said(next((one for one in named if one), ""), language)


def _said_rule(value: Any, language: str) -> str:
    """An outcome rule: what it is called, itself in one sentence, its source."""
    if value is None:
        return ""
    try:
        found = outcome_rule(value)
    except WrongProgramme:
        return said(value, language)
    name, rule = found.name.in_language(language), found.rule
    days = " – ".join(str(day or "") for day in (rule.valid_from, rule.valid_to)).strip(" –")
    told = [f"{name}: {in_words(rule).in_language(language)}", days, found.source]
    return " ".join(f"({one})" if number else one for number, one in enumerate(told) if one)
