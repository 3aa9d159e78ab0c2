"""What is shown and what is not: nobody is picked out, and weak groups are refused."""

import json

import numpy as np
import pytest

from cydwaith.methods.opinion import Policy, adjusted_rand, opinion_map, statement_statistics
from tests.methods.opinion.conversations import camps

TRUE = np.repeat([0, 1], [30, 20])


@pytest.fixture(scope="module")
def found():
    return opinion_map(camps())


def codes(found):
    return [one.code for one in found.refusals]


def test_two_camps_are_found_shown_and_named_the_largest_first(found):
    assert codes(found) == []
    assert adjusted_rand(found.label, TRUE) == 1
    assert [(one.name, one.people) for one in found.groups] == [("A", 30), ("B", 20)]
    assert found.stability.agreement > 0.9
    assert found.stability.groups == ((2, 20),)


def test_three_camps_are_three_groups():
    three = np.vstack([camps((20, 15), seed=5), camps((18, 1), seed=8)[:18]])
    assert len(opinion_map(three, resamples=0).silhouettes) >= 2
    assert adjusted_rand(opinion_map(three, resamples=0).label, np.repeat([0, 1, 2], [20, 15, 18])) > 0.9


def test_nothing_of_one_person_is_in_what_is_shown(found):
    said = found.to_dict()
    text = json.dumps(said, allow_nan=False)
    assert "position" not in text
    assert "label" not in text
    assert "participants" not in text
    assert set(said["groups"][0]) == {"name", "people", "x", "y", "spread"}
    assert said["people_in_groups"] == 50


def test_a_group_says_its_middle_and_how_wide_it_is(found):
    there = found.position[found.label == 1]
    group = found.groups[1]
    assert (group.x, group.y) == pytest.approx(tuple(there.mean(axis=0)))
    assert group.spread == pytest.approx(np.sqrt(((there - there.mean(axis=0)) ** 2).sum(axis=1).mean()))


def test_shares_come_with_their_numbers(found):
    one = found.to_dict()["statements"][0]
    inside = one["groups"]["A"]
    assert one["n"] == inside["n"] + one["groups"]["B"]["n"]
    assert inside["agree"] + inside["disagree"] + inside["pass"] == inside["n"]
    assert inside["agree_percent"] == round(100 * inside["agree"] / inside["n"], 1)
    assert one["agree_across"] == pytest.approx(found.statistics.agree_across[0])


def test_too_few_votes_on_a_statement_hide_its_groups_and_then_itself():
    votes = camps()
    votes[4:30, 0] = np.nan
    votes[:4, 0] = 1
    votes[:, 1] = np.nan
    votes[[0, 1, 30, 31], 1] = 1
    said = opinion_map(votes).to_dict()
    shown = {one["statement"]: one for one in said["statements"]}
    assert "groups" not in shown[0]
    assert 1 not in shown
    assert "groups" in shown[2]
    assert "some_hidden" in [one["code"] for one in said["notes"]]
    listed = [one["statement"] for group in said["representative"].values() for one in group]
    assert not {0, 1} & set(listed)


def test_rejected_and_meta_statements_are_not_shown_and_not_counted_as_hidden():
    said = opinion_map(camps(), moderation={0: -1}, meta=[1]).to_dict()
    assert not {0, 1} & {one["statement"] for one in said["statements"]}
    assert "some_hidden" not in [one["code"] for one in said["notes"]]


def test_people_outside_the_groups_are_not_left_over_by_subtraction():
    votes = np.vstack([camps(), np.full((1, 16), np.nan)])
    votes[-1, 0] = 1
    found = opinion_map(votes)
    assert found.label[-1] == -1
    one = found.to_dict()["statements"][0]
    assert one["n"] == sum(group["n"] for group in one["groups"].values())
    assert found.statistics.everyone.seen[0] == one["n"] + 1


def test_with_fewer_than_30_active_people_groups_are_not_shown():
    found = opinion_map(camps((17, 12)))
    assert "too_few_people" in codes(found)
    assert found.groups == ()
    said = found.to_dict()
    assert (said["groups"], said["representative"], said["people_in_groups"]) == ([], {}, 0)
    assert all("groups" not in one for one in said["statements"])
    assert said["consensus"]["agree"] == [one.statement for one in found.statistics.consensus_agree]
    assert codes(opinion_map(camps((18, 12)))) == []


def test_noise_is_no_camps():
    noise = np.random.default_rng(1).choice([-1.0, 0.0, 1.0], size=(60, 20))
    assert "not_stable" in codes(opinion_map(noise))


def test_a_higher_bar_refuses_what_a_lower_one_shows():
    assert codes(opinion_map(camps(), policy=Policy(silhouette=0.99))) == ["not_apart"]
    assert codes(opinion_map(camps(), policy=Policy(fewest_people=51))) == ["too_few_people"]
    assert codes(opinion_map(camps(), resamples=0)) == ["stability_not_measured"]


def test_no_group_is_smaller_than_the_smallest_that_may_be_shown():
    lone = camps((40, 4), statements=30, said=1.0)
    assert min(opinion_map(lone, resamples=0).statistics.people) >= 5
    assert min(opinion_map(lone, resamples=0, policy=Policy(smallest_group=4)).statistics.people) == 4


