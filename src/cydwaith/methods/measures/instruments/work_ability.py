"""Work Ability Score: one item, current ability against lifetime best, in our own words."""

from ...words import Words
from ..instrument import Band, Instrument, Item, Scale, Source
from .common import EACH_ALONE, OUR_WELSH

PUBLISHED = Source("El Fassi 2013; Roelen 2014; Jääskeläinen 2016")

WORK_ABILITY = Instrument(
    key="work_ability",
    version="1 item, 0-10, our paraphrase",
    name=Words("Work ability today", "Gallu i weithio heddiw"),
    licence="Single item in wide use, in our own words; the Work Ability Index itself is not shipped",
    sources=(PUBLISHED,),
    intro=Words(
        "Think of the time when you were best able to work. Call that 10.",
        "Meddyliwch am yr adeg pan oeddech chi fwyaf abl i weithio. Galwch hynny'n 10.",
    ),
    items=(
        Item(
            "now",
            0,
            10,
            Words(
                "How able to work are you now, compared with that best time?",
                "Pa mor abl i weithio ydych chi nawr, o gymharu â'r adeg orau honno?",
            ),
            lowest_words=Words("0 - cannot work at all now", "0 - methu gweithio o gwbl nawr"),
            highest_words=Words("10 - as able as at my best", "10 - mor abl ag ar fy ngorau"),
        ),
    ),
    scales=(
        Scale(
            "now",
            Words("Able to work", "Abl i weithio"),
            ("now",),
            0,
            10,
            "high",
            EACH_ALONE,
            bands=(
                Band("poor", 0, Words("poor", "gwael")),
                Band("moderate", 6, Words("moderate", "cymedrol")),
                Band("good", 8, Words("good or excellent", "da neu ragorol")),
            ),
            bands_source=PUBLISHED,
        ),
    ),
    welsh_wording=OUR_WELSH,
)
