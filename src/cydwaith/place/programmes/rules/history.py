"""What changed from one version to the next, part by part."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

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

    Outcome rules are told as sentences in the language asked for; other words in both.
    """
    names = [*after, *(name for name in before if name not in after)]
    return tuple(one for name in names for one in _part(name, before.get(name), after.get(name), language))


def _part(name: str, before: Any, after: Any, language: str) -> list[Changed]:
    if before == after:
        return []
    if isinstance(before, list) or isinstance(after, list):
        return _lines(name, before or [], after or [], language)
    if isinstance(before, Mapping) or isinstance(after, Mapping):
        return _fields(name, before or {}, after or {})
    return [Changed(name, "", _said(before), _said(after))]


def _fields(name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Changed]:
    keys = [*after, *(key for key in before if key not in after)]
    return [
        Changed(name, key, _said(before.get(key)), _said(after.get(key)))
        for key in keys
        if before.get(key) != after.get(key)
    ]


def _lines(name: str, before: list[Any], after: list[Any], language: str) -> list[Changed]:
    was, now = _by_name(before), _by_name(after)
    say = partial(_said_rule, language) if name == RULES else _said
    return [
        Changed(name, key, say(was.get(key)), say(now.get(key)))
        for key in [*now, *(key for key in was if key not in now)]
        if was.get(key) != now.get(key)
    ]


def _by_name(rows: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in rows:
        name = _name(row)
        while name in found:
            name += "′"
        found[name] = row
    return found


def _name(row: Any) -> str:
    """What tells a line from the others: its key, else what it says."""
    if not isinstance(row, Mapping):
        return str(row)
    rule = row.get("rule")
    if isinstance(rule, Mapping):
        return " ".join(str(part) for part in (rule.get("key"), rule.get("valid_from")) if part)
    named = (row.get("key"), row.get("programme"), row.get("instrument"), row.get("cohort"), row.get("en"))
    return str(next((one for one in named if one), "")) + (f" {row['when']}" if "when" in row else "")


def _said_rule(language: str, value: Any) -> str:
    """An outcome rule: what it is called, itself in one sentence, its source."""
    if value is None:
        return ""
    try:
        found = outcome_rule(value)
    except WrongProgramme:
        return _said(value)
    name, rule = found.name.in_language(language), found.rule
    days = " – ".join(str(day or "") for day in (rule.valid_from, rule.valid_to)).strip(" –")
    told = [f"{name}: {in_words(rule).in_language(language)}", days, found.source]
    return " ".join(f"({one})" if number else one for number, one in enumerate(told) if one)


def _said(value: Any) -> str:
    """A value on one line; nothing where there is none."""
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, Mapping) and "en" in value:
        rest = {key: one for key, one in value.items() if key not in ("en", "cy", "key")}
        return "; ".join(
            filter(None, [" / ".join(filter(None, [value["en"], value.get("cy")])), _said(rest)])
        )
    if isinstance(value, Mapping):
        return "; ".join(
            f"{key}: {_said(one)}" for key, one in value.items() if one not in (None, "", [], False)
        )
    if isinstance(value, list):
        return ", ".join(_said(one) for one in value)
    return str(value)
