"""Staggered starts: the published cells of mpdta, a slow oracle, laws, and every refusal."""

import json
from math import inf, nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.effects import staggered
from cydwaith.methods.notes import MethodError
from cydwaith.methods.result import Strength
from tests.methods import real

NAMES = {"unit": "place", "time": "year", "outcome": "y", "first_treated": "start"}
PUBLISHED = {
    (2004, 2004): (-0.0105, 0.0233, "after"),
    (2004, 2005): (-0.0704, 0.0310, "after"),
    (2004, 2006): (-0.1373, 0.0364, "after"),
    (2004, 2007): (-0.1008, 0.0344, "after"),
    (2006, 2004): (0.0065, 0.0233, "before"),
    (2006, 2005): (-0.0028, 0.0196, "before"),
    (2006, 2006): (-0.0046, 0.0178, "after"),
    (2006, 2007): (-0.0412, 0.0202, "after"),
    (2007, 2004): (0.0305, 0.0150, "before"),
    (2007, 2005): (-0.0027, 0.0164, "before"),
    (2007, 2006): (-0.0311, 0.0179, "before"),
    (2007, 2007): (-0.0261, 0.0167, "after"),
}


def mpdta():
    rows = real.rows("mpdta/mpdta.csv")
    columns = {"place": "countyreal", "year": "year", "y": "lemp", "start": "first.treat"}
    return {ours: [float(row[theirs]) for row in rows] for ours, theirs in columns.items()}


@pytest.fixture(scope="module")
def counties():
    return mpdta()


@pytest.fixture(scope="module")
def found(counties):
    return staggered(counties, **NAMES, anticipation=0)


def test_the_twelve_published_cells_and_their_errors_are_met(found):
    cells = {(cell.group, cell.time): cell for cell in found.cells}
    assert cells.keys() == PUBLISHED.keys()
    for key, (effect, error, kind) in PUBLISHED.items():
        assert (round(cells[key].effect, 4), round(cells[key].standard_error, 4)) == (effect, error), key
        assert cells[key].kind == kind
        assert cells[key].controls == 309
    assert {cell.group: cell.treated for cell in found.cells} == {2004: 20, 2006: 40, 2007: 131}


def test_the_published_sums_and_the_test_of_the_time_before_are_met(found):
    assert (round(found.result.effect, 4), round(found.result.standard_error, 4)) == (-0.0400, 0.0120)
    assert round(found.by_groups.effect, 4) == -0.0310
    assert round(found.by_events.effect, 4) == -0.0772
    groups = {group: round(one.effect, 4) for group, one in found.groups.items()}
    assert groups == {2004: -0.0797, 2006: -0.0229, 2007: -0.0261}
    events = {event: round(one.effect, 4) for event, one in found.events.items()}
    assert events == {-3: 0.0305, -2: -0.0006, -1: -0.0245, 0: -0.0199, 1: -0.0510, 2: -0.1373, 3: -0.1008}
    assert round(found.pretrend.p, 5) == 0.16812
    assert found.pretrend.freedom == 5
    assert (found.result.design.strength, found.result.n, found.result.warnings) == (Strength.B, 500, ())


def test_intervals_are_normal_and_other_ways_to_sum_stand_beside(found):
    result = found.result
    assert result.low == pytest.approx(result.effect - 1.959964 * result.standard_error)
    assert result.high == pytest.approx(result.effect + 1.959964 * result.standard_error)
    assert [one.key for one in result.sensitivities] == ["by_groups", "by_events", "other_comparison"]
    assert [round(one.effect, 4) for one in result.sensitivities] == [-0.0310, -0.0772, -0.0398]
    json.dumps(found.to_dict(), allow_nan=False)


def test_comparing_with_those_who_have_not_started_uses_more_places(counties):
    later = staggered(counties, **NAMES, anticipation=0, control="not_yet")
    cells = {(cell.group, cell.time): cell for cell in later.cells}
    assert cells[2004, 2004].controls == 309 + 40 + 131
    assert cells[2004, 2006].controls == 309 + 131
    assert cells[2006, 2004].controls == 309 + 131
    assert cells[2007, 2007].controls == 309
    assert round(later.result.effect, 4) == -0.0398


def test_anticipation_sets_the_base_further_back(counties):
    found = staggered(counties, **NAMES, anticipation=1)
    kinds = {(cell.group, cell.time): cell.kind for cell in found.cells}
    assert kinds[2006, 2004] == "before"
    assert kinds[2006, 2005] == "expected"
    assert kinds[2006, 2006] == "after"
    assert not any(group == 2004 for group, _ in kinds), "2003 may already have known"
    assert "began_too_early" in codes(found.result.warnings)
    base = {(cell.group, cell.time): cell.effect for cell in found.cells}
    assert base[2006, 2006] == pytest.approx(by_hand(counties, 2006, 2006, 2004))
    assert "1" in found.result.assumptions[-1].en


