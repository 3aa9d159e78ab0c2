"""How long do a million points of XmR charts take?

``python -m bench spc [--full]``: 24 months of 1,000 places, with ``--full`` of 42,000 (1,008,000 points); each
series with all four rules of ``mdc-2023``, reading and checking included; and one series of as many points. The
baseline, in the same run, is the same limits and rules written plainly, point by point (a tenth of the series).
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import fmean
from typing import Any

import numpy as np

from cydwaith.methods.spc import xmr

MONTHS, PLACES, QUICK, MOST_S = 24, 42_000, 1_000, 60.0


def main() -> int:
    """Print seconds of CPU, points a second and the ratio; 1 when the two disagree or it takes a minute."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--full", action="store_true", help="42,000 places, a million points")
    places = PLACES if words.parse_args().full else QUICK
    values = np.random.default_rng(1).normal(50, 8, (places, MONTHS)).round(1)
    values[::7, 12:] += 9
    few = values[:: 10 if places > QUICK else 1]
    charts, ours = timed(lambda: [xmr(row, better="high") for row in values])
    plain, theirs = timed(lambda: [plainly(row) for row in few.tolist()])
    long, whole = timed(lambda: xmr(values.ravel(), better="high"))
    same = [[bool(mark) for mark in chart.signal] for chart in charts[:: len(values) // len(few)]] == plain
    points, each = values.size, theirs * len(values) / len(few)
    print(f"{points:,} points of {places:,} places")
    print(f"charts {ours:.1f} s of CPU, {points / ours:,.0f} points a second; plainly {each:.1f} s")
    print(f"  {each / ours:.2f} x as fast as plainly; the same signals: {'yes' if same else 'NO'}")
    print(f"one series of {len(long.values):,} points {whole:.2f} s; {each / whole:.0f} x as fast as plainly")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0 if same and ours <= MOST_S else 1


def plainly(values: Sequence[float]) -> list[bool]:
    """Which points are a signal: every rule looked up at every point."""
    mean, far = fmean(values), 2.66 * fmean(abs(b - a) for a, b in pairwise(values))
    side = [(value > mean) - (value < mean) for value in values]
    step = [0, *((b > a) - (b < a) for a, b in pairwise(values))]
    near = [(abs(value - mean) > 2 / 3 * far) * s for value, s in zip(values, side, strict=True)]
    return [
        abs(values[i] - mean) > far
        or any(window(side, i, start, 7) for start in range(i - 6, i + 1))
        or any(window(step, i, start, 5) or window(step, i + 1, start, 5) for start in range(i - 4, i + 2))
        or any(two(near, side, i, start) for start in range(i - 2, i + 1))
        for i in range(len(values))
    ]


def window(marks: Sequence[int], i: int, start: int, length: int) -> bool:
    """Whether the marks from ``start`` are all alike and none 0, and ``i`` among them."""
    if start < 0 or start + length > len(marks) or not start <= i < start + length:
        return False
    return bool(marks[start]) and all(mark == marks[start] for mark in marks[start : start + length])


def two(near: Sequence[int], side: Sequence[int], i: int, start: int) -> bool:
    """Two of three points beyond two thirds of the way to a limit, all on one side, ``i`` one of them."""
    if start < 0 or start + 3 > len(near) or not near[i]:
        return False
    alike = len(set(side[start : start + 3])) == 1
    return alike and sum(map(abs, near[start : start + 3])) >= 2


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.process_time()
    found = work()
    return found, max(time.process_time() - begun, 1e-6)


if __name__ == "__main__":
    sys.exit(main())
