"""Funnel plots: places side by side, without a league table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincinv

from ..notes import Note
from ..result import plain
from ..tables import numbers, once_each
from .notes import note, wrong

Kind = Literal["proportion", "ratio"]
Values = NDArray[np.float64]
Limits = tuple[Values, Values]
Z = {"95": 1.959964, "99.8": 3.090232}
WINSOR = 0.10
FEWEST_PEOPLE = 10
FEWEST_PLACES = 10


@dataclass(frozen=True, slots=True)
class FunnelPlace:
    """One place: its rate, and the limits of chance at its size.

    ``z`` is the distance from the target in standard deviations of chance alone. ``signal`` is
    ``high`` or ``low`` where the rate is outside the outer limits (those widened for
    overdispersion, where there is any), else "".
    """

    place: str
    numerator: float
    denominator: float
    rate: float
    z: float
    lower_95: float
    upper_95: float
    lower_998: float
    upper_998: float
    wide_lower_95: float
    wide_upper_95: float
    wide_lower_998: float
    wide_upper_998: float
    signal: str


@dataclass(frozen=True, slots=True)
class Funnel:
    """All places around the ``target``, in the order given: never ranked.

    ``phi`` is the overdispersion ratio (10% winsorised), ``tau2`` the variance between places that
    chance does not explain, on the transformed scale; never negative.
    """

    kind: Kind
    target: float
    phi: float
    tau2: float
    places: tuple[FunnelPlace, ...]
    notes: tuple[Note, ...]
    refusals: tuple[Note, ...]
    strength: str = "signal, not rank"

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def funnel(
    places: Sequence[str],
    numerators: object,
    denominators: object,
    *,
    kind: Kind = "proportion",
    rank: bool = False,
) -> Funnel:
    """Judge places against all of them together.

    ``proportion``: counts of people out of people (arcsine scale). ``ratio``: observed out of
    expected counts (log scale, exact Poisson limits). Places of fewer than 10 people, and fewer than
    10 places, are refused; so is ``rank``. Raises ``MethodError``: ``given_twice``, ``negative``,
    ``more_than_all``, ``unequal``, ``unknown_kind``.

    Source: Spiegelhalter 2005; R package FunnelPlotR (method SHMI).
    """
    if kind not in ("proportion", "ratio"):
        raise wrong("unknown_kind", "kind")
    over, under = numbers(numerators, "numerators"), numbers(denominators, "denominators")
    _check(places, over, under, kind)
    big = under >= FEWEST_PEOPLE
    refusals = _refusals(places, big, rank)
    if big.sum() < FEWEST_PLACES:
        refusals += (note("too_few_places", places=int(big.sum()), needed=FEWEST_PLACES),)
        return Funnel(kind, float("nan"), float("nan"), float("nan"), (), (), refusals)
    names = [place for place, kept in zip(places, big, strict=True) if kept]
    return _drawn(names, over[big], under[big], kind, refusals)


def _check(places: Sequence[str], over: Values, under: Values, kind: Kind) -> None:
    once_each(places, "places")
    if not len(places) == len(over) == len(under):
        raise wrong("unequal", "numerators", places=len(places), over=len(over), under=len(under))
    for field, values in (("numerators", over), ("denominators", under)):
        if (values < 0).any():
            raise wrong("negative", field, int(np.argmax(values < 0)) + 1)
    if kind == "proportion" and (over > under).any():
        raise wrong("more_than_all", "numerators", int(np.argmax(over > under)) + 1)


def _refusals(places: Sequence[str], big: NDArray[np.bool_], rank: bool) -> tuple[Note, ...]:
    found = [note("no_league_table")] if rank else []
    small = [place for place, kept in zip(places, big, strict=True) if not kept]
    if small:
        found.append(note("small_denominator", needed=FEWEST_PEOPLE, places=", ".join(small)))
    return tuple(found)


def _drawn(names: list[str], over: Values, under: Values, kind: Kind, refusals: tuple[Note, ...]) -> Funnel:
    scale: _Arcsine | _Log = _Arcsine(over, under) if kind == "proportion" else _Log(over, under)
    if not 0 < scale.target < scale.most:
        return Funnel(kind, scale.target, float("nan"), 0.0, (), (), (*refusals, note("all_or_none")))
    z = (scale.values - scale.middle) / scale.spread
    phi, tau2 = _overdispersion(z, scale.spread)
    narrow = [scale.limits(level) for level in Z]
    wide = [scale.widened(z_level, tau2) for z_level in Z.values()] if tau2 > 0 else narrow
    found = tuple(_place(n, names, over, under, z, narrow, wide) for n in range(len(names)))
    notes = (note("overdispersed"),) if tau2 > 0 else ()
    return Funnel(kind, scale.target, phi, tau2, found, notes, refusals)


def _place(
    n: int, names: list[str], over: Values, under: Values, z: Values, narrow: list[Limits], wide: list[Limits]
) -> FunnelPlace:
    rate, outer = over[n] / under[n], wide[1]
    return FunnelPlace(
        place=str(names[n]),
        numerator=float(over[n]),
        denominator=float(under[n]),
        rate=float(rate),
        z=float(z[n]),
        lower_95=float(narrow[0][0][n]),
        upper_95=float(narrow[0][1][n]),
        lower_998=float(narrow[1][0][n]),
        upper_998=float(narrow[1][1][n]),
        wide_lower_95=float(wide[0][0][n]),
        wide_upper_95=float(wide[0][1][n]),
        wide_lower_998=float(wide[1][0][n]),
        wide_upper_998=float(wide[1][1][n]),
        signal="high" if rate > outer[1][n] else "low" if rate < outer[0][n] else "",
    )


def _overdispersion(z: Values, spread: Values) -> tuple[float, float]:
    """Spiegelhalter's phi and the additive tau squared, over winsorised z scores."""
    squeezed = np.clip(z, *np.quantile(z, [WINSOR, 1 - WINSOR]))
    places, weights = len(z), 1 / spread**2
    phi = float((squeezed**2).sum() / places)
    tau2 = (places * phi - (places - 1)) / (weights.sum() - (weights**2).sum() / weights.sum())
    return phi, max(0.0, float(tau2))


