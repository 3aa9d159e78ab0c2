"""``method effects instrumented``: an offer made by chance, and what taking part did."""

from __future__ import annotations

import argparse

from ...verbs import Verbs
from .. import reading
from ..answering import Answer
from .shown import answer, design, trial


def add(group: Verbs) -> None:
    parser = design(group, "instrumented", _instrumented, "Taking part, where chance decided the offer.")
    trial(parser)
    parser.add_argument("--offered", metavar="COLUMN", default="offered", help="0 or 1 (offered)")
    parser.add_argument("--took-part", metavar="COLUMN", default="took_part", help="0 or 1 (took_part)")
    parser.add_argument("--errors", default="HC1", help="HC0, HC1, HC2 or HC3 (HC1)")


def _instrumented(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import effects

    result = effects.instrumented(
        reading.table(options.file),
        outcome=options.outcome,
        offered=options.offered,
        took_part=options.took_part,
        covariates=options.covariate,
        cluster=options.cluster,
        allocation=options.allocation,
        outcome_date=options.outcome_date,
        assigned_date=options.assigned_date,
        errors=options.errors,
        confidence=options.confidence,
        unit=options.unit,
    )
    return answer(result, options)
