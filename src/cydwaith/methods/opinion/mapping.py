"""The opinion map: the plane, the groups on it, what sets them apart, and what may be shown of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..notes import Note
from .grouping import Grouping, grouped, placed
from .moderation import Moderation, members, out_of_the_maths, states
from .notes import note, wrong
from .policy import Policy
from .projection import Plane, Sheet, plane
from .routing import priorities
from .shown import shown
from .stability import Stability, stability
from .statistics import Groups, Statistics, membership, statement_statistics
from .votes import Identity, Values, Votes, Whole, read_votes

RESAMPLES = 20
LETTERS = "ABCDE"


@dataclass(frozen=True, slots=True)
class OpinionGroup:
    """A group on the map: its middle, the root mean square distance of its people from it, its size."""

    name: Identity
    people: int
    x: float
    y: float
    spread: float


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one person stands, for that person only.

    ``centricness`` is the distance from the middle of all, ``coreness`` from the middle of the
    person's group, ``extremeness`` how far out along the line from the one to the other. The group
    and the last two are None when the person is in none, or groups are not shown.
    """

    x: float
    y: float
    group: Identity | None
    centricness: float
    coreness: float | None
    extremeness: float | None


@dataclass(frozen=True, slots=True, eq=False)
class OpinionMap:
    """All that was worked out. ``to_dict`` is what may be shown; the rest is personal data.

    ``label`` is the number of each person's group in ``statistics.groups`` (-1: in none), ``position``
    people x 2. ``refusals`` say why groups are not shown, and then ``groups`` is empty.
    ``fingerprint`` is a hash of votes, moderation and settings: the same gives the same map.
    """

    participants: tuple[Identity, ...]
    statements: tuple[Identity, ...]
    plane: Plane
    position: Values
    label: Whole
    out: NDArray[np.bool_]
    silhouettes: Mapping[int, float]
    stability: Stability | None
    statistics: Statistics
    priority: Values
    policy: Policy
    fingerprint: str
    refusals: tuple[Note, ...]
    notes: tuple[Note, ...]

    @property
    def groups(self) -> tuple[OpinionGroup, ...]:
        """The groups, where they may be shown."""
        return () if self.refusals else tuple(map(self._group, range(len(self.statistics.groups))))

    @property
    def priorities(self) -> dict[Identity, float]:
        """What ``next_statement`` weighs by."""
        return dict(zip(self.statements, self.priority.tolist(), strict=True))

    def _group(self, number: int) -> OpinionGroup:
        there = self.position[self.label == number]
        middle = there.mean(axis=0)
        spread = float(np.sqrt(((there - middle) ** 2).sum(axis=1).mean()))
        return OpinionGroup(
            self.statistics.groups[number], len(there), float(middle[0]), float(middle[1]), spread
        )

    def standing(self, participant: Identity) -> Standing:
        """Where this person stands. Raises ``MethodError``: ``unknown_participant``."""
        if participant not in self.participants:
            raise wrong("unknown_participant", "participant", value=participant)
        n = self.participants.index(participant)
        away = self.position[n] - self.position[self.label >= 0].mean(axis=0)
        x, y, far = float(self.position[n, 0]), float(self.position[n, 1]), float(np.hypot(*away))
        if self.refusals or self.label[n] < 0:
            return Standing(x, y, None, far, None, None)
        group = self._group(self.label[n])
        core = float(np.hypot(x - group.x, y - group.y))
        axis = np.array([group.x, group.y]) - (self.position[n] - away)
        out = float(away @ axis / max(float(np.hypot(*axis)), np.finfo(float).tiny))
        return Standing(x, y, group.name, far, core, out)

    def to_dict(self) -> dict[str, object]:
        """What may be shown, as plain values: no person, no small group, no small count."""
        return shown(self)


