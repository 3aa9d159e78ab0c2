"""Regressions beside statsmodels: people in arms, an offer taken up, weights, and a line with a step.

They agree wherever both answer. Two conventions are matched here: the peer's two stages give no robust errors (its
``get_robustcov_results`` raises AttributeError), so one step of its GMM stands for them, which is HC0; and its
Newey-West errors are corrected by n / (n - k) only when asked, which ours always are.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.regression.linear_model import OLS, WLS
from statsmodels.sandbox.regression.gmm import IV2SLS, LinearIVGMM
from statsmodels.stats.diagnostic import acorr_ljungbox

from cydwaith.methods.effects import instrumented, interrupted, randomised, weighted
from cydwaith.methods.effects.regression import ERRORS, ols
from cydwaith.methods.effects.segments import design as segments
from cydwaith.methods.effects.segments import ljung_box, newey_west_lags
from tests.methods.effects.samples import COVARIATES, jtpa, jtpa_trained, nsw_and_cps, numbers, trial
from tests.methods.effects.test_instrumented import offers
from tests.methods.effects.test_interrupted import admissions

few = settings(max_examples=8, deadline=None)
seeds = st.integers(0, 10_000)
CLOSE = {"rel": 1e-9}


def lin(data, outcome, arm, covariates):
    """Lin's design: the arm, each covariate less its mean, and both together."""
    own = (
        np.column_stack([data[name] for name in covariates]) if covariates else np.zeros((len(data[arm]), 0))
    )
    own = own - own.mean(axis=0)
    return data[outcome], np.column_stack([np.ones(len(own)), data[arm], own, own * data[arm][:, None]])


def the_same_by_every_error(data, outcome, arm, covariates):
    peer = OLS(*lin(data, outcome, arm, covariates)).fit()
    robust = {kind: float(getattr(peer, f"{kind}_se")[1]) for kind in ERRORS}
    for kind in ERRORS:
        ours = randomised(data, outcome=outcome, arm=arm, covariates=covariates, errors=kind)
        assert (ours.effect, ours.standard_error) == pytest.approx((peer.params[1], robust[kind]), **CLOSE)
    assert ours.details["standard_errors"] == pytest.approx(
        robust | {"equal_variance": float(peer.bse[1])}, **CLOSE
    )


@pytest.mark.parametrize("covariates", [[], ["age", "education", "re74", "re75"]])
def test_a_difference_between_arms_of_the_nsw_experiment_has_the_peers_errors_of_each_kind(covariates):
    the_same_by_every_error(numbers("nsw/nsw_dw.csv"), "re78", "treat", covariates)


@given(seeds, st.integers(8, 60), st.booleans())
@few
def test_a_difference_between_any_two_arms_has_the_peers_errors_of_each_kind(seed, people, adjusted):
    the_same_by_every_error(trial(people, seed), "y", "arm", ["x"] if adjusted else [])


def test_errors_by_site_of_the_jtpa_women_are_the_peers():
    data = jtpa()
    ours = randomised(data, outcome="Y", arm="T", cluster="site")
    sites = np.unique(data["site"], return_inverse=True)[1]
    peer = OLS(*lin(data, "Y", "T", [])).fit(cov_type="cluster", cov_kwds={"groups": sites})
    assert (ours.effect, ours.standard_error) == pytest.approx((peer.params[1], peer.bse[1]), **CLOSE)


@given(seeds, st.booleans())
@few
def test_errors_by_group_of_any_trial_are_the_peers(seed, adjusted):
    data, covariates = trial(96, seed), ["x"] if adjusted else []
    ours = randomised(data, outcome="y", arm="arm", cluster="group", covariates=covariates)
    peer = OLS(*lin(data, "y", "arm", covariates)).fit(cov_type="cluster", cov_kwds={"groups": data["group"]})
    assert (ours.effect, ours.standard_error) == pytest.approx((peer.params[1], peer.bse[1]), **CLOSE)


@given(seeds, st.sampled_from(ERRORS))
@few
def test_a_regression_with_weights_is_the_peers(seed, errors):
    dice = np.random.default_rng(seed)
    design = np.column_stack([np.ones(40), dice.normal(size=(40, 2))])
    outcome, weights = dice.normal(size=40), dice.uniform(0.1, 3, 40)
    ours = ols(outcome, design, weights=weights, errors=errors)
    peer = WLS(outcome, design, weights=weights).fit()
    assert ours.coefficients == pytest.approx(peer.params, **CLOSE)
    assert np.sqrt(np.diag(ours.covariance)) == pytest.approx(getattr(peer, f"{errors}_se"), **CLOSE)


