"""The row that ranking reads: worked out once when an entry changes, so that a search asks one table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cydwaith.kernel import clock
from cydwaith.place.needs.rules.words import fold

from ..models import SearchDocument
from ..rules.access import access_bits
from ..rules.fitting import said
from ..rules.texts import Text, text
from ..rules.times import last_day, open_bits
from .heard import Heard
from .writing import Worked, new, upsert


@dataclass(frozen=True, slots=True)
class Document:
    """One service as search hears it, every text of it folded once."""

    heard: Heard
    name: Text
    organisation: Text
    terms: Text
    about: Text

    @property
    def key(self) -> UUID:
        """The service's."""
        return self.heard.service.id


def document(heard: Heard) -> Document:
    """Fold what there is to hear of a service."""
    texts = (heard.name, heard.organisation, " ".join(heard.terms), heard.about)
    return Document(heard, *map(text, texts))


def prepare(documents: Sequence[Document], words: Worked | None) -> None:
    """Give each service its number, once, and what ranking asks of it as it stands today."""
    today = clock.today()
    upsert(SearchDocument, [_row(one, today) for one in documents], conflict="service_id", also=words)


def _row(one: Document, today: date) -> SearchDocument:
    heard = one.heard
    texts = [text(each) for each in (*heard.access, heard.service.attending_access) if each]
    return new(
        SearchDocument,
        service_id=one.key,
        **_box(heard.points),
        points=";".join(f"{latitude},{longitude}" for latitude, longitude in heard.points),
        said=said(one.name, one.terms, one.organisation, one.about),
        areas=fold("|".join(heard.service.areas)),
        open=open_bits(heard.schedules, today),
        access=access_bits((*texts, one.about), heard.languages),
        over_on=last_day(heard.schedules),
    )


def _box(points: list[tuple[float, float]]) -> dict[str, float]:
    if not points:
        return {}
    latitudes, longitudes = zip(*points, strict=True)
    return {
        "south": min(latitudes),
        "west": min(longitudes),
        "north": max(latitudes),
        "east": max(longitudes),
    }
