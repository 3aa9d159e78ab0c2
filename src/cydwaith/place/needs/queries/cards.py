"""Needs as pages and searches want them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..rules.listing import LANGUAGES, THEMES, Entry, Listing, Term, TermLink
from .current import current

THEME_NAMES = {
    "health": gettext_lazy("Health and how I feel"),
    "work": gettext_lazy("Work"),
    "money": gettext_lazy("Money"),
    "home": gettext_lazy("Home and getting about"),
    "connection": gettext_lazy("People and things to do"),
    "learning": gettext_lazy("Learning"),
    "caring": gettext_lazy("Family and caring"),
    "crisis": gettext_lazy("Safety and crisis"),
}


@dataclass(frozen=True, slots=True)
class NeedCard:
    """A need as it stands in a list: its plain label in the reader's language."""

    key: str
    label: str
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class Need:
    """One need with what a search needs of it; ``terms`` strong first, in both languages."""

    key: str
    label: str
    is_urgent: bool
    theme: str
    terms: tuple[Term, ...]
    taxonomy: tuple[TermLink, ...]
    related: tuple[NeedCard, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """Needs that belong together, under one heading."""

    key: str
    name: str
    needs: tuple[NeedCard, ...]


def card(entry: Entry, language: str) -> NeedCard:
    """The need in this language."""
    return NeedCard(entry.key, entry.label[language if language in LANGUAGES else "en"], entry.is_urgent)


def need(actor: Actor, key: str) -> Need:
    """One need of the list in use. Raises NotFound."""
    listing = current().listing
    entry = listing.entry(key)
    if entry is None:
        raise NotFound(f"No need {key} is on the list.")
    short = card(entry, actor.language)
    return Need(
        key=short.key,
        label=short.label,
        is_urgent=short.is_urgent,
        theme=entry.theme,
        terms=entry.terms,
        taxonomy=entry.taxonomy,
        related=tuple(card(other, actor.language) for other in _related(listing, entry)),
    )


def _related(listing: Listing, entry: Entry) -> list[Entry]:
    return [other for key in entry.related if (other := listing.entry(key))]


def all_needs(actor: Actor) -> tuple[Theme, ...]:
    """The list in use by theme, in the list's own order."""
    entries = current().listing.entries
    themes = [
        Theme(
            theme,
            str(THEME_NAMES[theme]),
            tuple(card(e, actor.language) for e in entries if e.theme == theme),
        )
        for theme in THEMES
    ]
    return tuple(theme for theme in themes if theme.needs)
