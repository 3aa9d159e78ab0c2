"""A way that people ask for and do not get, with what to use instead."""

from ..notes import Note
from ..result import Result
from ..tables import columns
from ..words import Words
from .designs import NOT_OFFERED
from .notes import note

NOTHING = Words("No comparison was made.", "Ni wnaed unrhyw gymhariaeth.")
OUTCOME = Words("Outcome", "Canlyniad")


def nearest_neighbour_matching(data: object, *, measure: Words = OUTCOME, **_: object) -> Result:
    """Refused, ``nearest_neighbour_not_offered``: ties make its answer depend on the order of rows."""
    return _refused("nearest_neighbour_matching", data, measure, note("nearest_neighbour_not_offered"))


def _refused(method: str, data: object, measure: Words, why: Note) -> Result:
    table = columns(data)
    rows = len(next(iter(table.values())))
    return Result(
        method=method,
        measure=measure,
        unit="",
        design=NOT_OFFERED,
        comparison=NOTHING,
        n=rows,
        effective_n=0.0,
        refusals=(why,),
    )
