"""Shared budgets beside pabutools: real votes, and small invented ones with ties and with projects nobody chose.

Given our order among level projects (more votes, lower cost, key), the peer buys the same, by every rule. Three
conventions differ. The peer's greedy goes by satisfaction for the money, so it is asked with cost times votes (or
points), which is ours. It also buys projects that nobody chose, by greedy and by Phragmen, when all others had their
turn; here they never win, and they are left out of what it bought. And Phragmen ends here at the first project, in
that order, which no longer fits; the peer ends as soon as any of those level with it does not.
"""

from fractions import Fraction

import pytest
from gmpy2 import mpq
from hypothesis import given, settings
from hypothesis import strategies as st
from pabutools import election as peers
from pabutools.election.satisfaction import (
    Additive_Cardinal_Sat,
    AdditiveSatisfaction,
    Cardinality_Sat,
    Cost_Sat,
)
from pabutools.rules import (
    BudgetAllocation,
    greedy_utilitarian_welfare,
    method_of_equal_shares,
    sequential_phragmen,
)
from pabutools.rules.mes.mes_rule import method_of_equal_shares_scheme
from pabutools.tiebreaking import TieBreakingRule

from cydwaith.methods.budgets import Ballot, Election, Project, equal_shares, greedy, phragmen
from tests.methods.budgets.test_published import APPROVAL, election

few = settings(max_examples=60, deadline=None)
LIKING = {"cost": Cost_Sat, "number": Cardinality_Sat, "points": Additive_Cardinal_Sat}


def exact(value):
    whole = Fraction(value)
    return mpq(whole.numerator, whole.denominator)


class Peer:
    """The same election in the peer's words."""

    def __init__(self, ours, points=False):
        votes = ours.votes()
        self.projects = {p.key: peers.Project(p.key, exact(p.cost)) for p in ours.projects}
        self.wanted = {key for key, found in votes.items() if found}
        self.instance = peers.Instance(self.projects.values(), budget_limit=exact(ours.budget))
        kind = peers.CardinalMultiProfile if points else peers.ApprovalMultiProfile
        self.profile = kind(instance=self.instance)
        for ballot, count in ours.types:
            self.profile[self._ballot(ballot, points)] = count
        self.ties = TieBreakingRule(lambda _, __, p: (-votes[p.name], p.cost, p.name))

    def _ballot(self, ballot, points):
        if points:
            return peers.FrozenCardinalBallot({self.projects[key]: exact(p) for key, p in ballot})
        return peers.FrozenApprovalBallot([self.projects[key] for key, _ in ballot])

    def run(self, rule, **more):
        """What the peer buys, in its order, of what somebody chose."""
        found = rule(self.instance, self.profile, tie_breaking=self.ties, **more)
        return [one.name for one in found if one.name in self.wanted]

    def equal(self, satisfaction, **more):
        return self.run(method_of_equal_shares, sat_class=LIKING[satisfaction], **more)

    def at(self, share, satisfaction):
        """What the peer buys with this share for everybody."""
        liking = self.profile.as_sat_profile(sat_class=LIKING[satisfaction])
        found = method_of_equal_shares_scheme(
            self.instance, self.profile, liking, exact(share), BudgetAllocation(), self.ties
        )
        return [one.name for one in found]


def every_rule_but_phragmen(ours, step):
    """Greedy and equal shares under all readings, by the order of what was bought."""
    peer = Peer(ours)
    assert list(greedy(ours).selected) == peer.run(greedy_utilitarian_welfare, sat_class=Cost_Sat)
    for satisfaction in ("cost", "number"):
        plain = equal_shares(ours, completion="none", satisfaction=satisfaction)
        assert list(plain.selected) == peer.equal(satisfaction)
        full = equal_shares(ours, completion="add1-exhaustive", satisfaction=satisfaction, step=step)
        assert list(full.selected) == peer.equal(satisfaction, voter_budget_increment=exact(step))
        overshoot(ours, peer, satisfaction, step)


def share_of(ours, found, step=1):
    """What everybody had in the end, exactly."""
    return ours.budget / ours.voters + found.rounds * Fraction(step)


def overshoot(ours, peer, satisfaction, step=1):
    """The peer has no such reading; but it buys the same at the share found, and with one more step too much."""
    found = equal_shares(ours, completion="add1-overshoot", satisfaction=satisfaction, step=step)
    share = share_of(ours, found, step)
    assert list(found.selected) == peer.at(share, satisfaction)
    more = peer.at(share + Fraction(step), satisfaction)
    cost = {one.key: one.cost for one in ours.projects}
    everything = {key for key, votes in ours.votes().items() if votes}
    assert sum(cost[key] for key in more) > ours.budget or set(found.selected) == everything


