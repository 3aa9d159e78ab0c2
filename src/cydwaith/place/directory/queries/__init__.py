"""Reading the directory. Public data: every query takes an actor for language, none is refused."""

from .browsing import count
from .cards import ServiceCard, service_card
from .results import Filters, Results, Row
from .searching import search

__all__ = ["Filters", "Results", "Row", "ServiceCard", "count", "search", "service_card"]
