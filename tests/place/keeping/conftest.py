"""A partnership with a steward, and a choir in the directory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from cydwaith.commons.people import commands as people
from cydwaith.kernel.actor import Actor, Role, by_link
from cydwaith.place.directory.commands import import_feed
from cydwaith.place.directory.models import Service
from cydwaith.place.directory.policy import ASSURE
from cydwaith.place.directory.rules.incoming import Incoming
from cydwaith.standards.open_referral import mapping
from tests.support.worlds import OPERATOR, somebody_at

CHOIR: dict[str, Any] = {
    "id": "9c1c3ac8-1b5f-4b62-8a4f-2f7a1f1f2a11",
    "name": "Côr Cwm Teg",
    "description": "A choir for everybody.",
    "email": "cor@cor-cwm-teg.example",
    "status": "active",
    "organization": {
        "id": "1f0a45d6-5f1c-4d92-9c83-2d4b0a2f9f01",
        "name": "Côr Cwm Teg",
        "email": "cor@cor-cwm-teg.example",
    },
    "schedules": [{"id": "s1", "freq": "WEEKLY", "byday": "TH", "opens_at": "19:00", "closes_at": "21:00"}],
    "phones": [{"id": "p1", "number": "01632 960100"}, {"id": "p2", "number": "01632 960101"}],
    "cost_options": [{"id": "c1", "option": "Free", "amount": 0, "currency": "GBP"}],
    "service_at_locations": [
        {
            "id": "at1",
            "location": {
                "id": "l1",
                "name": "Salem",
                "latitude": 52.3,
                "longitude": -3.6,
                "addresses": [{"id": "a1", "address_1": "High Street", "postal_code": "ZZ1 2AB"}],
            },
        }
    ],
    "translations": {"cy": {"description": "Côr i bawb."}},
}


def take_in(*records: dict[str, Any], source: str = "A feed") -> None:
    """These services come in a feed."""
    pieces = [Incoming("service", "full", record, record["name"], "feed.json") for record in records]
    assert not import_feed(OPERATOR, source=source, pieces=pieces, read=mapping.read).rejected


@dataclass(frozen=True)
class Choir:
    """The choir: its entry, and whoever holds its link."""

    id: UUID
    leader: Actor

    @property
    def row(self) -> Service:
        """What everybody reads now."""
        return Service.objects.get(id=self.id)


@pytest.fixture
def choir() -> Choir:
    take_in(CHOIR)
    service_id = Service.objects.get(external_id=CHOIR["id"]).id
    return Choir(service_id, by_link(ASSURE, service_id))


@pytest.fixture
def steward() -> Actor:
    people.set_up_partnership(OPERATOR, name="Cwm Teg together")
    organisation_id = people.add_organisation(OPERATOR, key="us", name="Us", kind="partnership")
    return somebody_at(organisation_id, Role.STEWARD, "steward@us.example")
