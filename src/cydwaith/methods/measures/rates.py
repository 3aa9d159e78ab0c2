"""Of how many people is the change reliable? Only over pairs, and only when most have both readings."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..notes import Note
from ..result import plain
from ..survey import Percentage, percentage
from .catalogue import instrument as find
from .change import Change, refuse_unlike, reliable_change
from .notes import MeasureError, note, wrong
from .paired import LOW_RESPONSE, Reading

FEWEST = 10


@dataclass(frozen=True, slots=True)
class ReliableRate:
    """Of everybody with both readings: who changed reliably, each way, and who recovered.

    All None where fewer than 6 in 10 of those who began have both, where fewer than ten have, or where
    no threshold is published.
    """

    instrument: str
    scale: str
    pairs: int
    baseline: int
    response: Percentage
    improved: Percentage | None
    deteriorated: Percentage | None
    recovered: Percentage | None
    notes: tuple[Note, ...]
    refusals: tuple[Note, ...]
    strength: str = "E"

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def reliable_rate(
    before: Iterable[Reading], after: Iterable[Reading], *, scale: str | None = None
) -> ReliableRate:
    """The shares of one instrument's people by ``reliable_change``; unlike pairs are left out and counted.

    Raises ``MeasureError``: ``nothing_to_compare``, ``different_instrument``, ``which_scale``.
    """
    first = {one.person: one.scored for one in before}
    last = {one.person: one.scored for one in after}
    if not first:
        raise wrong("nothing_to_compare")
    definition = find(next(iter(first.values())).instrument)
    found, unlike = [], 0
    for person in first.keys() & last.keys():
        try:
            refuse_unlike(definition, first[person], last[person])
            found.append(reliable_change(definition, first[person], last[person], scale=scale))
        except MeasureError as error:
            if error.code not in ("different_version", "different_language", "different_items"):
                raise
            unlike += 1
    response = percentage(len(found), len(first))
    refusals = _refusals(found, response)
    improved, deteriorated, recovered = _shares(found) if not refusals else (None, None, None)
    return ReliableRate(
        instrument=definition.key,
        scale=found[0].scale if found else scale or definition.key,
        pairs=len(found),
        baseline=len(first),
        response=response,
        improved=improved,
        deteriorated=deteriorated,
        recovered=recovered,
        notes=(note("not_cause"), *((note("left_unlike", count=unlike),) if unlike else ())),
        refusals=refusals,
    )


def _refusals(found: list[Change], response: Percentage) -> tuple[Note, ...]:
    if len(found) < FEWEST:
        return (note("too_few_pairs", pairs=len(found), needed=FEWEST),)
    if found[0].reliable_improvement is None:
        return (note("no_published_threshold"),)
    return (note("low_response"),) if response.percent < LOW_RESPONSE else ()


def _shares(found: list[Change]) -> tuple[Percentage, Percentage, Percentage | None]:
    def share(count: int) -> Percentage:
        return percentage(count, len(found))

    recovered = [one.reliable_recovery for one in found]
    return (
        share(sum(bool(one.reliable_improvement) for one in found)),
        share(sum(one.verdict == "reliable_deterioration" for one in found)),
        None if None in recovered else share(sum(map(bool, recovered))),
    )
