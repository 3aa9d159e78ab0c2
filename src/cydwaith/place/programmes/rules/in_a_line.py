"""A part of a version on one line, for whoever reads what changed: no word that only the software knows."""

from collections.abc import Mapping
from typing import Any

from cydwaith.methods.measures import INSTRUMENTS
from cydwaith.methods.words import Words

from .parts import AT_END, Cohort
from .return_columns import written

LABELS = {
    "source": Words("source", "ffynhonnell"),
    "source_cy": Words("source, in Welsh", "ffynhonnell, yn Gymraeg"),
    "days": Words("days after the start", "diwrnodau ar ôl dechrau"),
    "cohort": Words("for whom", "ar gyfer pwy"),
    "weeks": Words("weeks", "wythnosau"),
    "instrument": Words("questions", "cwestiynau"),
    "when": Words("when", "pryd"),
    "programme": Words("programme", "rhaglen"),
    "version": Words("version", "fersiwn"),
    "columns": Words("columns", "colofnau"),
}
VALUES = {
    Cohort.OUT_OF_WORK.value: Words("people out of work", "pobl allan o waith"),
    Cohort.IN_WORK.value: Words("people in work", "pobl mewn gwaith"),
    AT_END: Words("at the end", "ar y diwedd"),
}
START, AFTER = Words("at the start", "ar y dechrau"), Words("after {weeks} weeks", "ar ôl {weeks} wythnos")
TO_CHECK = Words("to be checked", "i'w wirio")


def said(value: Any, language: str) -> str:
    """A value on one line; nothing where there is none."""
    if value is None or value is False or value in ("", [], {}):
        return ""
    if isinstance(value, Mapping):
        return _line(value, language)
    if isinstance(value, list):
        return ", ".join(said(one, language) for one in value)
    words = VALUES.get(value) if isinstance(value, str) else None
    return words.in_language(language) if words else str(value)


def _line(one: Mapping[str, Any], language: str) -> str:
    """What it says in both languages, then the rest with its labels; its key is no news."""
    both = " / ".join(filter(None, (one.get("en"), one.get("cy"))))
    rest = (
        _labelled(name, value, language)
        for name, value in one.items()
        if name not in ("en", "cy", "key") and said_of(name, value, language)
    )
    return "; ".join(filter(None, [both, *rest]))


def _labelled(name: str, value: Any, language: str) -> str:
    if name == "to_check":
        return TO_CHECK.in_language(language)
    label = LABELS.get(name)
    return f"{label.in_language(language) if label else name}: {said_of(name, value, language)}"


def said_of(name: str, value: Any, language: str) -> str:
    """A field's value on one line."""
    if name == "instrument" and value in INSTRUMENTS:
        return INSTRUMENTS[value].name.in_language(language)
    if name == "when" and isinstance(value, int):
        return AFTER.in_language(language).format(weeks=value) if value else START.in_language(language)
    if name == "columns" and isinstance(value, list):
        return ", ".join(written(value).splitlines())
    return said(value, language)
