"""How long do protecting a table and attacking it take?

``python -m bench disclosure [--full]``: invented people in places by age and outcome, every margin published.
The full size is 317 places in 42 boards x 10 x 6 (27,720 cells), the quick one 40 in 6. The baseline, in the
same run, is rounding each cell by itself, which does not add up.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from cydwaith.methods.disclosure import Cube, Dimension, audit, protect

KEY = b"a key for this benchmark alone"
AGES = Dimension.flat("age", tuple(f"age {i}" for i in range(10)))
OUTCOMES = Dimension.flat("outcome", tuple(f"outcome {i}" for i in range(6)))


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--full", action="store_true", help="317 places in 42 boards")
    places, boards = (317, 42) if words.parse_args().full else (40, 6)
    cube = invented(places, boards)
    plain, alone = timed(lambda: (cube.counts + 2) // 5 * 5)
    release, rounding = timed(lambda: protect(cube, key=KEY))
    found, attack = timed(lambda: audit([release]))
    values = np.array(list(release.cells.values())).reshape(cube.counts.shape)
    away = values - cube.counts
    print(f"{cube.counts.size:,} cells, {places} places in {boards} boards")
    print(f"protect {rounding:.2f} s of CPU ({rounding / alone:,.0f} x rounding each alone)")
    print(f"  furthest from the truth {np.abs(away).max()}, root mean square {(away**2).mean() ** 0.5:.2f}")
    print(f"  boards short of the nation: {gap(values, boards)}, each alone: {gap(plain, boards)}")
    print(f"audit {attack:.2f} s of CPU: {found.targets:,} attacked, {found.programmes} programmes,")
    print(
        f"  {len(found.exact)} exact, {len(found.narrow)} narrower than 3, {found.below_small:,} narrower than 5"
    )
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def invented(places: int, boards: int) -> Cube:
    dice = np.random.default_rng(1)
    tree = {"nation": ""} | {f"board {i}": "nation" for i in range(boards)}
    tree |= {f"place {i}": f"board {i % boards}" for i in range(places)}
    size = dice.gamma(2, 1, places)[:, None, None]
    ages, outcomes = dice.dirichlet(np.ones(10) * 3)[:, None], dice.dirichlet(np.ones(6))
    counts = dice.poisson(120_000 * places / 317 * size / size.sum() * ages * outcomes)
    leaves = [
        (f"place {p}", f"age {a}", f"outcome {o}") for p in range(places) for a in range(10) for o in range(6)
    ]
    rows = dict(zip(leaves, counts.ravel().tolist(), strict=True))
    return Cube.of("people", (Dimension("place", tree), AGES, OUTCOMES), rows)


def gap(values: np.ndarray, boards: int) -> int:
    """The largest difference between a national number and the sum of its boards."""
    return int(np.abs(values[0] - values[1 : boards + 1].sum(axis=0)).max())


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.process_time()
    found = work()
    return found, max(time.process_time() - begun, 1e-6)


if __name__ == "__main__":
    main()
