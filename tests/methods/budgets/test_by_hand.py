"""Small elections counted by hand, with every number that an outcome tells."""

from fractions import Fraction

import pytest

from cydwaith.methods.budgets import (
    Ballot,
    BudgetError,
    Election,
    Project,
    equal_shares,
    greedy,
    phragmen,
    read_pabulib,
)
from cydwaith.methods.budgets.election import amount
from cydwaith.methods.budgets.outcome import money
from cydwaith.methods.budgets.shares import Shares, exact


def project(key, cost, **more):
    return Project(key, Fraction(cost), **more)


def street():
    """Ten voters, a hundred pounds: six for bench and ditch, three for the choir, one for all but the fence."""
    projects = [
        project("bench", 60, name="A bench", area="East", themes=("outdoors",)),
        project("choir", 30, name="A choir", area="West", themes=("music", "outdoors")),
        project("ditch", 40, area="East"),
        project("fence", 5),
        project("tower", 101),
    ]
    ballots = [Ballot.approving(f"a{n}", "bench", "ditch") for n in range(6)]
    ballots += [Ballot.approving(f"b{n}", "choir") for n in range(3)]
    return Election.of(100, projects, [*ballots, Ballot.approving("c", "bench", "choir", "ditch", "tower")])


def told(found):
    return {
        one.project: (one.votes, one.cost, one.funded, one.round, one.payment, one.missing, one.why.code)
        for one in found.decisions
    }


def words(found, key):
    return next(one for one in found.decisions if one.project == key).why.words.en


def test_greedy_by_hand():
    found = greedy(street())
    assert found.selected == ("ditch", "bench")
    assert told(found) == {
        "ditch": (7, 40, True, 1, None, None, "won_votes"),
        "bench": (7, 60, True, 2, None, None, "won_votes"),
        "choir": (4, 30, False, None, None, 30, "lost_votes"),
        "tower": (1, 101, False, None, None, 101, "too_dear"),
        "fence": (0, 5, False, None, None, 5, "no_votes"),
    }
    assert [one.project for one in found.decisions] == ["ditch", "bench", "choir", "tower", "fence"]
    assert (found.rule, found.budget, found.voters, found.cost) == ("greedy by votes", 100, 10, 100)
    assert (found.with_a_win.n, found.with_a_win.of) == (7, 10)
    assert (found.by_area, found.by_theme) == ({"East": 100}, {"outdoors": 60})
    assert (found.rounds, found.share, found.proven) == (0, None, True)
    assert "7" in words(found, "ditch") and "100" in words(found, "ditch")
    assert "60" in words(found, "bench")
    assert "30" in words(found, "choir") and " 0" in words(found, "choir")
    assert "101" in words(found, "tower") and "100" in words(found, "tower")
    assert [one.code for one in found.notes] == ["few_choices"]
    assert "30" in found.notes[0].words.en
    assert found.decisions[1].name == "A bench"
    assert found.to_dict()["with_a_win"]["n"] == 7


def test_equal_shares_by_hand():
    # Everybody has 10. Seven share the ditch (5.71 each) and four the choir (7.50): the one for all pays 4.29 there.
    found = equal_shares(street(), completion="none")
    assert found.selected == ("ditch", "choir")
    # The three have 10 each; the one has 10 - 40 / 7 left, all of which goes to the choir.
    left = 10 - Fraction(40, 7)
    most = (30 - left) / 3
    # The six have 10 - 40 / 7 each, and the one nothing more.
    missing = 60 - 6 * left
    assert told(found) == {
        "ditch": (7, 40, True, 1, pytest.approx(40 / 7), None, "won_shares"),
        "choir": (4, 30, True, 2, pytest.approx(float(most)), None, "won_shares"),
        "bench": (7, 60, False, None, None, pytest.approx(float(missing)), "lost_shares"),
        "tower": (1, 101, False, None, None, 101, "too_dear"),
        "fence": (0, 5, False, None, None, 5, "no_votes"),
    }
    assert [one.project for one in found.decisions] == ["ditch", "choir", "bench", "tower", "fence"]
    assert (found.rounds, found.share, found.proven, found.cost) == (0, 10, True, 70)
    assert (
        "5.71" in words(found, "ditch")
        and "round 1" in words(found, "ditch")
        and "7 " in words(found, "ditch")
    )
    assert money(missing) in words(found, "bench") and money(6 * left) in words(found, "bench")
    assert found.with_a_win.n == 10


