"""The scales that a team can be rated by: IPS-25 by our own short names, and the place's own statements."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import NotFound
from cydwaith.methods.fidelity import IPS_25, FidelityScale, scale_from

from .models import Statement

READER = system("statements are open to all")


def scales() -> tuple[FidelityScale, ...]:
    """IPS-25, then the newest version of each of the place's own."""
    newest = dict(_statements(READER))
    return (IPS_25, *(scale_from(raw) for raw in newest.values()))


@prepared
def _statements(actor: Actor) -> "QuerySet[Statement, tuple[str, dict[str, Any]]]":
    return Statement.objects.order_by("key", "made_at").values_list("key", "raw")


def scale(key: str, known: Sequence[FidelityScale] | None = None) -> FidelityScale:
    """One of them. Raises NotFound."""
    found = next((one for one in known or scales() if one.key == key), None)
    if found is None:
        raise NotFound(_("There is no such statement."))
    return found


def raw_from(
    key: str,
    version: str,
    name: tuple[str, str],
    parts: Sequence[tuple[str, str]],
    bands: Sequence[tuple[int, str, str]],
) -> dict[str, object]:
    """A statement as data: parts and bands each in English and Welsh, in their order."""
    section = {"en": name[0], "cy": name[1]}
    return {
        "key": key,
        "version": version,
        "name": section,
        "items": [
            {"key": str(number), "name": {"en": en, "cy": cy}, "section": section}
            for number, (en, cy) in enumerate(parts, start=1)
        ],
        "bands": [{"low": low, "name": {"en": en, "cy": cy}} for low, en, cy in bands],
    }
