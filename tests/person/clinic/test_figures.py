"""Laws of a practice's figures: whole quarters, each event in one of them, nothing exact."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.person.clinic.rules.asking import Choice
from cydwaith.person.clinic.rules.figures import Outcome, figures, finished, quarter_after, quarter_of

DAYS = st.dates(date(2030, 1, 1), date(2033, 12, 31))
STATUSES = ("coping", "off-sick", "retired")
ASKED = st.lists(st.tuples(st.sampled_from(STATUSES), st.sampled_from([str(one) for one in Choice])))
CAME = st.lists(st.sampled_from(Outcome), max_size=20)
KEY = b"a secret of the practice's own"


@given(DAYS)
def test_every_day_is_in_one_quarter_of_three_months(day: date) -> None:
    starts = quarter_of(day)
    assert starts <= day < quarter_after(starts)
    assert starts.day == 1 and starts.month in (1, 4, 7, 10)
    assert quarter_of(quarter_after(starts) - timedelta(days=1)) == starts


@given(DAYS, DAYS)
def test_what_is_finished_changes_only_when_a_quarter_begins(first: date, today: date) -> None:
    told = finished(first, today)
    assert all(quarter_after(one) <= today for one in told) and len(set(told)) == len(told)
    before = finished(first, today - timedelta(days=1))
    assert told[: len(before)] == before
    assert told == before or today == quarter_of(today)


@settings(max_examples=60, deadline=None)
@given(ASKED, CAME)
def test_figures_add_up_are_within_four_and_say_nothing_exactly(
    asked: list[tuple[str, str]], came: list[Outcome]
) -> None:
    told = figures(asked, came, STATUSES, KEY)
    assert told is not None
    true = {
        **Counter(choice for _status, choice in asked),
        **Counter(status for status, _choice in asked),
        **Counter(map(str, came)),
    }
    shown = {**told.by_choice, **told.by_status, **told.came}
    for name, value in shown.items():
        assert value % 5 == 0 and abs(value - true.get(name, 0)) <= 4
    assert told.asked == sum(told.by_choice.values()) == sum(told.by_status.values())


@settings(max_examples=30, deadline=None)
@given(ASKED, CAME)
def test_the_same_events_in_another_order_give_the_same_figures(
    asked: list[tuple[str, str]], came: list[Outcome]
) -> None:
    assert figures(asked, came, STATUSES, KEY) == figures(asked[::-1], came[::-1], STATUSES, KEY)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 4), st.sampled_from(Choice))
def test_nought_to_four_are_never_told_apart_from_five_or_nought(many: int, choice: Choice) -> None:
    told = figures([("coping", str(choice))] * many, [], STATUSES, KEY)
    assert told is not None and told.by_choice[str(choice)] in (0, 5)


def test_a_status_that_the_file_has_no_more_still_counts() -> None:
    told = figures([("long-gone", "refer")] * 10, [], STATUSES, KEY)
    assert told is not None and told.by_status["long-gone"] == told.asked == 10
