"""What an entry says, as texts by field: what a form shows, and what a change is held against."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.place.directory import queries as directory
from cydwaith.place.directory.models import Location, Organisation, Service, ServiceAtLocation
from cydwaith.place.directory.queries import wording
from cydwaith.place.directory.queries.gathering import Whole, gather

from ..rules.addresses import address_for
from ..words import FIELD_NAMES

IN_WORDS = ("description", "who_for")
TOGETHER: tuple[tuple[str, ...], ...] = (
    ("description",),
    ("when",),
    ("where", "postcode"),
    ("cost",),
    ("who_for",),
    ("phone", "email", "url"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One service as its own people would check it. ``texts`` has each field of ``rules.entry.FIELDS``."""

    service_id: UUID
    name: str
    organisation: str
    texts: dict[str, str]
    last_assured: date | None
    assured_by: str


@dataclass(frozen=True, slots=True)
class Said:
    """One line of what an entry says, named in words; ``lang`` where it is not the page's."""

    name: str
    text: str
    lang: str


def said(actor: Actor, found: Entry) -> tuple[list[Said], str]:
    """What an entry says, in few lines, and the names of the fields of which it says nothing."""
    lines = [_line(actor, fields, found.texts) for fields in TOGETHER]
    silent = (str(FIELD_NAMES[f]) for f, text in found.texts.items() if not text)
    return [line for line in lines if line.text], ", ".join(silent)


def _line(actor: Actor, fields: tuple[str, ...], texts: dict[str, str]) -> Said:
    """Fields that belong together; in Welsh where the reader wants it and it is there."""
    first = f"{fields[0]}_cy"
    welsh = texts.get(first, "") if actor.language == "cy" else ""
    text = welsh or "\n".join(texts[f] for f in fields if texts[f])
    foreign = actor.language == "cy" and not welsh and fields[0] in IN_WORDS
    return Said(str(FIELD_NAMES[fields[0]]), text, "en" if foreign else "")


def entry(actor: Actor, service_id: UUID) -> Entry:
    """What the directory says of a service. Raises NotFound."""
    whole = gather([service_id]).get(service_id)
    if whole is None:
        raise NotFound(_("This service is no longer listed."))
    service, owner = whole.service, whole.service.organisation
    return Entry(
        service_id,
        name_in(actor, service),
        owner.name if owner else "",
        _texts(whole, directory.effective(actor, "service", service_id)),
        service.last_assured,
        service.assured_by,
    )


def name_in(actor: Actor, row: Service | Organisation) -> str:
    """What it is called in the reader's language."""
    return row.name_cy if actor.language == "cy" and row.name_cy else row.name


def called(actor: Actor, service_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What services are called in the reader's language."""
    rows = Service.objects.filter(id__in=list(service_ids)).only("name", "name_cy")
    return {row.id: name_in(actor, row) for row in rows}


def _texts(whole: Whole, record: dict[str, Any]) -> dict[str, str]:
    service = whole.service
    at = _first_place(whole.places)
    return {
        "name": service.name,
        "name_cy": service.name_cy,
        "description": service.description,
        "description_cy": service.description_cy,
        "when": "\n".join(wording.when(whole.schedules, clock.today())),
        "where": ", ".join(part for part in (at.name, at.address, at.city) if part) if at else "",
        "postcode": at.postcode if at else "",
        "cost": wording.cost(service.free, service.fees, whole.costs),
        "who_for": service.eligibility,
        "phone": _first_number(record) or next((one.number for one in whole.phones), ""),
        "email": service.email,
        "url": service.url,
    }


def _first_number(record: dict[str, Any]) -> str:
    """The number that the record names first; rows come in any order."""
    numbers = record.get("phones") or [{}]
    return str(numbers[0].get("number") or "")


def _first_place(places: list[ServiceAtLocation]) -> Location | None:
    return next((place.location for place in places if place.location), None)


def address_of(actor: Actor, service_id: UUID) -> str:
    """Where to write to a group about its entry; "" where there is no address that is fit to use."""
    whole = gather([service_id]).get(service_id)
    if whole is None:
        return ""
    service, owner = whole.service, whole.service.organisation
    shown = service.email or next((one.email for one in whole.contacts if one.email), "")
    return address_for(shown, [service.referral_email, owner.email if owner else ""])
