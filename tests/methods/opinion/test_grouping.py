"""The parts of the grouping against slow and obvious ways."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods import opinion
from cydwaith.methods.opinion import kmeans, opinion_map
from cydwaith.methods.opinion.grouping import grouped
from tests.methods.opinion.conversations import camps

few = settings(max_examples=20, deadline=None)


def points(seed, many):
    return np.random.default_rng(seed).normal(size=(many, 2)).round(3)


def plain_silhouette(there, label):
    scores = []
    for i, own in enumerate(label):
        away = {}
        for j, other in enumerate(label):
            if i != j:
                away.setdefault(other, []).append(math.dist(there[i], there[j]))
        if own not in away:
            scores.append(0.0)
            continue
        inside = sum(away[own]) / len(away[own])
        outside = min(sum(each) / len(each) for other, each in away.items() if other != own)
        scores.append((outside - inside) / max(inside, outside))
    return sum(scores) / len(scores)


@few
@given(st.integers(0, 1000), st.integers(2, 4))
def test_the_silhouette_of_weighted_points_is_that_of_as_many_people(seed, k):
    rng = np.random.default_rng(seed)
    there, weights = points(seed, 9), rng.integers(1, 4, 9)
    label = np.concatenate([np.arange(k), rng.integers(0, k, 9 - k)])
    ours = kmeans.silhouette(there, weights.astype(float), label)
    theirs = plain_silhouette(np.repeat(there, weights, axis=0), np.repeat(label, weights))
    assert ours == pytest.approx(theirs)


def test_points_in_one_place_and_one_point_score_0():
    assert kmeans.silhouette(np.zeros((4, 2)), np.ones(4), np.array([0, 0, 1, 1])) == 0
    assert kmeans.silhouette(np.array([[0.0, 0], [9, 9]]), np.ones(2), np.array([0, 1])) == 0


@few
@given(st.integers(0, 1000))
def test_settling_never_loosens_and_ends_where_each_centre_is_the_middle_of_its_own(seed):
    there, weights = points(seed, 40), np.random.default_rng(seed).integers(1, 5, 40).astype(float)
    start = there[:4]
    centres = kmeans.settle(there, weights, start, rounds=200, still=1e-12)
    assert kmeans.inertia(there, weights, centres) <= kmeans.inertia(there, weights, start)
    label = kmeans.nearest(there, centres)
    for n, centre in enumerate(centres):
        mine = label == n
        assert centre == pytest.approx(np.average(there[mine], axis=0, weights=weights[mine]))


def test_a_centre_that_nobody_is_near_is_dropped():
    there = np.array([[0.0, 0], [1, 0]])
    found = kmeans.settle(there, np.ones(2), np.array([[0.0, 0], [1, 0], [50, 50]]), rounds=9, still=0.01)
    assert found.tolist() == [[0, 0], [1, 0]]


def test_starts_far_apart_begin_at_the_edge_and_repeat_no_place():
    there = np.array([[0.0, 0], [0, 0], [1, 0], [5, 0]])
    assert kmeans.far_apart(there, np.ones(4), 3).tolist() == [[5, 0], [0, 0], [1, 0]]
    assert len(kmeans.far_apart(there, np.ones(4), 9)) == 3
    assert kmeans.far_apart(np.zeros((3, 2)), np.ones(3), 2).tolist() == [[0, 0]]


def test_slices_hold_equal_shares_of_people_and_not_of_places():
    there = np.array([[0.0, 0], [1, 1], [2, 2], [3, 3]])
    _, across, up = kmeans.spread_out(there, np.array([1.0, 1, 1, 3]), 2)
    assert across.tolist() == up.tolist() == [[1, 1], [3, 3]]


@pytest.mark.parametrize(("many", "most"), [(11, 2), (12, 3), (24, 4), (36, 5), (60, 5)])
def test_how_many_groups_are_tried_grows_with_how_many_there_are(many, most):
    tried = grouped(points(3, many), smallest=1).silhouettes
    assert max(tried) == most
    assert min(tried) == 2


def test_one_more_group_has_to_earn_its_place():
    four = np.repeat([[0.0, 0], [1, 0], [9, 0], [10, 0]], 10, axis=0) + points(1, 40) * 0.3
    found = grouped(four, smallest=5)
    assert found.silhouettes[2] > found.silhouettes[4]
    assert len(found.centres) == 2
    clear = np.repeat([[0.0, 0], [9, 0], [0, 9]], 15, axis=0) + points(1, 45) * 0.3
    assert len(grouped(clear, smallest=5).centres) == 3


def test_of_groups_as_large_the_left_one_is_first():
    there = np.repeat([[4.0, 0], [-4, 0]], 10, axis=0) + points(2, 20) * 0.1
    assert grouped(there, smallest=5).label.tolist() == [1] * 10 + [0] * 10


def test_at_most_a_thousand_people_are_drawn_and_another_seed_draws_others():
    votes = camps((600, 500), statements=8, seed=4)
    one = opinion_map(votes, resamples=2)
    assert one.stability.people == 1000
    noise = np.random.default_rng(1).choice([-1.0, 0.0, 1.0], size=(40, 9))
    drawn = [opinion_map(noise, resamples=3, seed=seed).stability for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0].lowest < drawn[0].agreement < 1


def test_what_is_public_is_this():
    assert opinion.__all__ == [
        "OpinionGroup", "OpinionMap", "Policy", "Representative", "Stability", "Standing", "Statistics", "Votes",
        "adjusted_rand", "next_statement", "opinion_map", "priorities", "read_votes", "statement_statistics",
    ]  # fmt: skip
