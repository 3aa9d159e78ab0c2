"""PSYCHLOPS: the person's own problems. Scoring only; the wording is the authors'."""

from ...words import Words
from ..instrument import Instrument, Item, MissingRule, Scale, Source
from .common import FROM_MEMORY

ITEMS = ("problem_1", "problem_2", "function", "wellbeing")

PSYCHLOPS = Instrument(
    key="psychlops",
    version="Q1b, Q2b, Q3b, Q4",
    name=Words("My own problems (PSYCHLOPS)", "Fy mhroblemau i (PSYCHLOPS)"),
    licence="Ask the authors; wording not shipped",
    sources=(Source("PSYCHLOPS scoring note: within-person change only, no norms or cut-offs"),),
    items=tuple(Item(key, 0, 5) for key in ITEMS),
    scales=(
        Scale(
            "total",
            Words("My own problems", "Fy mhroblemau i"),
            ITEMS,
            0,
            20,
            "low",
            MissingRule(
                Words(
                    "Only the second problem may be left; the other three are then made up to four.",
                    "Dim ond yr ail broblem y gellir ei gadael; yna codir y tri arall i bedwar.",
                ),
                FROM_MEMORY,
                at_most=1,
                only=("problem_2",),
            ),
        ),
    ),
)
