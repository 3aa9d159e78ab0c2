"""Are these answers to this instrument? Right ones come back as a plain mapping."""

from collections.abc import Mapping, Sequence
from operator import index

from .instrument import NOT_APPLICABLE, Instrument, Item
from .notes import wrong

Given = Mapping[str, object] | Sequence[object]
Answers = dict[str, int | str | None]


def checked(instrument: Instrument, answers: Given) -> Answers:
    """Every item's answer: a whole number, ``not_applicable``, or None where nothing was said.

    ``answers`` is a mapping of item key to answer, or a list in the order of the items.
    Raises ``MeasureError`` naming the item.
    """
    items = items_of(instrument, answers)
    named = _named(items, answers)
    for key in named:
        if key not in items:
            raise wrong("unknown_item", key, known=", ".join(items))
    return {key: _one(item, named.get(key)) for key, item in items.items()}


def items_of(instrument: Instrument, answers: Given) -> dict[str, Item]:
    """The items by key; for the person's own items, one for each that was rated."""
    if not instrument.items and instrument.own is None:
        raise wrong("not_scored_here")
    own = instrument.own
    if own is None:
        return {item.key: item for item in instrument.items}
    keys = list(answers) if isinstance(answers, Mapping) else [str(n + 1) for n in range(len(answers))]
    if len(keys) > own.at_most:
        raise wrong("too_many_goals", at_most=own.at_most, given=len(keys))
    return {
        key: Item(key, own.lowest, own.highest, None, (), own.lowest_words, own.highest_words) for key in keys
    }


def _named(items: Mapping[str, Item], answers: Given) -> Mapping[str, object]:
    if isinstance(answers, Mapping):
        return answers
    if len(answers) != len(items):
        raise wrong("wrong_count", given=len(answers), wanted=len(items))
    return dict(zip(items, answers, strict=True))


def _one(item: Item, answer: object) -> int | str | None:
    if answer is None:
        return None
    if isinstance(answer, str) and answer == NOT_APPLICABLE:
        if item.not_applicable is None:
            raise wrong("always_applies", item.key)
        return NOT_APPLICABLE
    return _in_range(item, _whole(item, answer))


def _whole(item: Item, answer: object) -> int:
    if isinstance(answer, bool):
        raise wrong("wrong_type", item.key, lowest=item.lowest, highest=item.highest)
    try:
        return index(answer)  # type: ignore[arg-type]  # what is no integer is refused just below
    except TypeError:
        raise wrong("wrong_type", item.key, lowest=item.lowest, highest=item.highest) from None


def _in_range(item: Item, answer: int) -> int:
    if not item.lowest <= answer <= item.highest:
        raise wrong("out_of_range", item.key, answer=answer, lowest=item.lowest, highest=item.highest)
    return answer
