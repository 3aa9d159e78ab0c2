"""The parts of a record: schedules, phones, contacts, costs, languages, accessibility.

Each reads HSDS 3 names first and the names of UK version 1 (and HSDS 1) after them.
"""

from collections.abc import Mapping
from typing import Any

from cydwaith.place.directory.rules.records import (
    AccessibilityRecord,
    ContactRecord,
    CostRecord,
    LanguageRecord,
    PhoneRecord,
    ScheduleRecord,
)

from . import fields
from .fields import Notes

Data = Mapping[str, Any]
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def schedules(data: Data, notes: Notes) -> tuple[ScheduleRecord, ...]:
    """When: ``schedules``, or version 1's ``regular_schedules``."""
    found = fields.parts(data, "schedules", "regular_schedules", "regular_schedule")
    return tuple(_schedule(part, notes) for part in found)


def _schedule(part: Data, notes: Notes) -> ScheduleRecord:
    byday = _byday(part, notes)
    return ScheduleRecord(
        external_id=fields.line(part, "id", notes),
        description=fields.text(part, "description", notes),
        freq=fields.line(part, "freq", notes).upper() or ("WEEKLY" if byday else ""),
        interval=fields.whole_number(part, "interval", notes) or 1,
        byday=byday,
        bymonthday=fields.line(part, "bymonthday", notes),
        starts=fields.day(part, "dtstart", notes),
        valid_from=fields.day(part, "valid_from", notes),
        valid_to=fields.day(part, "valid_to", notes),
        opens_at=fields.clock(part, "opens_at", notes),
        closes_at=fields.clock(part, "closes_at", notes),
        attending_type=fields.line(part, "attending_type", notes),
        link=fields.web(part, "schedule_link", notes),
        notes=fields.text(part, "notes", notes),
    )


def _byday(part: Data, notes: Notes) -> str:
    given = fields.line(part, "byday", notes) or fields.line(part, "weekday", notes)
    days = [_weekday(word) for word in given.replace(";", ",").replace(" ", ",").split(",") if word]
    return ",".join(days)


def _weekday(word: str) -> str:
    """ "Monday" as "MO"; "2TU" (the second Tuesday) stays."""
    start = word[:2].upper()
    return start if start in WEEKDAYS and word.isalpha() else word.upper()


def phones(data: Data, notes: Notes) -> tuple[PhoneRecord, ...]:
    """Numbers; a phone without one is left out."""
    found = (_phone(part, notes) for part in fields.parts(data, "phones"))
    return tuple(phone for phone in found if phone.number)


def _phone(part: Data, notes: Notes) -> PhoneRecord:
    return PhoneRecord(
        external_id=fields.line(part, "id", notes),
        number=fields.line(part, "number", notes).strip('"'),
        extension=fields.line(part, "extension", notes),
        type=fields.line(part, "type", notes) or fields.line(part, "number_type", notes),
        description=fields.text(part, "description", notes),
    )


def contacts(data: Data, notes: Notes) -> tuple[ContactRecord, ...]:
    """People or desks to ask for, each with its own phones."""
    return tuple(_contact(part, notes) for part in fields.parts(data, "contacts"))


def _contact(part: Data, notes: Notes) -> ContactRecord:
    return ContactRecord(
        external_id=fields.line(part, "id", notes),
        name=fields.line(part, "name", notes),
        title=fields.line(part, "title", notes),
        department=fields.line(part, "department", notes),
        email=fields.email(part, "email", notes),
        phones=phones(part, notes),
    )


def costs(data: Data, notes: Notes) -> tuple[CostRecord, ...]:
    """Prices."""
    return tuple(_cost(part, notes) for part in fields.parts(data, "cost_options"))


def _cost(part: Data, notes: Notes) -> CostRecord:
    return CostRecord(
        external_id=fields.line(part, "id", notes),
        option=fields.line(part, "option", notes),
        amount=fields.money(part, "amount", notes),
        currency=fields.line(part, "currency", notes).upper(),
        amount_description=fields.line(part, "amount_description", notes),
        valid_from=fields.day(part, "valid_from", notes),
        valid_to=fields.day(part, "valid_to", notes),
    )


def languages(data: Data, notes: Notes) -> tuple[LanguageRecord, ...]:
    """Languages with a name or a code; the official UK example gives one with neither."""
    found = (_language(part, notes) for part in fields.parts(data, "languages"))
    return tuple(language for language in found if language.name or language.code)


def _language(part: Data, notes: Notes) -> LanguageRecord:
    return LanguageRecord(
        external_id=fields.line(part, "id", notes),
        name=fields.line(part, "name", notes) or fields.line(part, "language", notes),
        code=fields.line(part, "code", notes),
        note=fields.text(part, "note", notes),
    )


def accessibility(data: Data, notes: Notes) -> tuple[AccessibilityRecord, ...]:
    """What makes a location usable; version 1 calls it ``accessibility_for_disabilities``."""
    found = fields.parts(data, "accessibility", "accessibility_for_disabilities")
    return tuple(_accessibility(part, notes) for part in found)


def _accessibility(part: Data, notes: Notes) -> AccessibilityRecord:
    said = fields.text(part, "description", notes) or fields.text(part, "accessibility", notes)
    return AccessibilityRecord(
        external_id=fields.line(part, "id", notes),
        description=said,
        description_cy=fields.welsh(part, notes).get("description", ""),
        details=fields.text(part, "details", notes),
        url=fields.web(part, "url", notes),
    )
