"""Group-time effects beside diff-diff: every cell with its error, and the sums over time, groups and all.

They agree on every cell and on the sums over time, for both comparisons and with anticipation. The peer is asked for
outcome regression without covariates and analytical errors: the same sums by the same paper. One convention differs:
over groups and over all, the peer also counts the time in which people may have acted on what was coming; here only the
time from the start counts, so that an anticipation does not water the effect down.
"""

import numpy as np
import pandas as pd
import pytest
from diff_diff import CallawaySantAnna
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.effects import staggered
from tests.methods.effects.test_staggered import NAMES, mpdta, panel

few = settings(max_examples=6, deadline=None)
CLOSE = {"rel": 1e-9, "abs": 1e-12}
CONTROLS = {"never": "never_treated", "not_yet": "not_yet_treated"}


def peers(data, control, anticipation):
    table = pd.DataFrame(data)
    table["place"] = pd.factorize(table["place"])[0]
    table = table.astype({"year": int, "start": int})
    asked = CallawaySantAnna(
        control_group=CONTROLS[control], anticipation=anticipation, estimation_method="reg", cband=False
    )
    return asked.fit(table, outcome="y", unit="place", time="year", first_treat="start")


def summed(peer, level, label):
    rows = peer.aggregate(level).to_dataframe()
    return {float(row[label]): (row["att"], row["se"]) for _, row in rows.iterrows()}


def the_same_cells(ours, peer):
    cells = {(one.group, one.time): (one.effect, one.standard_error, one.controls) for one in ours.cells}
    assert cells.keys() == peer.group_time_effects.keys()
    for key, theirs in peer.group_time_effects.items():
        assert cells[key] == pytest.approx((theirs["effect"], theirs["se"], theirs["n_control"]), **CLOSE)


def the_same_sums(found, theirs):
    assert found.keys() == theirs.keys()
    for key, one in found.items():
        assert (one.effect, one.standard_error) == pytest.approx(theirs[key], **CLOSE), key


def the_same_in_all(data, control):
    ours, peer = staggered(data, **NAMES, anticipation=0, control=control), peers(data, control, 0)
    the_same_cells(ours, peer)
    the_same_sums(ours.events, summed(peer, "event_study", "event_time"))
    the_same_sums(ours.groups, summed(peer, "group", "label"))
    whole = ours.result.effect, ours.result.standard_error
    assert whole == pytest.approx((peer.overall_att, peer.overall_se), **CLOSE)


def places(seed):
    starts = [0] * 8 + [3] * 6 + [5] * 6 + [7] * 6
    starts += np.random.default_rng(seed).choice([0, 3, 5, 7], 10).tolist()
    return panel(places=36, times=8, seed=seed, starts=starts)


@pytest.mark.parametrize("control", CONTROLS)
def test_the_counties_and_their_minimum_wages_have_the_peers_cells_errors_and_sums(control):
    the_same_in_all(mpdta(), control)


@given(st.integers(0, 10_000), st.sampled_from(sorted(CONTROLS)))
@few
def test_any_places_that_start_at_different_times_have_the_peers_cells_errors_and_sums(seed, control):
    the_same_in_all(places(seed), control)


@given(st.integers(0, 10_000), st.sampled_from(sorted(CONTROLS)))
@few
def test_with_anticipation_the_cells_are_the_peers_and_only_its_whole_counts_the_time_before_the_start(
    seed, control
):
    data = places(seed)
    ours, peer = staggered(data, **NAMES, anticipation=1, control=control), peers(data, control, 1)
    the_same_cells(ours, peer)
    the_same_sums(ours.events, summed(peer, "event_study", "event_time"))

    def mean(*kinds):
        cells = [one for one in ours.cells if one.kind in kinds]
        return np.average([one.effect for one in cells], weights=[one.treated for one in cells])

    assert peer.overall_att == pytest.approx(mean("expected", "after"), **CLOSE)
    assert ours.result.effect == pytest.approx(mean("after"), **CLOSE)
