"""How long does an opinion map of many votes take?

``python -m bench opinion [--full] [--peer [PYTHON]]``: 2,000 people x 200 statements, each voting on a tenth, or with
``--full`` 20,000 x 1,000 (2 million votes); the whole map with 20 resamples from long rows, beside a plain NumPy
decomposition of the same filled-in matrix; with ``--peer``, also beside red-dwarf, under this Python or the one named.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np

from cydwaith.methods.opinion import opinion_map

T = TypeVar("T")
Times = tuple[float, float]
PEER = """
import sys, time
import numpy as np
from reddwarf.implementations.polis import run_pipeline
people, statements, votes = (part.tolist() for part in np.load(sys.argv[1]).values())
rows = [
    {"participant_id": p, "statement_id": s, "vote": int(v), "modified": n}
    for n, (p, s, v) in enumerate(zip(people, statements, votes))
]
begun, cpu = time.perf_counter(), time.process_time()
run_pipeline(votes=rows)
print(time.perf_counter() - begun, time.process_time() - cpu)
"""


def conversation(people: int, statements: int, share: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Long rows of three camps with noise, each person voting on a share of the statements."""
    rng = np.random.default_rng(1)
    sides = rng.choice([-1, 1], size=(3, statements))
    each = max(1, int(statements * share))
    who = np.repeat(np.arange(people), each)
    what = np.concatenate([rng.choice(statements, each, replace=False) for _ in range(people)])
    vote = sides[rng.integers(0, 3, people)[who], what]
    noise = rng.random(len(vote)) < 0.3
    vote[noise] = rng.integers(-1, 2, noise.sum())
    return who, what, vote


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--full", action="store_true", help="20,000 people x 1,000 statements")
    words.add_argument(
        "--peer",
        metavar="PYTHON",
        nargs="?",
        const=sys.executable,
        help="beside red-dwarf, by this Python or another",
    )
    options = words.parse_args()
    people, statements = (20_000, 1_000) if options.full else (2_000, 200)
    who, what, vote = conversation(people, statements, 0.1)
    rows = {"participant": who, "statement": what, "vote": vote}
    ours, found = _timed(lambda: opinion_map(rows))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{people} people, {statements} statements, {len(vote)} votes, groups: {[g.people for g in found.groups]}"
    )
    _show("map with 20 resamples", ours, ours, f"{memory:.0f} MB at most")
    _show("map alone", _timed(lambda: opinion_map(rows, resamples=0))[0], ours)
    _show("NumPy's SVD alone", _timed(lambda: _plain(who, what, vote, people, statements))[0], ours)
    if options.peer:
        _show("red-dwarf, no resamples", _peer(options.peer, who, what, vote), ours)


def _timed(work: Callable[[], T]) -> tuple[Times, T]:
    begun, cpu = time.perf_counter(), time.process_time()
    found = work()
    return (time.perf_counter() - begun, time.process_time() - cpu), found


def _show(name: str, took: Times, ours: Times, more: str = "") -> None:
    print(
        f"{name:24} {took[0]:8.2f} s {took[1]:8.2f} s of CPU {took[1] / ours[1]:6.1f} x ours  {more}",
        flush=True,
    )


def _plain(who: np.ndarray, what: np.ndarray, vote: np.ndarray, people: int, statements: int) -> np.ndarray:
    cells = np.full((people, statements), np.nan)
    cells[who, what] = vote
    return np.linalg.svd(np.nan_to_num(cells - np.nanmean(cells, axis=0)), full_matrices=False)[2]


def _peer(python: str, who: np.ndarray, what: np.ndarray, vote: np.ndarray) -> Times:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "votes.npz"
        np.savez(file, who, what, vote)
        done = subprocess.run([python, "-c", PEER, str(file)], check=True, capture_output=True, text=True)
    wall, cpu = map(float, done.stdout.split())
    return wall, cpu


if __name__ == "__main__":
    main()
