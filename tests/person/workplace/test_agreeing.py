"""Proposed, agreed, amended, refused, looked at again: both sides, and each only in their turn."""

from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest

from cydwaith.commons.audit.queries import about_me
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.messages.models import Message
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.workplace import commands, queries
from cydwaith.person.workplace.jobs import remind
from cydwaith.person.workplace.models import Invitation
from cydwaith.person.workplace.rules.agreeing import RULES, Ended, Move, Side, State, after, moves

from .conftest import agree, builds_up, contact, in_days, linked

pytestmark = pytest.mark.django_db


def row(actor: Actor, person_id: UUID, invitation_id: UUID) -> queries.AdjustmentRow:
    return queries.one(actor, person_id, invitation_id).adjustments[0]


def test_every_move_belongs_to_one_side_and_nobody_moves_what_has_ended() -> None:
    assert all(not moves(side, State.ENDED) for side in Side)
    for state, side in product(State, Side):
        assert all(RULES[move].side is side for move in moves(side, state))
    assert after(Move.DECLINE, was_agreed=True) is State.AGREED
    assert after(Move.DECLINE, was_agreed=False) is State.PROPOSED


def test_the_employer_agrees_and_both_have_a_day_to_look_again(
    mair: Actor, mair_id: UUID, manager: Actor, invitation: UUID, stool: UUID
) -> None:
    agree(manager, stool, 30)
    found = row(mair, mair_id, invitation)
    assert (found.state, found.review_on) == (State.AGREED, in_days(30))
    assert [said.by for said in found.history] == ["Mair", "Alun Baker"]


@pytest.mark.parametrize("move", [Move.AGREE, Move.AMEND, Move.REFUSE])
def test_no_answer_goes_without_a_day_to_look_again(manager: Actor, stool: UUID, move: Move) -> None:
    for wrong in (None, in_days(0), in_days(400)):
        with pytest.raises(Invalid):
            commands.answer(manager, adjustment_id=stool, move=move, words="Later", review_on=wrong)


def test_no_refusal_goes_without_a_reason(manager: Actor, stool: UUID) -> None:
    with pytest.raises(Invalid):
        commands.answer(manager, adjustment_id=stool, move=Move.REFUSE, words=" ", review_on=in_days(9))


def test_another_way_stands_only_when_the_person_takes_it(
    mair: Actor, mair_id: UUID, manager: Actor, invitation: UUID, stool: UUID
) -> None:
    def offer(words: str) -> None:
        commands.answer(manager, adjustment_id=stool, move=Move.AMEND, words=words, review_on=in_days(20))

    offer("A chair")
    commands.say(mair, adjustment_id=stool, move=Move.DECLINE)
    assert row(mair, mair_id, invitation).what == "A stool at the bench"
    offer("A high chair")
    commands.say(mair, adjustment_id=stool, move=Move.ACCEPT)
    assert (row(mair, mair_id, invitation).what, row(mair, mair_id, invitation).state) == (
        "A high chair",
        State.AGREED,
    )
    offer("No chair")
    commands.say(mair, adjustment_id=stool, move=Move.DECLINE)
    assert row(mair, mair_id, invitation).state is State.AGREED


def test_nobody_speaks_for_the_other_side(mair: Actor, manager: Actor, stool: UUID) -> None:
    with pytest.raises(Refused):
        agree(mair, stool)
    with pytest.raises(Refused):
        commands.say(manager, adjustment_id=stool, move=Move.END)
    with pytest.raises(Conflict):
        commands.say(mair, adjustment_id=stool, move=Move.ACCEPT)


def test_a_coach_proposes_with_the_person_and_it_is_recorded(
    coach: Actor, mair: Actor, mair_id: UUID, invitation: UUID
) -> None:
    commands.propose(
        coach, person_id=mair_id, invitation_id=invitation, what="Start at ten", with_person=True
    )
    assert [one.what for one in queries.one(coach, mair_id, invitation).adjustments] == ["Start at ten"]
    assert "adjustment_proposed" in {event.verb for event in about_me(mair)}


def test_both_are_reminded_once_before_the_day_and_once_after_it(
    mair_id: UUID, manager: Actor, stool: UUID
) -> None:
    agree(manager, stool, 30)
    before = set(approved_rows(Message).values_list("id", flat=True))
    now = clock.now()
    for days, expected in ((20, 0), (25, 1), (26, 0), (31, 1), (32, 0)):
        with clock.at(now + timedelta(days=days)):
            assert remind.call() == expected, days
    kinds = sorted(approved_rows(Message).exclude(id__in=before).values_list("kind", flat=True))
    assert kinds == ["workplace_again"] * 2 + ["workplace_late"] * 2


def test_an_employer_who_says_nothing_for_a_week_is_reminded_once_and_the_person_is_not_bothered(
    invitation: UUID, stool: UUID
) -> None:
    before, now = set(approved_rows(Message).values_list("id", flat=True)), clock.now()
    for days, expected in ((6, 0), (8, 1), (9, 0), (30, 0)):
        with clock.at(now + timedelta(days=days)):
            assert remind.call() == expected, days
    (message,) = approved_rows(Message).exclude(id__in=before)
    assert (message.kind, message.to_email) == ("workplace_waits", approved_rows(Invitation).get().email)


