"""The state table against an oracle written by hand from the published pattern, not from our table."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from cydwaith.person.referrals.rules import (
    FOLLOWS,
    MAY_SET,
    REASONS,
    Closing,
    Kind,
    Loop,
    Move,
    Problem,
    Reason,
    Side,
    Standing,
    Status,
    Step,
    can_confirm,
    choices,
    closing_move,
    confirm,
    days_overdue,
    follow,
    loop,
    next_escalation,
    problem,
)

# One line for each state: who may set it, and from where. Strings, so that no enum of ours is trusted.
ORACLE = """
draft requester -
requested requester draft
accepted responder requested
rejected responder requested
in-progress responder accepted on-hold
on-hold responder accepted in-progress
failed responder accepted in-progress on-hold
completed responder accepted in-progress on-hold
cancelled requester,responder draft requested accepted in-progress on-hold
entered-in-error requester draft requested accepted rejected in-progress on-hold failed completed cancelled
"""
NEEDS_A_REASON = {"rejected", "on-hold", "failed", "cancelled", "entered-in-error"}


def oracle() -> dict[str, tuple[set[str], set[str]]]:
    lines = [line.split(maxsplit=2) for line in ORACLE.strip().splitlines()]
    return {to: (set(who.split(",")), set(since.split())) for to, who, since in lines}


def oracle_allows(now: str, closed: bool, to: str, side: str, reason: str, words: str) -> bool:
    who, since = oracle()[to]
    if side not in who or now not in since:
        return False
    if closed and to != "entered-in-error":
        return False
    if to in NEEDS_A_REASON and reason not in {str(r) for r in REASONS[Status(to)]}:
        return False
    return reason != "other" or bool(words.strip())


REASON_WORDS = st.sampled_from(["", "nonsense", *Reason])
WORDS = st.sampled_from(["", "  ", "the hall has flooded"])


class TheLoop(RuleBasedStateMachine):
    """Walks a referral anywhere it can go; our rules and the oracle must agree at every step."""

    def __init__(self) -> None:
        super().__init__()
        self.standing = Standing(Kind.SERVICE, Status.DRAFT)
        self.seen = ["draft"]

    @rule(to=st.sampled_from(Status), side=st.sampled_from(Side), reason=REASON_WORDS, words=WORDS)
    def anyone_tries_anything(self, to: Status, side: Side, reason: str, words: str) -> None:
        move = Move(to, side, reason, words)
        now = self.standing
        allowed = oracle_allows(now.status, now.confirmed, to, side, reason, words)
        assert (problem(now, move) is None) == allowed
        if allowed:
            self.standing = follow(now, move)
            self.seen.append(to)

    @rule(side=st.sampled_from(Side), data=st.data())
    def somebody_does_what_is_offered(self, side: Side, data: st.DataObject) -> None:
        offered = choices(self.standing, side)
        if offered:
            to = data.draw(st.sampled_from(offered))
            reason = data.draw(st.sampled_from(REASONS.get(to, ("",))))
            self.standing = follow(self.standing, Move(to, side, reason, "in other words"))
            self.seen.append(to)

    @precondition(lambda self: can_confirm(self.standing))
    @rule()
    def the_person_closes(self) -> None:
        self.standing = confirm(self.standing)
        assert loop(self.standing) is Loop.CLOSED

    @invariant()
    def only_a_service_that_said_yes_can_be_confirmed(self) -> None:
        if self.standing.confirmed:
            assert "accepted" in self.seen

    @invariant()
    def only_the_person_closes(self) -> None:
        closed = loop(self.standing) is Loop.CLOSED
        assert not closed or self.standing.confirmed

    @invariant()
    def a_mistake_is_the_end(self) -> None:
        if self.standing.status is Status.ENTERED_IN_ERROR:
            assert all(choices(self.standing, side) == () for side in Side)


TestTheLoop = TheLoop.TestCase


def test_the_table_says_the_same_as_the_oracle() -> None:
    table = oracle()
    assert {str(s): {str(side) for side in sides} for s, sides in MAY_SET.items()} == {
        to: who for to, (who, _) in table.items()
    }
    ours = {(str(a), str(b)) for a, after in FOLLOWS.items() for b in after}
    assert ours == {(a, to) for to, (_, since) in table.items() for a in since if a != "-"}


def test_every_state_that_needs_a_reason_has_some() -> None:
    assert {str(status) for status in REASONS} == NEEDS_A_REASON


def test_another_reason_needs_words() -> None:
    standing = Standing(Kind.SERVICE, Status.REQUESTED)
    move = Move(Status.REJECTED, Side.RESPONDER, Reason.OTHER)
    assert problem(standing, move) is Problem.WORDS_MISSING


def test_a_service_is_confirmed_any_time_after_yes_and_support_only_when_it_ended() -> None:
    under_way = Status.IN_PROGRESS
    assert can_confirm(Standing(Kind.SERVICE, under_way))
    assert not can_confirm(Standing(Kind.SUPPORT, under_way))
    assert can_confirm(Standing(Kind.SUPPORT, Status.COMPLETED))
    with pytest.raises(ValueError, match="not time"):
        confirm(Standing(Kind.SERVICE, Status.REQUESTED))


@given(st.sampled_from(Kind), st.sampled_from(Status))
def test_nobody_can_offer_a_confirmation_twice(kind: Kind, status: Status) -> None:
    assert not can_confirm(Standing(kind, status, confirmed=True))


@given(st.sampled_from(Closing))
def test_every_reason_for_closing_support_is_a_move_that_can_be_made(closing: Closing) -> None:
    assert problem(Standing(Kind.SUPPORT, Status.IN_PROGRESS), closing_move(closing)) is None


def test_a_request_is_overdue_the_day_after_its_date() -> None:
    friday = date(2026, 11, 20)
    assert days_overdue(Status.REQUESTED, friday, friday) == 0
    assert days_overdue(Status.REQUESTED, friday, friday + timedelta(days=1)) == 1
    assert days_overdue(Status.ACCEPTED, friday, friday + timedelta(days=9)) == 0


@given(st.booleans(), st.lists(st.integers(-3, 20), max_size=12), st.integers(0, 5))
def test_each_step_of_escalation_happens_once_and_the_manager_is_last(
    has_coach: bool, days: list[int], manager_after: int
) -> None:
    told, steps = Step.NOBODY, []
    for overdue in sorted(days):
        step = next_escalation(told, has_coach, overdue, manager_after)
        if step is not None:
            told = step
            steps.append(step)
    assert len(steps) == len(set(steps))
    assert steps == sorted(steps, key=[Step.COACH, Step.MANAGER].index)
    assert Step.COACH not in steps or has_coach


def test_what_nobody_holds_goes_straight_to_the_manager() -> None:
    assert next_escalation(Step.NOBODY, False, 1, 3) is Step.MANAGER
    assert next_escalation(Step.NOBODY, True, 1, 3) is Step.COACH


def test_days_after_the_coach_the_manager_is_told_too() -> None:
    assert next_escalation(Step.COACH, True, 3, 3) is None
    assert next_escalation(Step.COACH, True, 4, 3) is Step.MANAGER
    assert next_escalation(Step.NOBODY, True, 4, 3) is Step.MANAGER
