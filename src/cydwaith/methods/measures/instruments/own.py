"""What is the person's own or our own: goals, and confidence, control and contact."""

from ...words import Words
from ..instrument import Instrument, Item, OwnItems, Scale, Source
from .common import EACH_ALONE, GOAL_ENDS, OUR_WELSH

GOALS = Instrument(
    key="goals",
    version="goal-based outcome, 0-10",
    name=Words("My own goals", "Fy nodau i"),
    licence="Free; the goals are the person's own words",
    sources=(Source("Goal-based outcome: up to three goals, each rated 0-10", checked=False),),
    intro=Words(
        "How far have you come with each of your goals?", "Pa mor bell ydych chi wedi dod gyda phob nod?"
    ),
    own=OwnItems(3, 0, 10, "high", *GOAL_ENDS),
    welsh_wording=OUR_WELSH,
)

FRAMEWORK = Source("Framework by the Health Creation Alliance; the questions are our own")
NOT_AT_ALL = Words("0 - not at all", "0 - ddim o gwbl")
FULLY = Words("10 - completely", "10 - yn llwyr")


def _item(key: str, en: str, cy: str) -> Item:
    return Item(key, 0, 10, Words(en, cy), lowest_words=NOT_AT_ALL, highest_words=FULLY)


def _scale(key: str, en: str, cy: str) -> Scale:
    return Scale(key, Words(en, cy), (key,), 0, 10, "high", EACH_ALONE)


THREE_CS = Instrument(
    key="three_cs",
    version="our own questions, 2026",
    name=Words("Confidence, control and contact", "Hyder, rheolaeth a chyswllt"),
    licence="Our own wording",
    sources=(FRAMEWORK,),
    intro=Words(
        "These three are our own questions. They have not been tested as a measure.",
        "Ein cwestiynau ni yw'r tri hyn. Dydyn nhw ddim wedi'u profi fel mesur.",
    ),
    items=(
        _item(
            "confidence",
            "How confident do you feel that you can make things better for yourself?",
            "Pa mor hyderus ydych chi'n teimlo y gallwch wella pethau i chi'ch hun?",
        ),
        _item(
            "control",
            "How much control do you feel you have over your life?",
            "Faint o reolaeth ydych chi'n teimlo sydd gennych dros eich bywyd?",
        ),
        _item(
            "contact",
            "How much good contact do you have with other people?",
            "Faint o gyswllt da sydd gennych â phobl eraill?",
        ),
    ),
    scales=(
        _scale("confidence", "Confidence", "Hyder"),
        _scale("control", "Control", "Rheolaeth"),
        _scale("contact", "Contact", "Cyswllt"),
    ),
    validated=False,
    welsh_wording=OUR_WELSH,
    cautions=("not_validated",),
)
