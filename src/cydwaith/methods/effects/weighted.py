"""Those who took part against others made alike by weights: what is left of the difference?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from ..notes import Note
from ..result import Result, Sensitivity, plain
from ..tables import Numbers, column, columns, numbers, yes_or_no
from ..words import Words
from . import designs, frame
from . import weighted_notes as say
from .balancing import Balance, Weights, balance, entropy_balance
from .comparing import compared, oaxaca_blinder, regressed
from .hidden import as_ratio, e_value
from .interval import Estimate, checked, is_binary, ratio, z_of
from .not_offered import nearest_neighbour_matching
from .notes import note, wrong
from .regression import Errors

MOST_APART = 0.1
LEAST_EFFECTIVE = 50.0
LEAST_SHARE = 0.25
SOURCE = "Hainmueller 2012 (entropy balancing); Imbens and Xu 2024; VanderWeele and Ding 2017 (E-value)"
METHODS = ("entropy", "nearest_neighbour")


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """People and what was recorded of them, in rows."""

    outcome: Numbers
    treated: frame.Flags
    covariates: frame.Covariates
    errors: Errors
    confidence: float

    @property
    def binary(self) -> bool:
        """Whether the outcome is yes or no."""
        return is_binary(self.outcome)


def weighted(
    data: object,
    *,
    outcome: str,
    treated: str,
    covariates: Sequence[str],
    earlier: Sequence[str] = (),
    placebo: str | None = None,
    placebo_without: Sequence[str] = (),
    started: str | date | None = None,
    measured: Mapping[str, str | date] | None = None,
    method: str = "entropy",
    errors: Errors = "HC1",
    confidence: float = 0.95,
    measure: Words | None = None,
    unit: str = "",
) -> Result:
    """The effect on those who took part (``treated``, 0 and 1), by entropy balancing on ``covariates``.

    ``data`` is a table, a row a person; ``earlier`` names the covariates that are the outcome at an
    earlier time. ``placebo`` names an earlier outcome to try the same sum on, with it and
    ``placebo_without`` left out of the weights. ``started`` is the date of the start and ``measured`` the
    date of each covariate: a column, or one date for all. ``effective_n`` is what the weights leave of
    the others. An outcome of 0 and 1 is answered in percentage points.

    Refused: ``no_earlier_outcome``, ``covariate_after_start``, ``no_overlap``, ``not_balanced`` (a
    standardised difference above 0.1), ``few_effective`` (below 50, or a quarter of those who took
    part), ``placebo_fails``, ``too_few_people``, and ``method="nearest_neighbour"``. Raises
    ``MethodError``: ``no_covariates``, ``not_among_covariates``, and what is wrong with a column.

    Source: Hainmueller 2012, Political Analysis 20:25; Imbens and Xu 2024, arXiv 2406.00827.
    """
    if method not in METHODS:
        raise wrong("unknown_choice", "method", given=method, known=", ".join(METHODS))
    if method == "nearest_neighbour":
        return nearest_neighbour_matching(data, measure=measure or Words(outcome, outcome))
    table, names = columns(data), tuple(dict.fromkeys(covariates))
    _named(names, earlier, measured or {})
    study = Study(
        numbers(column(table, outcome), outcome),
        yes_or_no(column(table, treated), treated),
        frame.covariates(table, names),
        errors,
        checked(confidence),
    )
    base = _base(study, measure or Words(outcome, outcome), unit)
    late, warnings = _dates(table, names, started, measured or {})
    early = () if earlier else (note("no_earlier_outcome"),)
    base = replace(base, warnings=(*_constant(study), *warnings), refusals=(*_few(study), *late, *early))
    if any(one.code == "too_few_people" for one in base.refusals):
        return base
    tried = _placebo(table, study, names, placebo, placebo_without)
    return _weighed(base, study, tried)


def _named(names: Sequence[str], earlier: Sequence[str], measured: Mapping[str, str | date]) -> None:
    if not names:
        raise wrong("no_covariates", "covariates")
    for name in (*earlier, *measured):
        if name not in names:
            raise wrong("not_among_covariates", "covariates", name=name)


def _base(study: Study, measure: Words, unit: str) -> Result:
    return Result(
        method="weighted",
        measure=measure,
        unit="percentage points" if study.binary else unit,
        design=designs.WEIGHTED,
        comparison=_comparison(study, float((~study.treated).sum())),
        n=len(study.outcome),
        effective_n=0.0,
        confidence=study.confidence,
        assumptions=say.ASSUMPTIONS,
        source=SOURCE,
    )


def _comparison(study: Study, effective: float) -> Words:
    values = {"treated": int(study.treated.sum()), "others": int((~study.treated).sum())}
    return Words(
        *(words.format(**values, effective=effective) for words in (say.COMPARISON.en, say.COMPARISON.cy))
    )


def _constant(study: Study) -> tuple[Note, ...]:
    left_out = study.covariates.left_out
    return (note("constant_covariate", names=", ".join(left_out)),) if left_out else ()


def _few(study: Study) -> tuple[Note, ...]:
    sides = (("1", study.treated), ("0", ~study.treated))
    found = ((name, int(side.sum())) for name, side in sides)
    return tuple(note("too_few_people", people=n, group=name, needed=2) for name, n in found if n < 2)


def _dates(
    table: frame.Table, names: Sequence[str], started: str | date | None, measured: Mapping[str, str | date]
) -> tuple[list[Note], list[Note]]:
    """Refusals of covariates dated after the start, and a warning of those not dated."""
    undated = [name for name in names if started is None or name not in measured]
    warnings = [note("dates_not_given", names=", ".join(undated))] if undated else []
    if started is None:
        return [], warnings
    begun, late = frame.days(table, started, "started"), []
    for name, given in measured.items():
        after = int((frame.days(table, given, name) > begun).sum())
        if after:
            late.append(note("covariate_after_start", name=name, people=after))
    return late, warnings


@dataclass(frozen=True, slots=True)
class Tried:
    """The same sum where there should be nothing."""

    notes: tuple[Note, ...]
    refusals: tuple[Note, ...] = ()
    sensitivities: tuple[Sensitivity, ...] = ()


def _placebo(
    table: frame.Table, study: Study, names: Sequence[str], placebo: str | None, without: Sequence[str]
) -> Tried:
    if placebo is None:
        return Tried((note("placebo_not_run"),))
    kept = [name for name in names if name not in (placebo, *without)]
    earlier = numbers(column(table, placebo), placebo)
    if not kept:
        return Tried((note("placebo_not_weighed", name=placebo),))
    tested = replace(study, outcome=earlier, covariates=frame.covariates(table, kept))
    weights = _weights(tested)
    if not weights.converged:
        return Tried((note("placebo_not_weighed", name=placebo),))
    found = compared(earlier, study.treated, weights.values, study.errors, study.confidence)
    words = Words(say.PLACEBO.en.format(name=placebo), say.PLACEBO.cy.format(name=placebo))
    shown = (Sensitivity("placebo", words, found.effect, found.low, found.high),)
    if found.low is not None and found.high is not None and not found.low <= 0 <= found.high:
        low, high = f"{found.low:.4g}", f"{found.high:.4g}"
        return Tried((), (note("placebo_fails", name=placebo, low=low, high=high),), shown)
    return Tried((), (), shown)


def _weights(study: Study) -> Weights:
    values = study.covariates.values
    return entropy_balance(values[~study.treated], values[study.treated].mean(axis=0))


def _weighed(base: Result, study: Study, tried: Tried) -> Result:
    weights = _weights(study)
    rows = balance(study.covariates.names, study.covariates.values, study.treated, weights.values)
    base = replace(
        base,
        comparison=_comparison(study, weights.effective),
        effective_n=weights.effective,
        refusals=(*base.refusals, *_unlike(study, weights, rows), *tried.refusals),
        warnings=(*base.warnings, *tried.notes),
        sensitivities=tried.sensitivities,
        details=_details(study, weights, rows),
    )
    return base if base.refusals else _answered(base, study, weights)


def _unlike(study: Study, weights: Weights, rows: Sequence[Balance]) -> list[Note]:
    found = [] if weights.converged else [note("no_overlap")]
    apart = [row.name for row in rows if abs(row.after) > MOST_APART]
    if apart:
        found.append(note("not_balanced", most=MOST_APART, names=", ".join(apart)))
    needed = max(LEAST_EFFECTIVE, LEAST_SHARE * float(study.treated.sum()))
    if weights.effective < needed:
        found.append(
            note("few_effective", effective=f"{weights.effective:.0f}", needed=f"{np.ceil(needed):.0f}")
        )
    return found


def _details(study: Study, weights: Weights, rows: Sequence[Balance]) -> dict[str, object]:
    return {
        "treated": int(study.treated.sum()),
        "others": int((~study.treated).sum()),
        "effective_others": weights.effective,
        "steps": weights.steps,
        "largest_weight": float(weights.values.max()),
        "balance": plain(rows),
    }


def _answered(base: Result, study: Study, weights: Weights) -> Result:
    scale = 100.0 if study.binary else 1.0
    outcome, treated, covariates = study.outcome * scale, study.treated, study.covariates
    how = (study.errors, study.confidence)
    answer = compared(outcome, treated, weights.values, *how)
    others = (
        ("unadjusted", say.UNADJUSTED, compared(outcome, treated, None, *how)),
        ("regression", say.REGRESSION, regressed(outcome, treated, covariates, *how)),
        ("oaxaca_blinder", say.OAXACA, oaxaca_blinder(outcome, treated, covariates, *how)),
    )
    more = tuple(Sensitivity(key, words, one.effect, one.low, one.high) for key, words, one in others)
    return replace(
        base,
        effect=answer.effect,
        standard_error=answer.standard_error,
        low=answer.low,
        high=answer.high,
        sensitivities=(*more, *base.sensitivities),
        details={**base.details, **_hidden(study, weights, answer)},
    )


def _hidden(study: Study, weights: Weights, answer: Estimate) -> dict[str, object]:
    """The E-value, and for yes and no the risk ratio that it rests on."""
    own, others = study.outcome[study.treated], study.outcome[~study.treated]
    if not study.binary:
        spread = float(np.sqrt((own.var(ddof=1) + others.var(ddof=1)) / 2))
        return {"e_value": e_value(as_ratio(answer, spread))}
    share, other = float(own.mean()), float(weights.values @ others)
    log_error = 0.0
    if share > 0 and other > 0:
        log_error = float(
            np.sqrt((1 - share) / (share * len(own)) + (1 - other) / (other * weights.effective))
        )
    found = ratio(share, other, log_error, z_of(study.confidence))
    return {"risk_ratio": plain(found), "e_value": e_value(found)}
