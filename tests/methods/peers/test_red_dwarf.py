"""Opinion maps beside red-dwarf, given the same groups: the plane, where people stand, statistics, lists, priorities.

They agree, with these in mind. A component may point either way; here it points where its largest loading is positive.
Above 500 people or statements the peer's components are drawn by chance and right to five figures only, so it is asked
for the exact ones, which ours always are. And one fault of the peer: where a group agrees on nothing distinctly, its
list is empty even though the group disagrees with something distinctly; ours names that.
"""

import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.opinion import opinion_map, read_votes
from tests.methods.opinion.conversations import camps, published, recorded

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pydantic's, about the peer's own models
    from reddwarf.utils.consensus import select_consensus_statements
    from reddwarf.utils.matrix import simple_filter_matrix
    from reddwarf.utils.reducer.base import run_reducer
    from reddwarf.utils.reducer.pca import calculate_extremity
    from reddwarf.utils.stats import calculate_comment_statistics_dataframes as statistics_of
    from reddwarf.utils.stats import priority_metric, select_representative_statements

few = settings(max_examples=12, deadline=None)
CLOSE = {"rel": 1e-9, "abs": 1e-9}
RECORDED = ("small", "meta")
PUBLISHED = ("biodiversity-nz", "san-juan-farmland", "brexit-consensus")


def conversation(name):
    """Votes, moderation, meta statements and groups of a real conversation."""
    if name in RECORDED:
        given_ = recorded(name)
        return given_.votes, given_.moderation, given_.meta, given_.groups
    found = published(name)
    return found.votes, found.moderation, [], found.groups


def cells(votes):
    """Votes as the peer has them: people x statements, empty where not seen."""
    found = np.full((len(votes.participants), len(votes.statements)), np.nan)
    found[votes.person, votes.item] = votes.vote
    return pd.DataFrame(found, list(votes.participants), pd.Index(votes.statements, name="statement_id"))


def rejected(ours):
    """The statements that stay out of the maths."""
    return [name for name, out in zip(ours.statements, ours.out, strict=True) if out]


def the_same_plane(ours, table, meta):
    votes = simple_filter_matrix(table, rejected(ours)).to_numpy()
    people, statements, pca = run_reducer(votes, reducer="pca", svd_solver="full")
    assert ours.plane.centre == pytest.approx(pca.mean_, **CLOSE)
    assert ours.plane.shares == pytest.approx(pca.explained_variance_ratio_, **CLOSE)
    for axis, component in enumerate(pca.components_):
        way = np.sign(ours.plane.components[axis] @ component)
        assert ours.plane.components[axis] == pytest.approx(way * component, **CLOSE)
        assert ours.position[:, axis] == pytest.approx(way * people[:, axis], **CLOSE)
    extremity = calculate_extremity(statements.T)
    assert ours.plane.extremity == pytest.approx(extremity, **CLOSE)
    counts = ours.statistics.counts.of_all()
    about = np.isin(ours.statements, list(meta))
    priority = priority_metric(about, counts.agree, counts.disagree, counts.seen, extremity)
    assert ours.priority == pytest.approx(priority, **CLOSE)


def the_same_statistics(ours, table):
    inside = ours.label >= 0
    by_group, across = statistics_of(table[inside], ours.label[inside])
    found = ours.statistics
    for name in ("pa", "pat", "ra", "rat", "pd", "pdt", "rd", "rdt"):
        assert getattr(found, name).ravel() == pytest.approx(by_group[name].to_numpy(), **CLOSE), name
    assert found.agree_across == pytest.approx(across["group-aware-consensus-agree"].to_numpy(), **CLOSE)
    assert found.disagree_across == pytest.approx(
        across["group-aware-consensus-disagree"].to_numpy(), **CLOSE
    )
    return by_group


def representative(ours, by_group):
    """Ours and the peer's list of each group, where the peer's fault does not empty its own."""
    found = ours.statistics
    for number, theirs in select_representative_statements(by_group, rejected(ours)).items():
        listed = found.representative[found.groups[number]]
        if theirs or not listed:
            yield listed, theirs
        else:
            assert {(one.direction, one.best_agree) for one in listed} == {("disagree", False)}


def consensus(ours, table):
    theirs, found = select_consensus_statements(table, rejected(ours)), ours.statistics
    return (found.consensus_agree, theirs["agree"]), (found.consensus_disagree, theirs["disagree"])


def the_same_names(ours, table, by_group):
    for listed, theirs in representative(ours, by_group):
        assert [(one.statement, one.direction, one.best_agree) for one in listed] == [
            (one["tid"], one["repful-for"], one.get("best-agree", False)) for one in theirs
        ]
    for listed, theirs in consensus(ours, table):
        assert [one.statement for one in listed] == [one["tid"] for one in theirs]


def the_same_strengths(ours, table, by_group):
    """Of statements that are level the peer takes any, so it is strengths that are compared."""
    for listed, theirs in representative(ours, by_group):
        mine = [one.repness * one.repness_z * one.probability * one.probability_z for one in listed]
        peers = [one["repness"] * one["repness-test"] * one["p-success"] * one["p-test"] for one in theirs]
        assert sorted(mine) == pytest.approx(sorted(peers), **CLOSE)
    for listed, theirs in consensus(ours, table):
        peers = [one["p-success"] * one["p-test"] for one in theirs]
        assert [one.probability * one.z for one in listed] == pytest.approx(peers, **CLOSE)


@pytest.mark.parametrize("name", RECORDED + PUBLISHED)
def test_a_real_conversation_has_the_peers_plane_statistics_priorities_and_lists(name):
    votes, moderation, meta, groups = conversation(name)
    ours, table = opinion_map(votes, moderation=moderation, meta=meta, groups=groups), cells(votes)
    the_same_plane(ours, table, meta)
    the_same_names(ours, table, the_same_statistics(ours, table))


@given(st.integers(0, 10_000), st.integers(8, 30), st.floats(0.4, 1), st.sets(st.integers(0, 7), max_size=2))
@few
def test_any_conversation_in_any_groups_has_the_peers_plane_statistics_priorities_and_lists(
    seed, statements, said, out
):
    votes = read_votes(camps((14, 10, 6), statements, seed, said))
    groups = np.random.default_rng(seed).permutation(list("aaabbc") * 5).tolist()
    ours = opinion_map(votes, moderation=dict.fromkeys(sorted(out), -1), groups=groups)
    table = cells(votes)
    the_same_plane(ours, table, [])
    the_same_strengths(ours, table, the_same_statistics(ours, table))