class _Arcsine:
    """Proportions on the scale where chance has the same width everywhere."""

    most = 1.0

    def __init__(self, over: Values, under: Values) -> None:
        self.target = float(over.sum() / under.sum())
        self.values = np.arcsin(np.sqrt(over / under))
        self.middle = float(np.arcsin(np.sqrt(self.target)))
        self.spread = 1 / (2 * np.sqrt(under))

    def limits(self, level: str) -> Limits:
        return self.widened(Z[level], 0.0)

    def widened(self, z: float, tau2: float) -> Limits:
        half = z * np.sqrt(self.spread**2 + tau2)
        low, high = self.middle - half, self.middle + half
        return np.sin(np.maximum(low, 0)) ** 2, np.sin(np.minimum(high, np.pi / 2)) ** 2


class _Log:
    """Observed over expected counts; the target is 1. A place that saw none counts as half a case."""

    most = np.inf
    target = 1.0

    def __init__(self, over: Values, under: Values) -> None:
        self.values = np.log(np.maximum(over, 0.5) / under)
        self.middle = 0.0
        self.spread = 1 / np.sqrt(under)
        self._under = under

    def limits(self, level: str) -> Limits:
        tail = (1 - float(level) / 100) / 2
        low: Values = gammaincinv(self._under, tail) / self._under
        high: Values = gammaincinv(self._under + 1, 1 - tail) / self._under
        return low, high

    def widened(self, z: float, tau2: float) -> Limits:
        half = z * np.sqrt(self.spread**2 + tau2)
        return np.exp(-half), np.exp(half)
