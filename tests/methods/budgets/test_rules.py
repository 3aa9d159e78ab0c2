"""The laws of a shared budget, why each project won or lost, and what cannot be counted."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.budgets import (
    COMPLETIONS,
    Ballot,
    BudgetError,
    Election,
    Project,
    equal_shares,
    greedy,
    phragmen,
    read_pabulib,
)
from cydwaith.methods.budgets.shares import Shares, exact

KEYS = ["bench", "choir", "ditch", "easel", "fence"]


def project(key, cost, **more):
    return Project(key, Fraction(cost), **more)


@st.composite
def elections(draw, points=False):
    projects = [project(key, draw(st.integers(1, 60))) for key in KEYS]
    value = st.integers(0, 3) if points else st.just(1)
    ballots = [
        Ballot(f"v{n}", draw(st.dictionaries(st.sampled_from(KEYS), value, max_size=5)))
        for n in range(draw(st.integers(1, 12)))
    ]
    return draw(st.integers(1, 150)), projects, ballots


RULES = [greedy, phragmen, *(lambda e, c=c: equal_shares(e, completion=c) for c in COMPLETIONS)]


@settings(max_examples=60)
@given(elections())
def test_no_rule_spends_more_than_there_is_or_pays_for_what_nobody_wants(world):
    election = Election.of(*world)
    votes = election.votes()
    for rule in RULES:
        found = rule(election)
        assert found.cost <= found.budget
        assert all(votes[key] for key in found.selected)
        assert {one.project for one in found.decisions if one.funded} == set(found.selected)
        assert len(found.decisions) == len(KEYS)


@settings(max_examples=60)
@given(elections(), st.randoms())
def test_the_order_of_projects_and_ballots_changes_nothing(world, dice):
    budget, projects, ballots = world
    for rule in RULES:
        one = rule(Election.of(budget, projects, ballots))
        other = rule(Election.of(budget, dice.sample(projects, 5), dice.sample(ballots, len(ballots))))
        assert one == other


@settings(max_examples=60)
@given(elections(), st.integers(1, 60))
def test_a_project_that_nobody_chose_changes_no_winner(world, cost):
    budget, projects, ballots = world
    for rule in RULES:
        one = rule(Election.of(budget, projects, ballots))
        assert (
            rule(Election.of(budget, [*projects, project("unwanted", cost)], ballots)).selected
            == one.selected
        )


def test_shares_are_raised_no_further_for_a_project_that_nobody_chose():
    projects = [project("bench", 17), project("choir", 37), project("ditch", 26), project("unwanted", 1)]
    choices = ["ditch", "choir", "ditch", "bench ditch", "bench choir", "bench choir ditch"]
    ballots = [Ballot.approving(f"v{n}", *chosen.split()) for n, chosen in enumerate(choices)]
    for listed in (projects, projects[:3]):
        found = equal_shares(Election.of(38, listed, ballots), completion="add1-exhaustive")
        assert found.selected == ("bench",)


@settings(max_examples=60)
@given(elections(), st.integers(2, 9))
def test_another_currency_changes_no_winner_without_completion(world, factor):
    budget, projects, ballots = world
    dear = [project(one.key, one.cost * factor) for one in projects]
    for rule in (greedy, phragmen, lambda e: equal_shares(e, completion="none")):
        one, other = (
            rule(Election.of(budget, projects, ballots)),
            rule(Election.of(budget * factor, dear, ballots)),
        )
        assert one.selected == other.selected


@settings(max_examples=150)
@given(
    elections(points=True),
    st.sampled_from(["cost", "number", "points"]),
    st.fractions(Fraction(1), Fraction(40)),
)
def test_floats_and_fractions_buy_the_same(world, satisfaction, share):
    election = Election.of(*world)
    share = share.limit_denominator(7)
    assert Shares(election, satisfaction).run(float(share)) == exact(election, satisfaction, share).keys


@settings(max_examples=80)
@given(elections())
def test_nobody_pays_more_than_their_share(world):
    election = Election.of(*world)
    share = election.budget / election.voters
    found = exact(election, "cost", share)
    assert all(0 <= left <= share for left in found.left)
    assert all(payment <= share for payment in found.payments)
    spent = sum(count * (share - left) for (_, count), left in zip(election.types, found.left, strict=True))
    assert spent == sum(one.cost for one in election.projects if one.key in found.keys)


@settings(max_examples=80)
@given(elections(), st.data())
def test_a_group_that_agrees_gets_what_its_share_of_the_money_buys(world, data):
    budget, projects, _ = world
    group = data.draw(st.integers(2, 8))
    others = data.draw(st.integers(0, 8))
    wanted = data.draw(st.sampled_from(KEYS))
    ballots = [Ballot.approving(f"v{n}", wanted) for n in range(group)]
    ballots += [Ballot.approving(f"o{n}", *[key for key in KEYS if key != wanted]) for n in range(others)]
    found = equal_shares(Election.of(budget, projects, ballots), completion="none")
    cost = next(one.cost for one in projects if one.key == wanted)
    assert (wanted in found.selected) == (Fraction(budget * group, group + others) >= cost)


def example():
    projects = [
        project("bench", 60, area="East", themes=("outdoors",)),
        project("choir", 40, area="West", themes=("music", "outdoors")),
        project("ditch", 40),
        project("easel", 500),
        project("fence", 5),
    ]
    ballots = [Ballot.approving(f"a{n}", "bench", "ditch") for n in range(6)]
    ballots += [Ballot.approving(f"b{n}", "choir", "easel") for n in range(4)]
    return Election.of(100, projects, ballots)


def test_most_votes_leave_a_minority_nothing_and_equal_shares_do_not():
    assert greedy(example()).selected == ("ditch", "bench")
    shares = equal_shares(example(), completion="none")
    assert set(shares.selected) == {"ditch", "choir"}
    assert shares.with_a_win.percent == 100
    assert shares.by_theme == {"music": 40, "outdoors": 40}
    assert shares.by_area == {"": 40, "West": 40}


def test_every_project_says_why_it_won_or_lost():
    why = {one.project: one.why for one in equal_shares(example(), completion="none").decisions}
    assert why["ditch"].words.en == "It won in round 1: its 6 supporters paid up to 6.67 each."
    assert why["bench"].words.en == "It lost: its 6 supporters had 20 left together, 40 too little."
    assert why["easel"].code == "too_dear"
    assert why["fence"].code == "no_votes"
    greedy_why = {one.project: one.why.code for one in greedy(example()).decisions}
    assert greedy_why == {
        "ditch": "won_votes",
        "bench": "won_votes",
        "choir": "lost_votes",
        "easel": "too_dear",
        "fence": "no_votes",
    }
    load_why = {one.project: one.why.code for one in phragmen(example()).decisions}
    assert load_why["fence"] == "no_votes"
    assert "won_load" in load_why.values()


def test_what_supporters_lacked_is_said_in_money():
    found = equal_shares(example(), completion="none").decisions
    bench = next(one for one in found if one.project == "bench")
    assert bench.missing == pytest.approx(40)
    assert "40" in bench.why.words.cy


def test_the_rule_with_its_completion_is_in_the_result():
    assert equal_shares(example()).rule == "equal shares, satisfaction cost, completion add1-overshoot"
    assert greedy(example(), by="points").rule == "greedy by points"


def test_many_single_choices_are_told():
    election = Election.of(
        10, [project("a", 5), project("b", 5)], [Ballot.approving("1", "a"), Ballot.approving("2", "a", "b")]
    )
    assert [one.code for one in greedy(election).notes] == ["few_choices"]


def test_phragmen_shares_loads_as_evenly_as_it_can():
    projects = [project(key, 1) for key in "abc"]
    ballots = [Ballot.approving(f"x{n}", "a", "b") for n in range(2)] + [Ballot.approving("y", "c")]
    assert phragmen(Election.of(2, projects, ballots)).selected == ("a", "b")
    assert phragmen(Election.of(3, projects, ballots)).selected == ("a", "b", "c")


@pytest.mark.parametrize(
    ("budget", "projects", "ballots", "code", "field", "row"),
    [
        (0, [project("a", 1)], [Ballot.approving("1", "a")], "no_budget", "budget", None),
        ("much", [project("a", 1)], [Ballot.approving("1", "a")], "no_budget", "budget", None),
        (float("nan"), [project("a", 1)], [Ballot.approving("1", "a")], "no_budget", "budget", None),
        (True, [project("a", 1)], [Ballot.approving("1", "a")], "no_budget", "budget", None),
        (1, [], [Ballot.approving("1", "a")], "no_projects", "projects", None),
        (1, [project("a", 1)], [], "no_ballots", "ballots", None),
        (1, [project("a", 0)], [Ballot.approving("1", "a")], "wrong_cost", "cost", None),
        (
            1,
            [project("a", 1), project("a", 2)],
            [Ballot.approving("1", "a")],
            "project_twice",
            "projects",
            None,
        ),
        (1, [project("a", 1)], [Ballot.approving("1", "b")], "unknown_project", "vote", 1),
        (1, [project("a", 1)], [Ballot("1", {"a": -1})], "wrong_points", "points", 1),
        (1, [project("a", 1)], [Ballot("1", {"a": float("nan")})], "wrong_points", "points", 1),
        (1, [project("a", 1)], [Ballot.approving("1", "a")] * 2, "voter_twice", "voter", 2),
    ],
)
def test_what_cannot_be_counted_is_named(budget, projects, ballots, code, field, row):
    with pytest.raises(BudgetError) as refused:
        Election.of(budget, projects, ballots)
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, row)
    assert "{" not in refused.value.note.words.en + refused.value.note.words.cy


def test_an_unknown_rule_is_named():
    for act, field, said in (
        (lambda: greedy(example(), by="age"), "by", "age.*votes, points"),
        (
            lambda: equal_shares(example(), completion="more"),
            "completion",
            "more.*none, add1-exhaustive, add1-overshoot",
        ),
        (lambda: equal_shares(example(), satisfaction="joy"), "satisfaction", "joy.*cost, number, points"),
    ):
        with pytest.raises(BudgetError, match=said) as refused:
            act()
        assert (refused.value.code, refused.value.field) == ("unknown_rule", field)


FILE = """META
key;value
budget;100
vote_type;{kind}
PROJECTS
project_id;cost;category;name
1;10;music,play;Choir
2;20;;"Path; with a semicolon"
VOTES
voter_id;vote;points
a;1,2;3,1
b;2;2
"""


def test_each_kind_of_ballot_is_read():
    for kind, points in (
        ("approval", {"1": 1, "2": 2}),
        ("cumulative", {"1": 3, "2": 3}),
        ("ordinal", {"1": 2, "2": 2}),
    ):
        found = read_pabulib(FILE.format(kind=kind))
        assert found.points() == points
    assert found.projects[0].themes == ("music", "play")
    assert found.projects[1].name == "Path; with a semicolon"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("project_id;cost\n", "META"),
        ("META\nkey;value\nx;1\nPROJECTS\nproject_id;cost\n1;2\nVOTES\nvoter_id;vote\na;1\n", "budget"),
        (FILE.format(kind="approval").replace("1;10;", "1;ten;"), "cost"),
        (FILE.format(kind="approval").replace("a;1,2", ";1,2"), "voter_id"),
        (FILE.format(kind="cumulative").replace("3,1", "3"), "points"),
    ],
)
def test_a_wrong_file_is_named_by_its_line(text, why):
    with pytest.raises(BudgetError) as refused:
        read_pabulib(text)
    assert refused.value.code == "not_pabulib"
    assert why in refused.value.note.words.en
    assert refused.value.row
