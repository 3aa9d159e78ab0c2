"""A place over time (XmR) and places side by side (funnel): signals, never ranks and never causes."""

from .funnel import Funnel, FunnelPlace, funnel
from .rules import RULE_SETS, RuleSet
from .xmr import Chart, Recalculation, xmr

__all__ = ["RULE_SETS", "Chart", "Funnel", "FunnelPlace", "Recalculation", "RuleSet", "funnel", "xmr"]
