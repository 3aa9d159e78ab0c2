"""From answers to scores, bands and what must be said beside them."""

from dataclasses import asdict, dataclass

from ..notes import Note
from ..words import Words
from .answers import Answers, Given, checked
from .catalogue import instrument as find
from .instrument import NOT_APPLICABLE, Band, Better, Instrument, Scale
from .instruments.common import EACH_ALONE
from .notes import Unscorable, note

SAFETY_ITEM = ("phq9", "item_9")


@dataclass(frozen=True, slots=True)
class Score:
    """One number of one reading.

    ``value`` is the headline; ``raw`` the plain sum of what was answered; ``prorated`` the sum
    made up to all items when one is missing and the rule allows it, else None.
    """

    scale: str
    words: Words
    value: float
    raw: int
    lowest: float
    highest: float
    better: Better | None
    band: Band | None
    answered: tuple[str, ...]
    prorated: float | None = None

    @property
    def partial(self) -> bool:
        """Whether an item is missing from it."""
        return self.prorated is not None


@dataclass(frozen=True, slots=True)
class Scored:
    """All scores of one answer set, with what was left without one and why."""

    instrument: str
    version: str
    scores: tuple[Score, ...]
    answered: int
    items: int
    language: str | None = None
    notes: tuple[Note, ...] = ()

    def score(self, scale: str) -> Score:
        """The score of that scale; KeyError when it has none."""
        return {score.scale: score for score in self.scores}[scale]

    @property
    def value(self) -> float:
        """The one value of an instrument with one score; ValueError when there are more."""
        (only,) = self.scores
        return only.value

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return asdict(self)


def score(instrument: str | Instrument, answers: Given, *, language: str | None = None) -> Scored:
    """Score one answer set.

    ``answers`` maps item keys to whole numbers (None where left out), or lists them in order.
    A scale whose missing-data rule is not met has no score and a note; when that leaves no
    score at all, ``Unscorable`` is raised. Wrong answers raise ``MeasureError`` naming the item.
    Source of every rule: the instrument's definition.
    """
    definition = find(instrument)
    given = checked(definition, answers)
    answered = sum(isinstance(answer, int) for answer in given.values())
    if answered == 0:
        raise Unscorable(note("nothing_answered"))
    scores, left_out = _all_scores(definition, given)
    if not scores:
        raise Unscorable(left_out[0])
    notes = (*left_out, *_cautions(definition, given), *_partial_notes(definition, scores))
    return Scored(definition.key, definition.version, scores, answered, len(given), language, notes)


def scales_of(instrument: Instrument, keys: Given) -> tuple[Scale, ...]:
    """The scales; for the person's own items, one for each item, under the item's key."""
    own = instrument.own
    if own is None:
        return instrument.scales
    return tuple(
        Scale(str(key), instrument.name, (str(key),), own.lowest, own.highest, own.better, EACH_ALONE)
        for key in keys
    )


def _all_scores(definition: Instrument, given: Answers) -> tuple[tuple[Score, ...], tuple[Note, ...]]:
    scores, left_out = [], []
    for scale in scales_of(definition, given):
        missing = [key for key in scale.items if not isinstance(given[key], int)]
        if _may_be_scored(scale, missing, given):
            scores.append(_scale_score(scale, given))
        elif len(scale.items) > 1:
            left_out.append(_missing_note(scale, missing))
    return tuple(scores), tuple(left_out)


def _may_be_scored(scale: Scale, missing: list[str], given: Answers) -> bool:
    rule = scale.missing
    if len(missing) > rule.at_most or len(missing) == len(scale.items):
        return False
    if rule.only and not set(missing) <= set(rule.only):
        return False
    return not rule.not_applicable_only or all(given[key] == NOT_APPLICABLE for key in missing)


def _scale_score(scale: Scale, given: Answers) -> Score:
    answers = {key: answer for key in scale.items if isinstance(answer := given[key], int)}
    raw = sum(answers.values())
    prorated = None
    if len(answers) < len(scale.items):
        prorated = raw * len(scale.items) / len(answers)
    value = _headline(scale, raw, prorated)
    return Score(
        scale.key,
        scale.words,
        value,
        raw,
        scale.lowest,
        scale.highest,
        scale.better,
        band_of(scale, value if prorated is None else prorated),
        tuple(answers),
        prorated,
    )


def _headline(scale: Scale, raw: int, prorated: float | None) -> float:
    if scale.table is not None:
        return scale.table[raw]
    if prorated is None or scale.missing.headline == "sum":
        return float(raw)
    return prorated


def band_of(scale: Scale, value: float) -> Band | None:
    """The published band that holds the value; None where there are no bands."""
    reached = [band for band in scale.bands if band.begins_by(value)]
    return reached[-1] if reached else None


def _missing_note(scale: Scale, missing: list[str]) -> Note:
    blank = note("too_many_missing", items="{items}", rule="{rule}").words
    items = ", ".join(missing)
    rule = scale.missing.words
    return Note(
        "too_many_missing",
        Words(blank.en.format(items=items, rule=rule.en), blank.cy.format(items=items, rule=rule.cy)),
    )


def _cautions(definition: Instrument, given: Answers) -> tuple[Note, ...]:
    notes = [note(code) for code in definition.cautions]
    key, item = SAFETY_ITEM
    danger = given.get(item)
    if definition.key == key and isinstance(danger, int) and danger > 0:
        notes.append(note("safety_item"))
    return tuple(notes)


def _partial_notes(definition: Instrument, scores: tuple[Score, ...]) -> tuple[Note, ...]:
    return tuple(
        _partial_note(definition.scale(score.scale), score) for score in scores if score.prorated is not None
    )


def _partial_note(scale: Scale, score: Score) -> Note:
    items, answered = len(scale.items), len(score.answered)
    if scale.missing.headline == "sum":
        return note("partial", sum=score.raw, answered=answered, items=items, prorated=f"{score.prorated:g}")
    return note("made_up", missing=items - answered, items=items)
