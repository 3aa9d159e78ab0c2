"""Time to an event beside lifelines: curves, mean time, log-rank, the hazard ratio, and events that compete.

They agree, given three things. Here nobody is followed beyond ``until``, so the peer is given times cut there. What
the peer calls the variance of the mean time is that of the times themselves, so our error of the mean has no peer. And
where events compete the peer moves tied times apart by chance, so there it is asked about times without ties only.
"""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import AalenJohansenFitter, CoxPHFitter, KaplanMeierFitter
from lifelines.statistics import multivariate_logrank_test
from lifelines.utils import restricted_mean_survival_time

from cydwaith.methods.effects import time_to_event
from tests.methods.effects.spells import NAMES, ask, people
from tests.methods.effects.test_time_to_event import bonus

few = settings(max_examples=6, deadline=None)
CLOSE = {"rel": 1e-9, "abs": 1e-12}


def cut(data, until):
    """Times, whether the event was seen, and arms, nobody followed longer than ``until``."""
    times, seen = np.array(data["time"], float), np.array(data["event"])
    return np.minimum(times, until), np.where(times > until, 0, seen), np.array(data["arm"])


def the_same_curves(found, data, until):
    times, seen, arms = cut(data, until)
    for ours, mean in zip(found.curves, found.means, strict=True):
        there = arms == ours.group
        peer = KaplanMeierFitter().fit(times[there], seen[there])
        assert ours.shares == pytest.approx(peer.predict(ours.times).to_numpy(), **CLOSE)
        inside = (ours.shares > 1e-9) & (ours.shares < 1 - 1e-9)
        ends = peer.confidence_interval_survival_function_.loc[ours.times[inside]].to_numpy()
        assert np.column_stack([ours.low, ours.high])[inside] == pytest.approx(ends, **CLOSE)
        table = peer.event_table.loc[ours.times]
        assert list(ours.at_risk) == list(table["at_risk"])
        assert mean.effect == pytest.approx(restricted_mean_survival_time(peer, t=until), **CLOSE)


def the_same_test(found, data, until):
    times, seen, arms = cut(data, until)
    peer = multivariate_logrank_test(times, arms, seen)
    assert found.log_rank.freedom == len(np.unique(arms)) - 1
    assert (found.log_rank.statistic, found.log_rank.p) == pytest.approx(
        (peer.test_statistic, peer.p_value), rel=1e-8
    )


def the_same_hazards(found, data, until, second):
    times, seen, arms = cut(data, until)
    table = pd.DataFrame({"time": times, "seen": seen, "second": (arms == second).astype(float)})
    steps = {"precision": 1e-22, "r_precision": 0}  # until nothing moves: by itself it stops at five figures
    peer = CoxPHFitter().fit(table, "time", "seen", fit_options=steps)
    ours = np.log(found.hazard_ratio.effect), found.hazard_ratio.standard_error
    assert ours == pytest.approx((peer.params_["second"], peer.standard_errors_["second"]), **CLOSE)


def test_the_pennsylvania_bonus_has_the_peers_curves_mean_times_log_rank_and_hazard_ratio():
    data = bonus()
    found = time_to_event(data, **NAMES, until=26, clock="assignment", hazard_ratio=True)
    the_same_curves(found, data, 26)
    the_same_test(found, data, 26)
    the_same_hazards(found, data, 26, second="4")


@given(st.integers(0, 10_000), st.integers(20, 150), st.sampled_from([0.0, 0.1]))
@few
def test_any_two_groups_with_ties_and_people_lost_have_the_peers_answers(seed, count, lost):
    data = people(count, seed, lost=lost)
    found = ask(data, hazard_ratio=True)
    if not found.result.refusals:
        the_same_curves(found, data, 20)
    if found.log_rank is not None:
        the_same_test(found, data, 20)
    if found.hazard_ratio is not None and found.hazard_ratio.effect is not None:
        the_same_hazards(found, data, 20, second="arm 1")


@given(st.integers(0, 10_000))
@few
def test_three_groups_have_the_peers_log_rank(seed):
    data = people(90, seed) | {"arm": [f"arm {n % 3}" for n in range(90)]}
    the_same_test(ask(data), data, 20)


@given(st.integers(0, 10_000))
@few
def test_where_events_compete_the_share_with_each_is_the_peers(seed):
    data = people(60, seed, competing=True)
    data["time"] = (np.array(data["time"]) + np.linspace(0, 0.9, 60)).tolist()
    times, seen, arms = cut(data, 20)
    for ours in ask(data).curves:
        there = arms == ours.group
        peer = AalenJohansenFitter().fit(times[there], seen[there], event_of_interest=1)
        shares = peer.cumulative_density_.loc[ours.times].to_numpy()[:, 0]
        assert ours.shares == pytest.approx(shares, **CLOSE)
