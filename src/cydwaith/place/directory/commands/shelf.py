"""The rows of one model that an import is working on, by their ids in the feed."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from cydwaith.kernel import clock

from .. import among
from ..models import FromFeed, Source
from ..rules.records import FeedRecord
from .writing import fill, insert, new, upsert

M = TypeVar("M", bound=FromFeed)


class Shelf(Generic[M]):
    """Known rows and the ones that are new or changed, until they are written together."""

    def __init__(self, model: type[M], source: Source) -> None:
        self.model = model
        self._source = source
        self._now = clock.now()
        self._rows: dict[str, M | None] = {}
        self.touched: dict[str, M] = {}
        self.created: set[str] = set()

    def load(self, ids: Iterable[str]) -> None:
        """Fetch in one query the rows with these ids that are not here yet."""
        wanted = [identity for identity in ids if identity not in self._rows]
        if not wanted:
            return
        self._rows.update(dict.fromkeys(wanted))
        found = self.model._default_manager.filter(source=self._source, external_id__in=among.ids(wanted))
        self._rows.update({row.external_id: row for row in found})

    def get(self, external_id: str) -> M | None:
        """The row as it stands, stored or staged."""
        if external_id not in self._rows:
            self.load([external_id])
        return self._rows[external_id]

    def hold(self, row: M) -> M:
        """Work on this row, as the caller has changed it, in place of the stored one."""
        self._rows[row.external_id] = row
        return row

    def touch(self, record: FeedRecord, original: dict[str, Any]) -> M:
        """The row of this record, filled from it, to be written."""
        row = self.get(record.external_id)
        if row is None:
            row = new(
                self.model,
                source_id=self._source.pk,
                external_id=record.external_id,
                created_at=self._now,
                changed_at=self._now,
            )
            self.created.add(record.external_id)
        fill(row, record)
        row.original, row.extra, row.changed_at = original, record.extra, self._now
        self._rows[record.external_id] = self.touched[record.external_id] = row
        return row

    def mark(self, row: M) -> None:
        """Have a row written whose record is as it was, but not what it belongs to."""
        self.touched[row.external_id] = row

    def write(self) -> None:
        """Insert or update every touched row."""
        insert(self.model, [row for key, row in self.touched.items() if key in self.created])
        upsert(self.model, self.stored())

    def stored(self) -> list[M]:
        """Touched rows that were there before."""
        return [row for key, row in self.touched.items() if key not in self.created]
