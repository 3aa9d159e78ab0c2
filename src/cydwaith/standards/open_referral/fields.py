"""Single values of a record: right type or absent, and a note when something was there but unusable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from cydwaith.place.directory.rules.incoming import Rejected

from .text import one_line, plain

DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%m/%d/%Y", "%m/%d/%y", "%B %d, %Y")


@dataclass
class Notes:
    """What was left out of a record that is otherwise taken in."""

    said: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        if sentence not in self.said:
            self.said.append(sentence)


def required_name(data: Mapping[str, Any], notes: Notes) -> str:
    """The record's name. Raises Rejected when there is none."""
    name = line(data, "name", notes)
    if not name:
        raise Rejected("It has no name. Add the name that people know it by.")
    return name


def text(data: Mapping[str, Any], key: str, notes: Notes) -> str:
    """Plain text with paragraphs; "" when absent."""
    value = data.get(key)
    if value is not None and value.__class__ is not str:
        value = _string(data, key, notes)
    return plain(value) if value else ""


def line(data: Mapping[str, Any], key: str, notes: Notes) -> str:
    """Plain text on one line; "" when absent."""
    value = data.get(key)
    if value is not None and value.__class__ is not str:
        value = _string(data, key, notes)
    return one_line(value) if value else ""


def _string(data: Mapping[str, Any], key: str, notes: Notes) -> str:
    value = data.get(key)
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    notes.add(f"{key} is not text but {_kind(value)}, so it was left out.")
    return ""


def email(data: Mapping[str, Any], key: str, notes: Notes) -> str:
    """An e-mail address; "" when absent or not one."""
    value = line(data, key, notes) if isinstance(data.get(key), str) else ""
    if not value and data.get(key):
        notes.add(f"{key} is not text but {_kind(data[key])}, so it was left out.")
    if value and ("@" not in value or " " in value):
        notes.add(f"{key} is not an e-mail address, so it was left out.")
        return ""
    return value


def web(data: Mapping[str, Any], key: str, notes: Notes) -> str:
    """A web address with http(s); "" when absent or not one."""
    value = line(data, key, notes)
    if not value or value.lower().startswith(("http://", "https://")):
        return value
    if "." in value.split("/")[0] and " " not in value and ":" not in value and "@" not in value:
        return f"https://{value}"
    notes.add(f"{key} is not a web address, so it was left out.")
    return ""


def whole_number(data: Mapping[str, Any], key: str, notes: Notes) -> int | None:
    """A small whole number (an age, an interval); None when absent or not one."""
    value = data.get(key)
    if value in (None, ""):
        return None
    try:
        number = int(float(value))
    except (TypeError, ValueError, OverflowError):
        number = -1
    if isinstance(value, bool) or not 0 <= number <= 1000:
        notes.add(f"{key} is not a number between 0 and 1000, so it was left out.")
        return None
    return number


def money(data: Mapping[str, Any], key: str, notes: Notes) -> Decimal | None:
    """An amount; None when absent or not one."""
    value = data.get(key)
    if value in (None, ""):
        return None
    try:
        amount = Decimal(str(value).lstrip("£$€ ")).quantize(Decimal("0.01"))
    except InvalidOperation:
        amount = Decimal(-1)
    if not 0 <= amount < 10**8:
        notes.add(f"{key} is not an amount of money, so it was left out.")
        return None
    return amount


def degrees(data: Mapping[str, Any], key: str, limit: float, notes: Notes) -> float | None:
    """A latitude (limit 90) or longitude (limit 180); None when absent or out of range."""
    value = data.get(key)
    if value in (None, ""):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = 999.0
    if isinstance(value, bool) or not -limit <= number <= limit:
        notes.add(f"{key} is not between -{limit:.0f} and {limit:.0f}, so the place has no point on the map.")
        return None
    return number


def day(data: Mapping[str, Any], key: str, notes: Notes) -> date | None:
    """A date; a date with a time is cut to its date; None when absent or not one."""
    value = data.get(key)
    if value in (None, ""):
        return None
    found = _day(value.strip()) if isinstance(value, str) else None
    if found is None:
        notes.add(f"{key} is not a date, so it was left out. Write dates like 2026-03-31.")
    return found


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        pass
    for pattern in DATES:
        try:
            return datetime.strptime(value, pattern).date()
        except ValueError:
            continue
    return None


def clock(data: Mapping[str, Any], key: str, notes: Notes) -> time | None:
    """A time of day; None when absent or not one."""
    value = data.get(key)
    if value in (None, ""):
        return None
    try:
        return time.fromisoformat(str(value).strip().removesuffix("Z")).replace(tzinfo=None)
    except ValueError:
        notes.add(f"{key} is not a time, so it was left out. Write times like 18:30.")
        return None


def parts(data: Mapping[str, Any], *keys: str) -> list[Mapping[str, Any]]:
    """The nested records under the first of these keys that holds any."""
    for key in keys:
        value = data.get(key)
        if value is None or value == "" or value == []:
            continue
        found = value if isinstance(value, list) else [value]
        if kept := [part for part in found if isinstance(part, dict)]:
            return kept
    return []


def welsh(data: Mapping[str, Any], notes: Notes) -> dict[str, str]:
    """Our extension: ``translations: {"cy": {"name": .., "description": ..}}``."""
    said = data.get("translations")
    welsh_said = said.get("cy") if isinstance(said, dict) else None
    if not isinstance(welsh_said, dict):
        return {}
    found = {key: text(welsh_said, key, notes) for key in welsh_said}
    return {key: value for key, value in found.items() if value}


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "something else")
