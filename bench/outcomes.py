"""How long do a million verdicts take, and how much memory?

``python -m bench outcomes [--people N]``: a million enrolments with invented jobs under each of two rules (7 and 16
hours, 13 weeks in 16), over arrays, in parts of 50,000 people that come and go as from a file; the baseline is
``judge``, one person at a time, on a sample of the same people in the same run, from spells and from jobs as they are
stored. Memory is said for a tenth (two parts at least) and for all: it does not grow with people.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np

from cydwaith.methods.outcomes import Person, Spell, SustainedRule, judge, judge_stream
from cydwaith.person.jobs.rules.held import held_from, spells

RULES = tuple(
    SustainedRule(
        key=f"{hours} hours, 13 in 16",
        min_hours=hours,
        min_weeks=13,
        window_weeks=16,
        within_weeks=60,
        pay_floor=False,
    )
    for hours in (7, 16)
)
START, ON, SAMPLE = np.datetime64("2025-01-06"), np.datetime64("2026-11-01"), 1000
PART, MOST_GROWTH = 50_000, 10


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--people", type=int, default=1_000_000)
    people = words.parse_args().people
    peaks = []
    few = min(max(people // 10, 2 * PART), people)
    for number in (few, people):
        for rule in RULES:
            took, met = judged(rule, number)
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
            print(
                f"{number:>9,} enrolments, {rule.key:<19} {took:6.2f} s  {number / took:>10,.0f} a second  "
                f"{met / number:5.1%} met  peak {peaks[-1]:.0f} MB"
            )
    grown = peaks[-1] - peaks[1]
    print(
        f"{people / few:g} times the people, {grown:.0f} MB more{'' if grown <= MOST_GROWTH else '  TOO MUCH'}"
    )
    jobs, at_once = invented(PART, 0), number / took
    print(
        f"one by one {1 / (one := one_by_one(jobs)):>10,.0f} a second; at once {one * at_once:.0f} times as fast"
    )
    print(f"from jobs as they are stored {1 / one_by_one(jobs, stored=True):>10,.0f} a second")
    return int(grown > MOST_GROWTH)


def judged(rule: SustainedRule, people: int) -> tuple[float, int]:
    """Seconds of judging, without the making up of jobs; how many met the rule."""
    spent, met, begun = [0.0], 0, time.perf_counter()
    for found in judge_stream(rule, parts(people, spent), on=ON):
        met += int(found.met.sum())
    return time.perf_counter() - begun - spent[0], met


def parts(people: int, spent: list[float]) -> Iterator[dict[str, np.ndarray]]:
    """So many people, some at a time; the seconds that it takes are added to ``spent``."""
    for low in range(0, people, PART):
        begun = time.perf_counter()
        part = invented(min(PART, people - low), low)
        spent[0] += time.perf_counter() - begun
        yield part


def invented(people: int, seed: int) -> dict[str, np.ndarray]:
    dice = np.random.default_rng(seed)
    person = np.concatenate([np.arange(people), dice.integers(0, people, people // 2)])
    start = START + dice.integers(0, 250, len(person))
    length = dice.integers(7, 300, len(person))
    return {
        "person": person,
        "start": start,
        "end": start + length,
        "hours": dice.integers(2, 30, len(person)).astype(float),
        "anchor": np.full(people, START),
    }


def one_by_one(jobs: dict[str, np.ndarray], *, stored: bool = False) -> float:
    """Seconds a verdict, over some of the same people; ``stored``: with jobs read from their columns."""
    person, on = Person(programme_start=START.item()), ON.item()
    rows: dict[int, list[Any]] = {n: [] for n in range(SAMPLE)}
    for who, first, last, hours in zip(
        jobs["person"], jobs["start"], jobs["end"], jobs["hours"], strict=True
    ):
        if who < SAMPLE:
            day = as_day(first)
            terms = [{"since": day.isoformat(), "hours": float(hours), "pay": None}]
            row = ("employee", day, as_day(last), terms, {}, [])
            rows[int(who)].append(row if stored else Spell(day, as_day(last), float(hours)))
    begun = time.perf_counter()
    for found in rows.values():
        judge(RULES[0], spells((held_from(*row) for row in found), on) if stored else found, on, person)
    return (time.perf_counter() - begun) / SAMPLE


def as_day(value: np.datetime64) -> date:
    day = value.item()
    assert isinstance(day, date)
    return day


if __name__ == "__main__":
    sys.exit(main())
