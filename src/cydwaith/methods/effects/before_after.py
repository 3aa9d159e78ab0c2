"""Before and after in the same people: a change, and never what brought it about."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from math import fsum, sqrt
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from ..notes import Note
from ..result import Result, Sensitivity
from ..student import t_quantile
from ..tables import Numbers, numbers, yes_or_no
from ..words import Words
from . import before_after_notes as texts
from .before_after_notes import note, wrong
from .designs import BEFORE_AFTER

Outcome = Literal["score", "work"]
Values = Mapping[Hashable, object] | Sequence[Any] | NDArray[Any]
FEWEST_PAIRS = 2
LOW_RESPONSE = 60.0
SOURCE = "Paired t interval; Barnett, van der Pols and Dobson (2005), Int J Epidemiology 34:215"


def before_after(
    before: Values,
    after: Values,
    *,
    by_row: bool = False,
    outcome: Outcome = "score",
    in_work_at_start: Mapping[Hashable, object] | None = None,
    usual: float | None = None,
    reliability: float | None = None,
    recovery: float | None = None,
    measure: Words | None = None,
) -> Result:
    """The mean change (after minus before) of people who have both numbers. Strength E, always.

    ``before`` and ``after`` are mappings from a person to a number, or lists when ``by_row`` says
    that each row is one person; nothing (None, NaN) is no number. ``outcome`` ``work`` is 0 or 1.
    ``in_work_at_start`` (0 or 1 a person) guards against mixing those who keep a job with those who
    find one. ``usual`` and ``reliability`` give what the drift to the usual value alone would do,
    ``recovery`` the change of people who waited. Refused: ``unpaired``, ``too_few_pairs``,
    ``retention_mixed``. Raises ``MethodError`` with field and row.

    Source: paired t; Barnett and others (2005) for the drift.
    """
    _check(outcome, usual, reliability)
    words = measure or texts.MEASURE
    if not _tied(before, after, by_row):
        return _refused(words, 0, [note("unpaired")])
    first, last = _people(before, "before", outcome), _people(after, "after", outcome)
    both = [person for person in first if person in last]
    starts = _starts(both, first, outcome, in_work_at_start)
    refusals = _refusals(first, last, both, starts)
    if refusals:
        return _refused(words, len(both), refusals)
    earlier = np.array([first[person] for person in both])
    changes = np.array([last[person] for person in both]) - earlier
    found = _estimated(words, earlier, changes, len(first))
    return replace(
        found,
        warnings=_warnings(len(first), len(last), len(both), recovery is None),
        sensitivities=_otherwise(found, earlier, len(first), usual, reliability, recovery),
    )


def _check(outcome: str, usual: float | None, reliability: float | None) -> None:
    if outcome not in get_args(Outcome):
        raise wrong("unknown_outcome", "outcome")
    if (usual is None) != (reliability is None) or not 0 <= (reliability or 0.0) <= 1:
        raise wrong("wrong_reliability", "reliability")


def _tied(before: Values, after: Values, by_row: bool) -> bool:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return True
    if not by_row:
        return False
    if len(before) != len(after):
        raise wrong("unequal", "after", before=len(before), after=len(after))
    return True


def _people(values: Values, field: str, outcome: Outcome) -> dict[Hashable, float]:
    """Those with a number."""
    names = list(values) if isinstance(values, Mapping) else list(range(len(values)))
    given = list(values.values()) if isinstance(values, Mapping) else values
    found = numbers(given, field, missing=True)
    known = ~np.isnan(found)
    if outcome == "work" and known.any():
        yes_or_no(np.where(known, found, 0.0), field)
    return {name: float(one) for name, one, is_known in zip(names, found, known, strict=True) if is_known}


def _starts(
    both: list[Hashable],
    first: dict[Hashable, float],
    outcome: Outcome,
    in_work: Mapping[Hashable, object] | None,
) -> NDArray[np.bool_] | None:
    """Who was in work at the start, where that is known."""
    if in_work is None:
        return np.array([first[person] for person in both]) == 1 if outcome == "work" else None
    for person in both:
        if in_work.get(person) is None:
            raise wrong("start_unknown", "in_work_at_start", person=person)
    return yes_or_no([in_work[person] for person in both], "in_work_at_start") if both else None


def _refusals(
    first: dict[Hashable, float],
    last: dict[Hashable, float],
    both: list[Hashable],
    starts: NDArray[np.bool_] | None,
) -> list[Note]:
    if first and last and not both:
        return [note("unpaired")]
    if len(both) < FEWEST_PAIRS:
        return [note("too_few_pairs", pairs=len(both), needed=FEWEST_PAIRS)]
    if starts is not None and starts.any() and not starts.all():
        return [note("retention_mixed", working=int(starts.sum()), other=int((~starts).sum()))]
    return []


def _refused(words: Words, pairs: int, refusals: list[Note]) -> Result:
    return Result(
        method="before_after",
        measure=words,
        unit="",
        design=BEFORE_AFTER,
        comparison=texts.COMPARISON,
        n=pairs,
        effective_n=float(pairs),
        refusals=tuple(refusals),
        source=SOURCE,
    )


def _estimated(words: Words, earlier: Numbers, changes: Numbers, asked: int) -> Result:
    mean = fsum(changes) / len(changes)
    error = sqrt(fsum((changes - mean) ** 2) / (len(changes) - 1) / len(changes))
    half = t_quantile(0.975, len(changes) - 1) * error
    return replace(
        _refused(words, len(changes), []),
        effect=mean,
        standard_error=error,
        low=mean - half,
        high=mean + half,
        assumptions=texts.ASSUMPTIONS,
        details={
            "mean_before": fsum(earlier) / len(earlier),
            "mean_after": fsum(earlier + changes) / len(earlier),
            "with_a_first_number": asked,
        },
    )


def _warnings(first: int, last: int, both: int, no_comparison: bool) -> tuple[Note, ...]:
    found = [note("not_a_cause"), note("regression_to_the_mean")]
    if no_comparison:
        found.append(note("no_comparison"))
    alone = first + last - 2 * both
    if alone:
        found.append(note("left_unpaired", count=alone))
    percent = 100 * both / first
    if percent < LOW_RESPONSE:
        found.append(note("low_response", percent=percent))
    return tuple(found)


def _otherwise(
    found: Result,
    earlier: Numbers,
    first: int,
    usual: float | None,
    reliability: float | None,
    recovery: float | None,
) -> tuple[Sensitivity, ...]:
    """What would be left of the change."""
    share = found.n / first
    answers = [_scaled("rest_unchanged", texts.STAYED, found, share)] if share < 1 else []
    if usual is not None and reliability is not None:
        drift = (1 - reliability) * (usual - fsum(earlier) / len(earlier))
        answers.append(_less("regression_to_the_mean", texts.TOWARDS_USUAL, found, drift))
    if recovery is not None:
        answers.append(_less("recovery", texts.RECOVERY, found, recovery))
    return tuple(answers)


def _scaled(key: str, words: Words, found: Result, share: float) -> Sensitivity:
    ends = [None if one is None else one * share for one in (found.effect, found.low, found.high)]
    return Sensitivity(key, words, *ends)


def _less(key: str, words: Words, found: Result, taken: float) -> Sensitivity:
    ends = [None if one is None else one - taken for one in (found.effect, found.low, found.high)]
    return Sensitivity(key, words, *ends)
