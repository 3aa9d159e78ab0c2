"""Does a feed keep to the standard? Asked as the validator of Open Referral UK asks, against our own fields.

Level 1 is what an API must give (itself, services, one service); level 2 is the rest. What is wrong at
level 1 is an error, at level 2 a warning. A file is checked record by record; what is wrong with one is an
error.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .writing.fields import VERSION_1, VERSION_3, Entities, Field
from .writing.fitting import ADDRESS, EMAIL, is_empty
from .writing.older import WEB

Record = Mapping[str, Any]
Get = Callable[[str], Any]
MOST = 200
SOME = 5
BASICS = ("version", "profile", "openapi_url")
PAGE_3 = ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty")
PAGE_1 = ("totalElements", "totalPages", "number", "size", "first", "last", "empty")
ENTITIES = {"3.0": VERSION_3, "1.0": VERSION_1}


class NotGiven(Exception):
    """An address that did not answer with JSON; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where, in which field, and how."""

    where: str
    field: str
    said: str
    is_warning: bool = False


@dataclass
class Check:
    """What was looked at and what was found."""

    version: str
    answers: int = 0
    records: int = 0
    faults: list[Fault] = field(default_factory=list)
    more: int = 0

    @property
    def passes(self) -> bool:
        """Whether nothing is wrong that must be right."""
        return all(fault.is_warning for fault in self.faults)

    def add(self, faults: Iterable[Fault], *, warnings: bool = False) -> None:
        """Keep faults; past two hundred they are only counted, errors first."""
        for fault in faults:
            found = Fault(fault.where, fault.field, fault.said, fault.is_warning or warnings)
            if len(self.faults) < MOST or not found.is_warning:
                self.faults.append(found)
            else:
                self.more += 1


def check_api(get: Get) -> Check:
    """Check an API; ``get`` gives the JSON of a path beneath it, or raises NotGiven."""
    check = Check("3.0")
    about = _given(check, get, "/")
    if isinstance(about, Mapping) and str(about.get("version", "")).endswith("1.0"):
        check.version = "1.0"
    if check.version == "3.0" and about is not None:
        check.add(_details(about))
    for path, kind, required in _endpoints(check.version):
        _check_list(check, get, path, kind, required)
    return check


def _endpoints(version: str) -> Sequence[tuple[str, str, bool]]:
    if version == "1.0":
        return (("/services", "service", True), ("/taxonomies", "taxonomy", False))
    return (
        ("/services", "service", True),
        ("/taxonomies", "taxonomy", False),
        ("/taxonomy_terms", "taxonomy_term", False),
        ("/service_at_locations", "service_at_location", False),
    )


def _given(check: Check, get: Get, path: str, *, required: bool = True) -> Any:
    try:
        answer = get(path)
    except NotGiven as error:
        check.add([Fault(path, "", str(error))], warnings=not required)
        return None
    check.answers += 1
    return answer


def _details(about: Any) -> Iterator[Fault]:
    said = about if isinstance(about, Mapping) else {}
    for name in BASICS:
        if not isinstance(said.get(name), str):
            yield Fault("/", name, "is missing")
        elif name != "version" and not ADDRESS.fullmatch(said[name]):
            yield Fault("/", name, f"is not an address: {_shown(said[name])}")


def _check_list(check: Check, get: Get, path: str, kind: str, required: bool) -> None:
    page = _given(check, get, path, required=required)
    if page is None:
        return
    check.add(page_faults(path, page), warnings=not required)
    records = [one for one in _listed(page) if isinstance(one, Mapping)]
    check.records += len(records)
    for record in records:
        check.add(record_faults(kind, record, check.version, path), warnings=not required)
    for record in [one for one in records if isinstance(one.get("id"), str)][:SOME]:
        _check_one(check, get, f"{path}/{record['id']}", kind, str(record["id"]), required)


def _check_one(check: Check, get: Get, path: str, kind: str, identity: str, required: bool) -> None:
    record = _given(check, get, path, required=required)
    if not isinstance(record, Mapping):
        return
    check.records += 1
    check.add(record_faults(kind, record, check.version, path), warnings=not required)
    if record.get("id") != identity:
        check.add(
            [Fault(path, "id", f"is another record's: {_shown(record.get('id'))}")], warnings=not required
        )


def check_records(records: Iterable[tuple[str, Record, str]], version: str) -> Check:
    """Check records by themselves: (kind, record, where it stands)."""
    check = Check(version)
    for kind, record, where in records:
        check.records += 1
        check.add(record_faults(kind, record, version, where))
    return check


def _listed(page: Any) -> list[Any]:
    found = page.get("contents", page.get("content")) if isinstance(page, Mapping) else None
    return found if isinstance(found, list) else []


def page_faults(where: str, page: Any) -> Iterator[Fault]:
    """What is wrong with the envelope of a page."""
    if not isinstance(page, Mapping) or not isinstance(page.get("contents", page.get("content")), list):
        yield Fault(where, "contents", "is missing: a list of records belongs there")
        return
    names, records = (PAGE_3 if "contents" in page else PAGE_1), _listed(page)
    wrong = [
        n for n, kind in zip(names, (int,) * 4 + (bool,) * 3, strict=True) if type(page.get(n)) is not kind
    ]
    if wrong:
        yield from (
            Fault(where, name, f"is missing or not right: {_shown(page.get(name))}") for name in wrong
        )
        return
    total, pages, number, size, first, last, empty = (page[name] for name in names)
    right = (
        total >= size,
        pages > 1 or number < pages or not size or total <= number * size,
        True,
        size == len(records),
        first == (number == 1),
        last == (number >= pages),
        empty == (not records),
    )
    for name, holds in zip(names, right, strict=True):
        if not holds:
            yield Fault(where, name, f"does not fit the page: {_shown(page[name])}")


def record_faults(kind: str, record: Record, version: str, where: str, inside: str = "") -> Iterator[Fault]:
    """What is wrong with a record and everything in it."""
    entities: Entities = ENTITIES[version]
    here = where if inside else f"{where} {record.get('id', '')}".strip()
    fields = entities[kind]
    for one in fields.values():
        if one.required and one.name not in record:
            yield Fault(here, f"{inside}{one.name}", "is missing")
    for key, value in record.items():
        if is_empty(value):
            yield Fault(here, f"{inside}{key}", "is empty: leave it out", is_warning=True)
        elif key in fields:
            yield from _value(fields[key], value, version, here, f"{inside}{key}")


def _value(one: Field, value: Any, version: str, here: str, name: str) -> Iterator[Fault]:
    if one.is_nested:
        parts = value if one.kind == "list" else [value]
        if not isinstance(parts, list) or not all(isinstance(part, Mapping) for part in parts):
            yield Fault(here, name, f"is not {'a list of records' if one.kind == 'list' else 'a record'}")
            return
        for number, part in enumerate(parts):
            inner = f"{name}/{number}/" if one.kind == "list" else f"{name}/"
            yield from record_faults(one.of[0], part, version, here, inner)
    elif not FITS[one.kind](one, value):
        yield Fault(here, name, f"is not {MEANT[one.kind].format(of=', '.join(one.of))}: {_shown(value)}")


FITS: dict[str, Callable[[Field, Any], bool]] = {
    "": lambda one, value: isinstance(value, str),
    "number": lambda one, value: isinstance(value, int | float) and not isinstance(value, bool),
    "uri": lambda one, value: isinstance(value, str) and ADDRESS.fullmatch(value) is not None,
    "web": lambda one, value: isinstance(value, str) and value.startswith(WEB),
    "email": lambda one, value: isinstance(value, str) and EMAIL.fullmatch(value) is not None,
    "date-time": lambda one, value: isinstance(value, str) and "T" in value,
    "one of": lambda one, value: value in one.of,
}
MEANT = {
    "": "text",
    "number": "a number",
    "uri": "an address",
    "web": "a web address",
    "email": "an e-mail address",
    "date-time": "a date and time",
    "one of": "one of {of}",
}


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
