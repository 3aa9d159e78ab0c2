"""Pictures of results as SVG text: each with a title, a finding in one sentence, and its table.

No script, no style sheet: they print, can be e-mailed, and are a few kB. Colour is never the only sign.
"""

from .bar import Bar, bars
from .funnel import FunnelDot, funnel
from .intervals import Interval, intervals
from .line import line
from .love import Balance, love_plot
from .opinion import Spot, opinion_map
from .picture import Picture
from .survival import Steps, survival
from .tornado import Swing, tornado

__all__ = [
    "Balance",
    "Bar",
    "FunnelDot",
    "Interval",
    "Picture",
    "Spot",
    "Steps",
    "Swing",
    "bars",
    "funnel",
    "intervals",
    "line",
    "love_plot",
    "opinion_map",
    "survival",
    "tornado",
]
