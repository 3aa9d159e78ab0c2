"""Every way to change what is said about work; one concept a file."""

from .again import ask_again
from .answers import keep, write
from .giving import give, give_report
from .health import write_health
from .reports import save_report, sign_report

__all__ = [
    "ask_again",
    "give",
    "give_report",
    "keep",
    "save_report",
    "sign_report",
    "write",
    "write_health",
]
