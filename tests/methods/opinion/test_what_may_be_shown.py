"""Every number that may be shown, counted by hand; every setting that is used unless another is given."""

import json

import numpy as np
import pytest

from cydwaith.methods.notes import MethodError
from cydwaith.methods.opinion import Policy, opinion_map, priorities, read_votes, statement_statistics
from cydwaith.methods.opinion.counts import Counts
from cydwaith.methods.opinion.policy import RANGES
from tests.methods.opinion.conversations import camps

# Eight people, three statements: agreed by six of eight, disagreed by all, seen by four.
VOTES = np.array(
    [[1.0, -1.0, 1.0]] * 3 + [[1.0, -1.0, np.nan]] * 3 + [[-1.0, -1.0, 0.0], [0.0, -1.0, np.nan]]
)


def test_a_statement_is_shown_with_its_counts_and_its_shares_to_one_decimal():
    said = opinion_map(VOTES, policy=Policy(smallest_group=4), resamples=0).to_dict()
    assert said["statements"] == [
        {"statement": 0, "n": 8, "agree": 6, "disagree": 1, "pass": 1, "agree_percent": 75.0, "disagree_percent": 12.5},
        {"statement": 1, "n": 8, "agree": 0, "disagree": 8, "pass": 0, "agree_percent": 0.0, "disagree_percent": 100.0},
        {"statement": 2, "n": 4, "agree": 3, "disagree": 0, "pass": 1, "agree_percent": 75.0, "disagree_percent": 0.0},
    ]  # fmt: skip
    assert (said["people"], said["people_in_groups"], said["groups"]) == (8, 0, [])
    # Of four, three agree: z is 2 sqrt(5) (4 / 5 - 1 / 2) = 1.34, just beyond 1.2816.
    assert said["consensus"] == {"agree": [0, 2], "disagree": [1]}
    assert said["policy"]["smallest_group"] == 4
    assert [one["code"] for one in said["notes"]] == ["not_the_public"]
    thirds = opinion_map(np.array([[1.0], [1.0], [-1.0]] * 2), policy=Policy(smallest_group=3), resamples=0)
    assert thirds.to_dict()["statements"][0]["agree_percent"] == 66.7
    assert thirds.to_dict()["statements"][0]["disagree_percent"] == 33.3


def test_how_many_statements_are_hidden_is_said():
    said = opinion_map(VOTES, resamples=0).to_dict()
    assert [one["statement"] for one in said["statements"]] == [0, 1]
    hidden = next(one for one in said["notes"] if one["code"] == "some_hidden")
    assert "1" in hidden["en"]
    assert said["consensus"]["agree"] == [0]


def test_by_group_every_number_is_of_that_group():
    groups = ["A"] * 3 + ["B"] * 5
    found = opinion_map(
        VOTES, groups=groups, policy=Policy(smallest_group=3, fewest_people=1, fewest_votes=1)
    )
    said = found.to_dict()
    first = said["statements"][0]
    assert first["groups"] == {
        "A": {"n": 3, "agree": 3, "disagree": 0, "pass": 0, "agree_percent": 100.0, "disagree_percent": 0.0},
        "B": {"n": 5, "agree": 3, "disagree": 1, "pass": 1, "agree_percent": 60.0, "disagree_percent": 20.0},
    }
    assert first["agree_across"] == pytest.approx(4 / 5 * 4 / 7)
    assert first["disagree_across"] == pytest.approx(1 / 5 * 2 / 7)
    assert "groups" not in said["statements"][2]
    assert said["people_in_groups"] == 8
    assert [(one["name"], one["people"]) for one in said["groups"]] == [("A", 3), ("B", 5)]
    assert set(said["representative"]) == {"A", "B"}
    assert said["variance"] == pytest.approx(found.plane.shares.tolist())
    assert (said["stability"], said["silhouettes"], said["refusals"]) == (None, {}, [])
    assert said["fingerprint"] == found.fingerprint
    json.dumps(said, allow_nan=False)


def test_what_tells_a_group_is_shown_with_its_stance():
    votes = np.array([[1.0, 1.0]] * 8 + [[-1.0, -1.0]] * 2 + [[1.0, 1.0]] * 20)
    policy = Policy(fewest_people=1, fewest_votes=1)
    said = opinion_map(votes, groups=["A"] * 10 + ["B"] * 20, policy=policy).to_dict()["representative"]
    listed = statement_statistics(votes, ["A"] * 10 + ["B"] * 20).representative
    for name in ("A", "B"):
        assert said[name] == [{"statement": one.statement, "stance": one.stance} for one in listed[name]]


def test_groups_are_shown_only_by_these_bars_unless_others_are_set():
    usual = Policy()
    assert (usual.smallest_group, usual.fewest_people, usual.fewest_votes) == (5, 30, 7)
    assert (usual.silhouette, usual.agreement) == (0.25, 0.6)
    assert opinion_map(camps(), resamples=1).policy == usual
    assert opinion_map(camps()).stability.resamples == 20


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("smallest_group", 1, 1000),
        ("fewest_people", 1, 1_000_000),
        ("fewest_votes", 1, 1000),
        ("silhouette", -1.0, 1.0),
        ("agreement", -1.0, 1.0),
    ],
)
def test_a_bar_may_be_set_from_its_lowest_to_its_highest(name, low, high):
    assert set(RANGES) == set(Policy.__slots__)
    assert getattr(Policy(**{name: low}), name) == low
    assert getattr(Policy(**{name: high}), name) == high
    for value in (low - 1, high + 1):
        with pytest.raises(MethodError, match=f"is {value}") as refused:
            Policy(**{name: value})
        assert (refused.value.code, refused.value.field) == ("out_of_range", name)


