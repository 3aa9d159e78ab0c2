"""What can be put right in an entry, as texts by field, and the patch of its record that does it.

The record is Open Referral (HSDS 3), the patch RFC 7396: lists go whole, null takes away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from .when import schedule

Texts = Mapping[str, str]
Record = Mapping[str, Any]

FIELDS = (
    "name", "name_cy", "description", "description_cy", "when", "where", "postcode",
    "cost", "who_for", "phone", "email", "url",
)  # fmt: skip
PLAIN = {"name": "name", "description": "description", "email": "email", "url": "url"}
WELSH = {"name_cy": "name", "description_cy": "description"}


@dataclass(frozen=True, slots=True)
class Change:
    """One field: what it says, and what it is to say."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees WGS84."""

    latitude: float
    longitude: float


def tidy(text: str) -> str:
    """Without the blanks and line ends that a browser adds."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()


def changes(before: Texts, after: Texts) -> tuple[Change, ...]:
    """Fields whose words differ, in the order of the form; a field that is not there is left alone."""
    pairs = ((f, tidy(before.get(f, "")), tidy(after[f])) for f in FIELDS if f in after)
    return tuple(Change(field, old, new) for field, old, new in pairs if old != new)


def patch(record: Record, values: Texts, point: Point | None = None) -> dict[str, Any]:
    """The patch of a service's record that makes it say these texts; ``point`` is where a new place lies."""
    made: dict[str, Any] = {PLAIN[f]: text or None for f, text in values.items() if f in PLAIN}
    welsh = {WELSH[f]: text or None for f, text in values.items() if f in WELSH}
    if welsh:
        made["translations"] = {"cy": welsh}
    if "cost" in values:
        made |= {"fees_description": values["cost"] or None, "cost_options": None, "fees": None}
    if "who_for" in values:
        made |= {"eligibility_description": values["who_for"] or None, "eligibilitys": None}
    if "phone" in values:
        made["phones"] = _phones(record, values["phone"])
    return made | _where_and_when(record, values, point)


def _phones(record: Record, number: str) -> list[Any] | None:
    """The first number is the one that is shown first; the others stay."""
    first, *rest = _list(record, "phones") or [{}]
    if not number:
        return rest or None
    return [{"id": _id(record, "phone"), **first, "number": number}, *rest]


def _where_and_when(record: Record, values: Texts, point: Point | None) -> dict[str, Any]:
    """Where and when hang together: hours often stand at the place."""
    places = _list(record, "service_at_locations")
    here = dict(places[0]) if places else {}
    at_the_place = bool(_list(here, "schedules"))
    made: dict[str, Any] = {}
    if "when" in values:
        said = _schedules(record, values["when"])
        if at_the_place:
            here["schedules"] = said
        else:
            made["schedules"] = said
    if values.keys() & {"where", "postcode"}:
        here = _moved(record, here, values, point)
    if here and here != (places[0] if places else {}):
        made["service_at_locations"] = [here, *places[1:]]
    return made


def _schedules(record: Record, text: str) -> list[dict[str, Any]]:
    """One schedule for each line."""
    lines = [line for line in text.split("\n") if line.strip()]
    return [{"id": _id(record, "when", line), **schedule(line)} for line in lines]


def _moved(record: Record, here: Record, values: Texts, point: Point | None) -> dict[str, Any]:
    """A new place in place of the old, which other services may go on using."""
    where, postcode = values.get("where", ""), values.get("postcode", "")
    name, _, street = where.partition(",")
    address = {
        "id": _id(record, "address", where, postcode),
        "address_1": street.strip() or name,
        "postal_code": postcode or None,
        "country": "GB",
        "address_type": "physical",
    }
    location: dict[str, Any] = {
        "id": _id(record, "location", where, postcode),
        "location_type": "physical",
        "name": name,
        "addresses": [{key: value for key, value in address.items() if value}],
    }
    if point:
        location |= {"latitude": point.latitude, "longitude": point.longitude}
    return {**here, "id": _id(record, "at", where, postcode), "location": location}


def with_whole_place(wanted: Texts, now: Texts) -> dict[str, str]:
    """A place that moves takes its other half along: a new hall keeps the postcode that was not changed."""
    kept = {f: now.get(f, "") for f in ("where", "postcode")} if wanted.keys() & {"where", "postcode"} else {}
    return kept | dict(wanted)


def _list(record: Record, key: str) -> list[Any]:
    found = record.get(key)
    return found if isinstance(found, list) else []


def _id(record: Record, *words: str) -> str:
    """An id that is the same each time for the same words of the same record."""
    return str(uuid5(NAMESPACE_URL, "\n".join([str(record.get("id", "")), *words])))


def new_record(key: str, kind: str, values: Texts, point: Point | None, assured: Record) -> dict[str, Any]:
    """The record of something that was not there before."""
    start = {"id": key, "name": values["name"], "status": "active", "kind": kind}
    made = patch(start, {f: text for f, text in values.items() if text}, point)
    return {**start, **{name: value for name, value in made.items() if value is not None}, **assured}


def in_both(values: Texts) -> dict[str, str]:
    """What was told in Welsh, as the Welsh and, until somebody translates it, as the English too."""
    welsh = {f"{f}_cy": values[f] for f in ("name", "description") if values.get(f)}
    return {**values, **welsh}


def lacking(entry: Texts, values: Texts) -> dict[str, str]:
    """What somebody told that the entry does not say yet."""
    return {f: text for f, text in values.items() if f in FIELDS and text and not entry.get(f)}


def who_to_ask(text: str) -> dict[str, str]:
    """A phone number or an e-mail address as the field that it belongs to; other words as neither."""
    words = text.strip()
    if "@" in words and " " not in words:
        return {"email": words}
    digits = sum(letter.isdigit() for letter in words)
    return {"phone": words} if digits >= 6 and not any(letter.isalpha() for letter in words) else {}
