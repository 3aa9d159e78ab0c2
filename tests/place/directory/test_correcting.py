"""What people here correct: everybody sees it, and no later import undoes it."""

from datetime import date
from uuid import uuid4

import pytest

from cydwaith.commons.audit.models import Event
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import actor
from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.place.directory import commands, queries
from cydwaith.place.directory.models import Organisation, Service
from cydwaith.standards.open_referral import mapping

from .conftest import TakeIn, at, entry

pytestmark = pytest.mark.django_db

SYSTEM = actor.system("a test")
STEWARD = Actor(
    account_id=uuid4(), roles=frozenset([Role.STEWARD]), strength=Strength.SECOND_FACTOR, name="Sioned"
)
VISITOR = actor.anonymous()


def the(name: str) -> Service:
    return Service.objects.get(external_id=f"id of {name}")


def correct(service: Service, **patch: object) -> None:
    commands.correct_record(STEWARD, kind="service", key=service.id, patch=patch, reason="They rang.")


def test_a_correction_is_what_everybody_sees_and_finds(take_in: TakeIn) -> None:
    take_in(entry("Choir", description="Singing"))
    correct(the("Choir"), name="Valley voices", description="Harmonies")
    card = queries.service_card(VISITOR, the("Choir").id)
    assert (card.name, card.description.text) == ("Valley voices", "Harmonies")
    assert queries.search(VISITOR, "harmonies").total == 1
    assert queries.search(VISITOR, "singing").total == 0
    assert the("Choir").original == entry("Choir", description="Singing")


def test_a_later_import_does_not_undo_it_but_shows_the_conflict(take_in: TakeIn) -> None:
    take_in(entry("Choir", fees="£2", url="https://one.example"))
    correct(the("Choir"), fees="£5")
    take_in(entry("Choir", fees="£3", url="https://two.example"))
    one = the("Choir")
    assert (one.fees, one.url) == ("£5", "https://two.example")
    assert queries.effective(VISITOR, "service", one.id)["fees"] == "£5"
    (conflict,) = queries.conflicts(STEWARD)
    assert (conflict.key, conflict.source) == (one.id, "feed")
    (move,) = conflict.moved
    assert (move.ours, move.was, move.theirs) == ("£5", "£2", "£3")


def test_taking_theirs_shows_the_feed_again(take_in: TakeIn) -> None:
    take_in(entry("Choir", fees="£2"))
    correct(the("Choir"), fees="£5", description="Ours")
    take_in(entry("Choir", fees="£3"))
    commands.take_theirs(STEWARD, kind="service", key=the("Choir").id, fields=["/fees"])
    one = the("Choir")
    assert (one.fees, one.description) == ("£3", "Ours")
    assert queries.conflicts(STEWARD) == ()


def test_keeping_ours_ends_the_conflict_until_the_feed_moves_again(take_in: TakeIn) -> None:
    take_in(entry("Choir", fees="£2"))
    correct(the("Choir"), fees="£5")
    take_in(entry("Choir", fees="£3"))
    commands.keep_ours(STEWARD, kind="service", key=the("Choir").id, fields=["fees"])
    assert queries.conflicts(STEWARD) == ()
    take_in(entry("Choir", fees="£4"))
    assert queries.conflicts(STEWARD)[0].moved[0].was == "£3"
    assert the("Choir").fees == "£5"


def test_the_history_of_a_record_is_kept_and_audited_by_field_names_only(take_in: TakeIn) -> None:
    take_in(entry("Choir", fees="£2"))
    correct(the("Choir"), fees="£5")
    commands.keep_ours(STEWARD, kind="service", key=the("Choir").id, fields=["/fees"])
    kept, first = queries.history(STEWARD, the("Choir").id)
    assert (kept.decided, first.decided) == ("ours", "corrected")
    assert (first.patch, first.by, first.reason) == ({"fees": "£5"}, "Sioned", "They rang.")
    assert first.basis == {"/fees": "£2"}
    event = approved_rows(Event).get(verb="directory_record_corrected")
    assert event.fields == ["/fees"]


def test_a_part_of_the_record_is_corrected_as_a_whole(take_in: TakeIn) -> None:
    take_in(entry("Choir", phones=[{"number": "01234 567890"}]))
    correct(the("Choir"), phones=[{"number": "01234 999999"}])
    take_in(entry("Choir", phones=[{"number": "01234 567890"}], fees="£1"))
    assert queries.service_card(VISITOR, the("Choir").id).phone == "01234 999999"


def test_an_organisation_is_corrected_for_all_its_services_and_stays_so(take_in: TakeIn) -> None:
    owner = {"id": "o", "name": "Cor"}
    take_in(entry("Choir", organization=owner))
    key = Organisation.objects.get().id
    commands.correct_record(STEWARD, kind="organization", key=key, patch={"name": "Côr y Cwm"})
    take_in(entry("Choir", fees="£1", organization={**owner, "website": "https://cor.example"}))
    one = Organisation.objects.get()
    assert (one.name, one.url) == ("Côr y Cwm", "https://cor.example")
    assert queries.service_card(VISITOR, the("Choir").id).organisation == "Côr y Cwm"
    assert queries.search(VISITOR, "cwm").total == 1


