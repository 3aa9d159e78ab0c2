"""What a place has: entries of the directory that stand in it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.models import Service

from ..models import Asset

SHOWN, YEAR = 25, timedelta(days=365)


@dataclass(frozen=True, slots=True)
class AssetRow:
    """One asset as the list and the map name it."""

    number: int
    id: UUID
    name: str
    kind: str
    latitude: float
    longitude: float
    checked: date | None


@dataclass(frozen=True, slots=True)
class Assets:
    """``by_kind`` and ``by_need`` pair words with counts, most first; ``rows`` are the first by name."""

    total: int
    checked: int
    by_kind: tuple[tuple[str, int], ...]
    by_need: tuple[tuple[str, int], ...]
    rows: tuple[AssetRow, ...]

    @property
    def more(self) -> int:
        """How many are not in ``rows``."""
        return self.total - len(self.rows)


def assets(actor: Actor, hoods: Sequence[str], labels: Mapping[str, str], *, listed: bool) -> Assets:
    """What stands in these neighbourhoods; ``listed`` for the list as well as the counts.

    ``labels`` are what the needs are called, by key.
    """
    stands = {
        one.service_id: one for one in Asset.objects.filter(place_code__in=hoods).order_by("-place_code")
    }
    rows = Service.objects.filter(id__in=stands, withdrawn_at=None, merged_into=None)
    services = list(rows.only("name", "name_cy", "kind", "last_assured").order_by("name", "id"))
    since = clock.today() - YEAR
    kinds = Counter(kind_words(one.kind) for one in services)
    needs = Counter(need for one in services for need in stands[one.id].needs)
    return Assets(
        len(services),
        sum(one.last_assured is not None and one.last_assured >= since for one in services),
        tuple(kinds.most_common()),
        tuple((labels[key], count) for key, count in needs.most_common() if key in labels),
        tuple(_rows(actor, services, stands) if listed else ()),
    )


def placed_in(letter: str) -> list[str]:
    """The neighbourhoods, of the nation with this first letter, in which anything stands."""
    here = Asset.objects.filter(place_code__startswith=letter)
    return list(here.values_list("place_code", flat=True).distinct())


def _rows(actor: Actor, services: Sequence[Service], stands: dict[UUID, Asset]) -> list[AssetRow]:
    return [
        AssetRow(
            number,
            one.id,
            (one.name_cy if actor.language == "cy" else "") or one.name,
            kind_words(one.kind),
            stands[one.id].latitude,
            stands[one.id].longitude,
            one.last_assured,
        )
        for number, one in enumerate(services[:SHOWN], start=1)
    ]


def kind_words(kind: str) -> str:
    """What sort of asset it is, in the plural."""
    return {
        "service": _("Services"),
        "group": _("Groups"),
        "place": _("Places to go"),
        "event": _("Events"),
        "skill": _("Skills"),
        "volunteering": _("Volunteering"),
        "employer": _("Employers"),
        "online": _("Online"),
    }.get(kind, _("Services"))
