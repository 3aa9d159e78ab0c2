"""Tables of the directory, after Open Referral (HSDS 3)."""

from .entries import (
    FromFeed,
    Location,
    Organisation,
    Service,
    ServiceAtLocation,
    Source,
    Taxonomy,
    TaxonomyTerm,
)
from .index import SearchDocument, SearchWord
from .parts import Accessibility, Attribute, Contact, CostOption, Language, Owned, Phone, Schedule

__all__ = [
    "Accessibility",
    "Attribute",
    "Contact",
    "CostOption",
    "FromFeed",
    "Language",
    "Location",
    "Organisation",
    "Owned",
    "Phone",
    "Schedule",
    "SearchDocument",
    "SearchWord",
    "Service",
    "ServiceAtLocation",
    "Source",
    "Taxonomy",
    "TaxonomyTerm",
]
