"""What one feed record says, after cleaning and before any table: text is plain, "" means absent.

``original`` is the record exactly as it came; ``extra`` the part of it that no column holds.
"""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What sort of asset an entry is."""

    SERVICE = "service"
    GROUP = "group"
    PLACE = "place"
    EVENT = "event"
    SKILL = "skill"
    VOLUNTEERING = "volunteering"
    EMPLOYER = "employer"
    ONLINE = "online"


class Accepting(StrEnum):
    """Whether new people can come."""

    YES = "yes"
    PAUSED = "paused"
    UNKNOWN = "unknown"


class Withdrawn(StrEnum):
    """Why a service is not shown: its own status says so, or it is gone from its feed."""

    STATUS = "status"
    GONE = "gone"


class Decided(StrEnum):
    """What somebody here decided about a record."""

    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    OURS = "ours"
    THEIRS = "theirs"
    MERGED = "merged"
    UNMERGED = "unmerged"


class Severity(StrEnum):
    """A rejected record did not land; a note is about one that did."""

    REJECTED = "rejected"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person who keeps the feed can put right."""

    record: str
    id: str | None
    reason: str
    where: str
    severity: Severity = Severity.REJECTED


@dataclass(frozen=True, slots=True)
class ScheduleRecord:
    """When it happens: recurrence in the letters of RFC 5545."""

    external_id: str = ""
    description: str = ""
    freq: str = ""
    interval: int = 1
    byday: str = ""
    bymonthday: str = ""
    starts: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    opens_at: time | None = None
    closes_at: time | None = None
    attending_type: str = ""
    link: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PhoneRecord:
    """A number to ring."""

    number: str
    external_id: str = ""
    extension: str = ""
    type: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """Someone, or a desk, to ask for."""

    external_id: str = ""
    name: str = ""
    title: str = ""
    department: str = ""
    email: str = ""
    phones: tuple[PhoneRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class CostRecord:
    """One price."""

    external_id: str = ""
    option: str = ""
    amount: Decimal | None = None
    currency: str = ""
    amount_description: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class LanguageRecord:
    """A language that is spoken there."""

    external_id: str = ""
    name: str = ""
    code: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AccessibilityRecord:
    """What makes a location easier or harder to use."""

    external_id: str = ""
    description: str = ""
    description_cy: str = ""
    details: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class FeedRecord:
    """What every record of a feed has: its id as it came, and the whole of it."""

    external_id: str
    original: dict[str, Any]
    extra: dict[str, Any] = field(default_factory=dict, kw_only=True)


@dataclass(frozen=True, slots=True)
class TaxonomyRecord(FeedRecord):
    """A list of terms."""

    name: str = ""
    description: str = ""
    uri: str = ""
    version: str = ""
    terms: tuple["TermRecord", ...] = ()


@dataclass(frozen=True, slots=True)
class TermRecord(FeedRecord):
    """One term of a taxonomy."""

    name: str = ""
    name_cy: str = ""
    description: str = ""
    code: str = ""
    uri: str = ""
    taxonomy: str = ""
    parent_external_id: str = ""


@dataclass(frozen=True, slots=True)
class AttributeRecord:
    """A term, or a value, said of a service."""

    external_id: str = ""
    link_type: str = ""
    label: str = ""
    value: str = ""
    term: TermRecord | None = None


@dataclass(frozen=True, slots=True)
class OrganisationRecord(FeedRecord):
    """Who runs it."""

    name: str = ""
    name_cy: str = ""
    description: str = ""
    description_cy: str = ""
    email: str = ""
    url: str = ""
    logo: str = ""
    uri: str = ""
    legal_status: str = ""
    parent_external_id: str = ""
    phones: tuple[PhoneRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    services: tuple["ServiceRecord", ...] = ()
    locations: tuple["LocationRecord", ...] = ()


@dataclass(frozen=True, slots=True)
class LocationRecord(FeedRecord):
    """Where it is; degrees WGS84."""

    name: str = ""
    name_cy: str = ""
    description: str = ""
    location_type: str = ""
    latitude: float | None = None
    longitude: float | None = None
    address: str = ""
    address_cy: str = ""
    city: str = ""
    city_cy: str = ""
    postcode: str = ""
    transportation: str = ""
    url: str = ""
    accessibility: tuple[AccessibilityRecord, ...] = ()
    schedules: tuple[ScheduleRecord, ...] = ()
    phones: tuple[PhoneRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    languages: tuple[LanguageRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceAtLocationRecord(FeedRecord):
    """A service in one place, with what is different there."""

    description: str = ""
    service: "ServiceRecord | None" = None
    location: LocationRecord | None = None
    schedules: tuple[ScheduleRecord, ...] = ()
    phones: tuple[PhoneRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceRecord(FeedRecord):
    """What is offered, to whom, how and at what price."""

    name: str = ""
    name_cy: str = ""
    alternate_name: str = ""
    description: str = ""
    description_cy: str = ""
    welsh: dict[str, str] = field(default_factory=dict)
    url: str = ""
    email: str = ""
    referral_email: str = ""
    status: str = "active"
    kind: Kind = Kind.SERVICE
    accepting: Accepting = Accepting.UNKNOWN
    online: bool = False
    by_phone: bool = False
    home_visit: bool = False
    fees: str = ""
    free: bool | None = None
    eligibility: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    application_process: str = ""
    attending_access: str = ""
    alert: str = ""
    accreditations: str = ""
    wait_time: str = ""
    interpretation: str = ""
    areas: tuple[str, ...] = ()
    last_assured: date | None = None
    assured_by: str = ""
    organisation: OrganisationRecord | None = None
    places: tuple[ServiceAtLocationRecord, ...] = ()
    schedules: tuple[ScheduleRecord, ...] = ()
    phones: tuple[PhoneRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    costs: tuple[CostRecord, ...] = ()
    languages: tuple[LanguageRecord, ...] = ()
    attributes: tuple[AttributeRecord, ...] = ()


Record = (
    ServiceRecord
    | OrganisationRecord
    | LocationRecord
    | ServiceAtLocationRecord
    | TaxonomyRecord
    | TermRecord
)
