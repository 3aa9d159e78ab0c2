"""The tables that are published: months, places, and what is never split out."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.disclosure import protect, remember
from cydwaith.system.atlas import rules
from cydwaith.system.atlas.rules import Counted

PLACES = {"board": "", "council": "board", "h1": "council", "h2": "council"}
LAST = date(2026, 10, 1)
AXES = rules.dimensions(PLACES, rules.kinds_of_need(["debt", "sleep", "drugs"]), LAST)
COUNTED = st.builds(
    Counted,
    st.sampled_from(["debt", "sleep", "drugs", "gambling"]),
    st.sampled_from(["h1", "h2", "elsewhere", "council"]),
    st.sampled_from([*rules.months_to(LAST), date(2020, 1, 1), date(2026, 11, 1)]),
    st.integers(0, 9),
)


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)))
def test_twelve_months_end_with_the_one_that_is_asked_for(day: date) -> None:
    months = rules.months_to(day)
    assert len(set(months)) == rules.MONTHS
    assert list(months) == sorted(months)
    assert months[-1] == day.replace(day=1)
    assert rules.month_before(months[-1]) == months[-2]


@given(st.lists(COUNTED, max_size=20))
def test_sensitive_needs_are_counted_together_and_what_lies_outside_is_left_out(
    counted: list[Counted],
) -> None:
    cube = rules.cube("gaps", AXES, counted)
    assert "drugs" not in AXES[1].place
    inside = [one for one in counted if one.place in ("h1", "h2") and one.month in rules.months_to(LAST)]
    assert cube.count(("board", "all", rules.span(LAST))) == sum(one.count for one in inside)
    guarded = sum(one.count for one in inside if one.what in rules.SENSITIVE)
    assert cube.count(("board", rules.UNSPLIT, rules.span(LAST))) == guarded


@given(st.lists(COUNTED, max_size=12))
def test_what_was_published_stays_and_survives_being_packed(counted: list[Counted]) -> None:
    cube = rules.cube("gaps", AXES, counted)
    release = protect(cube, key=b"k" * 16)
    again = rules.unpacked(rules.packed(release))
    assert again.cells == release.cells
    assert rules.same_places(again, release)
    kept = rules.unpacked_kept(rules.packed_kept(remember(cube, release)), release)
    later = rules.cube("gaps", AXES, [*counted, Counted("debt", "h1", LAST, 40)])
    assert (rules.frozen(later, kept).counts == cube.counts).all()
