"""The next statement: drawn by weight, never one that was voted on."""

from collections import Counter

import numpy as np
import pytest

from cydwaith.methods.notes import MethodError
from cydwaith.methods.opinion import next_statement, opinion_map

ALL = ["a", "b", "c", "d"]
OK = dict.fromkeys(ALL, 1)


def test_the_same_seed_draws_the_same_and_a_list_of_seeds_serves_too():
    draws = {next_statement(ALL, moderation=OK, seed=(7, n)) for n in range(30)}
    assert draws == set(ALL)
    assert next_statement(ALL, moderation=OK, seed=3) == next_statement(ALL, moderation=OK, seed=3)


def test_a_statement_is_drawn_as_often_as_its_priority_weighs_and_an_unknown_one_weighs_1():
    drawn = Counter(
        next_statement(ALL, ["d"], priorities={"a": 6.0, "b": 3.0}, moderation=OK, seed=(1, n))
        for n in range(2000)
    )
    assert drawn["d"] == 0
    for name, share in (("a", 0.6), ("b", 0.3), ("c", 0.1)):
        assert drawn[name] / 2000 == pytest.approx(share, abs=0.04)


def test_strict_asks_only_accepted_statements_and_never_a_rejected_one():
    state = {"a": 1, "b": 0, "c": -1}
    strict = {next_statement(ALL, moderation=state, seed=n) for n in range(40)}
    open_ = {next_statement(ALL, moderation=state, strict=False, seed=n) for n in range(40)}
    assert (strict, open_) == ({"a"}, {"a", "b", "d"})


def test_when_all_is_voted_on_there_is_nothing_to_ask():
    assert next_statement(ALL, ALL, moderation=OK, seed=1) is None
    assert next_statement([], seed=1) is None


@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan"), float("inf")])
def test_a_weight_must_be_above_0(weight):
    with pytest.raises(MethodError) as refused:
        next_statement(ALL, priorities={"b": weight}, moderation=OK, seed=1)
    assert (refused.value.code, refused.value.row) == ("out_of_range", 2)


def test_a_new_statement_rises_above_an_old_one_and_a_meta_one_stays_at_49():
    votes = np.full((40, 3), np.nan)
    votes[:, 0] = np.tile([1, -1], 20)
    votes[0, 1] = 1
    votes[:, 2] = 1
    found = opinion_map(votes, meta=[2], groups=["A"] * 40)
    assert found.priorities[2] == 49
    assert found.priorities[1] > found.priorities[0]
