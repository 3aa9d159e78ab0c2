"""Deferred acceptance: nobody is left who would both rather have each other."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace

from ..notes import Note
from ..result import plain
from .notes import note, wrong

Choices = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Matching:
    """``pairs`` of proposer and receiver, by the proposer's name; who of each side is alone."""

    pairs: tuple[tuple[str, str], ...]
    proposers_alone: tuple[str, ...]
    receivers_alone: tuple[str, ...]
    notes: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def deferred_acceptance(
    proposers: Choices, receivers: Choices, capacities: Mapping[str, int] | None = None
) -> Matching:
    """The stable matching that is best for every proposer, whatever the order in which they are given.

    Each side names whom it would take, best first; nobody is paired with somebody they did not name.
    A receiver takes as many as its capacity (1). Raises ``MatchingError``: ``unknown_choice``,
    ``chosen_twice``, ``both_sides``, ``wrong_capacity``. Source: Gale and Shapley 1962.
    """
    room = _checked(proposers, receivers, capacities or {})
    ranks = {
        name: dict(zip(choices, range(len(choices)), strict=True)) for name, choices in receivers.items()
    }
    held: dict[str, list[tuple[int, str]]] = {name: [] for name in receivers}
    upcoming = {name: iter(choices) for name, choices in proposers.items()}
    asking = deque(proposers)
    while asking:
        who = asking.popleft()
        for choice in upcoming[who]:
            place = ranks[choice].get(who)
            if place is None or not room[choice]:
                continue
            if len(held[choice]) < room[choice]:
                heappush(held[choice], (-place, who))
                break
            if -held[choice][0][0] > place:
                asking.append(heapreplace(held[choice], (-place, who))[1])
                break
    pairs = sorted((who, choice) for choice, taken in held.items() for _, who in taken)
    return _told(pairs, proposers, receivers, held)


def _told(
    pairs: list[tuple[str, str]], proposers: Choices, receivers: Choices, held: Mapping[str, Sequence[object]]
) -> Matching:
    paired = {who for who, _ in pairs}
    alone = tuple(sorted(name for name in proposers if name not in paired))
    free = tuple(sorted(name for name in receivers if not held[name]))
    return Matching(tuple(pairs), alone, free, (note("people_decide"),))


def _checked(proposers: Choices, receivers: Choices, capacities: Mapping[str, int]) -> dict[str, int]:
    for both in sorted(proposers.keys() & receivers.keys()):
        raise wrong("both_sides", "receivers", who=both)
    for side, other in ((proposers, receivers), (receivers, proposers)):
        for who, choices in side.items():
            _check_choices(who, choices, other)
    for name, value in capacities.items():
        if name not in receivers:
            raise wrong("unknown_choice", "capacities", who="capacities", choice=name)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise wrong("wrong_capacity", "capacities", who=name, value=value)
    return {name: capacities.get(name, 1) for name in receivers}


def _check_choices(who: str, choices: Sequence[str], other: Choices) -> None:
    if len(set(choices)) != len(choices):
        twice = next(one for one in choices if list(choices).count(one) > 1)
        raise wrong("chosen_twice", "choices", who=who, choice=twice)
    for choice in set(choices).difference(other):
        raise wrong("unknown_choice", "choices", who=who, choice=choice)


def blocking_pairs(
    proposers: Choices, receivers: Choices, matching: Matching, capacities: Mapping[str, int] | None = None
) -> list[tuple[str, str]]:
    """Pairs who would both rather have each other than what they got; none when it is stable."""
    got = dict(matching.pairs)
    taken: dict[str, list[str]] = {name: [] for name in receivers}
    for who, choice in matching.pairs:
        taken[choice].append(who)
    found = []
    for who, choices in proposers.items():
        better = choices[: choices.index(got[who])] if who in got else choices
        for choice in better:
            order = list(receivers[choice])
            if who not in order:
                continue
            free = len(taken[choice]) < (capacities or {}).get(choice, 1)
            if free or any(order.index(who) < order.index(one) for one in taken[choice]):
                found.append((who, choice))
    return found
