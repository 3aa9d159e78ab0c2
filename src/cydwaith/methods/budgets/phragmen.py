"""Phragmen's sequential rule: each purchase is a load that its supporters share as evenly as can be."""

from fractions import Fraction

from .election import Election
from .notes import note
from .outcome import Decision, Outcome, at_once, outcome


def phragmen(election: Election) -> Outcome:
    """The outcome of the sequential rule, in exact arithmetic.

    Everybody earns at the same pace; a project is bought when its supporters together have its cost. It
    ends at the first that the budget does not hold. Level projects: more votes, then lower cost, then the
    key. Source: Phragmen 1894; Los, Christoff and Grossi 2022 for budgets.
    """
    votes, cost = election.votes(), {one.key: one.cost for one in election.projects}
    supporters: dict[str, list[tuple[int, int]]] = {one.key: [] for one in election.projects}
    for at, (ballot, count) in enumerate(election.types):
        for key, _ in ballot:
            supporters[key].append((at, count))
    load = [Fraction(0)] * len(election.types)
    left, selected = election.budget, list[str]()
    waiting = {key for key, found in supporters.items() if found and cost[key] <= election.budget}
    while waiting:
        reached = {key: _load(cost[key], supporters[key], load, votes[key]) for key in waiting}
        best = min(waiting, key=lambda key: (reached[key], -votes[key], cost[key], key))
        if cost[best] > left:
            break
        for at, _ in supporters[best]:
            load[at] = reached[best]
        left -= cost[best]
        selected.append(best)
        waiting.remove(best)
    return outcome(election, "sequential Phragmen", selected, _decisions(election, selected, votes))


def _load(cost: Fraction, found: list[tuple[int, int]], load: list[Fraction], votes: int) -> Fraction:
    return (cost + sum((count * load[at] for at, count in found), Fraction(0))) / votes


def _decisions(election: Election, selected: list[str], votes: dict[str, int]) -> list[Decision]:
    found = []
    for one in election.projects:
        wins = one.key in selected
        turn = selected.index(one.key) + 1 if wins else None
        if wins:
            why = note("won_load", round=turn, votes=votes[one.key])
        else:
            why = at_once(election, one.key, votes) or note("lost_load", votes=votes[one.key])
        found.append(
            Decision(one.key, one.name, votes[one.key], float(one.cost), wins, turn, None, None, why)
        )
    return sorted(found, key=lambda one: (one.round is None, one.round or 0, -one.votes, one.project))
