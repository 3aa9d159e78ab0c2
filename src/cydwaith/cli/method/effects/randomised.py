"""``method effects randomised``: two arms made by chance."""

from __future__ import annotations

import argparse

from ...verbs import Verbs
from .. import reading
from ..answering import Answer
from .shown import answer, design, trial


def add(group: Verbs) -> None:
    parser = design(group, "randomised", _randomised, "Two arms made by chance: a row a person.")
    trial(parser)
    parser.add_argument("--arm", metavar="COLUMN", default="arm", help="which arm each was put into (arm)")
    parser.add_argument("--treated", default="1", help="the arm asked about (1)")
    parser.add_argument("--control", default="0", help="the arm compared with (0)")
    parser.add_argument(
        "--assigned", metavar="COLUMN", help="the arm chance gave, where --arm may be another"
    )
    parser.add_argument("--limits", type=float, nargs=2, metavar=("LEAST", "MOST"), help="of the outcome")
    parser.add_argument("--errors", default="HC2", help="HC0, HC1, HC2 or HC3 (HC2)")


def _randomised(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import effects

    result = effects.randomised(
        reading.table(options.file),
        outcome=options.outcome,
        arm=options.arm,
        treated=options.treated,
        control=options.control,
        covariates=options.covariate,
        cluster=options.cluster,
        allocation=options.allocation,
        assigned=options.assigned,
        outcome_date=options.outcome_date,
        assigned_date=options.assigned_date,
        limits=tuple(options.limits) if options.limits else None,
        errors=options.errors,
        confidence=options.confidence,
        unit=options.unit,
    )
    return answer(result, options)
