"""Places together, shares, many questions and raters beside statsmodels.

Where places differ by less than chance, DerSimonian and Laird's sum falls below 0. statsmodels goes on with the
negative variance, so its interval is narrower than if all places were alike; here it is 0. That is a fault of the
peer, and the last of the first three tests holds the size of it.
"""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa, to_table
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from cydwaith.methods.effects import benjamini_hochberg, pooled, randomised
from cydwaith.methods.effects.pooled import spread_of
from cydwaith.methods.fidelity import IPS_25, agreement
from cydwaith.methods.survey import percentage
from tests.methods.effects.samples import EQOLISE
from tests.methods.effects.test_pooled import BCG, sites
from tests.methods.fidelity.test_agreement import by_two

few = settings(max_examples=25, deadline=None)
CLOSE = {"rel": 1e-9, "abs": 1e-9}
results = st.lists(st.tuples(st.integers(-500, 500), st.integers(10, 900)), min_size=3, max_size=20)
shares = st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def peers_sum(effects, errors):
    """The peer's answer: the mean, its error, the variance between, Q, and the fixed mean with its error.

    Numpy's warnings are silenced: with a variance far enough below 0 the peer's errors are roots of negative numbers.
    """
    with np.errstate(all="ignore"):
        peer = combine_effects(np.array(effects), np.array(errors) ** 2, method_re="dl")
    return (
        peer.mean_effect_re, peer.sd_eff_w_re, peer.tau2, peer.q, peer.mean_effect_fe, peer.sd_eff_w_fe,
    )  # fmt: skip


def our_sum(effects, errors):
    found = spread_of(np.array(effects), np.array(errors))
    return found.mean, found.error, found.tau2, found.q, found.fixed, found.fixed_error


def test_thirteen_trials_together_are_the_peers():
    logs = [np.log(a / (a + b) / (c / (c + d))) for a, b, c, d in BCG]
    errors = [(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)) ** 0.5 for a, b, c, d in BCG]
    assert our_sum(logs, errors) == pytest.approx(peers_sum(logs, errors), **CLOSE)
    peer = combine_effects(np.array(logs), np.array(errors) ** 2, method_re="dl")
    found, ends = pooled(logs, errors), peer.conf_int()[1]
    assert (found.low, found.high) == pytest.approx(ends, **CLOSE)
    assert found.details["i2"] == pytest.approx(100 * peer.i2, **CLOSE)


@given(results)
@few
def test_places_that_differ_beyond_chance_are_pooled_as_by_the_peer_and_others_as_if_alike(pairs):
    effects, errors = (list(part) for part in zip(*pairs, strict=True))
    ours, peers = our_sum(effects, errors), peers_sum(effects, errors)
    assert ours[3:] == pytest.approx(peers[3:], **CLOSE)
    if peers[2] >= 0:
        assert ours[:3] == pytest.approx(peers[:3], **CLOSE)
    else:
        assert ours[:3] == pytest.approx((*peers[4:], 0.0), **CLOSE)


def test_on_the_sixteen_sites_the_peer_has_a_negative_variance_and_too_narrow_an_interval():
    answers = [one for _, one in sites()]
    effects, errors = [one.effect for one in answers], [one.standard_error for one in answers]
    ours, peers = our_sum(effects, errors), peers_sum(effects, errors)
    assert (round(peers[2]), round(peers[1], 1)) == (-475522, 253.7)
    assert (ours[2], round(ours[1], 1)) == (0.0, 347.4)
    assert ours[3:] == pytest.approx(peers[3:], **CLOSE)
    assert peers[1] < peers[5] == pytest.approx(ours[1])


@given(shares, st.sampled_from([0.8, 0.95, 0.99]))
@few
def test_a_percentage_has_the_peers_wilson_interval(share, confidence):
    n, of = share
    found = percentage(n, of, confidence=confidence)
    low, high = proportion_confint(n, of, alpha=1 - confidence, method="wilson")
    assert (found.low, found.high) == pytest.approx((100 * low, 100 * high), rel=1e-9, abs=1e-9)


def in_arms(hits, people, other_hits, others):
    worked = [1] * hits + [0] * (people - hits) + [1] * other_hits + [0] * (others - other_hits)
    return {"worked": worked, "arm": ["yes"] * people + ["no"] * others}


def the_same_interval(found, counts):
    for method, compare, ours in (
        ("newcomb", "diff", found.details["newcombe"]),
        ("log", "ratio", (found.details["risk_ratio"]["low"], found.details["risk_ratio"]["high"])),
    ):
        scale = 100 if compare == "diff" else 1
        if None not in ours:
            peer = confint_proportions_2indep(*counts, method=method, compare=compare)
            assert ours == pytest.approx(scale * np.array(peer), rel=1e-9, abs=1e-9)


def test_two_shares_of_eqolise_have_the_peers_newcombe_and_risk_ratio():
    found = randomised(EQOLISE, outcome="worked", arm="arm", treated="IPS", control="vocational")
    the_same_interval(found, (85, 156, 43, 156))
    assert (found.low, found.high) == found.details["newcombe"]


@given(shares, shares)
@few
def test_any_two_shares_have_the_peers_newcombe_and_risk_ratio(one, other):
    assume(one[1] > 1 and other[1] > 1 and 0 < one[0] + other[0] < one[1] + other[1])
    data = in_arms(*one, *other)
    found = randomised(data, outcome="worked", arm="arm", treated="yes", control="no")
    the_same_interval(found, (*one, *other))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.sampled_from([0.01, 0.05, 0.2]))
@few
def test_many_questions_stand_or_fall_as_with_the_peer(p_values, level):
    found = benjamini_hochberg(p_values, level=level)
    stands, adjusted, *_ = multipletests(p_values, alpha=level, method="fdr_bh")
    assert found.adjusted == pytest.approx(adjusted, rel=1e-12)
    assert list(found.stands) == list(stands)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=5, max_size=25))
@few
def test_two_raters_agree_by_the_peers_weighted_kappa(pairs):
    found = agreement(IPS_25, by_two(pairs))
    assume(found.kappa is not None)
    table, _ = to_table(np.array(pairs), bins=np.arange(0.5, 6))
    assert found.kappa == pytest.approx(cohens_kappa(table, wt="quadratic", return_results=False), abs=1e-9)
