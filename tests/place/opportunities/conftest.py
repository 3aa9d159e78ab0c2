"""An employer with an account, somebody who checks, and a role of four hours a week."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from cydwaith.commons.places import commands as places
from cydwaith.commons.places.reports import NewPlace, NewPostcode
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, anonymous
from cydwaith.place.opportunities import commands
from cydwaith.place.opportunities.rules.posting import Posting
from tests.support.worlds import OPERATOR, a_team

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
HOOD, POSTCODE = "X01000001", "ZZ1 2AB"
CAFE = Posting(
    kind="job",
    title="Helping in the café kitchen",
    organisation_name="Teg Bakery",
    day_like="We start with tea. Then we wash, peel and chat.",
    sectors=("food",),
    hours_from=4,
    hours_to=8,
    days=(1, 3),
    times=("morning",),
    where="place",
    address="1 Mill Lane",
    postcode=POSTCODE,
    pay="paid",
    pay_words="£12.60 an hour",
    asks=("standing",),
    adjustments=("sit-or-stand", "breaks"),
    apply=("chat", "visit"),
    contact="Rhodri, 01632 960001",
)
Offered = Callable[..., UUID]


@pytest.fixture(autouse=True)
def _midsummer(db: None) -> Iterator[None]:
    with clock.at(NOW):
        places.add_place(OPERATOR, place=NewPlace(code=HOOD, name="Tegbridge", name_cy="Pont-y-teg"))
        places.add_postcodes(OPERATOR, postcodes=[NewPostcode(POSTCODE, 52.3, -3.6, neighbourhood=HOOD)])
        yield


@pytest.fixture
def employer() -> Actor:
    return a_team("bakery", front_door=False, role=Role.EMPLOYER).coach


@pytest.fixture
def steward() -> Actor:
    return a_team("partnership", front_door=False, role=Role.STEWARD).coach


@pytest.fixture
def coach() -> Actor:
    return a_team("team").coach


@pytest.fixture
def offered(employer: Actor, steward: Actor) -> Offered:
    """A posting that was let through, with whatever differs from the café's."""

    def made(by: Actor | None = None, **differs: Any) -> UUID:
        posting = replace(CAFE, **differs)
        found = commands.offer(by or employer, posting=posting)
        commands.let_through(steward, opportunity_id=found)
        return found

    return made


@pytest.fixture
def visitor() -> Actor:
    return anonymous()
