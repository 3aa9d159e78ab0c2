"""What others may call: pinned, and cheap to bring in."""

import subprocess
import sys
from pathlib import Path

import pytest

from cydwaith import methods

SRC = str(Path(__file__).resolve().parents[2] / "src")
CALLED = {
    "budgets": "equal_shares greedy phragmen read_pabulib Election Project Ballot Outcome Decision COMPLETIONS BudgetError",
    "disclosure": "protect audit ranges rate mean money concentrated remember policy POLICIES Policy Cube Dimension Cell "
    "Release Kept Audit Finding Figure Group DisclosureError PersonTest person_test repeat_test",
    "effects": "randomised weighted staggered interrupted before_after time_to_event instrumented pooled "
    "benjamini_hochberg nearest_neighbour_matching DESIGNS FalseDiscovery Interrupted Staggered TimeToEvent",
    "fidelity": "rate compute_ips computed_to_dict agreement follow_along_level scale_from IPS_25 FidelityScale Item Band "
    "Rating Rated Standing ItemScore Agreement Computed IpsFacts JobKept JobcentreContact FidelityError",
    "ledger": "post reverse verify balances_on Books Account AccountKind Entry Transfer Standing Fault LedgerError",
    "matching": "deferred_acceptance blocking_pairs assign suggest timetable Matching Assignment Assigned Pair Timetable "
    "Topic Room Place MatchingError",
    "opinion": "opinion_map statement_statistics next_statement priorities adjusted_rand read_votes OpinionMap OpinionGroup "
    "Standing Statistics Representative Stability Policy Votes",
    "outcomes": "judge judge_many judge_stream cohort_rate rule_from spells_from person_from floor_from as_date Rule SustainedRule "
    "EarningsRule InWorkRule RetentionRule AnchorPoint Spell Absence Employment Person PayFloor WageRate Verdict Week "
    "CohortRate OutcomeError Cover Piece plain_hours plain_pounds",
    "spc": "xmr funnel RULE_SETS RuleSet Chart Recalculation Funnel FunnelPlace",
    "survey": "percentage tabulate stages RULES DenominatorRule NonAnswer Percentage Tabulated OptionRow Stage Stages SurveyError",
    "value": "case wellby model_from Case Line Assumptions Cost Outcome UnitValue Spread Swing Uncertainty Wellby ValueRefused",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CALLED))
def test_a_method_offers_these_names_and_no_others(name):
    assert sorted(getattr(methods, name).__all__) == sorted(CALLED[name].split())


def test_there_are_these_methods():
    assert set(methods.__all__) == {*CALLED, "measures", "pictures"}
    with pytest.raises(AttributeError, match="no method"):
        methods.guess  # noqa: B018


def loaded(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": SRC}, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_the_package_brings_in_nothing_until_a_method_is_asked_for():
    assert not {one.partition(".")[0] for one in loaded("cydwaith.methods")} & {
        "numpy",
        "scipy",
        "highspy",
        "django",
    }


@pytest.mark.parametrize("name", sorted(methods.__all__))
def test_no_method_brings_in_django_or_slow_parts_of_scipy(name):
    found = loaded(f"cydwaith.methods.{name}")
    assert "django" not in found
    assert "scipy.stats" not in found
