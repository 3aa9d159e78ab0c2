"""Fields and values of a record in words that a steward can read."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from cydwaith.place.directory.rules.patching import ABSENT

HIDDEN = frozenset(
    "id service_id location_id organization_id contact_id taxonomy_term_id link_id link_entity link_type freq"
    " interval location_type address_type country type currency code".split()
)
LONGEST = 600


def field_name(path: str) -> str:
    """What a field is called; its own name in the feed where we have no word."""
    steps = path.strip("/").split("/")
    said = _names().get(steps[-1] if steps[0] == "translations" else steps[0], steps[0].replace("_", " "))
    return _("{field} (in Welsh)").format(field=said) if steps[:2] == ["translations", "cy"] else said


def _names() -> dict[str, str]:
    return {
        "name": _("Name"),
        "alternate_name": _("Other name"),
        "description": _("Description"),
        "url": _("Web page"),
        "website": _("Web page"),
        "email": _("E-mail"),
        "phones": _("Phone"),
        "contacts": _("Contacts"),
        "status": _("Open or closed"),
        "fees": _("Cost"),
        "fees_description": _("Cost"),
        "cost_options": _("Cost"),
        "schedules": _("When"),
        "regular_schedules": _("When"),
        "service_at_locations": _("Where"),
        "addresses": _("Address"),
        "physical_addresses": _("Address"),
        "latitude": _("Latitude"),
        "longitude": _("Longitude"),
        "organization": _("Run by"),
        "eligibility_description": _("Who it is for"),
        "languages": _("Languages"),
        "attributes": _("Topics"),
        "service_areas": _("Area"),
        "kind": _("What it is"),
        "referral_email": _("E-mail for referrals"),
        "wait_time": _("How long to wait"),
        "application_process": _("How to come"),
        "minimum_age": _("Youngest age"),
        "maximum_age": _("Oldest age"),
        "accepting": _("Taking new people"),
        "assured_date": _("Last checked"),
        "assured_by": _("Checked by"),
        "assurer_email": _("Checked by"),
        "translations": _("In Welsh"),
    }


def shown(value: object) -> str:
    """A value on one or a few lines; "" for nothing."""
    if value is ABSENT or value is None or value == "":
        return ""
    text = "\n".join(dict.fromkeys(_lines(value)))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield ", ".join(_words(value))
    elif isinstance(value, list):
        for one in value:
            yield from _lines(one)
    elif isinstance(value, bool):
        yield _("yes") if value else _("no")
    else:
        yield str(value)


def _words(value: Mapping[str, Any]) -> Iterator[str]:
    """What a nested record says, without its ids."""
    for key, inner in value.items():
        if key in HIDDEN or inner in ("", None, [], {}):
            continue
        if isinstance(inner, Mapping | list):
            yield from _lines(inner)
        else:
            yield str(inner)