def phragmen_level(ours, bought):
    """By definition: for each project not yet bought, how far its supporters' load would rise."""
    cost = {one.key: one.cost for one in ours.projects if one.cost <= ours.budget}
    load = [Fraction(0)] * len(ours.types)

    def reached(key):
        found = [(at, count) for at, (ballot, count) in enumerate(ours.types) if key in dict(ballot)]
        total = cost[key] + sum(count * load[at] for at, count in found)
        return (total / sum(count for _, count in found), found) if found else (None, found)

    for key in bought:
        level, found = reached(key)
        for at, _ in found:
            load[at] = level
    return {key: reached(key)[0] for key in cost if key not in bought}


def the_same_by_phragmen(ours):
    found, theirs = list(phragmen(ours).selected), set(Peer(ours).run(sequential_phragmen))
    if theirs == set(found):
        return
    there = next(n for n in range(len(found)) if set(found[:n]) == theirs)
    level, cost = phragmen_level(ours, found[:there]), {one.key: one.cost for one in ours.projects}
    left = ours.budget - sum(cost[key] for key in theirs)
    assert [key for key, at in level.items() if at == level[found[there]] and cost[key] > left]


@pytest.mark.parametrize("name", APPROVAL)
def test_real_votes_buy_the_same_by_every_rule(name):
    ours, peer = election(name), Peer(election(name))
    assert list(greedy(ours).selected) == peer.run(greedy_utilitarian_welfare, sat_class=Cost_Sat)
    the_same_by_phragmen(ours)
    for satisfaction in ("cost", "number"):
        plain = equal_shares(ours, completion="none", satisfaction=satisfaction)
        assert list(plain.selected) == peer.equal(satisfaction)
    overshoot(ours, peer, "cost")
    full = equal_shares(ours, completion="add1-exhaustive")
    assert list(full.selected) == peer.at(share_of(ours, full), "cost")
    assert peer.instance.is_exhaustive([peer.projects[key] for key in full.selected])


def test_a_whole_count_of_real_votes_is_the_peers_share_by_share():
    ours = election("poland_warszawa_2018_stare-miasto.pb")
    found = equal_shares(ours, completion="add1-exhaustive")
    assert found.rounds == 705
    assert list(found.selected) == Peer(ours).equal("cost", voter_budget_increment=1)


class PointsForMoney(AdditiveSatisfaction):
    """Points times cost: by this the peer's greedy, satisfaction for the money, goes by points."""

    def __init__(self, instance, profile, ballot):
        super().__init__(
            instance,
            profile,
            ballot,
            lambda _, __, ballot, project, ___: ballot.get(project, 0) * project.cost,
        )


def test_points_of_real_votes_buy_the_same():
    ours = election("poland_katowice_2020_piotrowice-ochojec.pb")
    peer = Peer(ours, points=True)
    assert list(greedy(ours, by="points").selected) == peer.run(
        greedy_utilitarian_welfare, sat_class=PointsForMoney
    )
    plain = equal_shares(ours, completion="none", satisfaction="points")
    assert list(plain.selected) == peer.equal("points")


KEYS = "abcdef"


@st.composite
def small(draw, most_points=1):
    """Few voters, low costs and so many ties; nobody may choose some of the projects."""
    projects = [Project(key, Fraction(draw(st.integers(1, 9)))) for key in KEYS]
    choices = st.dictionaries(st.sampled_from(KEYS), st.integers(1, most_points), max_size=4)
    ballots = [Ballot(f"v{n}", draw(choices)) for n in range(draw(st.integers(1, 8)))]
    return Election.of(draw(st.integers(1, 40)), projects, ballots)


@given(small(), st.sampled_from(["1", "1/2"]))
@few
def test_any_small_vote_buys_the_same_by_greedy_and_equal_shares(ours, step):
    every_rule_but_phragmen(ours, step)


@given(small())
@few
def test_any_small_vote_buys_the_same_by_phragmen_until_something_level_no_longer_fits(ours):
    the_same_by_phragmen(ours)


@given(small(most_points=4))
@few
def test_any_small_vote_by_points_buys_the_same(ours):
    peer = Peer(ours, points=True)
    assert list(greedy(ours, by="points").selected) == peer.run(
        greedy_utilitarian_welfare, sat_class=PointsForMoney
    )
    plain = equal_shares(ours, completion="none", satisfaction="points")
    assert list(plain.selected) == peer.equal("points")
