"""A randomised comparison as it was run, and what would make it one no longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from ..notes import Note
from ..tables import Numbers, column, numbers
from . import frame
from .interval import is_binary
from .notes import note, wrong

FEWEST_CLUSTERS = 10
FEWEST_PEOPLE = 2
LEAST_KNOWN = 0.80
MOST_APART = 0.05
ALLOCATION_P = 0.001


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """People in two arms: ``outcome`` (NaN where not known), ``treated``, covariates and clusters.

    ``names`` are those of the treated and the control arm; ``mixed`` says whether clusters hold
    people of both arms. Notes gather on the way.
    """

    outcome: Numbers
    treated: frame.Flags
    names: tuple[str, str]
    covariates: frame.Covariates
    clusters: frame.Groups | None
    mixed: bool
    warnings: tuple[Note, ...]
    kept: frame.Flags

    @property
    def known(self) -> frame.Flags:
        """Whose outcome is known."""
        return ~np.isnan(self.outcome)

    @property
    def binary(self) -> bool:
        """Whether the outcome is yes or no."""
        return is_binary(self.outcome)

    @property
    def groups(self) -> int:
        """How many clusters hold somebody with a known outcome; 0 when there are none."""
        return 0 if self.clusters is None else len(np.unique(self.clusters[self.known]))


def read(
    table: frame.Table,
    outcome: str,
    arm: str,
    arms: tuple[object, object],
    wanted: Sequence[str],
    cluster: str | None,
) -> Trial:
    """The two arms of a table. Raises ``MethodError``: ``no_such_arm`` and those of the columns."""
    found = frame.labels(column(table, arm), arm)
    names = (frame.label(arms[0]), frame.label(arms[1]))
    for name in names:
        if name not in found:
            raise wrong("no_such_arm", arm, arm=name, known=", ".join(np.unique(found)[:12]))
    values = numbers(column(table, outcome), outcome, missing=True)
    kept = (found == names[0]) | (found == names[1])
    part = {name: frame.chosen(column(table, name), kept) for name in wanted}
    adjusted = frame.covariates(part, wanted) if wanted else _nothing(int(kept.sum()))
    treated = (found == names[0])[kept]
    clusters = frame.groups(frame.chosen(column(table, cluster), kept), cluster) if cluster else None
    mixed = clusters is not None and _mixed(clusters, treated)
    return Trial(values[kept], treated, names, adjusted, clusters, mixed, _said(kept, adjusted), kept)


def _nothing(rows: int) -> frame.Covariates:
    return frame.Covariates((), np.zeros((rows, 0)), ())


def _mixed(clusters: frame.Groups, treated: frame.Flags) -> bool:
    share = np.bincount(clusters, treated) / np.bincount(clusters)
    return bool(((share > 0) & (share < 1)).any())


def _said(kept: frame.Flags, adjusted: frame.Covariates) -> tuple[Note, ...]:
    found = []
    if not kept.all():
        found.append(note("other_arms", people=int((~kept).sum())))
    if adjusted.left_out:
        found.append(note("constant_covariate", names=", ".join(adjusted.left_out)))
    return tuple(found)


def broken(
    trial: Trial,
    table: frame.Table,
    *,
    allocation: float | None,
    assigned: str | None,
    arm: str,
    outcome_date: str | date | None,
    assigned_date: str | date | None,
) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """Refusals, and warnings: what breaks the comparison, and what could not be checked."""
    refusals = [*_by_arm(table, trial, arm, assigned), *_timed(table, trial, outcome_date, assigned_date)]
    refusals += [*_sizes(trial, allocation), *_few(trial), *_lost(trial)]
    warnings = [*trial.warnings]
    if allocation is None:
        warnings.append(note("allocation_not_stated"))
    if outcome_date is None or assigned_date is None:
        warnings.append(note("dates_not_stated"))
    missing = int((~trial.known).sum())
    if missing and not any(one.code.startswith("outcome_") for one in refusals):
        warnings.append(note("some_not_known", people=missing))
    return tuple(refusals), tuple(warnings)


def _by_arm(table: frame.Table, trial: Trial, arm: str, assigned: str | None) -> list[Note]:
    if assigned is None or assigned == arm:
        return []
    given = frame.labels(column(table, assigned), assigned)[trial.kept]
    used = np.where(trial.treated, *trial.names)
    moved = int((given != used).sum())
    return [note("not_as_assigned", people=moved, arm=arm, assigned=assigned)] if moved else []


def _timed(
    table: frame.Table, trial: Trial, outcome_date: str | date | None, assigned_date: str | date | None
) -> list[Note]:
    if outcome_date is None or assigned_date is None:
        return []
    measured = frame.days(table, outcome_date, "outcome_date")
    begun = frame.days(table, assigned_date, "assigned_date")
    early = int((measured < begun)[trial.kept].sum())
    return [note("outcome_before_assignment", people=early)] if early else []


def _sizes(trial: Trial, allocation: float | None) -> list[Note]:
    """Are the arms as large as chance would have made them? Exact, the smaller tail doubled."""
    if allocation is None:
        return []
    if not 0 < allocation < 1:
        raise wrong("allocation_outside", "allocation")
    units = _units(trial)
    treated, everyone = int(units.sum()), len(units)
    p = allocation_p(treated, everyone, allocation)
    if p >= ALLOCATION_P:
        return []
    return [note("arm_sizes", treated=treated, units=everyone, expected=f"{everyone * allocation:.0f}")]


def _units(trial: Trial) -> frame.Flags:
    """What chance was thrown for: people, or whole clusters."""
    if trial.clusters is None or trial.mixed:
        return trial.treated
    return np.bincount(trial.clusters, trial.treated) > 0


def allocation_p(treated: int, units: int, allocation: float) -> float:
    """How often chance alone would make arms as uneven as these."""
    from scipy.special import bdtr, bdtrc

    below = float(bdtr(treated, units, allocation))
    above = float(bdtrc(treated - 1, units, allocation)) if treated else 1.0
    return min(1.0, 2 * min(below, above))


def _few(trial: Trial) -> list[Note]:
    found = []
    for name, side in zip(trial.names, (trial.treated, ~trial.treated), strict=True):
        people = int((side & trial.known).sum())
        if people < FEWEST_PEOPLE:
            found.append(note("too_few_people", people=people, group=name, needed=FEWEST_PEOPLE))
    if trial.clusters is not None and trial.groups < FEWEST_CLUSTERS:
        found.append(note("too_few_clusters", clusters=trial.groups, needed=FEWEST_CLUSTERS))
    return found


def _lost(trial: Trial) -> list[Note]:
    """Too many outcomes not known, or more in one arm than in the other."""
    shares = [float(trial.known[side].mean()) for side in (trial.treated, ~trial.treated)]
    found = []
    if trial.known.mean() < LEAST_KNOWN:
        found.append(note("outcome_not_known", percent=f"{100 * trial.known.mean():.0f}"))
    if abs(shares[0] - shares[1]) > MOST_APART + 1e-12:
        percents = [f"{100 * share:.0f}" for share in shares]
        found.append(note("outcome_known_apart", treated=percents[0], control=percents[1]))
    return found
