"""An election: a budget, projects with costs, and ballots, the same ones counted together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import isfinite

from .notes import wrong


@dataclass(frozen=True, slots=True)
class Project:
    """Something to pay for; ``cost`` in pounds (or another unit), ``area`` and ``themes`` for the summary."""

    key: str
    cost: Fraction
    name: str = ""
    area: str = ""
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ballot:
    """One voter's choices with their points; an approval is one point each."""

    voter: str
    points: Mapping[str, float]

    @classmethod
    def approving(cls, voter: str, *projects: str) -> "Ballot":
        """A ballot that approves of these."""
        return cls(voter, dict.fromkeys(projects, 1.0))


@dataclass(frozen=True)
class Election:
    """A checked election. ``types`` are the different ballots with how many cast each."""

    budget: Fraction
    projects: tuple[Project, ...]
    voters: int
    types: tuple[tuple[tuple[tuple[str, float], ...], int], ...]
    meta: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        budget: object,
        projects: Iterable[Project],
        ballots: Iterable[Ballot],
        meta: Mapping[str, str] | None = None,
    ) -> "Election":
        """An election of these. Raises ``BudgetError`` naming the project or the ballot."""
        listed = _projects(projects)
        counted, voters = _types(ballots, {one.key for one in listed})
        whole = amount(budget)
        if whole is None or whole <= 0:
            raise wrong("no_budget", "budget")
        return cls(whole, listed, voters, counted, meta or {})

    def votes(self) -> dict[str, int]:
        """How many chose each project."""
        found: Counter[str] = Counter()
        for ballot, count in self.types:
            for key, points in ballot:
                found[key] += count * (points > 0)
        return {one.key: found[one.key] for one in self.projects}

    def points(self) -> dict[str, float]:
        """The points of each project."""
        found: Counter[str] = Counter()
        for ballot, count in self.types:
            for key, points in ballot:
                found[key] += count * points  # type: ignore[assignment]
        return {one.key: float(found[one.key]) for one in self.projects}


def amount(value: object) -> Fraction | None:
    """Money as an exact number; None when it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, Fraction | int):
        return Fraction(value)
    try:
        return Fraction(str(value)) if isfinite(float(str(value))) else None
    except ValueError:
        return None


def _projects(projects: Iterable[Project]) -> tuple[Project, ...]:
    found = tuple(sorted(projects, key=lambda one: one.key))
    if not found:
        raise wrong("no_projects", "projects")
    seen: set[str] = set()
    for one in found:
        if one.key in seen:
            raise wrong("project_twice", "projects", project=one.key)
        seen.add(one.key)
        cost = amount(one.cost)
        if cost is None or cost <= 0:
            raise wrong("wrong_cost", "cost", project=one.key, value=one.cost)
    return found


def _types(
    ballots: Iterable[Ballot], known: set[str]
) -> tuple[tuple[tuple[tuple[tuple[str, float], ...], int], ...], int]:
    voters: set[str] = set()
    counted: Counter[tuple[tuple[str, float], ...]] = Counter()
    for row, ballot in enumerate(ballots, start=1):
        if ballot.voter in voters:
            raise wrong("voter_twice", "voter", row, voter=ballot.voter)
        voters.add(ballot.voter)
        for key, points in ballot.points.items():
            if key not in known:
                raise wrong("unknown_project", "vote", row, project=key)
            if not (isfinite(points) and points >= 0):
                raise wrong("wrong_points", "points", row, project=key, value=points)
        counted[tuple(sorted((key, float(p)) for key, p in ballot.points.items() if p > 0))] += 1
    if not voters:
        raise wrong("no_ballots", "ballots")
    return tuple(sorted(counted.items())), len(voters)
