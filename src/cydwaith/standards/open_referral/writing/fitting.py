"""A record as the standard publishes it: version 3's words, right types, ids on every part, nothing empty.

What is absent, null or "" is left out. A number written as text becomes one, a bare web address gets its
``https://``. A value that cannot be put right goes among the record's attributes, under the name that it had.
Fields that the standard does not know stay as they came.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from .. import made
from . import newer
from .fields import VERSION_3, Field

Record = dict[str, Any]
KEPT = "as it came"
STAND_INS = {"service": {"status": "active"}, "location": {"location_type": "physical"}}
"""What the standard requires, where a feed says something that it does not know."""
ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s]+")
BARE = re.compile(r"[\w-]+(\.[\w-]+)+(/[^\s]*)?")
EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
NUMBER = re.compile(r"\s*-?\d+(\.\d+)?\s*")


class Misfit:
    """A value that the standard has no place for."""


MISFIT: Final = Misfit()


def fit(name: str, record: Mapping[str, Any]) -> Record:
    """The record of this entity (and all in it) as version 3 of the standard has it."""
    return _fit(name, present(record))


def _fit(name: str, record: Record) -> Record:
    """As ``fit``, of a record in which nothing is empty."""
    fields = VERSION_3[name]
    given = newer.entity(name, record)
    found: Record = {}
    misfits: Record = {}
    for key, value in given.items():
        field = fields.get(key)
        fitted = _fitted(field, value, str(given.get("id", ""))) if field else value
        if isinstance(fitted, Misfit):
            misfits[key] = value
        elif fitted not in ("", None, [], {}):
            found[key] = fitted
    found = found | {key: said for key, said in STAND_INS.get(name, {}).items() if key not in found}
    if misfits and "attributes" in fields:
        found["attributes"] = [*found.get("attributes", ()), *_kept(found, misfits)]
        return found
    return found | {f"{key}_{KEPT.replace(' ', '_')}": value for key, value in misfits.items()}


def present(value: Any) -> Any:
    """Without what is null, blank or empty, however deep."""
    if isinstance(value, dict):
        return {
            key: kept
            for key, part in value.items()
            if not is_empty(kept := present(part) if isinstance(part, dict | list) else part)
        }
    if isinstance(value, list):
        return [kept for part in value if not is_empty(kept := present(part))]
    return value


def is_empty(value: object) -> bool:
    return not value.strip() if isinstance(value, str) else value is None or value == [] or value == {}


def _fitted(field: Field, value: Any, owner: str) -> Any:
    if field.kind == "list":
        return _parts(field, value, owner)
    if field.kind == "object":
        return _part(field, value, owner, 0) if isinstance(value, dict) else MISFIT
    return FITTERS[field.kind](field, value)


def _parts(field: Field, value: Any, owner: str) -> Any:
    """A list of records; one record that stands where a list belongs becomes a list of one."""
    parts = value if isinstance(value, list) else [value]
    if not all(isinstance(part, dict) for part in parts):
        return MISFIT
    return [_part(field, part, owner, number) for number, part in enumerate(parts)]


def _part(field: Field, record: Mapping[str, Any], owner: str, number: int) -> Record:
    return _fit(field.of[0], newer.part(owner, field.name, number, record))


def _text(field: Field, value: Any) -> Any:
    if isinstance(value, str):
        return value
    return MISFIT if isinstance(value, bool | list | dict) else str(value)


def _number(field: Field, value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if not isinstance(value, str) or not NUMBER.fullmatch(value):
        return MISFIT
    return float(value) if "." in value else int(value)


def _uri(field: Field, value: Any) -> Any:
    if isinstance(value, str) and ADDRESS.fullmatch(value.strip()):
        return value.strip()
    if isinstance(value, str) and BARE.fullmatch(value.strip()):
        return f"https://{value.strip()}"
    return MISFIT


def _email(field: Field, value: Any) -> Any:
    return value.strip() if isinstance(value, str) and EMAIL.fullmatch(value.strip()) else MISFIT


def _one_of(field: Field, value: Any) -> Any:
    return next((one for one in field.of if str(value).strip().lower() == one.lower()), MISFIT)


def _moment(field: Field, value: Any) -> Any:
    """A moment with a zone; a day begins at midnight UTC."""
    try:
        found = datetime.fromisoformat(str(value).strip())
    except ValueError:
        return MISFIT
    if found.tzinfo and "T" in str(value):
        return value
    return f"{found.isoformat()}Z"


FITTERS = {
    "": _text,
    "number": _number,
    "uri": _uri,
    "email": _email,
    "one of": _one_of,
    "date-time": _moment,
}


def _kept(found: Record, misfits: Record) -> list[Record]:
    """Values that fit nowhere, each as an attribute that says which field it stood in."""
    return [
        {
            "id": made.identity(found.get("id", ""), KEPT, key),
            "link_type": KEPT,
            "label": key,
            "value": value if isinstance(value, str) else repr(value),
        }
        for key, value in misfits.items()
    ]
