"""Loneliness: the three UCLA items summed, the direct question reported as it is."""

from ...words import Words
from ..instrument import Band, Instrument, Item, Option, Scale, Source
from .common import ALL_NEEDED, EACH_ALONE, FROM_MEMORY, OUR_WELSH

ONS = Source("ONS national indicators of loneliness")
HOW_OFTEN = (
    Option(1, Words("Hardly ever or never", "Prin byth neu byth")),
    Option(2, Words("Some of the time", "Weithiau")),
    Option(3, Words("Often", "Yn aml")),
)
DIRECT_OPTIONS = (
    Option(1, Words("Often or always", "Yn aml neu bob amser")),
    Option(2, Words("Some of the time", "Weithiau")),
    Option(3, Words("Occasionally", "O bryd i'w gilydd")),
    Option(4, Words("Hardly ever", "Prin byth")),
    Option(5, Words("Never", "Byth")),
)
UCLA = ("companionship", "left_out", "isolated")


def _ucla(key: str, en: str, cy: str) -> Item:
    return Item(key, 1, 3, Words(en, cy), HOW_OFTEN)


LONELINESS = Instrument(
    key="loneliness",
    version="UCLA-3 and direct, ONS",
    name=Words("Company and loneliness", "Cwmni ac unigrwydd"),
    licence="ONS national indicators: public wording",
    sources=(ONS, Source("Campaign to End Loneliness")),
    items=(
        _ucla(
            "companionship",
            "How often do you feel that you lack companionship?",
            "Pa mor aml ydych chi'n teimlo bod diffyg cwmni gennych?",
        ),
        _ucla(
            "left_out",
            "How often do you feel left out?",
            "Pa mor aml ydych chi'n teimlo eich bod yn cael eich gadael allan?",
        ),
        _ucla(
            "isolated",
            "How often do you feel isolated from others?",
            "Pa mor aml ydych chi'n teimlo'n ynysig oddi wrth eraill?",
        ),
        Item(
            "direct",
            1,
            5,
            Words("How often do you feel lonely?", "Pa mor aml ydych chi'n teimlo'n unig?"),
            DIRECT_OPTIONS,
        ),
    ),
    scales=(
        Scale(
            "ucla",
            Words("Loneliness, three questions", "Unigrwydd, tri chwestiwn"),
            UCLA,
            3,
            9,
            "low",
            ALL_NEEDED,
            bands=(
                Band("less", 3, Words("not counted as lonely", "ddim yn cyfrif fel unig")),
                Band(
                    "lonely", 6, Words("counted as lonely by common use", "yn cyfrif fel unig yn ôl yr arfer")
                ),
            ),
            bands_source=FROM_MEMORY,
        ),
        Scale(
            "direct",
            Words("How often lonely", "Pa mor aml yn teimlo'n unig"),
            ("direct",),
            1,
            5,
            None,
            EACH_ALONE,
            bands=(
                Band("often_or_always", 1, DIRECT_OPTIONS[0].words),
                Band("some_of_the_time", 2, DIRECT_OPTIONS[1].words),
                Band("occasionally", 3, DIRECT_OPTIONS[2].words),
                Band("hardly_ever", 4, DIRECT_OPTIONS[3].words),
                Band("never", 5, DIRECT_OPTIONS[4].words),
            ),
            bands_source=ONS,
        ),
    ),
    welsh_wording=OUR_WELSH,
)
