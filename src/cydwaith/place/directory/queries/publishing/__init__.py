"""Records as they are published: what feeds said, with local corrections, and nothing prepared for a page.

Public data: every query takes an actor, none is refused. Ids are those of the feeds; where two feeds use one
id, the feed that was here first owns it and the other's record is reached as ``feed:id``.
"""

from .calendars import Calendar, calendar
from .changes import Change, changes
from .entries import Entry, Page, PlaceEntry, ServiceEntry
from .finding import Found, find, published_id, run_by
from .lists import locations, organisations, places, services, terms
from .stamps import Stamp, stamp
from .streams import every
from .vocabularies import taxonomies, taxonomy
from .wanted import Wanted, WantedTerms, Window

__all__ = [
    "Calendar",
    "Change",
    "Entry",
    "Found",
    "Page",
    "PlaceEntry",
    "ServiceEntry",
    "Stamp",
    "Wanted",
    "WantedTerms",
    "Window",
    "calendar",
    "changes",
    "every",
    "find",
    "locations",
    "organisations",
    "places",
    "published_id",
    "run_by",
    "services",
    "stamp",
    "taxonomies",
    "taxonomy",
    "terms",
]
