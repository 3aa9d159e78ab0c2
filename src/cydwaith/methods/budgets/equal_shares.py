"""The method of equal shares: every voter has the same part of the budget, and supporters pay together."""

from fractions import Fraction
from typing import Literal

from ..notes import Note
from .election import Election
from .notes import note, wrong
from .outcome import Decision, Outcome, at_once, money, outcome
from .shares import Bought, Shares, exact

Completion = Literal["none", "add1-exhaustive", "add1-overshoot"]
Satisfaction = Literal["cost", "number", "points"]
COMPLETIONS = ("none", "add1-exhaustive", "add1-overshoot")
SATISFACTIONS = ("cost", "number", "points")
MOST_ROUNDS = 1_000_000


def equal_shares(
    election: Election,
    *,
    completion: Completion = "add1-overshoot",
    satisfaction: Satisfaction = "cost",
    step: object = 1,
) -> Outcome:
    """The outcome of equal shares.

    ``satisfaction`` of a funded project: its ``cost``, one each (``number``), or the ballot's ``points``.
    ``completion`` raises every share by ``step`` and runs again: ``add1-exhaustive`` stops when nothing
    more that anybody chose would fit, or keeps the last outcome that did not cost too much;
    ``add1-overshoot`` goes on until the outcome costs too much and keeps the last that did not. The found
    share is run once more in exact arithmetic. Level projects: more votes, then lower cost, then the key.
    Raises ``BudgetError`` ``unknown_rule``. Source: Peters, Pierczynski and Skowron 2021; equalshares.net.
    """
    for value, known, field in (
        (completion, COMPLETIONS, "completion"),
        (satisfaction, SATISFACTIONS, "satisfaction"),
    ):
        if value not in known:
            raise wrong("unknown_rule", field, value=value, known=", ".join(known))
    shares, first = Shares(election, satisfaction), election.budget / election.voters
    rounds = _rounds(election, shares, first, Fraction(str(step)), completion)
    share = first + rounds * Fraction(str(step))
    proof = exact(election, satisfaction, share)
    proven = shares.run(float(share)) == proof.keys
    notes: list[Note] = [] if proven else [note("not_proven")]
    rule = f"equal shares, satisfaction {satisfaction}, completion {completion}"
    return outcome(
        election,
        rule,
        proof.keys,
        _decisions(election, proof),
        notes=notes,
        rounds=rounds,
        share=share,
        proven=proven,
    )


def _rounds(
    election: Election, shares: Shares, first: Fraction, step: Fraction, completion: Completion
) -> int:
    """How often the share is raised."""
    if completion == "none" or step <= 0:
        return 0
    chosen = (one for one, votes in zip(election.projects, shares.votes, strict=True) if votes)
    cost, budget = {one.key: one.cost for one in chosen}, election.budget
    everything = sum(cost.values(), Fraction(0))
    for rounds in range(MOST_ROUNDS):
        won = shares.run(float(first + rounds * step))
        spent = sum((cost[key] for key in won), Fraction(0))
        if spent > budget:
            return max(0, rounds - 1)
        if spent == everything or (
            completion == "add1-exhaustive" and _is_exhaustive(cost, won, budget - spent)
        ):
            return rounds
    return 0


def _is_exhaustive(cost: dict[str, Fraction], won: list[str], left: Fraction) -> bool:
    return not any(price <= left for key, price in cost.items() if key not in won)


def _decisions(election: Election, proof: Bought) -> list[Decision]:
    votes, money_left = election.votes(), _money_left(election, proof)
    found = []
    for one in election.projects:
        turn = proof.keys.index(one.key) + 1 if one.key in proof.keys else None
        missing = None if turn else float(max(Fraction(0), one.cost - money_left[one.key]))
        payment = float(proof.payments[turn - 1]) if turn else None
        if turn:
            why = note("won_shares", round=turn, votes=votes[one.key], payment=money(payment or 0.0))
        else:
            have = money(money_left[one.key])
            lost = note("lost_shares", votes=votes[one.key], money=have, missing=money(missing or 0.0))
            why = at_once(election, one.key, votes) or lost
        found.append(
            Decision(
                one.key, one.name, votes[one.key], float(one.cost), bool(turn), turn, payment, missing, why
            )
        )
    return sorted(found, key=lambda one: (one.round is None, one.round or 0, -one.votes, one.project))


def _money_left(election: Election, proof: Bought) -> dict[str, Fraction]:
    """What the supporters of each project have left together."""
    found = {one.key: Fraction(0) for one in election.projects}
    for (ballot, count), left in zip(election.types, proof.left, strict=True):
        for key, _ in ballot:
            found[key] += count * left
    return found