def by_hand(data, group, time, base):
    """Difference of mean differences, written plainly."""
    values = {(p, t): y for p, t, y in zip(data["place"], data["year"], data["y"], strict=True)}
    starts = dict(zip(data["place"], data["start"], strict=True))
    ours = [values[p, time] - values[p, base] for p, s in starts.items() if s == group]
    theirs = [values[p, time] - values[p, base] for p, s in starts.items() if s == 0]
    return sum(ours) / len(ours) - sum(theirs) / len(theirs)


def codes(notes):
    return [note.code for note in notes]


def panel(places=24, times=6, effect=1.0, drift=0.0, seed=1, starts=(0, 3, 5)):
    """Places in turn with each of the starts; ``drift`` moves those that start before they do."""
    dice = np.random.default_rng(seed)
    rows = {name: [] for name in ("place", "year", "y", "start")}
    for place in range(places):
        start = starts[place % len(starts)]
        own = dice.normal()
        for year in range(1, times + 1):
            on = effect if start and year >= start else 0.0
            rows["place"].append(f"p{place:03d}")
            rows["year"].append(year)
            rows["y"].append(own + 0.1 * year + on + (drift * year if start else 0) + dice.normal(0, 0.1))
            rows["start"].append(start)
    return rows


def ask(data, **options):
    return staggered(data, **NAMES, **({"anticipation": 0} | options))


def test_the_truth_of_an_invented_panel_is_found_and_held_by_the_interval():
    found = ask(panel(places=90))
    assert found.result.effect == pytest.approx(1.0, abs=0.08)
    assert found.result.low < 1.0 < found.result.high
    assert found.result.design.strength == Strength.B


def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    held = sum(one.low < 1 < one.high for one in (ask(panel(60, seed=n)).result for n in range(100)))
    assert 86 <= held <= 100


def test_the_error_of_a_sum_is_that_of_drawing_the_places_again():
    data = panel(places=60, effect=1.0)
    rows = {}
    for n, place in enumerate(data["place"]):
        rows.setdefault(place, []).append(n)
    dice, drawn = np.random.default_rng(5), []
    for _ in range(150):
        chosen = dice.choice(sorted(rows), len(rows))
        again = {name: [column[n] for p in chosen for n in rows[p]] for name, column in data.items()}
        again["place"] = [f"d{d}" for d, p in enumerate(chosen) for _ in rows[p]]
        drawn.append(ask(again).result.effect)
    assert np.std(drawn) == pytest.approx(ask(data).result.standard_error, rel=0.25)


def test_two_way_fixed_effects_are_refused_in_both_languages(counties):
    found = ask(counties, estimator="two_way")
    assert codes(found.result.refusals) == ["two_way_refused"]
    assert found.result.effect is None
    assert "dwyffordd" in found.result.refusals[0].words.cy
    assert found.to_dict()["refusals"][0]["code"] == "two_way_refused"


def test_anticipation_must_be_stated(counties):
    found = ask(counties, anticipation=None)
    assert codes(found.result.refusals) == ["anticipation_not_stated"]
    assert (found.result.effect, found.cells) == (None, ())


def test_nine_places_are_refused_and_ten_are_not():
    assert "too_few_places" in codes(ask(panel(9, starts=(0, 3))).result.refusals)
    assert ask(panel(10, starts=(0, 3))).result.effect is not None


def test_three_to_compare_with_are_refused_and_four_are_not():
    three = [0, 3, 3, 3, 3] * 3
    assert codes(ask(panel(15, starts=three)).result.refusals) == ["too_few_untreated"]
    assert ask(panel(15, starts=[0, *three[:-1]])).result.effect is not None


def test_without_anybody_who_never_starts_those_who_start_later_are_compared_with():
    data = panel(24, starts=(3, 5))
    assert codes(ask(data).result.refusals) == ["too_few_untreated"]
    found = ask(data, control="not_yet")
    assert found.result.effect == pytest.approx(1.0, abs=0.15)
    assert {(cell.group, cell.time) for cell in found.cells} == {
        (group, time) for group in (3, 5) for time in (2, 3, 4) if (group, time) != (5, 5) and time < 5
    } - {(5, 3), (5, 4)}
    assert "cells_without_comparison" in codes(found.result.warnings)


def test_one_place_that_started_is_refused():
    assert "too_few_started" in codes(ask(panel(12, starts=[3] + [0] * 11)).result.refusals)


def test_a_changed_mix_is_refused_or_left_out_on_request():
    data = panel()
    data["y"][3] = nan
    assert codes(ask(data).result.refusals) == ["place_mix_changed"]
    kept = ask(data, drop_incomplete=True)
    assert kept.result.n == 23
    assert codes(kept.result.warnings)[0] == "incomplete_left_out"
    short = {name: values[1:] for name, values in panel().items()}
    assert codes(ask(short).result.refusals) == ["place_mix_changed"]


