"""Two rows for one service: shown once, lost never, parted again."""

from uuid import UUID, uuid4

import pytest

from cydwaith.kernel import actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.place.directory import commands, queries
from cydwaith.place.directory.models import NotTheSame, Service

from .conftest import TakeIn, at, entry

pytestmark = pytest.mark.django_db

SYSTEM = actor.system("a test")
VISITOR = actor.anonymous()


def key(name: str, source: str = "feed") -> UUID:
    return Service.objects.get(external_id=f"id of {name}", source__name=source).id


@pytest.fixture
def two(take_in: TakeIn) -> tuple[UUID, UUID]:
    """The same choir in two feeds."""
    take_in(entry("Choir", fees="£2", url="https://choir.example"))
    take_in(
        entry("The Choir", fees="£3", phones=[{"number": "01234 567890"}], service_at_locations=at(51.5, -3)),
        source="second",
    )
    return key("Choir"), key("The Choir", "second")


def test_a_merge_shows_one_and_keeps_both_as_they_came(two: tuple[UUID, UUID]) -> None:
    one, other = two
    before = Service.objects.get(id=other)
    commands.merge_services(SYSTEM, survivor=one, other=other, take=["phones", "fees"])
    after = Service.objects.get(id=other)
    assert (after.original, after.external_id, after.source_id) == (
        before.original,
        before.external_id,
        before.source_id,
    )
    assert after.merged_into_id == one
    card = queries.service_card(VISITOR, other)
    assert (card.id, card.phone, card.cost.text, card.web) == (
        one,
        "01234 567890",
        "£3",
        "https://choir.example",
    )
    assert queries.count(VISITOR) == 1
    assert queries.search(VISITOR, "choir").total == 1


def test_each_value_that_was_taken_says_where_it_is_from(two: tuple[UUID, UUID]) -> None:
    one, other = two
    commands.merge_services(SYSTEM, survivor=one, other=other, take=["phones"])
    origins = {value.path: value for value in queries.origins(SYSTEM, one).values}
    assert origins["/phones"].source == "second"
    assert origins["/phones"].external_id == "id of The Choir"
    assert origins["/fees"].source == "feed"
    assert [(record.source, record.external_id) for record in queries.origins(SYSTEM, one).records] == [
        ("feed", "id of Choir"),
        ("second", "id of The Choir"),
    ]


def test_parting_gives_everything_back(two: tuple[UUID, UUID]) -> None:
    one, other = two
    commands.merge_services(
        SYSTEM, survivor=one, other=other, take=["phones", "fees", "service_at_locations"]
    )
    assert len(queries.service_card(VISITOR, one).where) == 1
    commands.part_services(SYSTEM, key=other)
    assert queries.count(VISITOR) == 2
    first, second = queries.service_card(VISITOR, one), queries.service_card(VISITOR, other)
    assert (first.phone, first.cost.text, first.where) == ("", "£2", ())
    assert (second.phone, second.cost.text, len(second.where)) == ("01234 567890", "£3", 1)
    assert Service.objects.get(id=one).local == {}


def test_places_taken_within_one_feed_come_back_too(take_in: TakeIn) -> None:
    take_in(entry("Choir"), entry("Chorus", service_at_locations=at(51.5, -3)))
    one, other = key("Choir"), key("Chorus")
    commands.merge_services(SYSTEM, survivor=one, other=other, take=["service_at_locations"])
    assert len(queries.service_card(VISITOR, one).where) == 1
    commands.part_services(SYSTEM, key=other)
    assert len(queries.service_card(VISITOR, other).where) == 1
    assert queries.service_card(VISITOR, one).where == ()


def test_what_was_corrected_after_the_merge_stays_after_parting(two: tuple[UUID, UUID]) -> None:
    one, other = two
    commands.merge_services(SYSTEM, survivor=one, other=other, take=["fees"])
    commands.correct_record(SYSTEM, kind="service", key=one, patch={"fees": "£9"})
    commands.part_services(SYSTEM, key=other)
    assert queries.service_card(VISITOR, one).cost.text == "£9"


def test_later_imports_reach_the_merged_row_and_never_raise_it(
    two: tuple[UUID, UUID], take_in: TakeIn
) -> None:
    one, other = two
    commands.merge_services(SYSTEM, survivor=one, other=other, take=["fees"])
    take_in(entry("The Choir", fees="£4"), source="second")
    row = Service.objects.get(id=other)
    assert (row.fees, row.merged_into_id) == ("£4", one)
    assert queries.search(VISITOR, "choir").total == 1
    assert queries.service_card(VISITOR, one).cost.text == "£3"


def test_a_chain_of_merges_leads_to_the_last(two: tuple[UUID, UUID], take_in: TakeIn) -> None:
    one, other = two
    take_in(entry("Chorus"))
    commands.merge_services(SYSTEM, survivor=one, other=other)
    commands.merge_services(SYSTEM, survivor=key("Chorus"), other=one)
    assert queries.survivor(VISITOR, other) == key("Chorus")
    commands.part_services(SYSTEM, key=one)
    assert queries.survivor(VISITOR, other) == one


def test_a_merge_that_cannot_be_is_refused(two: tuple[UUID, UUID]) -> None:
    one, other = two
    with pytest.raises(Invalid):
        commands.merge_services(SYSTEM, survivor=one, other=one)
    with pytest.raises(NotFound):
        commands.merge_services(SYSTEM, survivor=one, other=uuid4())
    commands.merge_services(SYSTEM, survivor=one, other=other)
    with pytest.raises(Conflict):
        commands.merge_services(SYSTEM, survivor=other, other=one)
    with pytest.raises(NotFound):
        commands.part_services(SYSTEM, key=one)
    with pytest.raises(Refused):
        commands.merge_services(VISITOR, survivor=one, other=other)


def test_telling_two_apart_is_remembered_once(two: tuple[UUID, UUID]) -> None:
    one, other = two
    commands.tell_apart(SYSTEM, one=other, other=one)
    commands.tell_apart(SYSTEM, one=one, other=other)
    assert NotTheSame.objects.count() == 1
    assert queries.told_apart(SYSTEM) == {(min(one, other), max(one, other))}


def test_an_old_address_leads_to_the_page_of_the_survivor(two: tuple[UUID, UUID], client: object) -> None:
    from django.test import Client
    from django.urls import reverse

    one, other = two
    commands.merge_services(SYSTEM, survivor=one, other=other)
    answer = Client().get(reverse("directory:service", args=[other]))
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("directory:service", args=[one]))
