"""How long do a million verdicts take?

``python -m bench outcomes [--people N]``: a million enrolments with invented jobs under each of two rules (7 and 16
hours, 13 weeks in 16), all at once over arrays; the baseline is ``judge``, one person at a time, on a sample of the
same people in the same run, from spells and from jobs as they are stored. Memory is said for a tenth and for all.
"""

from __future__ import annotations

import argparse
import resource
import time
from datetime import date
from typing import Any

import numpy as np

from cydwaith.methods.outcomes import Person, Spell, SustainedRule, judge, judge_many
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


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--people", type=int, default=1_000_000)
    people = words.parse_args().people
    for number in (people // 10, people):
        jobs = invented(number)
        for rule in RULES:
            begun = time.perf_counter()
            found = judge_many(rule, on=ON, **jobs)
            took = time.perf_counter() - begun
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{number:>9,} enrolments, {rule.key:<19} {took:6.2f} s  {number / took:>10,.0f} a second  "
                f"{found.met.mean():5.1%} met  peak {peak:.0f} MB"
            )
    one = one_by_one(jobs)
    print(f"one by one {1 / one:>10,.0f} a second; at once {one * number / took:.0f} times as fast")
    stored = one_by_one(jobs, stored=True)
    print(f"from jobs as they are stored {1 / stored:>10,.0f} a second")


def invented(people: int) -> dict[str, np.ndarray]:
    dice = np.random.default_rng(1)
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
    main()