def test_a_place_can_be_corrected_too(take_in: TakeIn) -> None:
    take_in(entry("Choir", service_at_locations=at(51.5, -3.2, addresses=[{"city": "Aberdar"}])))
    key = the("Choir").places.get().location_id
    patch = {"addresses": [{"city": "Aberdare", "postal_code": "cf44 7aa"}]}
    commands.correct_record(STEWARD, kind="location", key=key, patch=patch)
    take_in(entry("Choir", service_at_locations=at(51.6, -3.2, addresses=[{"city": "Aberdar"}])))
    place = the("Choir").places.get().location
    assert (place.city, place.postcode, place.latitude) == ("Aberdare", "CF44 7AA", 51.6)


def test_pausing_is_a_correction_that_search_knows(take_in: TakeIn) -> None:
    take_in(entry("Choir"))
    correct(the("Choir"), accepting="paused")
    assert queries.search(VISITOR, "choir", filters=queries.Filters(accepting=True)).total == 0


@pytest.mark.parametrize("patch", [{}, {"id": "other"}, {"organization": {"name": "x"}}, {"name": None}])
def test_a_correction_that_cannot_be_is_refused_and_changes_nothing(
    take_in: TakeIn, patch: dict[str, object]
) -> None:
    take_in(entry("Choir"))
    with pytest.raises(Invalid):
        correct(the("Choir"), **patch)
    assert the("Choir").local == {}


def test_only_those_who_keep_the_directory_correct_it(take_in: TakeIn) -> None:
    take_in(entry("Choir"))
    with pytest.raises(Refused):
        commands.correct_record(VISITOR, kind="service", key=the("Choir").id, patch={"name": "x"})
    with pytest.raises(Refused):
        queries.conflicts(VISITOR)
    with pytest.raises(Refused):
        queries.history(VISITOR, the("Choir").id)
    with pytest.raises(NotFound):
        correct(Service(id=uuid4()), name="x")


def test_a_group_says_by_its_link_that_its_own_service_is_still_right(take_in: TakeIn) -> None:
    take_in(entry("Choir", assured_date="2024-01-01"), entry("Band"))
    group = actor.by_link("assure", the("Choir").id)
    commands.assure_record(group, key=the("Choir").id, by="The Choir")
    assert (the("Choir").last_assured, the("Choir").assured_by) == (date(2026, 6, 15), "The Choir")
    for other, key in ((group, the("Band").id), (actor.by_link("measure", the("Band").id), the("Band").id)):
        with pytest.raises(Refused):
            commands.assure_record(other, key=key, by="The Choir")


def test_a_newer_assurance_of_the_feed_counts_and_an_older_one_does_not(take_in: TakeIn) -> None:
    take_in(entry("Choir", assured_date="2024-01-01"))
    commands.assure_record(SYSTEM, key=the("Choir").id, by="The Choir")
    take_in(entry("Choir", assured_date="2025-01-01"))
    assert the("Choir").last_assured == date(2026, 6, 15)
    take_in(entry("Choir", assured_date="2026-07-01"))
    assert the("Choir").last_assured == date(2026, 7, 1)
    assert queries.conflicts(STEWARD) == ()


def test_what_is_added_here_is_a_record_like_any_other(db: None) -> None:
    key = commands.add_record(SYSTEM, kind="service", record={"name": "Bench", "kind": "place"})
    card = queries.service_card(VISITOR, key)
    assert (card.name, card.kind) == ("Bench", "place")
    assert queries.search(VISITOR, "bench").rows[0].id == key
    row = Service.objects.get()
    assert (row.source.name, row.original["id"]) == ("local", row.external_id)
    commands.correct_record(STEWARD, kind="service", key=key, patch={"name": "Chatting bench"})
    assert queries.effective(VISITOR, "service", key)["name"] == "Chatting bench"


@pytest.mark.parametrize("record", [{"name": ""}, {"name": "Twice", "id": "taken"}])
def test_a_record_that_cannot_be_added_says_why(db: None, record: dict[str, object]) -> None:
    commands.add_record(SYSTEM, kind="service", record={"name": "First", "id": "taken"})
    with pytest.raises(Invalid):
        commands.add_record(SYSTEM, kind="service", record=record)
    assert Service.objects.count() == 1


def test_a_merged_service_is_not_shown_and_leads_to_its_survivor(take_in: TakeIn) -> None:
    take_in(entry("Choir"), entry("Chorus"))
    Service.objects.filter(name="Chorus").update(merged_into=the("Choir"))
    assert queries.count(VISITOR) == 1
    assert queries.search(VISITOR, "chorus").total == 0
    assert queries.service_card(VISITOR, the("Chorus").id).id == the("Choir").id


def test_mapping_reads_what_the_setting_names() -> None:
    from cydwaith.place.directory.reading import reader

    assert reader() is mapping.read
