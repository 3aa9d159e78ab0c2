"""PHQ-9 and GAD-7: scored for those who hold them; not offered on pages."""

from ...words import Words
from ..instrument import Band, ChangeRule, Instrument, Item, MissingRule, Scale, Source
from .common import FROM_MEMORY

TALKING_THERAPIES = Source("NHS Talking Therapies manual's rule, as given by Oxford Health and MPFT")
FREE = "No permission needed to reproduce, translate, display or distribute"
TWO_MAY_BE_MISSING = MissingRule(
    Words(
        "One or two missing answers count as the mean of the rest; with more there is no score.",
        "Mae un neu ddau ateb coll yn cyfrif fel cymedr y gweddill; gyda mwy does dim sgôr.",
    ),
    FROM_MEMORY,
    at_most=2,
)
NONE = Words("none or minimal", "dim neu fawr ddim")
MILD = Words("mild", "ysgafn")
MODERATE = Words("moderate", "cymedrol")
SEVERE = Words("severe", "difrifol")


def _keys(count: int) -> tuple[str, ...]:
    return tuple(f"item_{number}" for number in range(1, count + 1))


PHQ9 = Instrument(
    key="phq9",
    version="9 items, 2 weeks",
    name=Words("Low mood (PHQ-9)", "Hwyliau isel (PHQ-9)"),
    licence=FREE,
    sources=(TALKING_THERAPIES,),
    items=tuple(Item(key, 0, 3) for key in _keys(9)),
    scales=(
        Scale(
            "depression",
            Words("Low mood", "Hwyliau isel"),
            _keys(9),
            0,
            27,
            "low",
            TWO_MAY_BE_MISSING,
            bands=(
                Band("none", 0, NONE),
                Band("mild", 5, MILD),
                Band("moderate", 10, MODERATE),
                Band("moderately_severe", 15, Words("moderately severe", "cymedrol ddifrifol")),
                Band("severe", 20, SEVERE),
            ),
            bands_source=TALKING_THERAPIES,
            change=ChangeRule("reliable", 6, TALKING_THERAPIES),
            caseness=10,
        ),
    ),
)

GAD7 = Instrument(
    key="gad7",
    version="7 items, 2 weeks",
    name=Words("Worry (GAD-7)", "Gorbryder (GAD-7)"),
    licence=FREE,
    sources=(TALKING_THERAPIES,),
    items=tuple(Item(key, 0, 3) for key in _keys(7)),
    scales=(
        Scale(
            "anxiety",
            Words("Worry", "Gorbryder"),
            _keys(7),
            0,
            21,
            "low",
            TWO_MAY_BE_MISSING,
            bands=(
                Band("none", 0, NONE),
                Band("mild", 5, MILD),
                Band("moderate", 10, MODERATE),
                Band("severe", 15, SEVERE),
            ),
            bands_source=TALKING_THERAPIES,
            change=ChangeRule("reliable", 4, TALKING_THERAPIES),
            caseness=8,
        ),
    ),
)
