"""The ids under which records are published: as the feed gave them, unless an older feed uses the same."""

from collections.abc import Iterable
from uuid import UUID

from ...models import FromFeed, Source

Own = tuple[UUID, str]
BETWEEN = ":"


class Names:
    """One question's knowledge of the feeds: which there are, oldest first."""

    def __init__(self) -> None:
        self._sources: dict[UUID, str] = dict(Source.objects.order_by("id").values_list("id", "name"))
        self.sources = list(self._sources)
        self._order = {source: place for place, source in enumerate(self._sources)}

    def of(self, model: type[FromFeed], rows: Iterable[Own]) -> dict[Own, str]:
        """The published id of each (source, id); asks the database only where there are several feeds."""
        wanted = set(rows)
        owner = self._owners(model, {identity for _, identity in wanted}) if len(self._sources) > 1 else {}
        return {
            (source, identity): identity
            if owner.get(identity, source) == source
            else f"{self._sources[source]}{BETWEEN}{identity}"
            for source, identity in wanted
        }

    def _owners(self, model: type[FromFeed], ids: set[str]) -> dict[str, UUID]:
        """Of each id that several feeds may use, the feed that was here first."""
        rows = model._default_manager.filter(source__in=self.sources, external_id__in=list(ids))
        found: dict[str, UUID] = {}
        for source, identity in rows.values_list("source_id", "external_id"):
            held = found.setdefault(identity, source)
            if self._order[source] < self._order[held]:
                found[identity] = source
        return found

    def read(self, published: str) -> list[tuple[UUID | None, str]]:
        """What a published id may mean: the id itself from any feed, or a feed's own id."""
        meant: list[tuple[UUID | None, str]] = [(None, published)]
        for source, name in self._sources.items():
            if published.startswith(f"{name}{BETWEEN}"):
                meant.append((source, published[len(name) + 1 :]))
        return meant

    def first(self, found: Iterable[tuple[UUID, UUID]]) -> UUID | None:
        """Of (source, key) pairs, the key from the feed that was here first."""
        pairs = sorted(found, key=lambda pair: self._order[pair[0]])
        return pairs[0][1] if pairs else None
