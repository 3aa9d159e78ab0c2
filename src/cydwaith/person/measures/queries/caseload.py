"""Change over many people: only those who answered twice, with n and response rate."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.methods.measures import Instrument, Note, instrument, paired_change
from cydwaith.methods.measures import Reading as Taken
from cydwaith.methods.measures import ScaleChange as Compared
from cydwaith.methods.survey import Percentage

from ..models import Reading
from ..rules import OFFERED
from ..words import here, number
from .scored import scored

SAID_ONCE = "not_cause"
NEEDED = ("person_id", "instrument", "version", "language", "answers")


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """One score over many people; numbers as text, ready for a table."""

    name: str
    higher_is_better: bool
    first: int
    both: int
    percent: str
    likely: str
    change: str
    interval: str
    direction: str
    clear: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstrumentLines:
    """One set of questions over many people."""

    key: str
    name: str
    validated: bool
    scales: tuple[ScaleLine, ...]


@dataclass(frozen=True, slots=True)
class CaseloadChange:
    """Everybody whose measures are open to the reader; ``people`` have any reading at all."""

    people: int
    instruments: tuple[InstrumentLines, ...]


def caseload_change(actor: Actor) -> CaseloadChange:
    """Paired change for each score over the people who let the actor in. Never unpaired."""
    rows = Reading.objects.as_seen_by(actor).filter(replaced_by=None).only(*NEEDED)
    found: dict[str, list[Taken]] = defaultdict(list)
    for row in rows.exclude(person_id=actor.person_id).order_by("taken_at"):
        if scores := scored(row):
            found[row.instrument].append(Taken(row.person_id, scores))
    people = {taken.person for readings in found.values() for taken in readings}
    lines = (_instrument(instrument(key), found[key]) for key in OFFERED if key in found)
    return CaseloadChange(len(people), tuple(lines))


def _instrument(definition: Instrument, readings: list[Taken]) -> InstrumentLines:
    keys = [None] if definition.own else [scale.key for scale in definition.scales if scale.better]
    lines = (_line(key, readings) for key in keys)
    return InstrumentLines(
        key=definition.key,
        name=here(definition.name),
        validated=definition.validated,
        scales=tuple(line for line in lines if line is not None),
    )


def _line(key: str | None, readings: list[Taken]) -> ScaleLine | None:
    """One score over everybody who has it: each one's first and latest reading *of that score*."""
    people: dict[Hashable, list[Taken]] = defaultdict(list)
    for taken in readings:
        if key is None or any(score.scale == key for score in taken.scored.scores):
            people[taken.person].append(taken)
    if not people:
        return None
    change = paired_change(
        [taken[0] for taken in people.values()], [taken[-1] for taken in people.values() if len(taken) > 1]
    )
    compared = next(one for one in change.scales if key in (None, one.scale))
    return _scale(compared, [note for note in change.notes if note.code != SAID_ONCE])


def _scale(one: Compared, more: list[Note]) -> ScaleLine:
    known = one.mean_change is not None
    return ScaleLine(
        name=here(one.words),
        higher_is_better=one.better == "high",
        first=one.baseline,
        both=one.pairs,
        percent=f"{one.response.percent:.0f}%" if one.response else "",
        likely=_likely(one.response),
        change=_signed(one.mean_change) if known else "",
        interval=_between(one.low, one.high) if known else "",
        direction=one.direction or "",
        clear=bool(one.clear),
        notes=tuple(here(note.words) for note in (*one.refusals, *one.notes, *more)),
    )


def _likely(response: Percentage | None) -> str:
    if response is None:
        return ""
    ends = {"low": f"{response.low:.0f}%", "high": f"{response.high:.0f}%"}
    return _("%(low)s to %(high)s") % ends


def _signed(value: float | None) -> str:
    """With its sign, one decimal, and nought without one."""
    rounded = round(value or 0, 1) + 0.0
    return _minus(f"{rounded:+g}") if rounded else "0"


def _between(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    ends = {"low": number(round(low, 1) + 0.0), "high": number(round(high, 1) + 0.0)}
    return _minus(_("%(low)s to %(high)s") % ends)


def _minus(text: str) -> str:
    return text.replace("-", "−")
