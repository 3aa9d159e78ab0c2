"""What a feed that came would add and take away, before any of it is applied."""

from dataclasses import dataclass
from uuid import UUID

from cydwaith.place.directory.models import Service
from cydwaith.place.directory.rules.incoming import Incoming

from ..fetching.folder import Folder
from ..models import Feed
from ..rules import Standard


@dataclass(frozen=True, slots=True)
class Compared:
    """Services of the source that are shown, how many came, and the keys of those that did not."""

    known: int
    seen: int
    gone: tuple[UUID, ...]

    @property
    def gone_count(self) -> int:
        """How many would go."""
        return len(self.gone)


def compare(feed: Feed, came: Folder, standard: Standard) -> Compared:
    """Hold what came against what the directory has of this source."""
    seen = {
        identity
        for saved in came.saved()
        for piece in standard.records(saved)
        if isinstance(piece, Incoming)
        for identity in standard.service_ids(piece)
    }
    here = Service.objects.filter(source=feed.source_id, withdrawn_at=None)
    rows = list(here.values_list("id", "external_id"))
    return Compared(len(rows), len(seen), tuple(key for key, external in rows if external not in seen))