def test_places_moving_apart_before_make_it_a_weak_sign():
    found = ask(panel(60, drift=0.2))
    assert found.result.design.strength == Strength.D
    assert "moving_apart" in codes(found.result.warnings)
    assert found.result.effect is not None


def test_a_gap_before_that_is_larger_than_the_result_makes_it_a_weak_sign():
    found = ask(panel(24, effect=0.0))
    assert "gap_before" in codes(found.result.warnings)
    assert found.result.design.strength == Strength.D


def test_with_nothing_before_the_start_nobody_can_see_whether_they_moved_alike():
    found = ask(panel(24, starts=(0, 2)))
    assert "pretrend_not_tested" in codes(found.result.warnings)
    assert found.result.design.strength == Strength.C
    assert found.pretrend is None


def test_small_groups_and_early_starters_are_named():
    found = ask(panel(25, starts=[0] * 12 + [4] * 9 + [5] * 3 + [1]))
    assert "began_too_early" in codes(found.result.warnings)
    small = next(note for note in found.result.warnings if note.code == "small_groups")
    assert "5" in small.words.en.split(":")[1]
    assert "4" not in small.words.en.split(":")[1]


@pytest.mark.parametrize("never", [0, None, nan, inf, ""])
def test_never_may_be_written_in_many_ways(never):
    data = panel()
    data["start"] = [never if start == 0 else start for start in data["start"]]
    assert ask(data).result.effect == ask(panel()).result.effect


def changed(**columns):
    return panel() | columns


@pytest.mark.parametrize(
    ("data", "options", "code", "row"),
    [
        (changed(place=["p000"] * 144), {}, "unit_twice", 7),
        (changed(start=[0, 3, *[0] * 142]), {}, "start_varies", 2),
        (changed(year=["x"] * 144), {}, "not_a_number", 1),
        (changed(place=[None] * 144), {}, "missing_value", 1),
        (changed(year=[1] * 144, place=list(range(144)), start=[0] * 144), {}, "one_time_only", None),
        (panel(), {"control": "all"}, "unknown_control", None),
        (panel(), {"estimator": "ols"}, "unknown_estimator", None),
        (panel(), {"anticipation": -1}, "wrong_anticipation", None),
        ({}, {}, "no_rows", None),
    ],
)
def test_wrong_input_is_named(data, options, code, row):
    with pytest.raises(MethodError) as error:
        ask(data, **options)
    assert (error.value.code, error.value.row) == (code, row)


def test_a_panel_too_large_for_memory_says_what_to_do(monkeypatch):
    monkeypatch.setitem(staggered.__globals__, "MOST_NUMBERS", 2 * 5 * 24 - 1)
    with pytest.raises(MethodError) as error:
        ask(panel())
    assert error.value.code == "too_large"
    assert "10" in str(error.value)


laws = settings(max_examples=12, deadline=None)


@laws
@given(st.randoms())
def test_the_order_of_rows_changes_nothing_to_the_bit(dice):
    data = panel()
    order = list(range(144))
    dice.shuffle(order)
    assert ask({name: [column[n] for n in order] for name, column in data.items()}) == ask(data)


@laws
@given(st.integers(-1000, 1000))
def test_moving_all_times_moves_the_labels_only(by):
    data = panel()
    later = data | {
        "year": [year + by + 0.5 for year in data["year"]],
        "start": [start and start + by + 0.5 for start in data["start"]],
    }
    one, other = ask(data), ask(later)
    assert one.result.effect == other.result.effect
    assert list(one.events) == list(other.events)


@laws
@given(st.floats(-100, 100), st.integers(0, 23))
def test_a_constant_added_to_one_place_changes_no_effect(constant, place):
    data = panel()
    name = f"p{place:03d}"
    moved = data | {"y": [y + constant * (p == name) for p, y in zip(data["place"], data["y"], strict=True)]}
    one, other = ask(data).result, ask(moved).result
    assert one.effect == pytest.approx(other.effect, abs=1e-10)
    assert one.standard_error == pytest.approx(other.standard_error, abs=1e-10)


@laws
@given(st.floats(0.01, 100))
def test_another_unit_of_the_outcome_scales_the_effect_and_its_error(scale):
    data = panel()
    one, other = ask(data), ask(data | {"y": [y * scale for y in data["y"]]})
    assert other.result.effect == pytest.approx(one.result.effect * scale)
    assert other.result.standard_error == pytest.approx(one.result.standard_error * scale)
    assert other.pretrend.p == pytest.approx(one.pretrend.p)


@laws
@given(st.permutations(range(24)))
def test_renaming_places_changes_nothing(names):
    data = panel()
    renamed = data | {"place": [f"q{names[int(place[1:])]}" for place in data["place"]]}
    assert ask(renamed).result.effect == pytest.approx(ask(data).result.effect, abs=1e-12)