def test_when_all_vote_alike_there_are_no_groups_and_all_agree():
    found = opinion_map(np.ones((40, 10)))
    assert codes(found) == ["no_groups"]
    assert (found.label == 0).all()
    assert not found.plane.components.any()
    assert len(found.statistics.consensus_agree) == 5


@pytest.mark.parametrize("votes", [[[1]], [[1, None], [None, -1]], [[1.0] * 3], [[1], [-1]]])
def test_the_smallest_conversations_have_a_map_without_groups(votes):
    found = opinion_map(votes)
    assert "too_few_people" in codes(found)
    json.dumps(found.to_dict(), allow_nan=False)


def test_given_groups_are_taken_but_a_small_one_is_not_shown():
    names = ["A"] * 30 + ["B"] * 16 + ["C"] * 4
    found = opinion_map(camps(), groups=names)
    assert found.statistics.people == (30, 16, 4)
    assert codes(found) == ["group_too_small"]
    assert found.groups == ()


def test_the_most_active_fill_up_to_fifteen_and_who_was_in_stays_in():
    votes = np.full((20, 10), np.nan)
    for n in range(20):
        votes[n, : 2 if n < 5 else 4 if n < 12 else 8] = [1, -1][n % 2]
    assert np.flatnonzero(opinion_map(votes, resamples=0).label >= 0).tolist() == list(range(5, 20))
    kept = opinion_map(votes, kept=[0], resamples=0)
    assert np.flatnonzero(kept.label >= 0).tolist() == [0, *range(5, 11), *range(12, 20)]


def test_a_person_is_told_where_they_stand(found):
    one = found.standing(0)
    x, y = found.position[0]
    group = found.groups[found.label[0]]
    middle = found.position.mean(axis=0)
    assert (one.x, one.y, one.group) == (x, y, group.name)
    assert one.centricness == pytest.approx(np.hypot(*(found.position[0] - middle)))
    assert one.coreness == pytest.approx(np.hypot(x - group.x, y - group.y))
    axis = np.array([group.x, group.y]) - middle
    assert one.extremeness == pytest.approx((found.position[0] - middle) @ axis / np.hypot(*axis))


def test_a_person_is_told_no_group_that_is_not_shown():
    refused = opinion_map(camps(), resamples=0).standing(0)
    assert (refused.group, refused.coreness, refused.extremeness) == (None, None, None)
    votes = np.vstack([camps(), np.full((1, 16), np.nan)])
    assert opinion_map(votes).standing(50).group is None


def test_the_fingerprint_changes_with_votes_moderation_and_settings_only():
    votes = camps()
    other = votes.copy()
    other[0, 0] = 0.0 if votes[0, 0] != 0 else 1.0
    base = opinion_map(votes, resamples=0).fingerprint
    assert opinion_map(votes.copy(), resamples=0).fingerprint == base
    changed = [
        opinion_map(other, resamples=0),
        opinion_map(votes, moderation={0: 1}, resamples=0),
        opinion_map(votes, meta=[0], resamples=0),
        opinion_map(votes, policy=Policy(smallest_group=6), resamples=0),
    ]
    assert base not in {one.fingerprint for one in changed}


def test_a_listed_statement_that_a_group_agrees_on_most_is_said_as_agreed():
    votes = np.array([[1.0, 1.0]] * 8 + [[-1.0, -1.0]] * 2 + [[1.0, 1.0]] * 20)
    listed = statement_statistics(votes, ["A"] * 10 + ["B"] * 20).representative["A"]
    assert [(one.direction, one.stance) for one in listed if one.best_agree] == [("disagree", "agree")]


def test_the_adjusted_rand_index_is_the_worked_one_of_yeung_and_ruzzo_and_ignores_names():
    assert adjusted_rand([0, 0, 1, 1], ["x", "x", "y", "y"]) == 1
    assert adjusted_rand([1, 1, 2, 2, 2, 2, 3, 3, 3, 3], [1, 2, 1, 2, 2, 3, 3, 3, 3, 3]) == pytest.approx(
        0.3126, abs=5e-5
    )
    assert adjusted_rand([0, 0, 0, 0], [0, 1, 2, 3]) == 0
    assert adjusted_rand([0, 0], [1, 1]) == 1


def test_a_number_that_just_reaches_its_bar_passes():
    votes = camps((25, 5), statements=7, said=1.0)
    assert codes(opinion_map(votes, groups=["A"] * 25 + ["B"] * 5)) == []
    votes[5:, 0] = np.nan
    votes[4:, 1] = np.nan
    shown = [one["statement"] for one in opinion_map(votes, resamples=0).to_dict()["statements"]]
    assert shown == [0, 2, 3, 4, 5, 6]


def test_the_bar_is_for_agreement_with_the_groups_shown():
    noise = np.random.default_rng(1).choice([-1.0, 0.0, 1.0], size=(60, 20))
    firm = opinion_map(noise).stability
    assert firm.agreement > firm.between
    bar = (firm.agreement + firm.between) / 2
    assert "not_stable" not in codes(opinion_map(noise, policy=Policy(agreement=bar)))


def test_where_nothing_stands_out_the_statement_that_differs_most_is_listed():
    votes = np.array([[-1.0, 0.0], [0.0, 0.0], [0.0, -1.0], [0.0, -1.0], [0.0, -1.0]])
    listed = statement_statistics(votes, ["A", "A", "B", "B", "B"]).representative
    assert [(one.statement, one.direction) for one in listed["A"]] == [(0, "disagree")]
