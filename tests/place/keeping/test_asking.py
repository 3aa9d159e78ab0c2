"""Letters to groups: whose turn it is, to which address, how often, in which language."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from cydwaith.commons.messages.models import Message
from cydwaith.commons.messages.queries import sent
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, by_link
from cydwaith.kernel.errors import Conflict, Invalid, Refused
from cydwaith.place.directory.models import Service
from cydwaith.place.directory.policy import ASSURE
from cydwaith.place.keeping import commands, jobs, queries
from cydwaith.place.keeping.commands import Said
from cydwaith.place.keeping.models import Asking
from cydwaith.place.keeping.queries import State
from cydwaith.place.keeping.queries.assurance import to_ask
from tests.support.worlds import OPERATOR

from .conftest import CHOIR, Choir, take_in

pytestmark = pytest.mark.django_db


def letters() -> list[Message]:
    return list(Message.objects.as_seen_by(OPERATOR).order_by("created", "id"))


def group(number: int, **more: Any) -> dict[str, Any]:
    of_its_own = {"id": f"org{number}", "name": f"Group {number}", "email": f"info@group{number}.example"}
    return {
        "id": f"group{number}",
        "name": f"Group {number}",
        "description": "A group.",
        "email": f"info@group{number}.example",
        "organization": of_its_own,
        **more,
    }


def write_letters_after(days: int) -> int:
    with clock.at(clock.now() + timedelta(days=days)):
        return int(jobs.write_letters.func())


def counts(steward: Actor) -> dict[State, int]:
    return queries.heap(steward, State.DUE).counts


def test_a_group_is_asked_reminded_twice_and_then_left_in_peace(choir: Choir, steward: Actor) -> None:
    assert [write_letters_after(days) for days in (0, 1, 14, 28, 29)] == [1, 0, 1, 1, 0]
    assert [row.to_email for row in letters()] == ["cor@cor-cwm-teg.example"] * 3
    assert [row.kind for row in letters()] == ["still_right", "still_right_again", "still_right_again"]
    assert write_letters_after(42) == 0
    assert counts(steward)[State.UNANSWERED] == 1
    assert write_letters_after(100) == 0, "nobody is asked again before the next round"
    assert write_letters_after(200) == 1


def test_an_answer_ends_the_letters(choir: Choir, steward: Actor) -> None:
    jobs.write_letters.func()
    commands.answer(choir.leader, service_id=choir.id, said=Said())
    assert write_letters_after(14) == 0
    assert counts(steward) == {State.DUE: 0, State.ASKED: 0, State.ANSWERED: 1, State.UNANSWERED: 0}
    assert write_letters_after(190) == 1


def test_a_group_whose_change_waits_is_not_asked_again(choir: Choir, steward: Actor) -> None:
    jobs.write_letters.func()
    commands.answer(choir.leader, service_id=choir.id, said=Said(texts={"name": "New name"}))
    assert write_letters_after(1) == 0 and counts(steward)[State.DUE] == 0
    assert write_letters_after(40) == 1, "an entry that was never put right is asked about again"


def test_an_answer_after_all_the_letters_takes_the_mark_away(choir: Choir, steward: Actor) -> None:
    for days in (0, 14, 28, 42):
        write_letters_after(days)
    commands.answer(choir.leader, service_id=choir.id, said=Said())
    assert counts(steward)[State.UNANSWERED] == 0


def test_no_more_letters_in_a_day_than_were_chosen(steward: Actor) -> None:
    take_in(*(group(number) for number in range(5)))
    commands.choose_rhythm(steward, months=6, urgent_months=3, letters_a_day=2, urgent_words="")
    assert [write_letters_after(days) for days in (0, 0, 1, 2)] == [2, 0, 2, 1]


def test_what_was_checked_lately_is_not_asked(steward: Actor) -> None:
    lately = clock.today() - timedelta(days=100)
    take_in(group(1, assured_date=lately.isoformat()), group(2, name="Food bank", assured_date=str(lately)))
    asked = Service.objects.filter(id__in=to_ask(OPERATOR, 10))
    assert [row.name for row in asked] == ["Food bank"], "urgent help is asked sooner"


def test_urgent_help_comes_first_then_what_waited_longest(steward: Actor) -> None:
    old, older = (str(clock.today() - timedelta(days=days)) for days in (400, 800))
    take_in(
        group(1, assured_date=old),
        group(2, assured_date=older),
        group(3, name="Crisis line", assured_date=old),
        group(4),
    )
    names = dict(Service.objects.values_list("id", "name"))
    assert [names[key] for key in to_ask(OPERATOR, 4)] == ["Crisis line", "Group 4", "Group 2", "Group 1"]


def test_one_organisation_gets_few_letters_at_once() -> None:
    owner = {"id": "council", "name": "A council", "email": "info@council.example"}
    take_in(*(group(number, organization=owner) for number in range(6)), group(7))
    assert len(to_ask(OPERATOR, 10)) == 4


def test_a_merged_or_withdrawn_entry_is_left_alone(choir: Choir) -> None:
    Service.objects.filter(id=choir.id).update(withdrawn_at=clock.now())
    assert to_ask(OPERATOR, 10) == []


def test_an_entry_without_an_address_is_for_a_steward_to_ring(steward: Actor) -> None:
    personal = {"id": "org", "name": "Small group", "email": "mair.jones@group.example"}
    take_in({"id": "small", "name": "Small group", "description": "x", "organization": personal})
    assert jobs.write_letters.func() == 0 and letters() == []
    line = queries.heap(steward, State.UNANSWERED).lines[0]
    assert (line.name, line.letters) == ("Small group", 0)


def test_nobody_knows_the_language_so_it_is_both_until_the_group_has_answered(choir: Choir) -> None:
    jobs.write_letters.func()
    letter = sent(OPERATOR)[0]
    assert "Is this still right?" in letter.subject and " / " in letter.subject
    commands.answer(by_link(ASSURE, choir.id, "cy"), service_id=choir.id, said=Said(standing={"can_take": 3}))
    write_letters_after(200)
    assert letters()[-1].language == "cy"


def test_a_letter_that_cannot_be_delivered_is_shown(choir: Choir, steward: Actor) -> None:
    jobs.write_letters.func()
    assert not queries.heap(steward, State.ASKED).lines[0].lost
    row = letters()[0]
    from cydwaith.commons.guard.scope import writing

    with writing():
        row.attempts, row.sent_at = 5, None
        row.save(update_fields=["attempts", "sent_at"])
    assert queries.heap(steward, State.ASKED).lines[0].lost


def test_a_steward_can_ask_at_once_but_not_twice(choir: Choir, steward: Actor) -> None:
    commands.ask_group(steward, service_id=choir.id)
    with pytest.raises(Conflict):
        commands.ask_group(steward, service_id=choir.id)
    assert Asking.objects.count() == 1


def test_only_stewards_choose_the_rhythm(choir: Choir, steward: Actor) -> None:
    with pytest.raises(Refused):
        commands.choose_rhythm(choir.leader, months=1, urgent_months=1, letters_a_day=1, urgent_words="")
    with pytest.raises(Invalid):
        commands.choose_rhythm(steward, months=3, urgent_months=6, letters_a_day=1, urgent_words="")


def test_only_stewards_see_the_heaps(choir: Choir) -> None:
    assert queries.heap(choir.leader, State.DUE).lines == ()
    assert CHOIR["name"] not in str(queries.heap(Actor(), State.DUE))
