"""Measures: score a questionnaire, judge one person's change, compare pairs - and refuse the rest."""

from ..notes import Note
from ..words import Words
from .catalogue import INSTRUMENTS, NOT_SHIPPED, instrument
from .change import Change, jacobson_truax, reliable_change
from .instrument import (
    NOT_APPLICABLE,
    Band,
    ChangeRule,
    Instrument,
    Item,
    MissingRule,
    Option,
    OwnItems,
    Scale,
    Source,
)
from .notes import MeasureError, Unscorable
from .paired import PairedChange, Reading, ScaleChange, paired_change
from .rates import ReliableRate, reliable_rate
from .scoring import Score, Scored, score

__all__ = [
    "INSTRUMENTS",
    "NOT_APPLICABLE",
    "NOT_SHIPPED",
    "Band",
    "Change",
    "ChangeRule",
    "Instrument",
    "Item",
    "MeasureError",
    "MissingRule",
    "Note",
    "Option",
    "OwnItems",
    "PairedChange",
    "Reading",
    "ReliableRate",
    "Scale",
    "ScaleChange",
    "Score",
    "Scored",
    "Source",
    "Unscorable",
    "Words",
    "instrument",
    "jacobson_truax",
    "paired_change",
    "reliable_change",
    "reliable_rate",
    "score",
]
