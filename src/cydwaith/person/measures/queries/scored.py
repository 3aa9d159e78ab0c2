"""From a stored row back to scores: the raw answers are scored again, under their own version."""

from collections.abc import Mapping
from dataclasses import replace

from cydwaith.methods.measures import Scored, Unscorable, instrument, score

from ..models import Reading


def scored(row: Reading) -> Scored | None:
    """The scores of a reading; None where too much was left out.

    Goals are the person's own words, so the page's language does not set two ratings apart.
    """
    language = None if instrument(row.instrument).own else row.language
    try:
        found = score(row.instrument, row.answers, language=language)
    except Unscorable:
        return None
    return found if found.version == row.version else replace(found, version=row.version)


def item_words(row: Reading, language: str) -> Mapping[str, str]:
    """What was asked, item by item, in a language; goals in the person's words."""
    if row.own_items:
        return dict(row.own_items)
    items = instrument(row.instrument).items
    return {item.key: item.words.in_language(language) for item in items if item.words}
