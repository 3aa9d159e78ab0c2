"""One service with everything there is to say of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from .. import beside
from ..beside import Beside
from ..models import Accessibility, Location, Organisation, Phone, Service, ServiceAtLocation
from ..rules.ranking import Point, distance_km
from . import wording
from .gathering import Whole, gather
from .merged import survivor

LANGUAGES = {
    "cy": gettext_lazy("Welsh"),
    "en": gettext_lazy("English"),
    "bfi": gettext_lazy("British Sign Language"),
}
WAYS = (
    ("online", gettext_lazy("online")),
    ("by_phone", gettext_lazy("by phone")),
    ("home_visit", gettext_lazy("at home")),
)


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and "en" where the page is Welsh and the text is not."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def paragraphs(self) -> list[str]:
        """Parts with an empty line between."""
        return [part for part in self.text.split("\n\n") if part]


@dataclass(frozen=True, slots=True)
class Number:
    """A phone number as it is written, and as it is dialled."""

    number: str
    dial: str
    about: str


@dataclass(frozen=True, slots=True)
class Where:
    """One place of a service."""

    name: str
    address: str
    postcode: str
    transport: str
    about: str
    access: tuple[str, ...]
    distance: str


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """A service in words ready to show. Contacts are those the feed publishes."""

    id: UUID
    external_id: str
    name: str
    name_lang: str
    kind: str
    organisation_id: UUID | None
    organisation: str
    organisation_about: Said
    organisation_web: str
    description: Said
    alert: Said
    when: tuple[str, ...]
    where: tuple[Where, ...]
    reach: str
    cost: Said
    costs: tuple[str, ...]
    eligibility: Said
    ages: str
    how: Said
    wait: Said
    access: tuple[str, ...]
    languages: str
    interpretation: Said
    accreditations: str
    areas: tuple[str, ...]
    phones: tuple[Number, ...]
    email: str
    referral_email: str
    web: str
    accepting: str
    is_paused: bool
    last_checked: date | None
    checked_text: str
    checked_by: str
    is_stale: bool
    distance_km: float | None
    distance: str
    open: bool
    in_calendar: bool
    beside: tuple[Beside, ...] = ()

    @property
    def phone(self) -> str:
        """The first number."""
        return self.phones[0].number if self.phones else ""


def service_card(actor: Actor, service_id: UUID, near: Point | None = None) -> ServiceCard:
    """Everything about one service that is not withdrawn; of a merged one, its survivor. Raises NotFound."""
    shown = survivor(actor, service_id)
    whole = gather([shown]).get(shown)
    if whole is None:
        raise NotFound(_("This service is no longer listed."))
    return replace(_card(whole, Reader(actor.language), near), beside=beside.lines(actor, service_id))


@dataclass(frozen=True, slots=True)
class Reader:
    """Which language somebody reads, and what an entry says in it."""

    language: str

    def name(self, row: Service | Organisation) -> Said:
        """The name; Welsh where the reader wants it and it is there."""
        return self._choose(row.name, row.name_cy)

    def description(self, row: Service | Organisation) -> Said:
        """The description, likewise."""
        return self._choose(row.description, row.description_cy)

    def field(self, service: Service, key: str, english: str) -> Said:
        """Another text of the service, by its name in the feed."""
        return self._choose(english, str(service.welsh.get(key, "")))

    def place(self, at: Location) -> tuple[str, str, str]:
        """Name, address and town; in Welsh as far as they are there."""
        pairs = ((at.name, at.name_cy), (at.address, at.address_cy), (at.city, at.city_cy))
        name, address, city = (self._choose(english, welsh).text for english, welsh in pairs)
        return name, address, city

    def access(self, parts: Iterable[Accessibility]) -> tuple[str, ...]:
        """What makes places easier to use, each said once."""
        said = (self._choose(a.description or a.details, a.description_cy).text for a in parts)
        return tuple(dict.fromkeys(text for text in said if text))

    def _choose(self, english: str, welsh: str) -> Said:
        if self.language != "cy" or not english:
            return Said(english)
        return Said(welsh) if welsh else Said(english, "en")


def _card(whole: Whole, reader: Reader, near: Point | None) -> ServiceCard:
    service, owner, today = whole.service, whole.service.organisation, clock.today()
    name, km = reader.name(service), nearest_km(whole.places, near)
    return ServiceCard(
        id=service.id,
        external_id=service.external_id,
        name=name.text,
        name_lang=name.lang,
        kind=service.kind,
        organisation_id=service.organisation_id,
        organisation=reader.name(owner).text if owner else "",
        organisation_about=reader.description(owner) if owner else Said(""),
        organisation_web=owner.url if owner else "",
        description=reader.description(service),
        alert=reader.field(service, "alert", service.alert),
        when=tuple(wording.when(whole.schedules, today)),
        where=tuple(_where(place, whole, reader, near) for place in whole.places if place.location),
        reach=reach(service),
        cost=cost_of(whole, reader),
        costs=tuple(wording.prices(whole.costs)),
        eligibility=reader.field(service, "eligibility_description", service.eligibility),
        ages=wording.ages(service.minimum_age, service.maximum_age),
        how=reader.field(
            service, "application_process", service.application_process or service.attending_access
        ),
        wait=reader.field(service, "wait_time", service.wait_time),
        access=reader.access(whole.access),
        languages=languages_of(whole),
        interpretation=reader.field(service, "interpretation_services", service.interpretation),
        accreditations=service.accreditations,
        areas=tuple(service.areas),
        phones=tuple({phone.number: _number(phone) for phone in whole.phones}.values()),
        email=service.email or next((c.email for c in whole.contacts if c.email), ""),
        referral_email=service.referral_email or service.email,
        web=service.url,
        accepting=wording.accepting(service.accepting),
        is_paused=service.accepting == "paused",
        last_checked=service.last_assured,
        checked_text=wording.checked(service.last_assured, today),
        checked_by=checked_by(service),
        is_stale=wording.is_stale(service.last_assured, today),
        distance_km=km,
        distance=wording.distance(km),
        open=service.status == "active",
        in_calendar=any(one.freq or one.starts or one.valid_from for one in whole.schedules),
    )


def checked_by(service: Service) -> str:
    """Who assured it, in words: the group itself (its name, or its own domain), or another."""
    by, owner = service.assured_by, service.organisation
    own = owner and (by == owner.name or owner.email.endswith(f"@{by}") or f"//{by}" in owner.url)
    if by and (own or by == service.name):
        return _("by the group itself")
    return _("by {organisation}").format(organisation=by) if by else ""


def nearest_km(places: list[ServiceAtLocation], near: Point | None) -> float | None:
    """Kilometres to the nearest of these places; None without a start or a place on the map."""
    if near is None:
        return None
    points = (p.location for p in places if p.location and p.location.latitude is not None)
    return min((distance_km(near, Point(at.latitude, at.longitude)) for at in points), default=None)


def _where(place: ServiceAtLocation, whole: Whole, reader: Reader, near: Point | None) -> Where:
    at = place.location
    name, address, city = reader.place(at)
    return Where(
        name=name,
        address=", ".join(part for part in (address, city) if part),
        postcode=at.postcode,
        transport=at.transportation,
        about=place.description,
        access=reader.access(a for a in whole.access if a.location_id == place.location_id),
        distance=wording.distance(nearest_km([place], near)),
    )


def reach(service: Service) -> str:
    """How one can take part without coming."""
    said = wording.listed(str(text) for name, text in WAYS if getattr(service, name))
    return _("You can take part {ways}").format(ways=said) if said else ""


def cost_of(whole: Whole, reader: Reader) -> Said:
    """The cost in a line: the service's own words in Welsh where it has them."""
    service = whole.service
    said = wording.cost(service.free, service.fees, whole.costs)
    welsh = reader.language == "cy" and not service.free and said == wording.first_sentence(service.fees)
    return reader.field(service, "fees", said) if welsh else Said(said)


def languages_of(whole: Whole) -> str:
    """The languages spoken there."""
    return wording.listed(str(LANGUAGES.get(one.code, one.name or one.code)) for one in whole.languages)


def _number(phone: Phone) -> Number:
    dial = "".join(letter for letter in phone.number if letter in "+0123456789")
    shown = f"{phone.number} ext {phone.extension}" if phone.extension else phone.number
    return Number(shown, dial, phone.description)
