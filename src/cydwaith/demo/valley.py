"""Setting up the valley: places, organisations, accounts, programmes and the directory."""

from datetime import date
from typing import Any
from uuid import UUID

from cydwaith.commons.circle.actors import actor_for
from cydwaith.commons.people import commands as people
from cydwaith.commons.people.queries import account_by_email, organisation_by_key
from cydwaith.commons.places import commands as places
from cydwaith.commons.places.reports import NewPlace, NewPostcode
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength, system
from cydwaith.kernel.errors import NotFound
from cydwaith.place.directory.commands import import_feed
from cydwaith.place.directory.rules.incoming import Incoming
from cydwaith.place.programmes import starters
from cydwaith.place.programmes.commands import load_programmes, load_wages
from cydwaith.standards.open_referral import mapping
from cydwaith.standards.open_referral.shapes import Form, Shape

from .content import feed, read

OPERATOR = system("to set up the demonstration place")
FRONT_DOOR = "gwaith-ac-iechyd"
SOURCE = "Cwm Teg"


def found() -> None:
    """Everything that is there before the first person comes."""
    _map()
    _partnership()
    for account in read("accounts")["sign_ins"]:
        if account["role"] != Role.PERSON:
            _open(account)
    _programmes()


def _map() -> None:
    place = read("place")
    nation, board, council = place["nation"], place["board"], place["council"]
    _place(nation)
    _place(board, nation)
    _place(council, board, nation)
    for hood in place["neighbourhoods"]:
        _place(hood, council, board, nation)
        places.add_postcodes(OPERATOR, postcodes=[_postcode(one, hood, council) for one in hood["postcodes"]])


def _place(place: dict[str, Any], *within: dict[str, Any]) -> None:
    new = NewPlace(
        code=place["code"],
        name=place["name"],
        name_cy=place["name_cy"],
        within=tuple(larger["code"] for larger in within),
        latitude=place.get("latitude"),
        longitude=place.get("longitude"),
    )
    places.add_place(OPERATOR, place=new)


def _postcode(one: dict[str, Any], hood: dict[str, Any], council: dict[str, Any]) -> NewPostcode:
    return NewPostcode(
        one["postcode"],
        one["latitude"],
        one["longitude"],
        neighbourhood=hood["code"],
        council=council["code"],
    )


def _partnership() -> None:
    content, board = read("organisations"), read("place")["board"]
    named = content["partnership"]
    people.set_up_partnership(
        OPERATOR,
        name=named["name"],
        name_cy=named["name_cy"],
        place_code=board["code"],
        is_demonstration=True,
    )
    hoods = {hood["key"]: hood["code"] for hood in read("place")["neighbourhoods"]}
    _organisation({**named, "kind": "partnership"}, board["code"])
    for organisation in content["organisations"]:
        _organisation(organisation, hoods[organisation["neighbourhood"]])


def _organisation(organisation: dict[str, Any], place_code: str) -> None:
    people.add_organisation(
        OPERATOR,
        key=organisation["key"],
        name=organisation["name"],
        name_cy=organisation["name_cy"],
        kind=organisation["kind"],
        email=organisation.get("email", ""),
        phone=organisation.get("phone", ""),
        place_code=place_code,
        is_front_door=organisation["key"] == FRONT_DOOR,
    )


def _open(account: dict[str, Any]) -> None:
    account_id = people.open_account(
        OPERATOR,
        email=account["email"],
        name=account["name"],
        language=account["language"],
        is_demonstration=True,
    )
    house, role = organisation_id(account["organisation"]), Role(account["role"])
    people.give_role(OPERATOR, account_id=account_id, organisation_id=house, role=role)
    people.enrol_demonstration(OPERATOR, account_id=account_id)


def _programmes() -> None:
    load_programmes(OPERATOR, definitions=[_programme(one) for one in read("programmes")["programmes"]])
    load_wages(OPERATOR, rates=starters.wages())


def _programme(one: dict[str, Any]) -> dict[str, Any]:
    """The valley's own words over a programme that comes along."""
    own = {name: value for name, value in one.items() if name != "starter"}
    return {**starters.starter(one["starter"]), **own, "valid_from": clock.today().isoformat()}


def open_directory(today: date) -> None:
    """Take in the valley's feed as any other place's, published today."""
    pieces = [
        Incoming(Shape.SERVICE, Form.FULL, record, record["name"], "directory.json")
        for record in feed(today)["contents"]
    ]
    report = import_feed(OPERATOR, source=SOURCE, pieces=pieces, read=mapping.read)
    if report.rejected:
        raise ValueError(f"The directory of the demonstration is wrong: {report.problems[0].reason}")


def organisation_id(key: str) -> UUID:
    """The id of an organisation of the valley. Raises NotFound."""
    card = organisation_by_key(OPERATOR, key)
    if card is None:
        raise NotFound(key)
    return card.id


def somebody(account: dict[str, Any]) -> Actor:
    """Somebody who works in the valley, signed in with both factors."""
    account_id = account_by_email(OPERATOR, account["email"])
    if account_id is None:
        raise NotFound(account["key"])
    return actor_for(account_id, Strength.SECOND_FACTOR, account["language"])