def opinion_map(
    votes: object,
    *,
    moderation: Moderation | None = None,
    meta: Collection[Any] = (),
    groups: Groups | None = None,
    kept: Iterable[Identity] = (),
    policy: Policy | None = None,
    resamples: int = RESAMPLES,
    seed: int = 1,
) -> OpinionMap:
    """Who stands near whom by their votes, in groups, with what each group holds and all agree on.

    ``votes`` as ``read_votes`` takes them: people x statements with 1, 0, -1 and NaN, or long rows.
    ``moderation`` maps statements to 1 accepted, 0 waiting, -1 rejected; rejected and ``meta``
    statements count as 0 in the plane and still as votes cast. ``groups`` given are taken as they are
    (their stability is then not measured); else people with enough votes, and those ``kept`` from
    before, are grouped. Groups that break ``policy`` are refused: statistics stay, nothing of the groups
    is shown. Raises ``MethodError``: what ``read_votes`` and ``statement_statistics`` raise,
    ``out_of_range``.

    Source: Small, Bjorkegren, Erkkila, Shaw, Megill (2021), Polis: scaling deliberation by mapping high
    dimensional opinion spaces, RECERCA 26(2); the open-source implementation for what it leaves open.
    """
    if not 0 <= resamples <= 1000:
        raise wrong("out_of_range", "resamples", value=resamples, low=0, high=1000)
    found, policy = read_votes(votes), policy or Policy()
    out = out_of_the_maths(found.statements, moderation, meta)
    sheet = Sheet.of(found, out)
    there = plane(sheet)
    position = sheet.project(there)
    names, label, grouping = _grouped(found, sheet, position, policy, groups, kept)
    firm = None
    if groups is None and resamples and len(names) > 1:
        who = np.flatnonzero(label >= 0)
        firm = stability(sheet, label[who], who, policy, resamples=resamples, seed=seed)
    named = [None if n < 0 else names[n] for n in label]
    statistics = statement_statistics(found, named, moderation=moderation, meta=meta)
    return OpinionMap(
        participants=found.participants,
        statements=found.statements,
        plane=there,
        position=position,
        label=label,
        out=out,
        silhouettes=grouping.silhouettes,
        stability=firm,
        statistics=statistics,
        priority=priorities(statistics.counts.of_all(), there.extremity, members(found.statements, meta)),
        policy=policy,
        fingerprint=_fingerprint(found, states(found.statements, moderation), out, policy, resamples, seed),
        refusals=_refusals(sheet.cast, statistics.people, grouping, firm, policy, given=groups is not None),
        notes=(note("not_the_public"),),
    )


def _grouped(
    votes: Votes,
    sheet: Sheet,
    position: Values,
    policy: Policy,
    groups: Groups | None,
    kept: Iterable[Identity],
) -> tuple[tuple[Identity, ...], Whole, Grouping]:
    """The names of the groups, everybody's group, and how well they stand apart."""
    if groups is not None:
        names, label = membership(votes, groups)
        return names, label, Grouping(label, np.zeros((len(names), 2)))
    who = placed(sheet.cast, len(votes.statements), policy.fewest_votes, _kept(votes, kept))
    grouping = grouped(position[who], policy.smallest_group)
    label = np.full(len(votes.participants), -1, dtype=np.int64)
    label[who] = grouping.label
    return tuple(LETTERS[: len(grouping.centres)]), label, grouping


def _kept(votes: Votes, kept: Iterable[Identity]) -> Whole:
    place = {name: n for n, name in enumerate(votes.participants)}
    for name in (kept := list(kept)):
        if name not in place:
            raise wrong("unknown_participant", "kept", value=name)
    return np.array([place[name] for name in kept], dtype=np.int64)


def _refusals(
    cast: Whole,
    people: tuple[int, ...],
    grouping: Grouping,
    firm: Stability | None,
    policy: Policy,
    *,
    given: bool,
) -> tuple[Note, ...]:
    """Why groups are not shown; of the reasons for which they were not found, the first."""
    active = int((cast >= policy.fewest_votes).sum())
    found = []
    if active < policy.fewest_people:
        found.append(
            note("too_few_people", people=active, votes=policy.fewest_votes, needed=policy.fewest_people)
        )
    if given:
        small = min(people) < policy.smallest_group
        return (*found, *([note("group_too_small", needed=policy.smallest_group)] if small else []))
    if len(people) < 2:
        return (*found, note("no_groups", needed=policy.smallest_group))
    if grouping.silhouette < policy.silhouette:
        found.append(note("not_apart", found=grouping.silhouette, needed=policy.silhouette))
    if firm is None:
        found.append(note("stability_not_measured"))
    elif firm.agreement < policy.agreement:
        found.append(note("not_stable", found=firm.agreement, needed=policy.agreement))
    return tuple(found)


def _fingerprint(votes: Votes, state: Whole, out: NDArray[np.bool_], *settings: object) -> str:
    from hashlib import sha256

    said = repr((votes.fingerprint(), state.tolist(), out.tolist(), settings))
    return sha256(said.encode()).hexdigest()
