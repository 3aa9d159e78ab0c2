"""Reads of what fits, of interest and of talks with employers; one concept a file."""

from .contacts import ContactRow, EmployersPage, employers, general
from .facts import ContactFacts, contact_facts, first_contacts
from .interests import Begun, InterestRow, begun, interests
from .introduced import Introduced, introduced
from .matches import MatchesPage, MatchRow, matches
from .telling import Preview, preview
from .timeline import timeline

__all__ = [
    "Begun",
    "ContactFacts",
    "ContactRow",
    "EmployersPage",
    "InterestRow",
    "Introduced",
    "MatchRow",
    "MatchesPage",
    "Preview",
    "begun",
    "contact_facts",
    "employers",
    "first_contacts",
    "general",
    "interests",
    "introduced",
    "matches",
    "preview",
    "timeline",
]
