"""Votes in whatever shape, and what cannot be a vote."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.notes import MethodError
from cydwaith.methods.opinion import Policy, adjusted_rand, opinion_map, read_votes, statement_statistics

ROWS = [
    {"participant": "p10", "statement": 2, "vote": 1, "at": 5},
    {"participant": "p2", "statement": 10, "vote": 0, "at": 3},
    {"participant": "p10", "statement": 10, "vote": -1, "at": 4},
]


def cast(votes):
    return [
        (votes.participants[p], votes.statements[s], v)
        for p, s, v in zip(votes.person.tolist(), votes.item.tolist(), votes.vote.tolist(), strict=True)
    ]


def test_a_matrix_counts_people_and_statements_from_0_and_leaves_out_what_was_not_seen():
    votes = read_votes([[1, None, -1], [float("nan"), 0, 1]])
    assert cast(votes) == [(0, 0, 1), (0, 2, -1), (1, 1, 0), (1, 2, 1)]
    assert cast(read_votes(np.array([[1, np.nan, -1], [np.nan, 0, 1]]))) == cast(votes)
    assert votes.cast.tolist() == [2, 2]


def test_long_rows_stand_in_natural_order_of_ids_or_of_the_first_vote():
    assert read_votes(ROWS).participants == ("p10", "p2")
    assert read_votes(ROWS, when="at").participants == ("p2", "p10")
    assert read_votes(ROWS).statements == (2, 10)
    assert cast(read_votes(ROWS, when="at")) == [("p2", 10, 0), ("p10", 2, 1), ("p10", 10, -1)]


def test_a_wide_table_is_read_with_and_without_its_people():
    table = {"participant": ["x", "y"], "s1": [1, None], "s2": [0, -1]}
    assert cast(read_votes(table)) == [("x", "s1", 1), ("x", "s2", 0), ("y", "s2", -1)]
    assert read_votes({"s1": [1, None], "s2": [0, -1]}).participants == (0, 1)


def test_whole_numbers_that_came_as_decimals_are_whole_again():
    for people in ([3.0, 1.0], np.array([3, 1]), np.array([3.0, 1.0])):
        assert read_votes({"participant": people, "statement": [1.0, 1.0], "vote": [1, 0]}).participants == (
            1,
            3,
        )
    assert read_votes({"participant": [2.5, 1], "statement": [1, 1], "vote": [1, 0]}).participants == (1, 2.5)


def test_the_last_vote_counts_by_time_or_else_by_row():
    again = [*ROWS, {"participant": "p10", "statement": 2, "vote": -1, "at": 1}]
    assert ("p10", 2, -1) in cast(read_votes(again))
    assert ("p10", 2, 1) in cast(read_votes(again, when="at"))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_the_order_of_rows_with_times_makes_no_difference_at_all(data):
    entry = st.tuples(st.integers(0, 5), st.integers(0, 4), st.sampled_from([-1, 0, 1]))
    rows = data.draw(st.lists(entry, min_size=1, max_size=30))
    table = [{"participant": p, "statement": s, "vote": v, "at": n} for n, (p, s, v) in enumerate(rows)]
    mixed = data.draw(st.permutations(table))
    one, other = read_votes(table, when="at"), read_votes(mixed, when="at")
    assert one.fingerprint() == other.fingerprint()
    assert len(one.vote) == len({(p, s) for p, s, _ in rows})
    assert {(p, s): v for p, s, v in cast(one)} == {(p, s): v for p, s, v in rows}


@pytest.mark.parametrize(
    ("data", "code", "field", "row"),
    [
        ([[1, 2]], "not_a_vote", "votes", 1),
        ([[1, 0], [0.5, 0]], "not_a_vote", "votes", 2),
        ([[1, 0], ["yes", 0]], "not_a_vote", "votes", 2),
        ([[1, 0], [1]], "not_a_matrix", "votes", 2),
        (np.ones(3), "not_a_matrix", "votes", 1),
        (np.array(["a"]), "not_a_matrix", "votes", 1),
        ([[None, None]], "no_votes", "votes", None),
        ([], "no_rows", None, None),
        ("votes", "not_a_table", None, None),
        ({"participant": [1], "statement": [1]}, "no_such_column", "vote", None),
        ({"participant": [1, None], "statement": [1, 1], "vote": [1, 1]}, "missing_value", "participant", 2),
        ({"participant": [1, 2], "statement": [1, np.nan], "vote": [1, 1]}, "missing_value", "statement", 2),
        ({"participant": [1, 2], "statement": [1, 1], "vote": [1, None]}, "missing_value", "vote", 2),
        ({"participant": [1, 2], "statement": [1, 1], "vote": [1, 2]}, "not_a_vote", "vote", 2),
        ({"participant": [1, 2], "statement": [1, 1], "vote": [1, "x"]}, "not_a_number", "vote", 2),
        ({"participant": ["a", "a"], "s1": [1, 1]}, "given_twice", "participants", 2),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_named_by_field_and_row(data, code, field, row):
    with pytest.raises(MethodError) as refused:
        read_votes(data)
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, row)
    assert refused.value.note.words.cy != refused.value.note.words.en


@pytest.mark.parametrize(
    ("ask", "code", "field"),
    [
        (lambda v: opinion_map(v, moderation={0: 5}), "unknown_state", "moderation"),
        (lambda v: opinion_map(v, moderation=[1]), "wrong_length", "moderation"),
        (lambda v: opinion_map(v, kept=["nobody"]), "unknown_participant", "kept"),
        (lambda v: opinion_map(v, resamples=-1), "out_of_range", "resamples"),
        (lambda v: opinion_map(v).standing("nobody"), "unknown_participant", "participant"),
        (lambda v: statement_statistics(v, {7: "A"}), "unknown_participant", "groups"),
        (lambda v: statement_statistics(v, ["A"]), "wrong_length", "groups"),
        (lambda v: statement_statistics(v, [None, np.nan]), "nobody_in_groups", "groups"),
        (lambda v: read_votes([[1, 0]], participants=["a", "b"]), "wrong_length", "participants"),
        (lambda v: read_votes([[1, 0]], statements=["a", "a"]), "given_twice", "statements"),
        (lambda v: Policy(smallest_group=0), "out_of_range", "smallest_group"),
        (lambda v: Policy(agreement=float("nan")), "out_of_range", "agreement"),
        (lambda v: adjusted_rand([1], [1, 2]), "wrong_length", "other"),
    ],
)
def test_wrong_arguments_are_named(ask, code, field):
    with pytest.raises(MethodError) as refused:
        ask(read_votes([[1, 0], [-1, 1]]))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_states_may_be_words_and_may_name_statements_without_votes():
    found = opinion_map(
        [[1, 0], [-1, 1]], moderation={0: "rejected", 1: "accepted", 9: "waiting"}, resamples=0
    )
    assert found.out.tolist() == [True, False]
