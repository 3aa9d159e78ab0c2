"""What does recognising a need cost, beside a plain loop over all phrases?

``python -m bench needs_recognise [--rounds N]``. The sentences are the list's own phrases in pairs, as they
stand and with a slip of the finger. The baseline counts shared words with every phrase, one by one. States
p50 and p95 in milliseconds of CPU, and how long the index takes to build.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from statistics import quantiles

from cydwaith.place.needs.rules.index import build
from cydwaith.place.needs.rules.listing import LANGUAGES
from cydwaith.place.needs.rules.scoring import recognise
from cydwaith.place.needs.rules.words import sought
from cydwaith.place.needs.starter import starter

MOST_P95 = 10.0


def sentences(number: int) -> list[str]:
    """Two phrases in a sentence; in every third one two letters of a word have changed places."""
    chance = random.Random(9)
    said = [p for e in starter().entries for language in LANGUAGES for p in e.words[language].phrases]
    pairs = [f"{chance.choice(said)} and {chance.choice(said)}" for _ in range(number)]
    return [_slipped(text, chance) if at % 3 == 0 else text for at, text in enumerate(pairs)]


def _slipped(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text) - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def plain(phrases: list[tuple[str, str]], text: str) -> list[str]:
    """The baseline: no index, no stems; the needs whose phrases share most words."""
    asked = set(sought(text))
    found = [(len(asked & set(sought(phrase))), key) for key, phrase in phrases]
    return [key for shared, key in sorted(found, reverse=True)[:4] if shared]


def taken(work: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    """p50 and p95 in milliseconds of CPU."""
    times = []
    for text in texts:
        begun = time.process_time()
        work(text)
        times.append((time.process_time() - begun) * 1000)
    cuts = quantiles(times, n=20)
    return cuts[9], cuts[18]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=600)
    options = parser.parse_args()
    texts = sentences(options.rounds)
    begun = time.process_time()
    index = build(starter())
    built = time.process_time() - begun
    phrases = [(e.key, p) for e in starter().entries for one in LANGUAGES for p in e.words[one].phrases]
    recognise(index, texts[0])
    ours = taken(lambda text: recognise(index, text), texts)
    loop = taken(lambda text: plain(phrases, text), texts[: max(20, options.rounds // 10)])
    told = {
        "recognise_ms": {"p50": round(ours[0], 2), "p95": round(ours[1], 2)},
        "plain_loop_ms": {"p50": round(loop[0], 2), "p95": round(loop[1], 2)},
        "times_the_loop": round(ours[0] / loop[0], 3),
        "index_built_s": round(built, 2),
        "needs": len(index.keys),
        "signs": len(index.signs),
    }
    print(json.dumps(told, indent=1))
    return 0 if ours[1] <= MOST_P95 else 1


if __name__ == "__main__":
    sys.exit(main())
