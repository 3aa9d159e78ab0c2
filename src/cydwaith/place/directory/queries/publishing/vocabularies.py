"""Taxonomies: those that feeds give as records, and those that version 1 feeds only name."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.db.models import Max

from cydwaith.kernel.actor import Actor

from ...models import Taxonomy, TaxonomyTerm
from .entries import Entry, Page, entries
from .finding import find
from .names import Names

SPACE = uuid5(NAMESPACE_URL, "https://openreferraluk.org/vocabularies/")


def taxonomies(actor: Actor, search: str = "", *, first: int, most: int) -> Page:
    """Taxonomies whose name or description has every word; there are few, so all are looked at."""
    keys = Taxonomy.objects.order_by("id").values_list("id", flat=True)
    known = [*entries(Taxonomy, keys, Names()).values(), *_named()]
    words = search.lower().split()
    kept = [entry for entry in known if all(word in _said(entry) for word in words)]
    return Page(len(kept), tuple(kept[first : first + most]))


def taxonomy(actor: Actor, identity: str) -> Entry | None:
    """The taxonomy with this published id."""
    found = find(actor, "taxonomy", identity)
    if found:
        return found.entry
    return next((entry for entry in _named() if entry.id == identity), None)


def _said(entry: Entry) -> str:
    return f"{entry.record.get('name', '')} {entry.record.get('description', '')}".lower()


def _named() -> list[Entry]:
    """A taxonomy for each name that terms give and no record bears; its id is made from the name."""
    borne = set(Taxonomy.objects.values_list("name", flat=True))
    rows = TaxonomyTerm.objects.filter(of=None, extra__taxonomy_id__isnull=True).exclude(taxonomy="")
    named = rows.values("taxonomy").annotate(latest=Max("changed_at")).order_by("taxonomy")
    return [
        _entry(name, latest) for name, latest in named.values_list("taxonomy", "latest") if name not in borne
    ]


def _entry(name: str, latest: object) -> Entry:
    made: UUID = uuid5(SPACE, name)
    return Entry(made, str(made), {"name": name}, latest)  # type: ignore[arg-type]
