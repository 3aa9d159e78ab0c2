"""Published conversations: the published groups by a floor, and the published statistics given them."""

import numpy as np
import pytest

from cydwaith.methods.opinion import adjusted_rand, opinion_map, statement_statistics
from tests.methods.opinion.conversations import published

FLOORS = {"biodiversity-nz": 0.95, "san-juan-farmland": 0.9, "brexit-consensus": 0.8}
NAMES = pytest.mark.parametrize("name", FLOORS)


@NAMES
def test_the_published_groups_are_found_again(name):
    given = published(name)
    found = opinion_map(given.votes, moderation=given.moderation)
    both = [n for n, group in enumerate(given.groups) if group is not None and found.label[n] >= 0]
    ours = [found.label[n] for n in both]
    assert adjusted_rand(ours, [given.groups[n] for n in both]) >= FLOORS[name]
    assert int((found.label >= 0).sum()) == given.expected["participants_with_7_or_more_votes"]
    assert [one.name for one in found.groups] == ["A", "B"]
    assert found.groups[0].people >= found.groups[1].people
    assert found.stability.agreement >= found.policy.agreement


@NAMES
def test_the_spread_along_both_axes_is_the_published_one(name):
    given = published(name)
    found = opinion_map(given.votes, moderation=given.moderation, groups=given.groups)
    total = found.plane.shares[0] / found.plane.shares[1]
    one, two = given.expected["singular_values_top2"]
    assert total == pytest.approx((one / two) ** 2, abs=1e-9)


@NAMES
def test_given_the_published_groups_the_lists_are_the_published_ones(name):
    given = published(name)
    found = statement_statistics(given.votes, given.groups, moderation=given.moderation)
    wanted = given.expected["given_published_groups"]
    for group, listed in wanted["representative"].items():
        assert [[one.statement, one.direction] for one in found.representative[group]] == listed
    across = dict(zip(found.statements, found.agree_across, strict=True))
    for statement, value in wanted["group_aware_consensus_all"].items():
        assert across[int(statement)] == pytest.approx(value, abs=1e-9)
    assert [one.statement for one in found.consensus_agree] == given.expected[
        "consensus_agree_top5_all_participants"
    ]
    assert [one.statement for one in found.consensus_disagree] == given.expected[
        "consensus_disagree_top5_all_participants"
    ]


@NAMES
def test_every_vote_published_is_counted(name):
    given = published(name)
    counts = statement_statistics(given.votes, given.groups).everyone
    keys = ("votes_in_matrix", "agree", "disagree", "pass")
    sums = [part.sum() for part in (counts.seen, counts.agree, counts.disagree, counts.passed)]
    assert np.array_equal(sums, [given.expected[key] for key in keys])
