"""Money seen from every payer's side: who pays, who gains, how sure, and what would change the answer."""

from .case import Case, Line, case
from .model import Assumptions, Cost, Outcome, UnitValue
from .notes import ValueRefused
from .reading import model_from
from .spread import Spread
from .uncertainty import Swing, Uncertainty
from .wellby import Wellby, wellby

__all__ = [
    "Assumptions",
    "Case",
    "Cost",
    "Line",
    "Outcome",
    "Spread",
    "Swing",
    "Uncertainty",
    "UnitValue",
    "ValueRefused",
    "Wellby",
    "case",
    "model_from",
    "wellby",
]