def test_shares_are_raised_until_more_would_cost_too_much():
    # At 40 / 7 + 60 / 7 = 14.29 seven could pay for ditch and bench: 10 + 4 is too little, and 10 + 5 costs 130.
    over = equal_shares(street(), completion="add1-overshoot")
    assert (over.rounds, over.share, set(over.selected)) == (4, 14, {"ditch", "choir"})
    full = equal_shares(street(), completion="add1-exhaustive")
    # The bench no longer fits in the 30 that are left; the fence would, but nobody wants it.
    assert (full.rounds, set(full.selected)) == (0, {"ditch", "choir"})
    halves = equal_shares(street(), completion="add1-overshoot", step=0.5)
    assert (halves.rounds, halves.share) == (8, 14)
    assert equal_shares(street(), step=0).rounds == 0
    assert equal_shares(street(), step=-1).rounds == 0


def test_exhaustive_stops_where_nothing_more_would_fit_and_overshoot_where_all_is_bought():
    few = Election.of(10, [project("a", 8), project("b", 3)], [Ballot.approving(n, n) for n in "ab"])
    # With 5 each only b is bought, and a does not fit in what is left; with 8 each both would be, for 11.
    assert [equal_shares(few, completion=c).selected for c in ("none", "add1-exhaustive", "add1-overshoot")] == [
        ("b",), ("b",), ("b",),
    ]  # fmt: skip
    assert [equal_shares(few, completion=c).rounds for c in ("add1-exhaustive", "add1-overshoot")] == [0, 2]
    rich = Election.of(20, [project("a", 12), project("b", 3)], [Ballot.approving(n, n) for n in "ab"])
    for completion in ("add1-exhaustive", "add1-overshoot"):
        found = equal_shares(rich, completion=completion)
        assert (set(found.selected), found.rounds, found.share) == ({"a", "b"}, 2, 12)


def test_what_is_liked_may_be_pounds_projects_or_points():
    projects = [project("big", 90), project("small", 10)]
    ballots = [Ballot("1", {"big": 1.0, "small": 3.0}), Ballot("2", {"big": 1.0, "small": 3.0})]
    election = Election.of(100, projects, ballots)
    assert equal_shares(election, completion="none", satisfaction="cost").selected == ("small", "big")
    assert equal_shares(election, completion="none", satisfaction="number").selected == ("small", "big")
    tight = Election.of(
        92, projects, [Ballot("1", {"big": 30.0, "small": 1.0}), Ballot("2", {"big": 30.0, "small": 1.0})]
    )
    # A pound for big buys 1 of liking by cost, 1 / 90 of a project, a third of a point; for small 1, 1 / 10, a tenth.
    assert equal_shares(tight, completion="none", satisfaction="number").selected == ("small",)
    assert equal_shares(tight, completion="none", satisfaction="points").selected == ("big",)
    assert equal_shares(tight, completion="none", satisfaction="cost").rule == (
        "equal shares, satisfaction cost, completion none"
    )


def test_of_level_projects_more_votes_win_then_lower_cost_then_the_key():
    def first(*projects_and_votes):
        projects = [project(key, cost) for key, cost, _ in projects_and_votes]
        ballots = [
            Ballot.approving(f"{key}{n}", key) for key, _, votes in projects_and_votes for n in range(votes)
        ]
        election = Election.of(100, projects, ballots)
        share = Fraction(10)
        one, other = exact(election, "number", share).keys, Shares(election, "number").run(10.0)
        assert one == other
        return one[0]

    assert first(("b", 10, 2), ("a", 20, 4)) == "a"
    assert first(("b", 10, 2), ("a", 10, 2)) == "a"
    by_votes = Election.of(10, [project("b", 4), project("a", 6)], [Ballot.approving("1", "a", "b")])
    assert greedy(by_votes).selected == ("b", "a")
    points = Election.of(10, [project("b", 6), project("a", 6)], [Ballot("1", {"a": 1, "b": 2})])
    assert (greedy(points).selected, greedy(points, by="points").selected) == (("a",), ("b",))


def test_phragmen_by_hand():
    # Ditch at 40 / 7, then bench: its seven are there again at 40 / 7 + 60 / 7 = 14.3, the choir's four at
    # (30 + 40 / 7) / 4 = 8.9.
    found = phragmen(street())
    assert found.selected == ("ditch", "choir")
    assert told(found) == {
        "ditch": (7, 40, True, 1, None, None, "won_load"),
        "choir": (4, 30, True, 2, None, None, "won_load"),
        "bench": (7, 60, False, None, None, None, "lost_load"),
        "tower": (1, 101, False, None, None, None, "too_dear"),
        "fence": (0, 5, False, None, None, None, "no_votes"),
    }
    assert [one.project for one in found.decisions] == ["ditch", "choir", "bench", "tower", "fence"]
    assert found.rule == "sequential Phragmen"
    assert "round 2" in words(found, "choir") or "2" in words(found, "choir")
    assert "7" in words(found, "bench")
    assert phragmen(Election.of(130, [*street().projects], [Ballot.approving("1", "bench", "choir", "ditch")])).selected == (
        "choir", "ditch", "bench",
    )  # fmt: skip


