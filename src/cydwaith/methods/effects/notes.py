"""What every design says: each keeps its own ``SENTENCES`` in ``<design>_notes.py``; here they meet."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words
from . import instrumented_notes, pooled_notes, randomised_notes, weighted_notes

SHARED = {
    "too_few_people": Words(
        "There are {people} people with a known outcome in “{group}”. At least {needed} are needed.",
        "Mae {people} o bobl â chanlyniad hysbys yn “{group}”. Mae angen o leiaf {needed}.",
    ),
    "too_few_clusters": Words(
        "There are {clusters} groups, and at least {needed} are needed to know what chance can do. "
        "Add groups, or describe each without an effect.",
        "Mae {clusters} grŵp, ac mae angen o leiaf {needed} i wybod beth all hap ei wneud. "
        "Ychwanegwch grwpiau, neu disgrifiwch bob un heb effaith.",
    ),
    "collinear": Words(
        "“{field}” says nothing that the other columns do not say. Leave it out.",
        "Dydy “{field}” ddim yn dweud dim nad yw'r colofnau eraill yn ei ddweud. Gadewch hi allan.",
    ),
    "constant_covariate": Words(
        "Left out, because it is the same for everybody: {names}.",
        "Wedi'i gadael allan, am ei bod yr un fath i bawb: {names}.",
    ),
    "not_a_date": Words(
        "“{field}” has no date in row {row}: {value}. Give a date such as 2026-04-30.",
        "Does dim dyddiad yn “{field}” yn rhes {row}: {value}. Rhowch ddyddiad fel 2026-04-30.",
    ),
    "confidence_outside": Words(
        "Confidence must be between 0 and 1, such as 0.95.",
        "Rhaid i'r hyder fod rhwng 0 ac 1, er enghraifft 0.95.",
    ),
    "unknown_choice": Words(
        "“{field}” cannot be “{given}”. Choose one of: {known}.",
        "All “{field}” ddim bod yn “{given}”. Dewiswch un o: {known}.",
    ),
}
PARTS: tuple[dict[str, Words], ...] = (
    SHARED,
    randomised_notes.SENTENCES,
    weighted_notes.SENTENCES,
    instrumented_notes.SENTENCES,
    pooled_notes.SENTENCES,
)
SENTENCES = {code: words for part in PARTS for code, words in part.items()}
note = partial(said, SENTENCES)


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> MethodError:
    """The error of that code."""
    return MethodError(note(code, field=field, row=row, **values), field=field, row=row)
