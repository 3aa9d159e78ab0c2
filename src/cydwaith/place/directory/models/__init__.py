"""Tables of the directory, after Open Referral (HSDS 3)."""

from .corrections import Correction, NotTheSame
from .counts import CountedNews, Gap, ServiceFlow
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
from .kept import KeptNeed
from .parts import Accessibility, Attribute, Contact, CostOption, Language, Owned, Phone, Schedule

__all__ = [
    "Accessibility",
    "Attribute",
    "Contact",
    "Correction",
    "CostOption",
    "CountedNews",
    "FromFeed",
    "Gap",
    "KeptNeed",
    "Language",
    "Location",
    "NotTheSame",
    "Organisation",
    "Owned",
    "Phone",
    "Schedule",
    "SearchDocument",
    "SearchWord",
    "Service",
    "ServiceAtLocation",
    "ServiceFlow",
    "Source",
    "Taxonomy",
    "TaxonomyTerm",
]
