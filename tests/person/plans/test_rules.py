"""Laws of the plan: whose words, when agreed, when stuck, and every version again."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from cydwaith.commons.circle.rules import Scope
from cydwaith.person.plans.rules.history import Changed, Turn, compare, pieces, replay
from cydwaith.person.plans.rules.progress import (
    Progress,
    Stuck,
    fell,
    is_rating,
    stuck,
)
from cydwaith.person.plans.rules.standing import Consent, Hand, Standing, hand, share, standing
from cydwaith.person.plans.rules.vocabulary import GoalStatus, Heading, Kind, scope_of

HANDS = st.lists(st.sampled_from(Hand))
SCOPES = st.sampled_from([Scope.ABOUT_ME, Scope.PLAN, Scope.HEALTH, Scope.WORK])
CHANGES = st.lists(st.tuples(st.integers(1, 30), SCOPES))
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_what_matters_comes_first_then_strengths_then_communication() -> None:
    assert list(Heading)[:3] == [Heading.MATTERS, Heading.STRENGTHS, Heading.COMMUNICATION]
    assert list(Heading).index(Heading.IN_THE_WAY) > list(Heading).index(Heading.STRENGTHS)


def test_health_and_work_are_opened_apart_from_about_me() -> None:
    apart = {heading: scope_of(heading) for heading in Heading if scope_of(heading) is not Scope.ABOUT_ME}
    assert apart == {Heading.HEALTH: Scope.HEALTH, Heading.WORK: Scope.WORK}


def test_words_written_by_somebody_else_are_never_the_persons_own() -> None:
    assert hand(by_person=False, with_person=True) is Hand.TOGETHER
    assert hand(by_person=False, with_person=False) is Hand.OTHER
    assert hand(by_person=True, with_person=False) is Hand.OWN


@given(HANDS)
def test_the_share_is_a_share_and_equals_a_slow_count(hands: list[Hand]) -> None:
    found, counted = share(hands), Counter(each.value for each in hands)
    assert (found.own, found.together, found.total) == (counted["own"], counted["together"], len(hands))
    if hands:
        slow = sum(1 for each in hands if each is Hand.OWN) / len(hands)
        assert found.fraction == slow
        assert 0 <= slow <= 1
    else:
        assert found.fraction is None


@given(CHANGES, st.integers(1, 30), st.integers(0, 127))
def test_an_agreement_never_survives_a_later_change_by_another(
    changes: list[tuple[int, Scope]], number: int, scopes: int
) -> None:
    found = standing(Consent(number, Scope(scopes)), changes)
    later = any(each > number for each, _scope in changes)
    unseen = any(scope not in Scope(scopes) for _each, scope in changes)
    assert found is (Standing.CHANGED if later or unseen else Standing.AGREED)
    assert standing(None, changes) is Standing.NOT_AGREED


@given(CHANGES, st.integers(1, 30))
def test_the_last_change_of_each_scope_is_enough(changes: list[tuple[int, Scope]], number: int) -> None:
    consent = Consent(number, Scope.PLAN | Scope.WORK)
    newest = {scope: max(n for n, other in changes if other is scope) for _n, scope in changes}
    short = [(n, scope) for scope, n in newest.items()]
    assert standing(consent, changes) is standing(consent, short)


def test_a_goal_is_stuck_when_nothing_moved_for_four_weeks_and_not_a_minute_sooner() -> None:
    quiet = Progress(GoalStatus.NOW, NOON, 4, 4)
    assert stuck(quiet, NOON + timedelta(days=28)) is Stuck.QUIET
    assert stuck(quiet, NOON + timedelta(days=28, minutes=-1)) is None
    assert stuck(quiet, NOON + timedelta(days=10), after_days=10) is Stuck.QUIET


def test_a_goal_whose_rating_fell_is_stuck_at_once() -> None:
    assert stuck(Progress(GoalStatus.NOW, NOON, 3, 5), NOON) is Stuck.FELL
    assert stuck(Progress(GoalStatus.NOW, NOON, 5, 5), NOON) is None
    assert stuck(Progress(GoalStatus.NOW, NOON, 5, None), NOON) is None


@given(st.sampled_from([GoalStatus.LATER, GoalStatus.REACHED, GoalStatus.LET_GO]), st.integers(0, 500))
def test_a_goal_that_is_not_for_now_is_never_stuck(status: GoalStatus, days: int) -> None:
    assert stuck(Progress(status, NOON, 1, 9), NOON + timedelta(days=days)) is None


@given(st.none() | st.integers(0, 10), st.none() | st.integers(0, 10))
def test_a_rating_fell_only_below_one_that_was_given(latest: int | None, before: int | None) -> None:
    assert fell(latest, before) == (latest is not None and before is not None and latest < before)


@given(st.integers())
def test_a_rating_is_from_0_to_10(value: int) -> None:
    assert is_rating(value) == (value in range(11))


SUBJECTS = [uuid4() for _ in range(4)]
STATES = st.one_of(st.just({}), st.fixed_dictionaries({"words": st.text(max_size=20)}))


@given(st.lists(st.tuples(st.sampled_from(SUBJECTS), STATES), max_size=20), st.integers(0, 20))
def test_replaying_the_changes_gives_what_was_there(
    written: list[tuple[UUID, dict[str, str]]], upto: int
) -> None:
    changes = [Changed(n, Kind.GOAL, subject, state) for n, (subject, state) in enumerate(written, 1)]
    there: dict[UUID, dict[str, str]] = {}
    for number, (subject, state) in enumerate(written, 1):
        if number <= upto:
            there[subject] = state
    expected = {(Kind.GOAL, subject): state for subject, state in there.items() if state}
    assert replay(reversed(changes), upto) == expected


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_of_a_comparison_are_the_two_texts_and_nothing_else(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.turn is not Turn.ADDED) == before
    assert "".join(p.text for p in found if p.turn is not Turn.REMOVED) == after
    assert all(piece.text for piece in found)


def test_a_comparison_shows_the_words_that_changed() -> None:
    found = [(piece.turn.value, piece.text) for piece in pieces("I like the sea", "I like my garden")]
    assert ("same", "I like ") in found
    assert ("removed", "the") in found
    assert ("added", "garden") in found


@given(
    st.dictionaries(st.sampled_from(SUBJECTS), st.fixed_dictionaries({"words": st.text(max_size=5)})),
    st.dictionaries(st.sampled_from(SUBJECTS), st.fixed_dictionaries({"words": st.text(max_size=5)})),
)
def test_comparing_two_plans_names_each_thing_once(
    before: dict[UUID, dict[str, str]], after: dict[UUID, dict[str, str]]
) -> None:
    old = {(Kind.GOAL, subject): state for subject, state in before.items()}
    new = {(Kind.GOAL, subject): state for subject, state in after.items()}
    found = {difference.subject: difference.turn for difference in compare(old, new)}
    assert set(found) == {*before, *after}
    for subject, turn in found.items():
        if subject in before and subject in after:
            assert turn is (Turn.SAME if before[subject] == after[subject] else Turn.CHANGED)
        else:
            assert turn is (Turn.ADDED if subject in after else Turn.REMOVED)
