"""The plane of opinions: centre, two principal components, and where people stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .moderation import Mask
from .votes import Values, Votes, Whole

DENSE = 32
NOTHING = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """``centre`` (statements), ``components`` (2 x statements) and their shares of all variance."""

    centre: Values
    components: Values
    shares: Values

    @property
    def extremity(self) -> Values:
        """How far from the middle somebody stands who agrees with this statement only."""
        lengths = np.hypot(self.components[0], self.components[1])
        found: Values = np.sqrt(len(self.centre)) * np.abs(1 - self.centre) * lengths
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Votes as a sparse matrix, without those on moderated statements, which count as 0.

    ``starts`` is where each person's entries start in ``item`` and ``vote``; ``cast`` how many votes each
    cast, moderated or not; ``zeros`` how many statements are set to 0, for everybody a vote of 0.
    """

    statements: int
    item: Whole
    vote: Values
    starts: Whole
    cast: Whole
    zeros: int

    @classmethod
    def of(cls, votes: Votes, out: Mask) -> Sheet:
        """All votes; ``out`` are the statements that stay out of the maths."""
        kept = ~out[votes.item]
        sizes = np.bincount(votes.person[kept], minlength=len(votes.participants))
        return cls(
            len(votes.statements),
            votes.item[kept],
            votes.vote[kept],
            _starts(sizes),
            votes.cast,
            int(out.sum()),
        )

    @property
    def people(self) -> int:
        """How many."""
        return len(self.cast)

    @property
    def sizes(self) -> Whole:
        """Entries of each person."""
        return np.diff(self.starts)

    def only(self, chosen: Whole) -> Sheet:
        """The sheet of these people, some of them perhaps several times."""
        sizes = self.sizes[chosen]
        starts = _starts(sizes)
        entries = np.arange(starts[-1]) + np.repeat(self.starts[chosen] - starts[:-1], sizes)
        return Sheet(
            self.statements, self.item[entries], self.vote[entries], starts, self.cast[chosen], self.zeros
        )

    def centre(self) -> Values:
        """The mean of the votes cast on each statement; 0 where nobody voted."""
        seen = np.bincount(self.item, minlength=self.statements)
        total = np.bincount(self.item, self.vote, minlength=self.statements)
        return total / np.maximum(1, seen)

    def less(self, centre: Values) -> Any:
        """Votes less the centre, sparse: what was not seen counts as the centre, so it is 0."""
        from scipy.sparse import csr_array

        data = self.vote - centre[self.item]
        return csr_array((data, self.item, self.starts), shape=(self.people, self.statements))

    def project(self, plane: Plane) -> Values:
        """Where each person stands (people x 2), over the votes cast, stretched for few votes."""
        there: Values = self.less(plane.centre) @ plane.components.T
        return there * np.sqrt(self.statements / np.maximum(1, self.sizes + self.zeros))[:, None]


def _starts(sizes: Whole) -> Whole:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])


def plane(sheet: Sheet) -> Plane:
    """Centre and the exact first two components (source: Small and others 2021, Polis).

    A component points where its largest loading is positive; one without variance is 0.
    """
    centre = sheet.centre()
    rest = sheet.less(centre)
    whole = float((rest.data**2).sum())
    voted = np.bincount(sheet.item, minlength=sheet.statements) > 0
    components, shares = np.zeros((2, sheet.statements)), np.zeros(2)
    values, vectors = _leading(rest) if whole > 0 else (np.zeros(0), np.zeros((0, 0)))
    for n, (value, vector) in enumerate(zip(values, vectors.T, strict=True)):
        if value > NOTHING * whole:
            components[n] = np.where(voted, vector * np.sign(vector[np.argmax(np.abs(vector))]), 0.0)
            shares[n] = value / whole
    return Plane(centre, components, shares)


def _leading(rest: Any) -> tuple[Values, Values]:
    """The two largest squared singular values and their right vectors, largest first."""
    people, statements = rest.shape
    if statements <= DENSE or people <= DENSE:
        return _of_gram(rest, tall=statements <= people)
    from scipy.sparse.linalg import LinearOperator, eigsh

    gram = LinearOperator(
        (statements, statements), matvec=lambda x: rest.T @ (rest @ x), dtype=np.dtype(np.float64)
    )
    values, vectors = eigsh(gram, k=2, v0=np.linspace(1.0, 2.0, statements), tol=0, rng=0)
    order = np.argsort(values)[::-1]
    return values[order], vectors[:, order]


def _of_gram(rest: Any, *, tall: bool) -> tuple[Values, Values]:
    gram = (rest.T @ rest if tall else rest @ rest.T).toarray()
    values, vectors = np.linalg.eigh(gram)
    values, vectors = values[::-1][:2], vectors[:, ::-1][:, :2]
    if tall:
        return values, vectors
    lengths = np.sqrt(np.maximum(values, np.finfo(float).tiny))
    return values, (rest.T @ vectors) / lengths