def test_what_is_asked_anew_waits_for_an_answer_and_not_for_the_day_of_the_old_one(
    mair: Actor, mair_id: UUID, manager: Actor, invitation: UUID, stool: UUID
) -> None:
    now = clock.now()
    agree(manager, stool, 90)
    with clock.at(now + timedelta(days=10)):
        commands.say(mair, adjustment_id=stool, move=Move.CHANGE, words="A chair")
        assert row(mair, mair_id, invitation).review_on is None
    for days, expected in ((11, 0), (16, 0), (18, 1), (19, 0), (84, 0)):
        with clock.at(now + timedelta(days=days)):
            assert remind.call() == expected, days


def test_somebody_new_takes_over_once(mair: Actor, mair_id: UUID, invitation: UUID, stool: UUID) -> None:
    asked = {"person_id": mair_id, "invitation_id": invitation, "adjustment_ids": (stool,)}
    commands.carry(mair, contact=contact(name="Bet"), **asked)
    with pytest.raises(Conflict):
        commands.carry(mair, contact=contact(name="Bet"), **asked)
    assert len(queries.home(mair, mair_id).now) == 1


def test_a_button_that_is_pressed_twice_invites_and_proposes_once(
    mair: Actor, mair_id: UUID, invitation: UUID, stool: UUID
) -> None:
    letters = approved_rows(Message).count()
    same = contact(email=approved_rows(Invitation).get().email.upper())
    assert commands.invite(mair, person_id=mair_id, contact=same) == invitation
    again = {"person_id": mair_id, "invitation_id": invitation, "what": " A stool at the bench "}
    assert commands.propose(mair, **again) == stool
    assert approved_rows(Message).count() == letters
    other = contact(email=same.email, purpose="To agree on breaks")
    assert commands.invite(mair, person_id=mair_id, contact=other) != invitation
    with clock.at(clock.now() + timedelta(minutes=2)):
        assert commands.propose(mair, **again) != stool


def test_the_messages_name_nobody_and_nothing(manager: Actor, stool: UUID) -> None:
    agree(manager, stool)
    for one in approved_rows(Message):
        assert "mair" not in one.link_path.lower() and "stool" not in one.link_path.lower()


def test_a_manager_who_goes_says_so_and_the_link_ends_at_once(
    mair: Actor, mair_id: UUID, invitation: UUID, stool: UUID
) -> None:
    commands.say_changed(linked(invitation), invitation_id=invitation, because=Ended.MANAGER)
    with pytest.raises(NotFound):
        queries.with_us(linked(invitation), invitation)
    assert queries.home(mair, mair_id).before[0].may_carry


def test_only_the_persons_yes_takes_agreements_along(
    mair: Actor, mair_id: UUID, manager: Actor, invitation: UUID, stool: UUID
) -> None:
    agree(manager, stool)
    stays = commands.propose(mair, person_id=mair_id, invitation_id=invitation, what="No nights")
    with pytest.raises(Refused):
        commands.carry(
            manager, person_id=mair_id, invitation_id=invitation, contact=contact(), adjustment_ids=(stool,)
        )
    new = commands.carry(
        mair,
        person_id=mair_id,
        invitation_id=invitation,
        contact=contact(name="Bet"),
        adjustment_ids=(stool,),
    )
    page = queries.with_us(linked(new), new)
    assert [one.id for one in page.adjustments] == [stool]
    assert page.adjustments[0].state is State.AGREED
    assert [one.id for one in queries.one(mair, mair_id, invitation).adjustments] == [stays]
    for old in (manager, linked(invitation)):
        with pytest.raises(NotFound):
            queries.with_us(old, invitation)


def test_the_days_are_shown_when_the_person_says_so_and_taken_back(
    mair: Actor, mair_id: UUID, manager: Actor, invitation: UUID
) -> None:
    with pytest.raises(Invalid):
        commands.show_days(mair, person_id=mair_id, invitation_id=invitation)
    builds_up(mair, mair_id)
    assert queries.with_us(manager, invitation).weeks == ()
    commands.show_days(mair, person_id=mair_id, invitation_id=invitation)
    weeks = queries.with_us(manager, invitation).weeks
    assert [week.hours for week in weeks] == sorted(week.hours for week in weeks)
    assert (len(weeks), weeks[0].hours, weeks[-1].hours) == (7, 12.0, 30.0)
    commands.hide_days(mair, person_id=mair_id, invitation_id=invitation)
    assert queries.with_us(manager, invitation).weeks == ()


def test_an_invitation_lasts_no_longer_than_two_years(mair: Actor, mair_id: UUID) -> None:
    for wrong in (in_days(0), in_days(731)):
        with pytest.raises(Invalid):
            commands.invite(mair, person_id=mair_id, contact=contact(until=wrong))
