"""Some groups of a small place, taken in as a feed is, and those who can help them."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from cydwaith.commons.places import commands as places
from cydwaith.commons.places.reports import NewPlace, NewPostcode
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength, system
from cydwaith.place.directory.commands import import_feed
from cydwaith.place.directory.models import Service, ServiceFlow
from cydwaith.place.directory.rules.incoming import Incoming
from cydwaith.place.keeping.commands import say_standing
from cydwaith.standards.open_referral import mapping
from tests.support.worlds import Team, a_team

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
JUNE, MAY, APRIL = date(2026, 6, 1), date(2026, 5, 1), date(2026, 4, 1)
OPERATOR = system("a test")
Group = Callable[..., UUID]
Asked = Callable[..., None]


@pytest.fixture(autouse=True)
def _midsummer() -> Iterator[None]:
    with clock.at(NOW):
        yield


@pytest.fixture
def group(db: None) -> Group:
    """A group with this name, checked lately; what it says of itself; its postcode."""

    def made(name: str, *, assured: str = "2026-05-01", postcode: str = "", **says: Any) -> UUID:
        record: dict[str, Any] = {"id": f"id of {name}", "name": name, "status": "active"}
        record |= {"organization": {"id": f"owner of {name}", "name": f"Friends of {name}"}}
        if assured:
            record["assured_date"] = assured
        if postcode:
            address = {"id": f"address of {name}", "address_1": "1 High Street", "postal_code": postcode}
            where = {"id": f"location of {name}", "location_type": "physical", "addresses": [address]}
            record["service_at_locations"] = [{"id": f"at {name}", "location": where}]
        piece = Incoming("service", "full", record, name, "a test")
        report = import_feed(OPERATOR, source="feed", pieces=[piece], read=mapping.read)
        assert report.landed == 1, report.problems
        key: UUID = Service.objects.get(external_id=f"id of {name}").id
        if says:
            say_standing(OPERATOR, service_id=key, **says)
        return key

    return made


@pytest.fixture
def asked(db: None) -> Asked:
    """So many people were asked for in these months."""

    def made(service_id: UUID, **months: int) -> None:
        days = {"april": APRIL, "may": MAY, "june": JUNE}
        for month, number in months.items():
            ServiceFlow.objects.create(service_id=service_id, month=days[month], asked=number)

    return made


@pytest.fixture
def two_hoods(db: None) -> None:
    """Two neighbourhoods with a postcode each."""
    for code, name, name_cy, postcode in (
        ("X01000001", "Bridge End", "Pen-y-bont", "ZZ1 1AA"),
        ("X01000002", "Top Hill", "Pen-y-bryn", "ZZ2 2BB"),
    ):
        places.add_place(OPERATOR, place=NewPlace(code=code, name=name, name_cy=name_cy))
        here = NewPostcode(postcode, 52.0, -3.5, neighbourhood=code, council="")
        places.add_postcodes(OPERATOR, postcodes=[here])


@pytest.fixture
def team(db: None) -> Team:
    return a_team("helpers", role=Role.LINK_WORKER)


@pytest.fixture
def helper(team: Team) -> Actor:
    """A link worker."""
    return team.coach


@pytest.fixture
def outsider(db: None) -> Actor:
    """Somebody of a charity: not one of those who see how others stand."""
    return Actor(roles=frozenset({Role.CHARITY}), strength=Strength.SECOND_FACTOR)