@pytest.mark.parametrize("resamples", [0, 1, 1000])
def test_resamples_may_be_none_or_a_thousand(resamples):
    assert opinion_map([[1]], resamples=resamples).refusals
    with pytest.raises(MethodError, match="1001") as refused:
        opinion_map([[1]], resamples=1001)
    assert (refused.value.code, refused.value.field) == ("out_of_range", "resamples")


def test_a_single_resample_has_nothing_to_be_compared_with():
    firm = opinion_map(camps(), resamples=1).stability
    assert np.isnan(firm.between)
    assert firm.agreement == firm.lowest


def test_a_priority_is_the_servers_formula():
    counts = Counts(np.array([6.0, 0.0]), np.array([2.0, 0.0]), np.array([10.0, 0.0]))
    found = priorities(counts, np.array([0.5, 2.0]), np.array([False, False]))
    old = (1 - 3 / 12) * 1.5 * 7 / 12 * (1 + 8 * 2 ** (-10 / 5))
    new = (1 - 1 / 2) * 3 * 1 / 2 * 9
    assert found == pytest.approx([old**2, new**2])


def test_the_bars_that_were_missed_are_said_with_both_numbers():
    found = opinion_map(camps((17, 12)), resamples=0)
    told = {one.code: one.words.en for one in found.refusals}
    assert "29" in told["too_few_people"]
    assert "30" in told["too_few_people"]
    assert "7" in told["too_few_people"]
    high = opinion_map(camps(), policy=Policy(silhouette=0.99)).refusals[0].words.en
    assert "0.99" in high


def test_a_wrong_state_is_named_by_its_statement():
    with pytest.raises(MethodError, match="odd") as refused:
        opinion_map([[1, 0]], moderation={1: "odd"})
    assert (refused.value.code, refused.value.row) == ("unknown_state", 1)
    with pytest.raises(MethodError) as refused:
        opinion_map([[1, 0]], moderation=[1, [2]])
    assert refused.value.code == "unknown_state"
    with pytest.raises(MethodError, match=r"1.*2") as refused:
        opinion_map([[1, 0]], moderation=[1])
    assert refused.value.code == "wrong_length"


def test_states_in_words_and_in_numbers_are_the_same():
    numbers = opinion_map([[1, 0, 1, 1]], moderation=[1, 0, -1, 0], resamples=0)
    words = opinion_map(
        [[1, 0, 1, 1]], moderation=["accepted", "waiting", "rejected", "unmoderated"], resamples=0
    )
    assert numbers.fingerprint == words.fingerprint
    assert words.out.tolist() == [False, False, True, False]


def test_a_vote_that_is_none_is_told_with_what_it_was():
    for data, said in (([[1, 2]], "2"), ([[1, 0.5]], "0.5"), ([["yes", 1]], "yes")):
        with pytest.raises(MethodError, match=said):
            read_votes(data)
    with pytest.raises(MethodError, match=r"1.*2|2.*1") as refused:
        read_votes([[1, 0]], participants=["a", "b"])
    assert refused.value.field == "participants"


def test_the_same_votes_with_another_name_have_another_fingerprint():
    one = read_votes([[1, 0]], participants=["a"])
    assert one.fingerprint() != read_votes([[1, 0]], participants=["b"]).fingerprint()
    assert one.fingerprint() != read_votes([[1, -1]], participants=["a"]).fingerprint()
    assert one.fingerprint() != read_votes([[1, 0]], participants=["a"], statements=[5, 6]).fingerprint()
    assert read_votes(one) is one


def test_ids_in_text_stand_by_number_and_then_by_letter():
    table = {"participant": ["p2", "10", "9", "p10"], "statement": [1] * 4, "vote": [1] * 4}
    assert read_votes(table).participants == ("9", "10", "p10", "p2")
    mixed = {"participant": [True, "a", 3], "statement": ["x"] * 3, "vote": [1, 0, 1]}
    assert len(read_votes(mixed).participants) == 3


def test_columns_may_have_other_names_and_people_may_be_named_apart():
    table = {"who": ["a", "b"], "what": ["s", "s"], "how": [1, -1], "at": [2, 1]}
    found = read_votes(table, participant="who", statement="what", vote="how", when="at")
    assert (found.participants, found.vote.tolist()) == (("b", "a"), [-1, 1])
    wide = read_votes({"s1": [1, None], "s2": [0, -1]}, participants=["x", "y"], statements=["u", "v"])
    assert (wide.participants, wide.statements) == (("x", "y"), ("u", "v"))
    assert read_votes({"id": [7.0, 8.0], "s1": [1, 0]}, participant="id").participants == (7, 8)
