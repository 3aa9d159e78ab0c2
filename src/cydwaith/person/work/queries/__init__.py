"""What may be asked about somebody's wishes for work and what they can do."""

from .ability import Moment, ability
from .document import Document, NothingKept, document, health_words, own_words, source
from .given import GivenPaper, GivenRow, given, given_by, received
from .home import GivenPage, PapersPage, WorkHome, given_to, home, papers
from .profile import Profile, profile
from .reports import ReportView, report, report_on, reports_of
from .sheet import SheetView, kept_versions, sheet, unkept
from .statement import Statement, statement
from .timeline import timeline
from .versions import Comparison, comparison

__all__ = [
    "Comparison",
    "Document",
    "GivenPage",
    "GivenPaper",
    "GivenRow",
    "Moment",
    "NothingKept",
    "PapersPage",
    "Profile",
    "ReportView",
    "SheetView",
    "Statement",
    "WorkHome",
    "ability",
    "comparison",
    "document",
    "given",
    "given_by",
    "given_to",
    "health_words",
    "home",
    "kept_versions",
    "own_words",
    "papers",
    "profile",
    "received",
    "report",
    "report_on",
    "reports_of",
    "sheet",
    "source",
    "statement",
    "timeline",
    "unkept",
]
