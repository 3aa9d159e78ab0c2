"""SWEMWBS: scoring and table only. The wording is Warwick's, under a licence of one's own."""

from ...words import Words
from ..instrument import Band, ChangeRule, Instrument, Item, Scale, Source
from .common import ALL_NEEDED, FROM_MEMORY

METRIC = {
    7: 7.00, 8: 9.51, 9: 11.25, 10: 12.40, 11: 13.33, 12: 14.08, 13: 14.75, 14: 15.32, 15: 15.84, 16: 16.36,
    17: 16.88, 18: 17.43, 19: 17.98, 20: 18.59, 21: 19.25, 22: 19.98, 23: 20.73, 24: 21.54, 25: 22.35,
    26: 23.21, 27: 24.11, 28: 25.03, 29: 26.02, 30: 27.03, 31: 28.13, 32: 29.31, 33: 30.70, 34: 32.55,
    35: 35.00,
}  # fmt: skip
ITEMS = tuple(f"item_{number}" for number in range(1, 8))
SHAH = Source("Shah et al. 2018, Health and Quality of Life Outcomes 16:239")

SWEMWBS = Instrument(
    key="swemwbs",
    version="7 items, metric score",
    name=Words("Mental wellbeing (SWEMWBS)", "Lles meddyliol (SWEMWBS)"),
    licence="Copyright; Warwick licence needed, wording may not be passed on: scoring and table only",
    sources=(
        Source("Raw-to-metric conversion confirmed in three public analysis files"),
        Source("Warwick WEMWBS guidance: 30 or more people with both points"),
        SHAH,
    ),
    items=tuple(Item(key, 1, 5) for key in ITEMS),
    scales=(
        Scale(
            "wellbeing",
            Words("Mental wellbeing", "Lles meddyliol"),
            ITEMS,
            7.0,
            35.0,
            "high",
            ALL_NEEDED,
            bands=(
                Band("low", 7, Words("low", "isel")),
                Band("medium", 19.5, Words("medium", "canolig")),
                Band("high", 27.5, Words("high", "uchel")),
            ),
            bands_source=FROM_MEMORY,
            table=METRIC,
            change=ChangeRule("reliable", 2.87, SHAH),
            smallest=ChangeRule("possible", 1.03, SHAH),
        ),
    ),
    fewest_pairs_advised=30,
)
