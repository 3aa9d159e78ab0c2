"""Answers in the words of version 3.0: the UK profile and, beyond it, HSDS."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.queries import publishing
from cydwaith.place.directory.queries.publishing import Page, Wanted, WantedTerms, Window

from ..writing import nesting
from .answers import Answer, Asked, Endpoint, Record
from .parameters import BadQuestion

PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"
ALL = 1_000_000_000
SOME = 100


def details(actor: Actor, asked: Asked, identity: str) -> Answer:
    """What this API is."""
    return Answer({"version": "HSDS-UK-3.0", "profile": PROFILE, "openapi_url": f"{asked.base}openapi.json"})


def envelope(asked: Asked, total: int, contents: list[Record]) -> Answer:
    """A page of records and where it stands among the pages."""
    pages = max(1, -(-total // asked.size))
    return Answer(
        {
            "total_items": total,
            "total_pages": pages,
            "page_number": asked.page,
            "size": len(contents),
            "first_page": asked.page == 1,
            "last_page": asked.page >= pages,
            "empty": not contents,
            "contents": contents,
        }
    )


def wanted(asked: Asked) -> Wanted:
    """The conditions that the question puts on services. Raises BadQuestion."""
    postcode, metres = asked.get("postcode"), asked.get("proximity")
    if metres is not None and postcode is None:
        raise BadQuestion("proximity", "Give a postcode too: proximity is the distance from it.")
    term, taxonomy = asked.get("taxonomy_term_id"), asked.get("taxonomy_id")
    window = Window(asked.get("start_time"), asked.get("end_time"), asked.get("day", ""))
    return Wanted(
        search=asked.get("search", ""),
        terms=((term,),) if term else (),
        taxonomies=(taxonomy,) if taxonomy else (),
        organisation=asked.get("organization_id", ""),
        changed_since=asked.get("modified_after"),
        minimum_age=asked.get("minimum_age"),
        maximum_age=asked.get("maximum_age"),
        windows=(window,) if window != Window() else (),
        near=postcode if metres is not None else None,
        metres=metres,
        covers=postcode if metres is None else None,
    )


def services(actor: Actor, asked: Asked, identity: str) -> Answer:
    """Services that are listed."""
    chosen, full = wanted(asked), bool(asked.get("full"))
    make: Callable[[Any], Record] = nesting.service if full else nesting.brief_service
    if asked.get("minimal"):
        return _minimal(actor, asked, chosen)
    if asked.get("format") == "ndjson":
        pieces = publishing.every(actor, "service", chosen, with_places=full)
        return Answer(lines=(make(entry) for entry, _ in pieces))
    page = publishing.services(actor, chosen, first=asked.first, most=asked.size, with_places=full)
    return envelope(asked, page.total, [make(entry) for entry in page.entries])


def _minimal(actor: Actor, asked: Asked, chosen: Wanted) -> Answer:
    """Ids and when each changed; without ``per_page`` all of them at once."""
    pieces = publishing.every(actor, "service", chosen, with_places=False)
    lines = (_changed(entry) for entry, _ in pieces)
    if asked.get("format") == "ndjson":
        return Answer(lines=lines)
    everything = list(lines)
    whole = Asked(asked.said, asked.base, per_page=max(1, len(everything)))
    return envelope(whole, len(everything), everything[whole.first : whole.first + whole.size])


def _changed(entry: publishing.Entry) -> Record:
    at = nesting.moment(entry.changed_at)
    return {"id": entry.id, "modified_date": at, "last_modified": at}


def service(actor: Actor, asked: Asked, identity: str) -> Answer | None:
    """One service, listed or withdrawn (its status says so); a merged one leads to its survivor."""
    found = publishing.find(actor, "service", identity)
    if found is None:
        return None
    if found.moved_to:
        return Answer(moved_to=found.moved_to)
    return Answer(nesting.service(found.entry))  # type: ignore[arg-type]


def places(actor: Actor, asked: Asked, identity: str) -> Answer:
    """Services at locations."""
    chosen = wanted(asked)
    make = nesting.place if asked.get("full") else nesting.brief_place
    if asked.get("format") == "ndjson":
        pieces = publishing.every(actor, "service_at_location", chosen)
        return Answer(lines=(make(place, of) for place, of in pieces))  # type: ignore[arg-type]
    page = publishing.places(actor, chosen, first=asked.first, most=asked.size)
    contents = [make(place, page.services[place.key]) for place in page.entries]  # type: ignore[arg-type]
    return envelope(asked, page.total, contents)


def place(actor: Actor, asked: Asked, identity: str) -> Answer | None:
    """One service at a location."""
    found = publishing.find(actor, "service_at_location", identity)
    return Answer(nesting.place(found.entry, found.services[0])) if found else None  # type: ignore[arg-type]


def organisations(actor: Actor, asked: Asked, identity: str) -> Answer:
    """Organisations: in brief, in full, or in full with their services in full."""
    search = asked.get("search", "")
    if asked.get("format") == "ndjson":
        pieces = publishing.every(actor, "organization", search=search)
        return Answer(lines=_in_groups(actor, asked, (entry for entry, _ in pieces)))
    page = publishing.organisations(actor, search, first=asked.first, most=asked.size)
    return envelope(asked, page.total, _organisations(actor, asked, page.entries))


def _in_groups(actor: Actor, asked: Asked, found: Iterator[publishing.Entry]) -> Iterator[Record]:
    while some := list(islice(found, SOME)):
        yield from _organisations(actor, asked, some)


def _organisations(actor: Actor, asked: Asked, found: Sequence[publishing.Entry]) -> list[Record]:
    full = bool(asked.get("full_service"))
    if not (full or asked.get("full")):
        return [nesting.brief_organisation(entry) for entry in found]
    run = publishing.run_by(actor, [entry.key for entry in found], with_places=full)
    return [nesting.organisation(entry, run.get(entry.key), full=full) for entry in found]


def organisation(actor: Actor, asked: Asked, identity: str) -> Answer | None:
    """One organisation and what it runs."""
    found = publishing.find(actor, "organization", identity)
    if found is None or found.entry is None:
        return None
    return Answer(nesting.organisation(found.entry, found.services, full=bool(asked.get("full_service"))))


def taxonomies(actor: Actor, asked: Asked, identity: str) -> Answer:
    """Taxonomies, also those that version 1 feeds only name."""
    many = asked.get("format") == "ndjson"
    first, most = (0, ALL) if many else (asked.first, asked.size)
    page = publishing.taxonomies(actor, asked.get("search", ""), first=first, most=most)
    contents = [nesting.brief("taxonomy", nesting.plain("taxonomy", entry)) for entry in page.entries]
    return Answer(lines=contents) if many else envelope(asked, page.total, contents)


def taxonomy(actor: Actor, asked: Asked, identity: str) -> Answer | None:
    """One taxonomy, with its terms where the feed gave them together."""
    entry = publishing.taxonomy(actor, identity)
    return Answer(nesting.plain("taxonomy", entry)) if entry else None


def terms(actor: Actor, asked: Asked, identity: str) -> Answer:
    """Taxonomy terms."""
    chosen = WantedTerms(
        search=asked.get("search", ""),
        taxonomy=asked.get("taxonomy_id", ""),
        parent=asked.get("parent_id", ""),
        top_only=bool(asked.get("top_only")),
    )
    if asked.get("format") == "ndjson":
        return Answer(lines=_terms(actor, chosen))
    page: Page = publishing.terms(actor, chosen, first=asked.first, most=asked.size)
    return envelope(asked, page.total, [nesting.plain("taxonomy_term", entry) for entry in page.entries])


def _terms(actor: Actor, chosen: WantedTerms) -> Iterator[Record]:
    pieces = publishing.every(actor, "taxonomy_term", terms=chosen)
    return (nesting.plain("taxonomy_term", entry) for entry, _ in pieces)


def term(actor: Actor, asked: Asked, identity: str) -> Answer | None:
    """One taxonomy term."""
    found = publishing.find(actor, "taxonomy_term", identity)
    return Answer(nesting.plain("taxonomy_term", found.entry)) if found and found.entry else None


PAGED = ("page", "per_page", "format")
OF_SERVICES = (
    "search taxonomy_term_id taxonomy_id organization_id modified_after minimum_age maximum_age start_time "
    "end_time day postcode proximity full"
).split()
ENDPOINTS = (
    Endpoint("", "What this API is, and where it is described.", "api", details),
    Endpoint(
        "services",
        "Services, a page at a time.",
        "service",
        services,
        (*OF_SERVICES, "minimal", *PAGED),
        True,
    ),
    Endpoint("services/{id}", "A service with all that belongs to it.", "service", service),
    Endpoint(
        "service_at_locations",
        "Services in their places, a page at a time.",
        "service_at_location",
        places,
        (*OF_SERVICES, *PAGED),
        True,
    ),
    Endpoint("service_at_locations/{id}", "A service in one of its places.", "service_at_location", place),
    Endpoint(
        "organizations",
        "Organisations, a page at a time.",
        "organization",
        organisations,
        ("search", "full", "full_service", *PAGED),
        True,
    ),
    Endpoint(
        "organizations/{id}",
        "An organisation and the services it runs.",
        "organization",
        organisation,
        ("full_service",),
    ),
    Endpoint("taxonomies", "Taxonomies, a page at a time.", "taxonomy", taxonomies, ("search", *PAGED), True),
    Endpoint("taxonomies/{id}", "A taxonomy.", "taxonomy", taxonomy),
    Endpoint(
        "taxonomy_terms",
        "Taxonomy terms, a page at a time.",
        "taxonomy_term",
        terms,
        ("search", "taxonomy_id", "parent_id", "top_only", *PAGED),
        True,
    ),
    Endpoint("taxonomy_terms/{id}", "A taxonomy term.", "taxonomy_term", term),
)
