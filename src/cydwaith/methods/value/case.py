"""A money case: fiscal and public value apart, payer by gainer, and how sure it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..notes import Note
from ..result import plain
from .flows import Flow, by_party, flows, net_outcomes, spreads
from .model import EMPLOYER, PERSON, Assumptions, Cost, Outcome, check_cost, check_outcome
from .notes import note, wrong
from .spread import Draws, Spread, within
from .uncertainty import DRAWS, Uncertainty, uncertainty

SHARES = ("in_need", "engaged", "anyway", "displaced", "others", "drop_off")
NOT_PUBLIC = frozenset({PERSON, EMPLOYER})


@dataclass(frozen=True, slots=True)
class Line:
    """One party: what it pays, what it gains, of that what is cash, in present value."""

    party: str
    pays: float
    gains: float
    cashable: float

    @property
    def net(self) -> float:
        """Gains less costs."""
        return self.gains - self.pays


@dataclass(frozen=True, slots=True)
class Side:
    """One case: benefits, costs, net present value, ratio, and the first year in which it has paid back."""

    benefits: float
    costs: float
    net_present_value: float
    ratio: float | None
    payback_year: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """Pounds of ``base_year`` in present value.

    ``fiscal``: gains of public payers of the kind fiscal. ``public_value``: gains of everybody, what only
    changes hands counted out. ``table``: payer x gainer, the payer's share of all costs of each gain.
    ``society`` is the sum of every party's net.
    """

    base_year: int
    fiscal: Side
    public_value: Side
    parties: tuple[Line, ...]
    table: dict[str, dict[str, float]]
    society: float
    outcomes: dict[str, float]
    uncertainty: Uncertainty | None
    break_even: dict[str, float | None]
    assumptions: tuple[str, ...]
    notes: tuple[Note, ...]
    refusals: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def case(
    outcomes: Sequence[Outcome],
    costs: Sequence[Cost],
    assumptions: Assumptions,
    *,
    draws: int = DRAWS,
    seed: int = 1,
) -> Case:
    """The case of these outcomes and costs.

    Raises ``ValueRefused``: ``no_source``, ``no_year``, ``no_payer``, ``no_deflator``, ``no_grade``,
    ``no_assumptions``, ``counted_twice``, ``out_of_range``. Source: HM Treasury's Green Book; the cost
    benefit model of Greater Manchester (HM Treasury guidance for local partnerships, 2014).
    """
    _check(outcomes, costs, assumptions)
    gains, paid = flows(outcomes, costs, assumptions, _middle)
    fiscal = [flow for flow in gains if flow.kind == "fiscal" and flow.party not in NOT_PUBLIC]
    parties = _lines(gains, paid)
    refusals = [] if any(_sum(flow) for flow in paid) else [note("no_costs")]
    return Case(
        base_year=assumptions.base_year,
        fiscal=_side(fiscal, paid),
        public_value=_side(gains, paid),
        parties=parties,
        table=_table(parties),
        society=sum(line.net for line in parties),
        outcomes={one.key: float(net_outcomes(one, _middle)[0]) for one in outcomes},
        uncertainty=uncertainty(outcomes, costs, assumptions, draws, seed)
        if spreads(outcomes, costs)
        else None,
        break_even={one.key: _break_even(one, outcomes, costs, assumptions) for one in outcomes},
        assumptions=assumptions.said,
        notes=tuple(_notes(parties, fiscal)),
        refusals=tuple(refusals),
    )


def _check(outcomes: Sequence[Outcome], costs: Sequence[Cost], assumptions: Assumptions) -> None:
    if not [one for one in assumptions.said if one.strip()]:
        raise wrong("no_assumptions", "said")
    if not -0.5 < assumptions.discount < 1:
        raise wrong(
            "out_of_range", "discount", key="assumptions", value=assumptions.discount, low=-0.5, high=1
        )
    for one in outcomes:
        check_outcome(one, assumptions)
        for name in SHARES:
            within(getattr(one, name), 0, 1, name, one.key)
        within(one.people, 0, 1e10, "people", one.key)
    for cost in costs:
        check_cost(cost, assumptions)
        for pounds in cost.pounds:
            within(pounds, 0, 1e13, "pounds", cost.key)


def _middle(_: str, spread: Spread) -> Draws:
    return np.array([spread.middle])


def _sum(flow: Flow) -> float:
    return float(flow.total[0])


def _side(gains: Sequence[Flow], paid: Sequence[Flow]) -> Side:
    benefits, costs = sum(map(_sum, gains)), sum(map(_sum, paid))
    ratio = benefits / costs if costs else None
    return Side(benefits, costs, benefits - costs, ratio, _payback(gains, paid))


def _payback(gains: Sequence[Flow], paid: Sequence[Flow]) -> int | None:
    """The first year (0 is the first) by whose end gains so far are as large as all costs so far."""
    last = max((len(flow.by_year) for flow in (*gains, *paid)), default=0)
    so_far = 0.0
    for year in range(last):
        so_far += _in_year(gains, year) - _in_year(paid, year)
        rest = sum(_in_year(paid, later) - _in_year(gains, later) for later in range(year + 1, last))
        if so_far >= 0 and rest <= so_far:
            return year
    return None


def _in_year(found: Sequence[Flow], year: int) -> float:
    return sum(float(flow.by_year[year][0]) for flow in found if year < len(flow.by_year))


def _lines(gains: Sequence[Flow], paid: Sequence[Flow]) -> tuple[Line, ...]:
    gained, spent = by_party(gains), by_party(paid)
    cash = by_party([flow for flow in gains if flow.cashable])
    parties = dict.fromkeys([*spent, *gained])
    return tuple(
        Line(party, *(float(one.get(party, np.zeros(1))[0]) for one in (spent, gained, cash)))
        for party in parties
    )


def _table(parties: Sequence[Line]) -> dict[str, dict[str, float]]:
    """Of what each party gains, how much each payer's share of the costs bought."""
    costs = sum(line.pays for line in parties)
    payers = [line for line in parties if line.pays > 0]
    return {
        payer.party: {line.party: line.gains * (payer.pays / costs) for line in parties if line.gains}
        for payer in payers
    }


def _break_even(
    one: Outcome, outcomes: Sequence[Outcome], costs: Sequence[Cost], assumptions: Assumptions
) -> float | None:
    """The effect at which public value is worth what it costs; None when the outcome is worth nothing."""

    def net(effect: float) -> float:
        changed = [replace(o, effect=Spread(effect)) if o.key == one.key else o for o in outcomes]
        gains, paid = flows(changed, costs, assumptions, _middle)
        return sum(map(_sum, gains)) - sum(map(_sum, paid))

    nothing, each = net(0.0), net(1.0)
    return -nothing / (each - nothing) if each != nothing else None


def _notes(parties: Sequence[Line], fiscal: Sequence[Flow]) -> Iterable[Note]:
    total = sum(map(_sum, fiscal))
    cash = sum(_sum(flow) for flow in fiscal if flow.cashable)
    if total > 0 and cash < total:
        yield note("not_cashable", share=round(100 * (1 - cash / total)))
    if not any(line.gains > 0 for line in parties):
        yield note("nothing_gained")
    for line in parties:
        if line.pays > 0 and line.net < 0 and any(other.net > 0 for other in parties):
            yield note("payer_loses", payer=line.party)
