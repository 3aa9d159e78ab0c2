"""Laws of the map: whatever should make no difference makes none."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.opinion import adjusted_rand, opinion_map, read_votes, statement_statistics
from tests.methods.opinion.conversations import camps

SEEDS = st.integers(0, 10_000)
few = settings(max_examples=8, deadline=None)


def small(seed, people=9, statements=6):
    rng = np.random.default_rng(seed)
    return rng.choice([1.0, 0.0, -1.0, np.nan], size=(people, statements), p=[0.35, 0.15, 0.25, 0.25])


def same_plane(one, other, signs=(1, 1)):
    for ours, theirs, sign in zip(one.plane.components, other.plane.components, signs, strict=True):
        assert ours == pytest.approx(sign * theirs, abs=1e-8)


@few
@given(SEEDS)
def test_people_in_another_order_stand_in_the_same_place_and_group(seed):
    votes = camps(seed=seed)
    order = np.random.default_rng(seed).permutation(len(votes))
    one, other = opinion_map(votes, resamples=0), opinion_map(votes[order], resamples=0)
    assert other.position == pytest.approx(one.position[order], abs=1e-8)
    assert other.label.tolist() == one.label[order].tolist()
    assert other.priority == pytest.approx(one.priority)


@few
@given(SEEDS)
def test_people_by_another_name_stand_in_the_same_place_and_group(seed):
    votes = camps(seed=seed)
    names = [f"x{n}" for n in np.random.default_rng(seed).permutation(len(votes))]
    one = opinion_map(votes, resamples=3)
    other = opinion_map(read_votes(votes, participants=names), resamples=3)
    assert np.array_equal(one.position, other.position)
    assert one.stability == other.stability


@few
@given(SEEDS)
def test_statements_in_another_order_change_no_statement_and_no_group(seed):
    votes = camps(seed=seed)
    order = np.random.default_rng(seed).permutation(votes.shape[1])
    one, other = opinion_map(votes, resamples=0), opinion_map(votes[:, order], resamples=0)
    assert adjusted_rand(one.label, other.label) == 1
    assert other.plane.extremity == pytest.approx(one.plane.extremity[order], abs=1e-8)
    assert other.statistics.agree_across == pytest.approx(one.statistics.agree_across[order])


def test_the_same_votes_give_the_same_to_the_bit():
    votes = camps()
    one, other = opinion_map(votes), opinion_map(votes.copy())
    assert one.to_dict() == other.to_dict()
    assert np.array_equal(one.position, other.position)


def test_turning_every_vote_round_turns_the_statistics_round():
    votes = camps()
    groups = ["A"] * 30 + ["B"] * 20
    one, other = statement_statistics(votes, groups), statement_statistics(-votes, groups)
    for ours, theirs in (("pa", "pd"), ("pat", "pdt"), ("ra", "rd"), ("rat", "rdt")):
        assert np.array_equal(getattr(one, ours), getattr(other, theirs))
    assert np.array_equal(one.agree_across, other.disagree_across)
    assert [a.statement for a in one.consensus_agree] == [a.statement for a in other.consensus_disagree]


@few
@given(SEEDS)
def test_a_statement_given_twice_has_the_same_statistics_and_loading_twice(seed):
    votes = small(seed)
    found = opinion_map(np.column_stack([votes, votes[:, 0]]), groups=["A"] * 4 + ["B"] * 5)
    for values in (found.statistics.pa, found.statistics.rat, found.plane.components):
        assert values[:, 0] == pytest.approx(values[:, -1], abs=1e-8)
    assert found.priority[0] == pytest.approx(found.priority[-1])


@few
@given(SEEDS)
def test_somebody_who_passes_on_all_changes_no_agreement_count_but_every_number_seen(seed):
    votes = small(seed)
    groups = ["A"] * 4 + ["B"] * 5
    one = statement_statistics(votes, groups)
    other = statement_statistics(np.vstack([votes, np.zeros(votes.shape[1])]), [*groups, "A"])
    assert np.array_equal(one.counts.agree, other.counts.agree)
    assert np.array_equal(one.counts.seen[0] + 1, other.counts.seen[0])
    assert np.array_equal(one.counts.seen[1], other.counts.seen[1])
    assert (other.pa[0] < one.pa[0]).all()


@few
@given(SEEDS, st.integers(0, 5))
def test_rejecting_a_statement_changes_no_statistic_and_takes_it_off_every_list(seed, rejected):
    votes, groups = small(seed), ["A"] * 4 + ["B"] * 5
    one = statement_statistics(votes, groups)
    other = statement_statistics(votes, groups, moderation={rejected: -1})
    for name in ("pa", "pat", "ra", "rat", "pd", "pdt", "rd", "rdt", "agree_across"):
        assert np.array_equal(getattr(one, name), getattr(other, name))
    listed = [entry.statement for entries in other.representative.values() for entry in entries]
    both = (*other.consensus_agree, *other.consensus_disagree)
    assert rejected not in [*listed, *(entry.statement for entry in both)]
    meta = statement_statistics(votes, groups, meta=[rejected])
    assert meta.representative == other.representative


def test_a_rejected_statement_moves_nobody_whatever_was_voted_on_it():
    votes = camps()
    other = votes.copy()
    other[:, 3] = -votes[:, 3]
    one, two = (opinion_map(each, moderation={3: -1}, resamples=0) for each in (votes, other))
    assert np.array_equal(one.position, two.position)
    assert (one.plane.centre[3], *one.plane.components[:, 3]) == (0, 0, 0)


@few
@given(SEEDS)
def test_groups_may_be_renamed_and_people_outside_them_count_only_for_everyone(seed):
    votes = small(seed)
    names = np.array(["A", "A", "A", "A", "B", "B", "B", "B", None])
    one = statement_statistics(votes, names.tolist())
    other = statement_statistics(votes, [{"A": "Y", "B": "X", None: None}[name] for name in names])
    assert np.array_equal(one.rat, other.rat[::-1])
    assert one.agree_across == pytest.approx(other.agree_across)
    without = statement_statistics(votes[:8], names[:8].tolist())
    assert np.array_equal(without.pa, one.pa)
    assert np.array_equal(one.everyone.seen - without.everyone.seen, ~np.isnan(votes[8]))


@few
@given(SEEDS)
def test_the_plane_is_that_of_a_plain_decomposition_of_the_filled_in_matrix(seed):
    votes = small(seed, people=50, statements=40)
    votes[0] = 1
    found = opinion_map(votes, groups=["A"] * 50)
    centred = np.nan_to_num(votes - np.nanmean(votes, axis=0))
    _, values, right = np.linalg.svd(centred)
    for n in (0, 1):
        assert abs(found.plane.components[n] @ right[n]) == pytest.approx(1, abs=1e-7)
    assert found.plane.shares == pytest.approx(values[:2] ** 2 / (values**2).sum())
    seen = (~np.isnan(votes)).sum(axis=1)
    assert found.position == pytest.approx(
        centred @ found.plane.components.T * np.sqrt(40 / np.maximum(1, seen))[:, None]
    )


def test_a_component_points_where_its_largest_loading_is_positive():
    components = opinion_map(camps(), resamples=0).plane.components
    for component in components:
        assert component[np.argmax(np.abs(component))] > 0
