"""Rounds of a few questions: means only where a round is over and ten or more answered."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.methods.measures import instrument

from ..models import Pulse
from ..rules import FEWEST_ANSWERS, mean_of

INSTRUMENTS = ("ons4", "work_ability")


@dataclass(frozen=True, slots=True)
class QuestionMean:
    """One question with its mean and how many answered it."""

    words: str
    mean: float
    many: int


@dataclass(frozen=True, slots=True)
class PulseRow:
    """One round; ``means`` and ``answered`` only where they may be told."""

    id: UUID
    closes_on: date
    is_open: bool
    answered: int | None
    rate: int | None
    means: tuple[QuestionMean, ...]


def question_keys(actor: Actor) -> tuple[str, ...]:
    """The keys of the questions."""
    return tuple(item.key for key in INSTRUMENTS for item in instrument(key).items)


def introductions(actor: Actor) -> tuple[str, ...]:
    """What is said before the questions of each instrument, in the reader's language."""
    said = (instrument(key).intro for key in INSTRUMENTS)
    return tuple(words.in_language(actor.language) if words else "" for words in said)


def pulses(actor: Actor) -> tuple[PulseRow, ...]:
    """The rounds of the actor's own organisation, the newest first."""
    rows = Pulse.objects.as_seen_by(actor).order_by("-opened_at", "-id")
    return tuple(_row(actor, row) for row in rows[:20])


def taking(actor: Actor, pulse_id: UUID) -> bool:
    """Whether a round can be answered now."""
    rows = Pulse.objects.as_seen_by(actor).filter(id=pulse_id, closes_on__gte=clock.today())
    return bool(rows.exists())


def _row(actor: Actor, row: Pulse) -> PulseRow:
    is_over = row.closes_on < clock.today()
    told = is_over and row.answered >= FEWEST_ANSWERS
    return PulseRow(
        id=row.id,
        closes_on=row.closes_on,
        is_open=not is_over,
        answered=row.answered if told else None,
        rate=min(100, round(100 * row.answered / row.headcount)) if told and row.headcount else None,
        means=_means(actor, row, is_over) if told else (),
    )


def _means(actor: Actor, row: Pulse, is_over: bool) -> tuple[QuestionMean, ...]:
    found = []
    for item in (item for key in INSTRUMENTS for item in instrument(key).items):
        mean = mean_of(row.tally.get(item.key, {}), is_over=is_over)
        if mean and item.words:
            words = item.words.cy if actor.language == "cy" else item.words.en
            found.append(QuestionMean(words, round(mean[0], 1), mean[1]))
    return tuple(found)
