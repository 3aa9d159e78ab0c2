"""Measuring one thing beside another: turn by turn, so that both meet the same machine."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from statistics import median

Work = Callable[[], object]


@dataclass(frozen=True)
class Ratio:
    """What something costs, and how many times the baseline that is; milliseconds of CPU."""

    name: str
    ms: float
    times: float
    most: float | None = None

    @property
    def holds(self) -> bool:
        """Whether it stays within what `design.md` section 8 allows, where that names a number."""
        return self.most is None or self.times <= self.most


def compare(
    baseline: Work, works: Mapping[str, Work], *, rounds: int = 200, most: float | None = None
) -> list[Ratio]:
    """The median CPU of each work against the baseline's, over rounds that alternate between them."""
    everything = {"baseline": baseline, **works}
    for work in everything.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in everything}
    gc.disable()
    try:
        for _ in range(rounds):
            for name, work in everything.items():
                taken[name].append(_cpu(work))
            gc.collect(0)
    finally:
        gc.enable()
    base = median(taken["baseline"])
    first = Ratio("baseline", base * 1000, 1.0)
    return [
        first,
        *(Ratio(name, median(taken[name]) * 1000, median(taken[name]) / base, most) for name in works),
    ]


def _cpu(work: Work) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def show(found: list[Ratio], *, as_json: bool = False) -> int:
    """Print what was found; 1 when a number is not held."""
    if as_json:
        print(json.dumps([asdict(line) | {"holds": line.holds} for line in found]))
    for line in [] if as_json else found:
        limit = f"  (at most {line.most:g})" if line.most else ""
        print(
            f"{line.name:32} {line.ms:9.3f} ms {line.times:8.2f} x{limit}{'' if line.holds else '  TOO MUCH'}"
        )
    sys.stdout.flush()
    return int(not all(line.holds for line in found))