def test_the_same_ballots_are_counted_together_and_a_nought_is_no_vote():
    election = Election.of(
        10, [project("a", 1), project("b", 2)],
        [Ballot("1", {"b": 1, "a": 2}), Ballot("2", {"a": 2.0, "b": 1.0}), Ballot("3", {"a": 0, "b": 5}), Ballot("4", {})],
    )  # fmt: skip
    assert election.types == (((), 1), ((("a", 2.0), ("b", 1.0)), 2), ((("b", 5.0),), 1))
    assert (election.voters, election.votes(), election.points()) == (
        4,
        {"a": 2, "b": 3},
        {"a": 4.0, "b": 7.0},
    )
    assert election.meta == {}


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (3, Fraction(3)), (Fraction(1, 3), Fraction(1, 3)), ("2.50", Fraction(5, 2)), (0.1, Fraction(1, 10)),
        (True, None), ("much", None), (float("nan"), None), ("inf", None), (None, None), ("", None),
    ],
)  # fmt: skip
def test_money_is_an_exact_number_or_none(value, found):
    assert amount(value) == found


@pytest.mark.parametrize(
    ("value", "said"),
    [(1234, "1,234"), (0.5, "0.50"), (Fraction(20, 3), "6.67"), (2.999, "3"), (2.994, "2.99"), (0, "0")],
)
def test_money_in_words_is_whole_or_has_its_pence(value, said):
    assert money(value) == said


def test_three_in_ten_single_choices_are_told_and_fewer_are_not():
    def notes(single):
        ballots = [Ballot.approving(f"s{n}", "a") for n in range(single)]
        ballots += [Ballot.approving(f"t{n}", "a", "b") for n in range(10 - single)]
        return [
            one.code for one in greedy(Election.of(10, [project("a", 1), project("b", 2)], ballots)).notes
        ]

    assert (notes(3), notes(2)) == (["few_choices"], [])


FILE = """META
key;value
budget;1000,5
vote_type;approval
description;A day

PROJECTS
project_id;cost;category;name;neighborhood
1;10,25;music,play,;Choir;North
2;20;;"Path; with a semicolon";
VOTES
voter_id;vote
a;1,2
b;
"""


def test_a_file_is_read_with_all_it_has():
    found = read_pabulib(FILE)
    assert (found.budget, found.voters) == (Fraction(2001, 2), 2)
    assert found.projects == (
        Project("1", Fraction(41, 4), "Choir", "North", ("music", "play")),
        Project("2", Fraction(20), "Path; with a semicolon", "", ()),
    )
    assert found.types == (((), 1), ((("1", 1.0), ("2", 1.0)), 1))
    assert found.meta["description"] == "A day"
    assert read_pabulib(FILE.replace("vote_type;approval\n", "")).types == found.types
    assert read_pabulib(FILE.replace("META", " meta ").replace("VOTES", "votes")).voters == 2
    scored = FILE.replace("approval", "scoring").replace("voter_id;vote", "voter_id;vote;points")
    assert read_pabulib(scored.replace("a;1,2", "a;1,2;4,0.5")).points() == {"1": 4.0, "2": 0.5}


@pytest.mark.parametrize(
    ("text", "field", "row", "why"),
    [
        ("\nproject_id;cost\n", "META", 2, "begin with META"),
        (FILE.replace("budget;1000,5", "budge;1"), "META", 1, "no budget"),
        (FILE.replace("1;10,25;", "1;ten;"), "PROJECTS", 9, "project_id and cost"),
        (FILE.replace("2;20;", ";20;"), "PROJECTS", 10, "project_id and cost"),
        (FILE.replace("a;1,2", ";1,2"), "VOTES", 13, "voter_id"),
        (FILE.replace("approval", "cumulative"), "VOTES", 13, "as many points"),
    ],
)
def test_a_wrong_file_is_named_by_its_section_and_its_line(text, field, row, why):
    with pytest.raises(BudgetError, match=why) as refused:
        read_pabulib(text)
    assert (refused.value.code, refused.value.field, refused.value.row) == ("not_pabulib", field, row)


def test_what_is_wrong_is_said_with_its_project_or_voter():
    one, vote = [project("a", 1)], [Ballot.approving("Ann", "a")]
    for act, said in (
        (lambda: Election.of(1, [project("a", -2)], vote), "a.*-2"),
        (lambda: Election.of(1, one * 2, vote), "a"),
        (lambda: Election.of(1, one, vote * 2), "Ann"),
        (lambda: Election.of(1, one, [Ballot.approving("Ann", "b")]), "b"),
        (lambda: Election.of(1, one, [Ballot("Ann", {"a": -3})]), "a.*-3|-3.*a"),
    ):
        with pytest.raises(BudgetError, match=said):
            act()
