"""Greedy by votes: the most wanted first, and what no longer fits is passed over."""

from fractions import Fraction
from typing import Literal

from .election import Election
from .notes import note, wrong
from .outcome import Decision, Outcome, at_once, money, outcome

By = Literal["votes", "points"]


def greedy(election: Election, *, by: By = "votes") -> Outcome:
    """The outcome of most cities' rule. Level projects: more votes, then lower cost, then the key.

    Raises ``BudgetError`` ``unknown_rule``. Projects that nobody chose do not win.
    """
    if by not in ("votes", "points"):
        raise wrong("unknown_rule", "by", value=by, known="votes, points")
    votes, points = election.votes(), election.points()
    wanted: dict[str, float] = dict(votes) if by == "votes" else points
    ordered = sorted(election.projects, key=lambda p: (-wanted[p.key], -votes[p.key], p.cost, p.key))
    left = election.budget
    selected: list[str] = []
    decisions: list[Decision] = []
    for one in ordered:
        wins = wanted[one.key] > 0 and one.cost <= left
        why = note("won_votes", votes=votes[one.key], left=money(left)) if wins else None
        lost = at_once(election, one.key, votes) or note("lost_votes", cost=money(one.cost), left=money(left))
        if wins:
            left -= one.cost
            selected.append(one.key)
        missing = None if wins else float(max(Fraction(0), one.cost - left))
        turn = len(selected) if wins else None
        cost = float(one.cost)
        decisions.append(
            Decision(one.key, one.name, votes[one.key], cost, wins, turn, None, missing, why or lost)
        )
    return outcome(election, f"greedy by {by}", selected, decisions)
