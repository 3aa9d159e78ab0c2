"""How long does it take to weigh 16,000 others to be like 185 people in 10 respects?

``python -m bench effects``: our Newton steps against a general minimiser (BFGS) on the same dual, in the same
run; and the whole of ``weighted`` and ``randomised`` on as many rows, reading and refusals included. Ends with 1 if
the weights take more than 50 ms.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np
from scipy.optimize import minimize

from cydwaith.methods.effects import randomised, weighted
from cydwaith.methods.effects.balancing import entropy_balance

OTHERS, OWN, RESPECTS, MOST_MS = 16_000, 185, 10, 50.0


def main() -> int:
    """Print each time and ratio; 1 when the weights take too long."""
    dice = np.random.default_rng(1)
    others = dice.normal(size=(OTHERS, RESPECTS))
    others[:, 5:] = others[:, 5:] > 0.8
    own = dice.normal(0.6, 1, size=(OWN, RESPECTS))
    own[:, 5:] = own[:, 5:] > 0.8
    aim = own.mean(axis=0)
    ours, theirs = (timed(lambda work=work: work(others, aim)) for work in (entropy_balance, general))
    apart = np.abs(entropy_balance(others, aim).values - general(others, aim)).max() * OTHERS
    print(f"weights for {OTHERS:,} others      {ours * 1000:8.1f} ms  (at most {MOST_MS:g})")
    print(
        f"a general minimiser (BFGS)    {theirs * 1000:8.1f} ms  {theirs / ours:5.1f} x ours, {apart:.0e} apart"
    )
    table = {f"x{n}": np.r_[own[:, n], others[:, n]] for n in range(RESPECTS)}
    table |= {"took": np.r_[np.ones(OWN), np.zeros(OTHERS)]}
    table["y"] = sum(table[f"x{n}"] for n in range(RESPECTS)) + dice.normal(size=OWN + OTHERS)
    names = [f"x{n}" for n in range(RESPECTS)]
    whole = timed(lambda: weighted(table, outcome="y", treated="took", covariates=names, earlier=["x0"]))
    print(f"weighted, all of it           {whole * 1000:8.1f} ms  {whole / ours:5.1f} x the weights")
    chance = table | {"arm": np.arange(OWN + OTHERS) % 2}
    plain = timed(lambda: randomised(chance, outcome="y", arm="arm", covariates=names))
    print(f"randomised, 10 covariates     {plain * 1000:8.1f} ms  {plain / ours:5.1f} x the weights")
    return int(ours * 1000 > MOST_MS)


def general(others: np.ndarray, aim: np.ndarray) -> np.ndarray:
    """The same weights by a minimiser that knows nothing of the problem but its slope."""
    centred = (others - aim) / others.std(axis=0)

    def dual(tilt: np.ndarray) -> tuple[float, np.ndarray]:
        index = centred @ tilt
        raised = np.exp(index - index.max())
        return float(np.log(raised.sum()) + index.max()), raised / raised.sum() @ centred

    tilt = minimize(dual, np.zeros(len(aim)), jac=True, method="BFGS", options={"gtol": 1e-8}).x
    raised = np.exp(centred @ tilt - (centred @ tilt).max())
    return raised / raised.sum()


def timed(work: Callable[[], object]) -> float:
    """The best of five, in seconds."""
    found = []
    for _ in range(5):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return min(found)


if __name__ == "__main__":
    sys.exit(main())
