"""Open Space: topics into slots and rooms, so that most people find something in every slot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from ..notes import Note
from ..result import plain
from .notes import note, wrong

Counts = NDArray[np.int16]
RESTARTS = 24
ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: who hosts it, what its room must have, and where it stays if that was settled."""

    name: str
    hosts: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    slot: str | None = None
    room: str | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """A room: how many fit, and what it has (step-free, hearing loop, quiet ..)."""

    name: str
    capacity: int
    has: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A topic on the wall."""

    topic: str
    slot: str
    room: str
    wishes: int


@dataclass(frozen=True, slots=True)
class Timetable:
    """The wall. ``covered`` of ``most`` person-slots have a topic that the person wished for."""

    places: tuple[Place, ...]
    unplaced: tuple[str, ...]
    covered: int
    most: int
    notes: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def timetable(
    topics: Sequence[Topic],
    slots: Sequence[str],
    rooms: Sequence[Room],
    wishes: Mapping[str, Sequence[str]],
    *,
    seed: int = 1,
) -> Timetable:
    """Place every topic that can be placed.

    A room fits what a topic needs, or the topic is not put there; no host is in two places; what was
    settled stays. Of such walls a good one by swaps from several starts: not proven to be the best, and
    ``most`` says how far it could be from it. Raises ``MatchingError``: ``no_slots``, ``named_twice``,
    ``unknown_topic``, ``no_room_fits``, ``locks_clash``.
    """
    _check(topics, slots, rooms, wishes)
    wall = _Wall(topics, slots, rooms, wishes)
    best: list[int | None] | None = None
    for start in range(RESTARTS):
        found = wall.filled(Random(seed * 1000 + start))  # noqa: S311 - chance, not secrecy
        wall.improve(found)
        if best is None or wall.worth(found) > wall.worth(best):
            best = found
    return wall.told(best or [])


def _check(
    topics: Sequence[Topic], slots: Sequence[str], rooms: Sequence[Room], wishes: Mapping[str, Sequence[str]]
) -> None:
    if not slots or not rooms:
        raise wrong("no_slots", "slots")
    for names in ([one.name for one in topics], list(slots), [one.name for one in rooms]):
        for name in names:
            if names.count(name) > 1:
                raise wrong("named_twice", "names", name=name)
    known = {one.name for one in topics}
    for who, wished in wishes.items():
        for topic in wished:
            if topic not in known:
                raise wrong("unknown_topic", "wishes", who=who, topic=topic)
    for one in topics:
        if not any(one.needs <= room.has for room in rooms):
            raise wrong("no_room_fits", "needs", topic=one.name, needs=", ".join(sorted(one.needs)))
        if one.slot not in (None, *slots) or one.room not in (None, *(room.name for room in rooms)):
            raise wrong("locks_clash", "slot", topic=one.name)


class _Wall:
    """Topics and wishes by number; a wall is the slot of each topic, or None."""

    def __init__(
        self,
        topics: Sequence[Topic],
        slots: Sequence[str],
        rooms: Sequence[Room],
        wishes: Mapping[str, Sequence[str]],
    ) -> None:
        self.topics = sorted(topics, key=lambda one: one.name)
        self.slots, self.rooms = list(slots), sorted(rooms, key=lambda room: (room.capacity, room.name))
        number = {one.name: n for n, one in enumerate(self.topics)}
        self.wishing = np.zeros((len(wishes), len(self.topics)), dtype=np.int16)
        for row, who in enumerate(sorted(wishes)):
            self.wishing[row, [number[name] for name in wishes[who]]] = 1
        self.wants = [int(wanted) for wanted in self.wishing.sum(axis=0)]
        self.locked = {n for n, one in enumerate(self.topics) if one.slot is not None}

    def filled(self, dice: Random) -> list[int | None]:
        """Settled topics first, then the neediest and most wished, each where it adds most."""
        wall: list[int | None] = [None] * len(self.topics)
        for n in sorted(self.locked):
            slot = self.slots.index(str(self.topics[n].slot))
            if not self.fits(wall, n, slot):
                raise wrong("locks_clash", "slot", topic=self.topics[n].name)
            wall[n] = slot
        free = [n for n in range(len(self.topics)) if n not in self.locked]
        order = {n: (-len(self.topics[n].needs), -self.wants[n] * (0.5 + dice.random()), n) for n in free}
        running = self.running(wall)
        for n in sorted(free, key=order.__getitem__):
            open_slots = [slot for slot in range(len(self.slots)) if self.fits(wall, n, slot)]
            if open_slots:
                gains = {
                    slot: int((self.wishing[:, n] * (running[:, slot] == 0)).sum()) for slot in open_slots
                }
                wall[n] = max(open_slots, key=lambda slot: (gains[slot], dice.random()))
                running[:, wall[n]] += self.wishing[:, n]
        return wall

    def running(self, wall: list[int | None]) -> Counts:
        """For each person and slot, how many of the topics that they wished for are on."""
        found = np.zeros((len(self.wishing), len(self.slots)), dtype=np.int16)
        for n, slot in enumerate(wall):
            if slot is not None:
                found[:, slot] += self.wishing[:, n]
        return found

    def fits(self, wall: list[int | None], n: int, slot: int) -> bool:
        """Whether a topic can join a slot: its hosts are free and every topic there has a room."""
        there = [one for one, at in enumerate(wall) if at == slot and one != n]
        hosts = set().union(*(self.topics[one].hosts for one in there))
        if hosts & self.topics[n].hosts or len(there) >= len(self.rooms):
            return False
        return self.roomed([*there, n]) is not None

    def roomed(self, there: Sequence[int]) -> dict[int, int] | None:
        """A room for each topic, the most wished in the largest that fits; None when there is none."""
        room_of: dict[int, int] = {}
        for n in sorted(
            there, key=lambda n: (self.topics[n].room is None, -len(self.topics[n].needs), -self.wants[n], n)
        ):
            if not self._seat(n, room_of, set()):
                return None
        return {n: room for room, n in room_of.items()}

    def _seat(self, n: int, room_of: dict[int, int], tried: set[int]) -> bool:
        """Find a room, moving others along where that helps (augmenting path)."""
        for room in self._rooms_for(n):
            if room in tried:
                continue
            tried.add(room)
            if room not in room_of or self._seat(room_of[room], room_of, tried):
                room_of[room] = n
                return True
        return False

    def _rooms_for(self, n: int) -> list[int]:
        """Rooms that fit: the smallest that holds everybody first, else the largest."""
        topic = self.topics[n]
        if topic.room is not None:
            return [
                at
                for at, room in enumerate(self.rooms)
                if room.name == topic.room and topic.needs <= room.has
            ]
        able = [at for at, room in enumerate(self.rooms) if topic.needs <= room.has]
        large = [at for at in able if self.rooms[at].capacity >= self.wants[n]]
        return [*large, *reversed([at for at in able if at not in large])]

    def improve(self, wall: list[int | None]) -> None:
        """Move or swap topics while that covers more."""
        free = [n for n in range(len(self.topics)) if n not in self.locked]
        running = self.running(wall)
        for _ in range(ROUNDS):
            changes = [self._move(wall, running, n) for n in free]
            changes += [self._swap(wall, running, n, other) for n in free for other in free if other > n]
            if not any(changes):
                return

    def _move(self, wall: list[int | None], running: Counts, n: int) -> bool:
        """Put a topic into the slot where it covers most, if that is more than now."""
        was = wall[n]
        if was is None:
            return False
        wish = self.wishing[:, n]
        lost = int((wish * (running[:, was] == 1)).sum())
        gains = (wish[:, None] * (running == 0)).sum(axis=0) - lost
        for slot in sorted(range(len(self.slots)), key=lambda slot: (-int(gains[slot]), slot)):
            if gains[slot] <= 0:
                return False
            if slot != was and self.fits(wall, n, slot):
                wall[n] = slot
                running[:, was] -= wish
                running[:, slot] += wish
                return True
        return False

    def _swap(self, wall: list[int | None], running: Counts, n: int, other: int) -> bool:
        """Let two topics change slots where that covers more."""
        one, two = wall[n], wall[other]
        if one == two or one is None or two is None:
            return False
        change = self.wishing[:, n] - self.wishing[:, other]
        first, second = running[:, one] - change, running[:, two] + change
        gain = np.count_nonzero(first) + np.count_nonzero(second)
        if gain <= np.count_nonzero(running[:, one]) + np.count_nonzero(running[:, two]):
            return False
        wall[n], wall[other] = two, one
        if self.fits(wall, n, two) and self.fits(wall, other, one):
            running[:, one], running[:, two] = first, second
            return True
        wall[n], wall[other] = one, two
        return False

    def worth(self, wall: list[int | None]) -> tuple[int, int]:
        """Topics placed, then person-slots covered."""
        return sum(slot is not None for slot in wall), self.covered(wall)

    def covered(self, wall: list[int | None]) -> int:
        """Person-slots with a topic that the person wished for."""
        return int(np.count_nonzero(self.running(wall)))

    def told(self, wall: list[int | None]) -> Timetable:
        """The wall in names, with what people should know."""
        places = []
        for at, slot in enumerate(self.slots):
            roomed = self.roomed([n for n, where in enumerate(wall) if where == at]) or {}
            places += [
                Place(self.topics[n].name, slot, self.rooms[room].name, self.wants[n])
                for n, room in roomed.items()
            ]
        unplaced = tuple(self.topics[n].name for n, slot in enumerate(wall) if slot is None)
        most = int(np.minimum(self.wishing.sum(axis=1), len(self.slots)).sum())
        order = {slot: n for n, slot in enumerate(self.slots)}
        ordered = tuple(sorted(places, key=lambda one: (order[one.slot], one.room)))
        return Timetable(ordered, unplaced, self.covered(wall), most, self._notes(ordered, unplaced))

    def _notes(self, places: Sequence[Place], unplaced: tuple[str, ...]) -> tuple[Note, ...]:
        size = {room.name: room.capacity for room in self.rooms}
        found = [note("unplaced", topics=", ".join(unplaced))] if unplaced else []
        for one in places:
            if one.wishes > size[one.room]:
                found.append(note("crowded", topic=one.topic, wishes=one.wishes, capacity=size[one.room]))
        return (*found, note("interest_not_ticket"))
