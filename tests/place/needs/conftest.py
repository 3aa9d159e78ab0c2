"""The starter list and a small list of the tests' own."""

from typing import Any

import pytest

from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.kernel.ids import new_id
from cydwaith.place.needs.rules.index import Index, build
from cydwaith.place.needs.rules.listing import Listing, read
from cydwaith.place.needs.starter import starter


@pytest.fixture(scope="session")
def index() -> Index:
    return build(starter())


@pytest.fixture
def steward() -> Actor:
    return Actor(
        account_id=new_id(),
        roles=frozenset({Role.STEWARD}),
        purpose="to keep the list",
        strength=Strength.SECOND_FACTOR,
        name="Alex Steward",
    )


def small(**changes: Any) -> Listing:
    """Two needs: debt, and a choir."""
    debt = {
        "key": "debt",
        "theme": "money",
        "label": {"en": "Debt", "cy": "Dyled"},
        "en": {
            "phrases": ["I owe money everywhere"],
            "telling": ["debt", "owe + @money"],
            "strong": ["debt advice"],
        },
        "cy": {"phrases": ["mae arna i arian"], "telling": ["dyled"]},
        "taxonomy": [{"vocabulary": "openeligibility", "id": "1", "name": "Debt"}],
        "related": ["choir"],
    }
    choir = {
        "key": "choir",
        "theme": "connection",
        "label": {"en": "Singing", "cy": "Canu"},
        "en": {"phrases": ["I love to sing"], "telling": ["choir"]},
        "cy": {"phrases": ["rwy wrth fy modd yn canu"], "telling": ["côr"]},
    }
    return read({"needs": [debt | changes, choir], "groups": {"money": ["money", "cash"]}})
