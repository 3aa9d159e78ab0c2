"""Whom a letter may go to."""

import pytest

from cydwaith.place.keeping.rules.addresses import address_for, is_address, looks_personal


@pytest.mark.parametrize(
    "address",
    [
        "mair.jones@group.example",
        "mair_jones@group.example",
        "mairjones84@gmail.com",
        "the.walkers@btinternet.com",
        "singing@hotmail.co.uk",
    ],
)
def test_these_may_be_one_persons_own(address: str) -> None:
    assert looks_personal(address)


@pytest.mark.parametrize(
    "address",
    [
        "info@group.example",
        "swyddfa@grwp.example",
        "choir@gmail.com",
        "cwmteg.choir@gmail.com",
        "warden-helpline@group.example",
        "cwmteg@group.example",
    ],
)
def test_these_are_a_groups(address: str) -> None:
    assert not looks_personal(address)


def test_what_the_entry_publishes_is_used_whoever_it_belongs_to() -> None:
    assert address_for("mair.jones@gmail.com", ["info@group.example"]) == "mair.jones@gmail.com"


def test_an_address_that_is_not_published_must_be_nobodys_own() -> None:
    assert address_for("", ["mair.jones@gmail.com", "info@group.example"]) == "info@group.example"
    assert address_for("ring us", ["mair.jones@gmail.com"]) == ""
    assert address_for("ring us", ["and ask for Mair", "info@group.example"]) == "info@group.example"


@pytest.mark.parametrize("text", ["", "none", "a@b", "two words@group.example", "a@b@c.example"])
def test_these_are_no_addresses(text: str) -> None:
    assert not is_address(text)
