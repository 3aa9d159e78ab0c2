"""How long does it take to match 5,000 people with 2,500, and to lay out a day of 40 topics?

``python -m bench matching``: deferred acceptance with ten choices each against sorting the same choices once; the
assignment of 500 to 500; a wall of 200 people, 40 topics, 5 slots and 8 rooms against its upper limit.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from cydwaith.methods.matching import Pair, Room, Topic, assign, deferred_acceptance, timetable


def main() -> None:
    dice = random.Random(1)
    ones, others = [f"p{n}" for n in range(5000)], [f"m{n}" for n in range(2500)]
    proposers = {one: dice.sample(others, 10) for one in ones}
    receivers: dict[str, list[str]] = {other: [] for other in others}
    for one, choices in proposers.items():
        for choice in choices:
            receivers[choice].append(one)
    for choices in receivers.values():
        dice.shuffle(choices)
    room = dict.fromkeys(others, 2)
    sorting = timed(lambda: [sorted(choices) for side in (proposers, receivers) for choices in side.values()])
    stable = timed(lambda: deferred_acceptance(proposers, receivers, room))
    print(f"5,000 with 2,500, stable   {stable:7.3f} s  {stable / sorting:5.1f} x sorting the choices")
    pairs = [
        Pair(f"p{n}", f"m{m}", {"a": dice.random()}) for n in range(500) for m in dice.sample(range(500), 50)
    ]
    print(f"500 with 500, best score   {timed(lambda: assign(pairs)):7.3f} s")
    topics = [Topic(f"t{n}") for n in range(40)]
    wishes = {f"p{n}": [f"t{m}" for m in dice.sample(range(40), 6)] for n in range(200)}
    rooms = [Room(f"r{n}", 10 * n + 10) for n in range(8)]
    begun = time.perf_counter()
    wall = timetable(topics, list("ABCDE"), rooms, wishes)
    print(
        f"a wall of 40 topics        {time.perf_counter() - begun:7.3f} s  {wall.covered} of at most {wall.most} person-slots"
    )


def timed(work: Callable[[], object]) -> float:
    """The best of three, in seconds."""
    found = []
    for _ in range(3):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return min(found)


if __name__ == "__main__":
    main()
