"""How sure a case is: every number drawn again and again, and which of them matters most."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from .flows import Number, flows, spreads
from .model import Assumptions, Cost, Outcome
from .spread import Draws, Spread

DRAWS = 10_000


@dataclass(frozen=True, slots=True)
class Swing:
    """The net present value when one number is at its low and at its high end, all others in the middle."""

    name: str
    at_low: float
    at_high: float


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """Of so many draws: public value's net present value and ratio at the 10th, 50th and 90th percentile,
    the chance that benefits are below costs, and the swings, widest first. ``digest`` names the draws."""

    draws: int
    seed: int
    net_present_value: tuple[float, float, float]
    ratio: tuple[float, float, float] | None
    chance_below_one: float
    swings: tuple[Swing, ...]
    digest: str


def uncertainty(
    outcomes: Sequence[Outcome], costs: Sequence[Cost], assumptions: Assumptions, draws: int, seed: int
) -> Uncertainty:
    """Draw every number that is not sure; each from dice of its own, so that one more changes no other."""
    unsure = spreads(outcomes, costs)
    drawn = {name: spread.draw(_dice(name, seed), draws) for name, spread in unsure.items()}

    def number(name: str, spread: Spread) -> Draws:
        return drawn.get(name, np.full(1, spread.middle))

    benefits, paid = _totals(outcomes, costs, assumptions, number)
    net = np.broadcast_to(benefits - paid, draws)
    ratio = np.broadcast_to(benefits / paid, draws) if (paid > 0).all() else None
    return Uncertainty(
        draws=draws,
        seed=seed,
        net_present_value=_percentiles(net),
        ratio=None if ratio is None else _percentiles(ratio),
        chance_below_one=float((net < 0).mean()),
        swings=_swings(outcomes, costs, assumptions, unsure),
        digest=sha256(np.ascontiguousarray(net).tobytes()).hexdigest(),
    )


def _dice(name: str, seed: int) -> np.random.Generator:
    return np.random.default_rng([seed, int.from_bytes(sha256(name.encode()).digest()[:8], "big")])


def _totals(
    outcomes: Sequence[Outcome], costs: Sequence[Cost], assumptions: Assumptions, number: Number
) -> tuple[Draws, Draws]:
    """All benefits and all costs."""
    gains, paid = flows(outcomes, costs, assumptions, number)
    nothing = np.zeros(1)
    return sum((flow.total for flow in gains), nothing), sum((flow.total for flow in paid), nothing)


def _percentiles(values: Draws) -> tuple[float, float, float]:
    low, middle, high = np.quantile(values, [0.1, 0.5, 0.9])
    return float(low), float(middle), float(high)


def _swings(
    outcomes: Sequence[Outcome], costs: Sequence[Cost], assumptions: Assumptions, unsure: dict[str, Spread]
) -> tuple[Swing, ...]:
    def net(name: str, value: float) -> float:
        def number(asked: str, spread: Spread) -> Draws:
            return np.array([value if asked == name else spread.middle])

        benefits, paid = _totals(outcomes, costs, assumptions, number)
        return float((benefits - paid)[0])

    found = [Swing(name, *(net(name, end) for end in spread.ends())) for name, spread in unsure.items()]
    return tuple(sorted(found, key=lambda one: (-abs(one.at_high - one.at_low), one.name)))
