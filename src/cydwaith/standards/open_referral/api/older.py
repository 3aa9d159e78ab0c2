"""Answers in the words of UK version 1.0, made from the version 3 records."""

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.queries import publishing
from cydwaith.place.directory.queries.publishing import Wanted, WantedTerms, Window

from ..writing import nesting
from ..writing import older as words
from .answers import Answer, Asked, Endpoint, Record
from .parameters import BadQuestion

PROFILE = "https://developers.openreferraluk.org/"
SAME_NUMBER = ("start_time", "end_time", "day")


def details(actor: Actor, asked: Asked, identity: str) -> Answer:
    """What this API is."""
    return Answer({"version": "HSDS-UK-1.0", "profile": PROFILE, "openapi_url": f"{asked.base}openapi.json"})


def envelope(asked: Asked, total: int, content: list[Record]) -> Answer:
    """A page of records, in the words of version 1."""
    pages = max(1, -(-total // asked.size))
    return Answer(
        {
            "totalElements": total,
            "totalPages": pages,
            "number": asked.page,
            "size": len(content),
            "first": asked.page == 1,
            "last": asked.page >= pages,
            "empty": not content,
            "content": content,
        }
    )


def wanted(asked: Asked) -> Wanted:
    """The conditions on services. Raises BadQuestion."""
    postcode, metres = asked.get("postcode"), asked.get("proximity")
    if (metres is None) != (postcode is None):
        raise BadQuestion("proximity", "Give postcode and proximity together.")
    groups = (asked.get(name) for name in ("taxonomy_id", "need", "circumstance", "service_type"))
    kinds = {kind for kind in asked.get("taxonomy_type", ()) if kind != "service"}
    return Wanted(
        search=asked.get("text", ""),
        terms=tuple(group for group in groups if group),
        taxonomies=asked.get("vocabulary", ()),
        link=min(kinds, default=""),
        minimum_age=asked.get("minimum_age"),
        maximum_age=asked.get("maximum_age"),
        windows=_windows(asked.said),
        near=postcode,
        metres=metres,
        covers=asked.get("coverage"),
    )


def _windows(said: Mapping[str, Any]) -> tuple[Window, ...]:
    """The n-th start goes with the n-th end and the n-th day. Raises BadQuestion."""
    given = {name: said[name] for name in SAME_NUMBER if name in said}
    if len({len(values) for values in given.values()}) > 1:
        raise BadQuestion("day", "Give start_time, end_time and day the same number of times.")
    lists = (given.get(name, ()) for name in SAME_NUMBER)
    return tuple(Window(start, end, day or "") for start, end, day in zip_longest(*lists))


def services(actor: Actor, asked: Asked, identity: str) -> Answer:
    """Services that are listed; ``include`` adds fields to the brief record."""
    extra = asked.get("include", ())
    page = publishing.services(
        actor, wanted(asked), first=asked.first, most=asked.size, with_places=bool(extra)
    )
    return envelope(asked, page.total, [_service(entry, extra) for entry in page.entries])


def _service(entry: Any, extra: tuple[str, ...]) -> Record:
    whole = nesting.service(entry)
    brief = words.brief_service(whole)
    full = words.service(whole) if extra else {}
    return brief | {name: full[name] for name in extra if name in full}


def service(actor: Actor, asked: Asked, identity: str) -> Answer | None:
    """One service; a merged one leads to its survivor."""
    found = publishing.find(actor, "service", identity)
    if found is None or found.moved_to:
        return Answer(moved_to=found.moved_to) if found else None
    return Answer(words.service(nesting.service(found.entry)))  # type: ignore[arg-type]


def organisations(actor: Actor, asked: Asked, identity: str) -> Answer:
    """Organisations in brief."""
    page = publishing.organisations(actor, first=asked.first, most=asked.size)
    contents = [words.organisation(nesting.brief_organisation(entry)) for entry in page.entries]
    return envelope(asked, page.total, contents)


def organisation(actor: Actor, asked: Asked, identity: str) -> Answer | None:
    """One organisation and what it runs, in brief."""
    found = publishing.find(actor, "organization", identity)
    if found is None or found.entry is None:
        return None
    whole = nesting.organisation(found.entry, found.services, full=False)
    return Answer(words.organisation_with_services(whole))


def locations(actor: Actor, asked: Asked, identity: str) -> Answer:
    """Locations in brief."""
    page = publishing.locations(actor, first=asked.first, most=asked.size)
    contents = [words.brief_location(nesting.plain("location", entry)) for entry in page.entries]
    return envelope(asked, page.total, contents)


def location(actor: Actor, asked: Asked, identity: str) -> Answer | None:
    """One location with its addresses."""
    found = publishing.find(actor, "location", identity)
    return Answer(words.location(nesting.plain("location", found.entry))) if found and found.entry else None


def taxonomies(actor: Actor, asked: Asked, identity: str) -> Answer:
    """What version 1 calls taxonomies: the terms."""
    chosen = WantedTerms(
        search=asked.get("text", ""),
        taxonomy=next(iter(asked.get("vocabulary", ())), ""),
        parent=asked.get("parent_id", ""),
        top_only=bool(asked.get("root_only")),
    )
    page = publishing.terms(actor, chosen, first=asked.first, most=asked.size)
    contents = [words.taxonomy(nesting.plain("taxonomy_term", entry)) for entry in page.entries]
    return envelope(asked, page.total, contents)


def taxonomy(actor: Actor, asked: Asked, identity: str) -> Answer | None:
    """One term."""
    found = publishing.find(actor, "taxonomy_term", identity)
    return (
        Answer(words.taxonomy(nesting.plain("taxonomy_term", found.entry))) if found and found.entry else None
    )


def vocabularies(actor: Actor, asked: Asked, identity: str) -> Answer:
    """The names of the vocabularies that terms come from."""
    page = publishing.taxonomies(actor, first=0, most=10_000)
    return Answer(sorted({str(entry.record.get("name", "")) for entry in page.entries} - {""}))


def reviews(actor: Actor, asked: Asked, identity: str) -> Answer:
    """Nothing: what people say of a service is not published here."""
    return envelope(asked, 0, [])


def review(actor: Actor, asked: Asked, identity: str) -> None:
    """Nothing, likewise."""


PAGED = ("page", "per_page")
OF_SERVICES = (
    "text taxonomy_id vocabulary taxonomy_type need circumstance service_type start_time end_time day "
    "postcode proximity coverage minimum_age maximum_age include"
).split()
ENDPOINTS = (
    Endpoint("", "What this API is, and where it is described.", "api", details),
    Endpoint("services", "Services, a page at a time.", "service", services, (*OF_SERVICES, *PAGED), True),
    Endpoint("services/{id}", "A service with all that belongs to it.", "service", service),
    Endpoint("organizations", "Organisations, a page at a time.", "organization", organisations, PAGED, True),
    Endpoint("organizations/{id}", "An organisation and what it runs.", "organization", organisation),
    Endpoint("locations", "Locations, a page at a time.", "location", locations, PAGED, True),
    Endpoint("locations/{id}", "A location.", "location", location),
    Endpoint(
        "taxonomies",
        "Terms, a page at a time.",
        "taxonomy",
        taxonomies,
        ("text", "vocabulary", "parent_id", "root_only", *PAGED),
        True,
    ),
    Endpoint("taxonomies/{id}", "A term.", "taxonomy", taxonomy),
    Endpoint("vocabularies", "The names of vocabularies.", "names", vocabularies),
    Endpoint("reviews", "Reviews: none are published.", "review", reviews, PAGED, True),
    Endpoint("reviews/{id}", "Reviews: none are published.", "review", review),
)
