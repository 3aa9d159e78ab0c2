"""A group answers: still right, or this has changed; a steward decides; it shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from cydwaith.commons.people import links
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, anonymous
from cydwaith.kernel.errors import Conflict, Invalid, Refused
from cydwaith.place.directory import queries as directory
from cydwaith.place.directory.commands import correct_record
from cydwaith.place.directory.models import Service
from cydwaith.place.directory.policy import ASSURE
from cydwaith.place.directory.queries import service_card
from cydwaith.place.keeping import commands, queries
from cydwaith.place.keeping.commands import Said
from cydwaith.place.keeping.models import Proposal
from tests.support.worlds import OPERATOR

from .conftest import CHOIR, Choir, take_in

pytestmark = pytest.mark.django_db


def texts(choir: Choir, **changed: str) -> dict[str, str]:
    return queries.entry(choir.leader, choir.id).texts | changed


def say(choir: Choir, **changed: str) -> Proposal | None:
    said = Said(texts=texts(choir, **changed))
    proposed = commands.answer(choir.leader, service_id=choir.id, said=said)
    return Proposal.objects.as_seen_by(OPERATOR).get(id=proposed) if proposed else None


def test_one_press_assures_the_entry_today_by_the_group(choir: Choir) -> None:
    assert say(choir) is None
    assert (choir.row.last_assured, choir.row.assured_by) == (clock.today(), "Côr Cwm Teg")


def test_a_change_waits_and_shows_nothing_until_a_steward_agrees(choir: Choir, steward: Actor) -> None:
    proposed = say(choir, name="Côr Cwm Teg Choir")
    assert proposed and proposed.before == {"name": "Côr Cwm Teg"}
    assert choir.row.name == "Côr Cwm Teg" and choir.row.last_assured is None
    commands.accept(steward, proposal_id=proposed.id)
    assert choir.row.name == "Côr Cwm Teg Choir" and choir.row.last_assured == clock.today()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", "A new name"),
        ("name_cy", "Enw newydd"),
        ("description", "Sing.\n\nThen tea."),
        ("description_cy", "Canu."),
        ("when", "Mondays, 6pm to 8pm"),
        ("when", "When the leaves fall"),
        ("when", "Mondays, 6pm to 8pm\nSaturdays, from 10am"),
        ("where", "The Mill, Mill Lane"),
        ("postcode", "ZZ9 9ZZ"),
        ("cost", "£2 a time"),
        ("who_for", "Everybody over 50"),
        ("phone", "01632 960999"),
        ("email", "new@cor-cwm-teg.example"),
        ("url", "https://cor-cwm-teg.example"),
    ],
)
def test_every_field_that_is_corrected_reads_as_it_was_written(
    choir: Choir, steward: Actor, field: str, text: str
) -> None:
    before = texts(choir)
    proposed = say(choir, **{field: text})
    assert proposed
    commands.accept(steward, proposal_id=proposed.id)
    assert texts(choir) == before | {field: text}


@pytest.mark.parametrize("field", ["when", "cost", "phone", "email", "description", "who_for", "name_cy"])
def test_a_field_can_be_emptied(choir: Choir, steward: Actor, field: str) -> None:
    say_and_accept(choir, steward, who_for="Adults", name_cy="Côr")
    say_and_accept(choir, steward, **{field: ""})
    emptied = texts(choir)[field]
    assert emptied == ("01632 960101" if field == "phone" else "")


def say_and_accept(choir: Choir, steward: Actor, **changed: str) -> None:
    proposed = say(choir, **changed)
    assert proposed
    commands.accept(steward, proposal_id=proposed.id)


def test_hours_in_welsh_become_a_schedule_that_reads_in_both_languages(choir: Choir, steward: Actor) -> None:
    say_and_accept(choir, steward, when="Nos Lun, 7yh tan 9yh")
    assert service_card(anonymous(), choir.id).when == ("Mondays, 7pm to 9pm",)


def test_a_choir_that_moves_leaves_its_hall_to_others(choir: Choir, steward: Actor) -> None:
    hall = {**CHOIR, "id": "another", "name": "Bingo", "organization": None}
    take_in({**hall, "service_at_locations": [{**CHOIR["service_at_locations"][0], "id": "at2"}]})
    say_and_accept(choir, steward, where="The Mill, Mill Lane")
    other = directory.search(anonymous(), words="Bingo").rows[0]
    assert other.place.startswith("Salem")


def test_the_other_numbers_stay(choir: Choir, steward: Actor) -> None:
    say_and_accept(choir, steward, phone="01632 960999")
    numbers = {phone.number for phone in service_card(anonymous(), choir.id).phones}
    assert numbers == {"01632 960999", "01632 960101"}


def test_the_next_import_does_not_undo_what_a_steward_agreed_to(choir: Choir, steward: Actor) -> None:
    say_and_accept(choir, steward, description="Now with tea.")
    take_in({**CHOIR, "description": "Altered in the feed."})
    assert choir.row.description == "Now with tea."


def test_a_group_hears_why_its_change_was_refused(choir: Choir, steward: Actor) -> None:
    proposed = say(choir, name="The best choir in Wales")
    assert proposed
    with pytest.raises(Invalid):
        commands.refuse(steward, proposal_id=proposed.id, reason="  ")
    commands.refuse(steward, proposal_id=proposed.id, reason="Names are plain here.")
    heard = queries.of_service(choir.leader, choir.id)
    assert [(line.outcome, line.reason) for line in heard] == [("refused", "Names are plain here.")]
    assert choir.row.name == "Côr Cwm Teg"


def test_nobody_decides_twice(choir: Choir, steward: Actor) -> None:
    proposed = say(choir, name="Twice")
    assert proposed
    commands.accept(steward, proposal_id=proposed.id)
    with pytest.raises(Conflict):
        commands.refuse(steward, proposal_id=proposed.id, reason="Too late.")


def test_a_newer_answer_takes_the_place_of_one_that_waits(choir: Choir, steward: Actor) -> None:
    say(choir, name="First")
    say(choir, name="Second")
    assert [line.title for line in queries.waiting(steward)] == ["Côr Cwm Teg"]
    say(choir)
    assert queries.count_waiting(steward) == 1, "a confirmation of what stands does not take a change back"


def test_a_link_of_another_entry_changes_nothing_here(choir: Choir) -> None:
    take_in({**CHOIR, "id": "other", "name": "Other", "organization": None})
    other = Service.objects.get(external_id="other").id
    with pytest.raises(Refused):
        commands.answer(choir.leader, service_id=other, said=Said())
    with pytest.raises(Refused):
        commands.say_standing(choir.leader, service_id=other, can_take=3)


def test_a_group_sees_nothing_of_what_others_proposed(choir: Choir, steward: Actor) -> None:
    commands.suggest(
        anonymous(), suggested=commands.Suggested(service_id=choir.id, texts={}, words="It moved.")
    )
    assert queries.of_service(choir.leader, choir.id) == []
    assert len(queries.of_service(steward, choir.id)) == 1


def test_a_pause_shows_at_once_and_ends_by_itself(choir: Choir) -> None:
    until = clock.today() + timedelta(days=10)
    commands.say_standing(choir.leader, service_id=choir.id, paused_until=until)
    assert choir.row.accepting == "paused"
    assert queries.standing(OPERATOR, [choir.id])[choir.id].paused_until == until
    with clock.at(clock.now() + timedelta(days=11)):
        assert queries.standing(OPERATOR, [choir.id])[choir.id].paused_until is None
        from cydwaith.place.keeping.jobs import end_pauses

        assert end_pauses.func() == 1 and end_pauses.func() == 0
    assert choir.row.accepting == "yes"


def test_a_full_group_takes_nobody_until_it_says_so(choir: Choir) -> None:
    commands.say_standing(choir.leader, service_id=choir.id, can_take=0)
    assert choir.row.accepting == "paused"
    commands.say_standing(choir.leader, service_id=choir.id, can_take=4)
    assert choir.row.accepting == "yes"
    assert queries.standing(OPERATOR, [choir.id])[choir.id].can_take == 4


def test_funding_and_helpers_are_kept_and_leave_the_room_as_it_was(choir: Choir) -> None:
    commands.say_standing(
        choir.leader,
        service_id=choir.id,
        funding_until=date(2027, 3, 31),
        volunteers_needed=True,
        rests_on_one_person=True,
    )
    found = queries.standing(OPERATOR, [choir.id])[choir.id]
    assert (found.funding_until, found.volunteers_needed, found.rests_on_one_person) == (
        date(2027, 3, 31),
        True,
        True,
    )
    assert choir.row.accepting == "unknown"


def test_a_pause_does_not_end_in_the_past(choir: Choir) -> None:
    with pytest.raises(Invalid):
        commands.say_standing(choir.leader, service_id=choir.id, paused_until=date(2020, 1, 1))


def test_standing_asks_the_same_few_questions_for_one_and_for_many(
    choir: Choir, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        assert queries.standing(OPERATOR, [choir.id])[choir.id].is_due


def test_the_link_of_an_entry_that_became_part_of_another_opens_that_one(
    client: Client, choir: Choir, steward: Actor
) -> None:
    take_in({**CHOIR, "id": "twin", "name": "Côr Cwm Teg", "phones": []}, source="Another feed")
    twin = Service.objects.get(external_id="twin")
    Service.objects.filter(id=twin.id).update(merged_into=choir.id)
    path = f"/still-right/{links.make(ASSURE, twin.id, 30)}/"
    shown = client.get(path).context["form"]
    fields = {name: shown[name].value() for name in shown.fields if shown[name].value() is not None}
    assert client.post(path, fields | {"right": "1"})["Location"] == "/still-right/thanks/right/"
    assert choir.row.last_assured == clock.today()


def test_an_entry_that_changed_while_the_form_was_open_keeps_the_other_change(
    client: Client, choir: Choir, steward: Actor
) -> None:
    path = f"/still-right/{links.make(ASSURE, choir.id, 30)}/"
    shown = client.get(path).context["form"]
    fields = {name: shown[name].value() for name in shown.fields if shown[name].value() is not None}
    correct_record(steward, kind="service", key=choir.id, patch={"description": "With tea."})
    client.post(path, fields | {"name": "New name", "send": "1"})
    page = queries.proposal(steward, queries.waiting(steward)[0].id)
    assert [one.field for one in page.differences] == ["name"]


def test_what_a_group_said_it_can_take_is_kept_for_it_and_for_stewards(choir: Choir, steward: Actor) -> None:
    for day, can_take in enumerate((4, 4, 0, None)):
        with clock.at(clock.now() + timedelta(days=day)):
            commands.say_standing(choir.leader, service_id=choir.id, can_take=can_take)
    commands.say_standing(steward, service_id=choir.id, can_take=2)
    lines = queries.room_history(choir.leader, choir.id)
    assert sorted((line.can_take, line.by_steward) for line in lines if line.can_take is not None) == [
        (0, False),
        (2, True),
        (4, False),
    ]
    token = links.make(ASSURE, choir.id, days=3)
    page = Client().get(f"/still-right/{token}/").content.decode()
    assert "you said you could take" in page and "after asking them" in page
