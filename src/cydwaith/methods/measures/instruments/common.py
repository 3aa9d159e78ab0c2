"""Pieces that several instruments share."""

from ...words import Words
from ..instrument import MissingRule, Source

FROM_MEMORY = Source("from memory, to be confirmed in a source", checked=False)
OUR_WELSH = "our own translation, to be checked"

EACH_ALONE = MissingRule(
    Words("Each answer stands alone.", "Mae pob ateb yn sefyll ar ei ben ei hun."),
    Source("stands to reason: one item, one score"),
)
ALL_NEEDED = MissingRule(
    Words("Every question is needed for a score.", "Mae angen pob cwestiwn i gael sgôr."), FROM_MEMORY
)

GOAL_ENDS = (
    Words("0 - not at all reached", "0 - heb ei gyrraedd o gwbl"),
    Words("10 - fully reached", "10 - wedi'i gyrraedd yn llwyr"),
)
