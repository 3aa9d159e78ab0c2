"""Records of version 1 in the words of version 3: a record that is in them already stays as it is."""

from collections.abc import Callable, Mapping
from typing import Any

from cydwaith.kernel.numbers import whole

from .. import made

LONGEST = 10**6
Record = dict[str, Any]
Change = Callable[[Record], Record]

RENAMED = {
    "service": {"fundings": "funding", "regular_schedules": "schedules"},
    "organization": {"url": "website"},
    "location": {
        "physical_addresses": "addresses",
        "accessibility_for_disabilities": "accessibility",
        "regular_schedules": "schedules",
    },
    "service_at_location": {"regular_schedule": "schedules", "regular_schedules": "schedules"},
    "accessibility": {},
    "taxonomy_term": {"vocabulary": "taxonomy"},
    "language": {"language": "name"},
    "service_area": {},
    "schedule": {"weekday": "byday"},
}
SERVICE_TAXONOMIES = ("service_taxonomys", "service_taxonomies")
ELIGIBILITIES = ("eligibilitys", "eligibilities")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PER_YEAR = 12


def entity(name: str, record: Mapping[str, Any]) -> Record:
    """One record (its nested records stay as they are) in the words of version 3."""
    whole = dict(record)
    for old, new in RENAMED.get(name, {}).items():
        if old in whole and new not in whole:
            whole[new] = whole.pop(old)
    return CHANGES.get(name, _as_it_is)(whole)


def _as_it_is(record: Record) -> Record:
    return record


def _service(record: Record) -> Record:
    record = _attributes(_ages(record))
    if isinstance(record.get("status"), str):
        record["status"] = record["status"].strip().lower()
    return record


def _ages(record: Record) -> Record:
    """Version 1 lists rules of eligibility; version 3 has the words and the two ages."""
    rules = [rule for rule in _taken(record, ELIGIBILITIES) if isinstance(rule, Mapping)]
    said = [str(rule["eligibility"]) for rule in rules if rule.get("eligibility")]
    found: Record = {"eligibility_description": "\n\n".join(said)} if said else {}
    for key in ("minimum_age", "maximum_age"):
        ages = [rule[key] for rule in rules if rule.get(key) not in (None, "")]
        found |= {key: ages[0]} if ages else {}
    return found | {key: value for key, value in record.items() if value not in (None, "")}


def _attributes(record: Record) -> Record:
    """Version 1 links terms in ``service_taxonomys``."""
    links = [link for link in _taken(record, SERVICE_TAXONOMIES) if isinstance(link, Mapping)]
    if links and "attributes" not in record:
        record["attributes"] = [_attribute(link) for link in links]
    return record


def _attribute(link: Mapping[str, Any]) -> Record:
    kept = {key: value for key, value in link.items() if key != "taxonomy"}
    term = link.get("taxonomy")
    return {**kept, "taxonomy_term": term} if isinstance(term, Mapping) else kept


def _taken(record: Record, names: tuple[str, ...]) -> list[Any]:
    for name in names:
        if isinstance(record.get(name), list):
            taken: list[Any] = record.pop(name)
            return taken
    return []


def _organization(record: Record) -> Record:
    return _described(record)


def _location(record: Record) -> Record:
    if record.get("location_type") in (None, ""):
        placed = record.get("addresses") or record.get("latitude") not in (None, "")
        record["location_type"] = "physical" if placed else "virtual"
    return record


def _term(record: Record) -> Record:
    if isinstance(record.get("taxonomy"), Mapping):
        record["taxonomy_detail"] = record.pop("taxonomy")
    if record.get("name") in (None, "") and record.get("term"):
        record["name"] = record["term"]
    return _described(record)


def _described(record: Record) -> Record:
    """The standard requires a description; where the feed has none, its name stands for it."""
    if record.get("description") in (None, "") and record.get("name"):
        record["description"] = record["name"]
    return record


def _accessibility(record: Record) -> Record:
    if record.get("description") in (None, "") and record.get("accessibility"):
        record["description"] = record["accessibility"]
    return record


def _area(record: Record) -> Record:
    if record.get("name") in (None, "") and record.get("service_area"):
        record["name"] = record["service_area"]
    return record


def _schedule(record: Record) -> Record:
    """The UK profile knows weeks and months: every day is a week of seven days, a year is twelve months."""
    freq = str(record.get("freq") or "").upper()
    days = _days(record.get("byday"))
    if freq == "DAILY" and record.get("interval") in (None, "", 1, "1"):
        return {**record, "freq": "WEEKLY", "interval": 1, "byday": days or ",".join(WEEKDAYS)}
    if freq == "YEARLY":
        return {**record, "freq": "MONTHLY", "interval": PER_YEAR * _whole(record.get("interval"))}
    found = {"byday": days} if days else {}
    return record | found | ({"freq": freq or "WEEKLY"} if freq or days else {})


def _days(said: object) -> str:
    """ "Monday, Tuesday" as "MO,TU"; letters of RFC 5545 stay."""
    if not isinstance(said, str):
        return ""
    words = said.replace(";", ",").replace(" ", ",").split(",")
    return ",".join(_day(word) for word in words if word)


def _day(word: str) -> str:
    start = word[:2].upper()
    return start if start in WEEKDAYS and word.isalpha() else word


def _whole(said: object) -> int:
    found = whole(str(said), LONGEST) if isinstance(said, int | float | str) else None
    return 1 if found is None else found


def _address(record: Record) -> Record:
    """What the standard requires of an address, from the rest of it: never a postcode that is not there."""
    lines = [record.get(key) for key in ("address_1", "address_2", "attention", "city")]
    towns = [record.get(key) for key in ("city", "region", "state_province", "address_2")]
    counties = [record.get(key) for key in ("state_province", "region", "city")]
    found = {"address_1": _first(lines), "city": _first(towns), "state_province": _first(counties)}
    given = {key: value for key, value in record.items() if value not in (None, "")}
    return (
        {key: said for key, said in found.items() if said}
        | {"country": "GB", "address_type": "physical"}
        | given
    )


def _first(values: list[Any]) -> Any:
    return next((value for value in values if value), None)


def _identifier(record: Record) -> Record:
    if record.get("identifier_type") in (None, "") and record.get("identifier_scheme"):
        record["identifier_type"] = record["identifier_scheme"]
    return record


CHANGES: dict[str, Change] = {
    "service": _service,
    "organization": _organization,
    "location": _location,
    "taxonomy": _described,
    "taxonomy_term": _term,
    "program": _described,
    "accessibility": _accessibility,
    "service_area": _area,
    "schedule": _schedule,
    "address": _address,
    "organization_identifier": _identifier,
}


def part(owner: str, name: str, number: int, record: Mapping[str, Any]) -> Record:
    """A nested record with an id: its own, or one made from its owner's and its place in the list."""
    given = record.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        given = str(given)
    return {"id": given or made.identity(owner, name, number)} | {
        k: v for k, v in record.items() if k != "id"
    }