def test_the_regression_beside_entropy_balancing_is_the_peers():
    data = nsw_and_cps()
    ours = weighted(
        data, outcome="re78", treated="treat", covariates=COVARIATES, earlier=["re74", "re75"], errors="HC1"
    )
    beside = {one.key: one for one in ours.sensitivities}["regression"]
    design = np.column_stack(
        [np.ones(len(data["treat"])), data["treat"], *(data[name] for name in COVARIATES)]
    )
    peer = OLS(data["re78"], design).fit()
    ends = peer.params[1] + np.array([-1, 1]) * 1.959963984540054 * peer.HC1_se[1]
    assert (beside.effect, beside.low, beside.high) == pytest.approx((peer.params[1], *ends), rel=1e-7)


def two_stages(data, outcome, offered, took):
    one = np.ones(len(data[outcome]))
    return data[outcome], np.column_stack([one, data[took]]), np.column_stack([one, data[offered]])


def the_same_by_two_stages(data, outcome, offered, took, **more):
    y, design, instruments = two_stages(data, outcome, offered, took)
    plain = IV2SLS(y, design, instruments).fit()
    step = LinearIVGMM(y, design, instruments).fit(
        maxiter=0,
        inv_weights=instruments.T @ instruments / len(y),
        has_optimal_weights=False,
        optim_args={"disp": 0},
    )
    for errors, correction in (("HC0", 1.0), ("HC1", len(y) / (len(y) - 2))):
        ours = instrumented(data, outcome=outcome, offered=offered, took_part=took, errors=errors, **more)
        assert ours.effect == pytest.approx(plain.params[1], **CLOSE)
        assert ours.standard_error == pytest.approx(step.bse[1] * correction**0.5, rel=1e-7)
    return ours


def test_the_effect_of_training_on_the_jtpa_women_is_the_peers_by_two_stages_and_by_gmm():
    found = the_same_by_two_stages(jtpa_trained(), "Y", "T", "D", allocation=2 / 3)
    assert (round(found.effect), round(found.standard_error)) == (1942, 560)


@given(seeds, st.integers(100, 400))
@few
def test_the_effect_of_taking_part_is_the_peers_for_any_offer(seed, people):
    the_same_by_two_stages(offers(people, seed), "y", "offer", "part")


def of_counts(errors, **kind):
    data = admissions()
    ours = interrupted(
        data, outcome="cases", time="month", change="2024-01", exposure="people", family="quasipoisson",
        season=12, protocol="the law of that January", errors=errors,
    )  # fmt: skip
    columns = segments(59, 36, slope=True, season=12)
    model = GLM(np.array(data["cases"]), columns, family=Poisson(), exposure=np.array(data["people"]))
    return ours, model.fit(tol=1e-13, **kind)


def test_a_step_in_counts_and_its_spread_are_the_peers():
    ours, peer = of_counts("model", scale="X2")
    assert [np.log(ours.level.effect), np.log(ours.slope.effect)] == pytest.approx(peer.params[2:4], **CLOSE)
    assert [ours.level.standard_error, ours.slope.standard_error] == pytest.approx(peer.bse[2:4], **CLOSE)
    assert ours.dispersion == pytest.approx(peer.scale, **CLOSE)
    assert [ours.level.low, ours.level.high] == pytest.approx(np.exp(peer.conf_int()[2]), **CLOSE)
    assert ours.fitted == pytest.approx(peer.fittedvalues, **CLOSE)


def test_the_errors_of_a_step_in_counts_that_know_of_neighbours_are_the_peers():
    lags = newey_west_lags(59)
    ours, peer = of_counts("newey_west", cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True})
    assert [ours.level.standard_error, ours.slope.standard_error] == pytest.approx(peer.bse[2:4], **CLOSE)


@given(seeds, st.integers(24, 90), st.booleans(), st.integers(0, 6))
@few
def test_a_step_in_a_line_has_the_peers_errors_interval_and_test_of_what_is_left(seed, points, slope, lags):
    values = np.cumsum(np.random.default_rng(seed).normal(size=points))
    asked = {"change": 13, "slope": slope, "lags": lags, "protocol": "p"}
    columns = segments(points, 12, slope=slope, season=None)
    for errors, kind in (
        ("model", {}),
        (
            "newey_west",
            {"cov_type": "HAC", "cov_kwds": {"maxlags": lags, "use_correction": True}, "use_t": True},
        ),
    ):
        ours = interrupted(values.tolist(), **asked, errors=errors)
        peer = OLS(values, columns).fit(**kind)
        found = (ours.level.effect, ours.level.standard_error, ours.level.low, ours.level.high)
        assert found == pytest.approx((peer.params[2], peer.bse[2], *peer.conf_int()[2]), rel=1e-7)
    back = min(12, points // 5)
    left = acorr_ljungbox(peer.resid, lags=[back])["lb_pvalue"].iloc[0]
    assert ours.autocorrelation == pytest.approx(left, rel=1e-7)
    assert ljung_box(peer.resid, back) == pytest.approx(left, rel=1e-9)
