"""A live server's recorded results, given its groups, to 1e-9."""

import numpy as np
import pytest

from cydwaith.methods.opinion import opinion_map, statement_statistics
from tests.methods.opinion.conversations import recorded

CLOSE = {"abs": 1e-9, "rel": 0}
NAMES = pytest.mark.parametrize("name", ["small", "meta"])


@pytest.fixture
def found(name):
    given = recorded(name)
    return opinion_map(given.votes, moderation=given.moderation, meta=given.meta, groups=given.groups)


@NAMES
def test_the_centre_and_both_components_are_the_servers(name, found):
    pca = recorded(name).math["pca"]
    assert list(found.statements) == recorded(name).math["tids"]
    assert found.plane.centre == pytest.approx(-np.array(pca["center"]), **CLOSE)
    for ours, theirs in zip(found.plane.components, pca["comps"], strict=True):
        sign = np.sign(ours @ theirs)
        assert sign * ours == pytest.approx(np.array(theirs), **CLOSE)
    assert found.plane.extremity == pytest.approx(np.array(pca["comment-extremity"]), **CLOSE)


@NAMES
def test_everybody_stands_where_the_server_put_them(name, found):
    math = recorded(name).math
    base, place = math["base-clusters"], {who: n for n, who in enumerate(found.participants)}
    rows = [place[who] for (who,) in base["members"]]
    for axis, key in enumerate(("x", "y")):
        ours, theirs = found.position[rows, axis], np.array(base[key])
        assert np.sign(ours @ theirs) * ours == pytest.approx(theirs, **CLOSE)


@NAMES
def test_consensus_across_groups_and_priorities_are_the_servers(name, found):
    math = recorded(name).math
    across = dict(zip(found.statements, found.statistics.agree_across, strict=True))
    assert across == pytest.approx(
        {int(key): value for key, value in math["group-aware-consensus"].items()}, **CLOSE
    )
    assert found.priorities == pytest.approx(
        {int(key): value for key, value in math["comment-priorities"].items()}, **CLOSE
    )


@NAMES
def test_every_count_by_group_is_the_servers(name, found):
    for group, votes in recorded(name).math["group-votes"].items():
        n = found.statistics.groups.index(int(group))
        assert found.statistics.people[n] == votes["n-members"]
        for statement, counts in votes["votes"].items():
            at = (n, found.statements.index(int(statement)))
            ours = found.statistics.counts
            assert (ours.agree[at], ours.disagree[at], ours.seen[at]) == (
                counts["A"],
                counts["D"],
                counts["S"],
            )


@NAMES
def test_the_representative_statements_are_the_servers_in_its_order(name, found):
    for group, listed in recorded(name).math["repness"].items():
        ours = found.statistics.representative[int(group)]
        assert [(one.statement, one.direction) for one in ours] == [
            (one["tid"], one["repful-for"]) for one in listed
        ]
        for mine, theirs in zip(ours, listed, strict=True):
            assert (mine.success, mine.trials) == (theirs["n-success"], theirs["n-trials"])
            assert mine.best_agree == theirs.get("best-agree", False)
            assert mine.probability == pytest.approx(theirs["p-success"], **CLOSE)
            assert mine.probability_z == pytest.approx(theirs["p-test"], **CLOSE)
            assert mine.repness == pytest.approx(theirs["repness"], **CLOSE)
            assert mine.repness_z == pytest.approx(theirs["repness-test"], abs=1e-6)  # recorded in 32 bits


@NAMES
def test_what_all_agree_and_disagree_on_is_the_servers(name, found):
    math = recorded(name).math["consensus"]
    for ours, theirs in (
        (found.statistics.consensus_agree, math["agree"]),
        (found.statistics.consensus_disagree, math["disagree"]),
    ):
        assert [(one.statement, one.success, one.trials) for one in ours] == [
            (one["tid"], one["n-success"], one["n-trials"]) for one in theirs
        ]
        for mine, recorded_one in zip(ours, theirs, strict=True):
            assert mine.probability == pytest.approx(recorded_one["p-success"], **CLOSE)
            assert mine.z == pytest.approx(recorded_one["p-test"], **CLOSE)


def test_the_statistics_alone_are_those_of_the_map():
    given = recorded("meta")
    alone = statement_statistics(given.votes, given.groups, moderation=given.moderation, meta=given.meta)
    whole = opinion_map(given.votes, moderation=given.moderation, meta=given.meta, groups=given.groups)
    assert alone.representative == whole.statistics.representative
    assert np.array_equal(alone.rat, whole.statistics.rat)
