"""The arithmetic of a case, over one set of numbers or over a hundred thousand at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .model import Assumptions, Cost, Outcome, UnitValue, deflator
from .spread import Draws, Spread

Number = Callable[[str, Spread], Draws]
GROSS = ("people", "in_need", "engaged", "effect")
LESS = ("anyway", "displaced", "others")
PARTS = (*GROSS, *LESS, "drop_off")


@dataclass(frozen=True, slots=True)
class Flow:
    """Pounds in present value that one party gains (or, below 0, loses) by one value, or pays."""

    party: str
    kind: str
    cashable: bool
    by_year: tuple[Draws, ...]

    @property
    def total(self) -> Draws:
        """All years together."""
        return sum(self.by_year, np.zeros(1))


def flows(
    outcomes: Sequence[Outcome], costs: Sequence[Cost], assumptions: Assumptions, number: Number
) -> tuple[list[Flow], list[Flow]]:
    """Gains and costs by party; ``number`` gives the number, or the draws, of a named spread."""
    gains = [flow for one in outcomes for flow in _gains(one, assumptions, number)]
    return gains, [_paid(one, assumptions, number) for one in costs]


def spreads(outcomes: Sequence[Outcome], costs: Sequence[Cost]) -> dict[str, Spread]:
    """Every number of the case that is not sure, by its name."""
    found = {f"{one.key}: {part}": getattr(one, part) for one in outcomes for part in PARTS}
    found |= {f"{one.key}: {value.code}": value.amount for one in outcomes for value in one.values}
    found |= {f"{one.key}: year {n}": spread for one in costs for n, spread in enumerate(one.pounds)}
    return {name: spread for name, spread in found.items() if spread.shape != "sure"}


def net_outcomes(outcome: Outcome, number: Number) -> Draws:
    """How many more people, or points, than would have been anyway."""

    def part(name: str) -> Draws:
        return number(f"{outcome.key}: {name}", getattr(outcome, name))

    found = np.ones(1)
    for name in GROSS:
        found = found * part(name)
    for name in LESS:
        found = found * (1 - part(name))
    return found


def _gains(outcome: Outcome, assumptions: Assumptions, number: Number) -> list[Flow]:
    net = net_outcomes(outcome, number) * (1 - assumptions.corrections[outcome.grade])
    kept = 1 - number(f"{outcome.key}: drop_off", outcome.drop_off)
    rate = assumptions.discount
    if outcome.health and assumptions.health_discount is not None:
        rate = assumptions.health_discount
    years = [net * kept**n / (1 + rate) ** (outcome.begins + n) for n in range(outcome.years)]
    return [
        flow for value in outcome.values for flow in _of_value(outcome, value, years, assumptions, number)
    ]


def _of_value(
    outcome: Outcome, value: UnitValue, years: list[Draws], assumptions: Assumptions, number: Number
) -> list[Flow]:
    pounds = number(f"{outcome.key}: {value.code}", value.amount) * deflator(
        value.price_year, assumptions, value.code
    )
    empty = [np.zeros_like(years[0] if years else pounds)] * outcome.begins
    by_year = (*empty, *(pounds * year for year in years))
    found = [Flow(value.gainer, value.kind, value.cashable, by_year)]
    if value.transfer_from:
        lost = tuple(-year for year in by_year)
        found.append(Flow(value.transfer_from, value.kind, False, lost))
    return found


def _paid(cost: Cost, assumptions: Assumptions, number: Number) -> Flow:
    year = cost.price_year if cost.price_year is not None else assumptions.base_year
    factor = deflator(year, assumptions, cost.key)
    if cost.grade is not None:
        factor *= 1 + assumptions.cost_corrections[cost.grade]
    by_year = tuple(
        factor * number(f"{cost.key}: year {n}", pounds) / (1 + assumptions.discount) ** n
        for n, pounds in enumerate(cost.pounds)
    )
    return Flow(cost.payer, cost.kind, cost.kind != "in kind", by_year)


def by_party(found: Sequence[Flow]) -> Mapping[str, Draws]:
    """All flows of each party together."""
    together: dict[str, Draws] = {}
    for flow in found:
        together[flow.party] = together.get(flow.party, np.zeros(1)) + flow.total
    return together
