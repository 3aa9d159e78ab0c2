"""What a count comes to, so that anybody can follow it and compute it again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..notes import Note
from ..result import plain
from ..survey import Percentage, percentage
from .election import Election
from .notes import note

ONE_CHOICE = 0.3


@dataclass(frozen=True, slots=True)
class Decision:
    """A project: its votes and cost, whether it won, in which round, the most that a supporter paid, how
    much its supporters lacked, and why in words."""

    project: str
    name: str
    votes: int
    cost: float
    funded: bool
    round: int | None
    payment: float | None
    missing: float | None
    why: Note


@dataclass(frozen=True, slots=True)
class Outcome:
    """What won, under a rule named in full. ``rounds`` is how often the shares were raised; ``proven`` that
    exact arithmetic says the same."""

    rule: str
    budget: float
    voters: int
    selected: tuple[str, ...]
    cost: float
    decisions: tuple[Decision, ...]
    with_a_win: Percentage
    by_area: Mapping[str, float]
    by_theme: Mapping[str, float]
    rounds: int
    share: float | None
    proven: bool
    notes: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def outcome(
    election: Election,
    rule: str,
    selected: Sequence[str],
    decisions: Sequence[Decision],
    *,
    notes: Sequence[Note] = (),
    rounds: int = 0,
    share: Fraction | None = None,
    proven: bool = True,
) -> Outcome:
    """The outcome with its summary for the place."""
    won, cost_of = set(selected), {one.key: one.cost for one in election.projects}
    happy = sum(count for ballot, count in election.types if any(key in won for key, _ in ballot))
    areas: dict[str, float] = defaultdict(float)
    themes: dict[str, float] = defaultdict(float)
    for one in election.projects:
        if one.key in won:
            areas[one.area] += float(one.cost)
            for theme in one.themes:
                themes[theme] += float(one.cost)
    return Outcome(
        rule=rule,
        budget=float(election.budget),
        voters=election.voters,
        selected=tuple(selected),
        cost=float(sum(cost_of[key] for key in selected)),
        decisions=tuple(decisions),
        with_a_win=percentage(happy, election.voters),
        by_area=dict(sorted(areas.items())),
        by_theme=dict(sorted(themes.items())),
        rounds=rounds,
        share=None if share is None else float(share),
        proven=proven,
        notes=(*notes, *_about_ballots(election)),
    )


def _about_ballots(election: Election) -> tuple[Note, ...]:
    single = sum(count for ballot, count in election.types if len(ballot) == 1)
    share = single / election.voters
    return (note("few_choices", share=round(100 * share)),) if share >= ONE_CHOICE else ()


def money(value: float | Fraction) -> str:
    """An amount in words of a reason: whole, or with its pence."""
    number = round(float(value), 2)
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"


def at_once(election: Election, key: str, votes: Mapping[str, int]) -> Note | None:
    """A reason that needs no counting: nobody voted for it, or it costs more than everything."""
    project = next(one for one in election.projects if one.key == key)
    if not votes[key]:
        return note("no_votes")
    if project.cost > election.budget:
        return note("too_dear", cost=money(project.cost), budget=money(election.budget))
    return None
