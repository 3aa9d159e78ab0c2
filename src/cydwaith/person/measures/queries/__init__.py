"""Reads: one person's history, a sitting, change over a caseload."""

from .caseload import CaseloadChange, caseload_change
from .history import History, history, readings_by_instrument
from .readings import GivenAnswers, given_answers
from .sittings import Offer, Result, Sitting, Waiting, offers, results, sitting, waiting

__all__ = [
    "CaseloadChange",
    "GivenAnswers",
    "History",
    "Offer",
    "Result",
    "Sitting",
    "Waiting",
    "caseload_change",
    "given_answers",
    "history",
    "offers",
    "readings_by_instrument",
    "results",
    "sitting",
    "waiting",
]
