"""Hits after what somebody said of themselves, where they did: one more query, and nothing of it is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..models import Service
from ..rules.circumstances import EVERYBODY, Circumstance, Meant, is_for, is_only_for_others, meant_for
from ..rules.ranking import suited
from .results import Hit

SAID = ("id", "name", "name_cy", "eligibility", "description", "description_cy", "extra")
AUDIENCES = "pc_targetAudience"
"""Where feeds of councils in England name the groups that a service is for."""


def for_them(hits: Sequence[Hit], circumstances: int) -> list[Hit]:
    """What is for such people rises, what is only for others sinks; as they are where nothing was said."""
    if not circumstances or not hits:
        return list(hits)
    meant, said = _meant(hit.id for hit in hits), Circumstance(circumstances)
    return [_weighed(hit, meant.get(hit.id, EVERYBODY), said) for hit in hits]


def _weighed(hit: Hit, meant: Meant, said: Circumstance) -> Hit:
    theirs, alone = is_for(meant, said), is_only_for_others(meant, said)
    worth = suited(hit.score, is_theirs=bool(theirs), is_for_others=alone)
    return replace(hit, score=worth, theirs=int(theirs), others=int(meant.only) if alone else 0)


def _meant(keys: Iterable[UUID]) -> dict[UUID, Meant]:
    rows = Service.objects.filter(id__in=list(keys)).values_list(*SAID)
    return {
        key: meant_for(f"{name} {name_cy}", _audiences(extra), f"{eligibility} . {about} . {about_cy}")
        for key, name, name_cy, eligibility, about, about_cy, extra in rows
    }


def _audiences(extra: Mapping[str, Any]) -> tuple[str, ...]:
    listed = extra.get(AUDIENCES)
    found = (
        [one.get("audienceType") for one in listed if isinstance(one, dict)]
        if isinstance(listed, list)
        else []
    )
    return tuple(one for one in found if isinstance(one, str))
