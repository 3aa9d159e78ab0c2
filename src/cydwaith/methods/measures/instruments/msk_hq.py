"""MSK-HQ: only how large a change counts. Items and wording need Oxford's licence."""

from ...words import Words
from ..instrument import ChangeRule, Instrument, Scale, Source
from .common import ALL_NEEDED

OXFORD = Source("Oxford University Innovation MSK-HQ: UK minimal clinically important change 6-8 points")

MSK_HQ = Instrument(
    key="msk_hq",
    version="14 items, 0-56",
    name=Words("Joints and muscles (MSK-HQ)", "Cymalau a chyhyrau (MSK-HQ)"),
    licence="Oxford University Innovation licence needed; not shipped",
    sources=(OXFORD,),
    scales=(
        Scale(
            "total",
            Words("Joints and muscles", "Cymalau a chyhyrau"),
            (),
            0,
            56,
            "high",
            ALL_NEEDED,
            change=ChangeRule("important", 6, OXFORD),
        ),
    ),
)
