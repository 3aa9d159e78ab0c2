"""Reads: which returns there are, one before it is sent, those that were, and rates of each cohort."""

from .agreements import AgreementRow, about, agreement_rows, agreements
from .choices import Choice, called, choice, choices
from .drafts import Draft, Line, Lines, draft, lines
from .rates import Rate, rates
from .sent import SentCard, sent, sent_file

__all__ = [
    "AgreementRow",
    "Choice",
    "Draft",
    "Line",
    "Lines",
    "Rate",
    "SentCard",
    "about",
    "agreement_rows",
    "agreements",
    "called",
    "choice",
    "choices",
    "draft",
    "lines",
    "rates",
    "sent",
    "sent_file",
]
