"""How long do the designs over time take, beside the same sums written plainly?

``python -m bench effects_over_time [--full]``: group-time effects against a loop over places, and mean times
of people against a loop over times. Plain Python is the baseline, in the same run; numbers must agree.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from cydwaith.methods.effects import interrupted, staggered, time_to_event

YEARS = 8


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--full", action="store_true", help="20,000 places, a million people")
    full = words.parse_args().full
    places, people = (20_000, 1_000_000) if full else (2_000, 50_000)
    panel, followed = panel_of(places), people_of(people)
    ours_staggered(panel_of(40))
    told(
        "staggered", f"{places:,} places x {YEARS}", lambda: ours_staggered(panel), lambda: plain_cells(panel)
    )
    told("time_to_event", f"{people:,} people", lambda: ours_mean(followed), lambda: plain_mean(followed))
    series = np.random.default_rng(1).poisson(500, 2_000).astype(float)
    _, spent = timed(
        lambda: interrupted(series, change=1_000, family="quasipoisson", season=12, protocol="bench")
    )
    print(f"interrupted: 2,000 points with season and sensitivities, {spent * 1000:.0f} ms")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def told(name: str, size: str, ours: Callable[[], float], plain: Callable[[], float]) -> None:
    found, spent = timed(ours)
    expected, baseline = timed(plain)
    assert abs(found - expected) < 1e-9 * max(1, abs(expected)), (found, expected)
    print(
        f"{name}: {size}, {spent:.2f} s of CPU; plain, without errors, {baseline:.2f} s ({baseline / spent:.1f} x)"
    )


def panel_of(places: int) -> dict[str, list[Any]]:
    dice = np.random.default_rng(1)
    starts = np.repeat(np.array([0, 3, 5, 7])[np.arange(places) % 4], YEARS)
    years = np.tile(np.arange(1, YEARS + 1), places)
    values = dice.normal(size=places * YEARS) + (starts > 0) * (years >= starts)
    return {
        "unit": np.repeat(np.arange(places), YEARS).tolist(),
        "time": years.tolist(),
        "y": values.tolist(),
        "start": starts.tolist(),
    }


def ours_staggered(panel: dict[str, list[Any]]) -> float:
    found = staggered(panel, unit="unit", time="time", outcome="y", first_treated="start", anticipation=0)
    return float(found.result.effect or 0)


def plain_cells(panel: dict[str, list[Any]]) -> float:
    """The overall effect alone, without a standard error."""
    values = {(unit, year): y for unit, year, y in zip(panel["unit"], panel["time"], panel["y"], strict=True)}
    starts = dict(zip(panel["unit"], panel["start"], strict=True))
    total = weight = 0.0
    for group in (3, 5, 7):
        ours = [unit for unit, start in starts.items() if start == group]
        theirs = [unit for unit, start in starts.items() if not start]
        for year in range(group, YEARS + 1):
            means = [
                sum(values[u, year] - values[u, group - 1] for u in side) / len(side)
                for side in (ours, theirs)
            ]
            total += len(ours) * (means[0] - means[1])
            weight += len(ours)
    return total / weight


def people_of(people: int) -> dict[str, list[Any]]:
    dice = np.random.default_rng(2)
    weeks = np.minimum(np.ceil(dice.exponential(30, people)), 52)
    return {"time": weeks.tolist(), "event": (weeks < 52).astype(int).tolist()}


def ours_mean(followed: dict[str, list[Any]]) -> float:
    found = time_to_event(followed, time="time", event="event", until=52, clock="referral")
    return float(found.result.effect or 0)


def plain_mean(followed: dict[str, list[Any]]) -> float:
    """The mean time alone, without a standard error."""
    left, area = 1.0, 0.0
    pairs = list(zip(followed["time"], followed["event"], strict=True))
    for week in range(52):
        risk = sum(when >= week for when, _ in pairs)
        events = sum(when == week and event for when, event in pairs)
        left *= 1 - events / risk
        area += left
    return area


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.process_time()
    found = work()
    return found, max(time.process_time() - begun, 1e-6)


if __name__ == "__main__":
    main()
