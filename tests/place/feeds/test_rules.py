"""When a feed is asked again, and when what came is held."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.feeds.rules import LONGEST, LONGEST_ASKED, SHORTEST, Why, hold, vanished, wait

NOW = datetime(2026, 6, 1, tzinfo=UTC)
jitters = st.floats(0, 1)


@given(st.integers(1, 1000), jitters)
def test_waits_grow_and_stay_within_bounds(failures: int, jitter: float) -> None:
    assert SHORTEST / 2 <= wait(failures, jitter) <= LONGEST
    assert wait(failures, jitter) <= wait(failures + 1, jitter)


@given(st.integers(1, 1000), jitters, st.timedeltas(timedelta(0), timedelta(days=99)))
def test_a_server_is_never_asked_sooner_than_it_said_within_reason(
    failures: int, jitter: float, asked: timedelta
) -> None:
    assert wait(failures, jitter, asked) >= min(asked, LONGEST_ASKED)


@given(st.integers(0, 500), st.integers(0, 500), st.integers(1, 500), st.integers(1, 99))
def test_a_larger_share_lets_more_go(known: int, gone: int, seen: int, share: int) -> None:
    if hold(known, gone, seen, share) is None:
        assert hold(known, gone, seen, share + 1) is None


@pytest.mark.parametrize(
    ("known", "gone", "seen", "held"),
    [
        (100, 20, 80, None),
        (100, 21, 79, Why.SHRUNK),
        (10, 5, 5, None),
        (10, 6, 4, Why.SHRUNK),
        (3, 3, 0, Why.EMPTY),
        (0, 0, 0, None),
    ],
)
def test_a_feed_is_held_when_more_than_a_fifth_goes(
    known: int, gone: int, seen: int, held: Why | None
) -> None:
    assert hold(known, gone, seen, 20) is held


@pytest.mark.parametrize(
    ("status", "days", "found"),
    [
        (404, 0, Why.VANISHED),
        (410, 0, Why.VANISHED),
        (500, 6, None),
        (500, 7, Why.SILENT),
        (0, 8, Why.SILENT),
    ],
)
def test_a_feed_is_gone_when_it_says_so_or_is_silent_for_long(
    status: int, days: int, found: Why | None
) -> None:
    assert vanished(status, NOW - timedelta(days=days), NOW) is found
