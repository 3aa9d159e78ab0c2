"""Changes to programmes: loading dated definitions."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.people.models import Organisation
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from .models import Programme
from .policy import may_load
from .rules import Definition, read_definition


@dataclass(frozen=True)
class Loaded:
    """How many versions were new, and how many were here already."""

    created: int
    unchanged: int


@command("programmes_loaded", permit=may_load)
def load_programmes(actor: Actor, *, definitions: Sequence[Mapping[str, Any]]) -> Done[Loaded]:
    """Add the versions that are new; end the one before each. Loading again changes nothing.

    Raises Invalid when a definition is wrong, or would rewrite a version already in use.
    """
    created = sum(_load(_read(raw)) for raw in definitions)
    return Done(Loaded(created, len(definitions) - created), fields=("definitions",))


def _read(raw: Mapping[str, Any]) -> Definition:
    try:
        return read_definition(raw)
    except ValueError as wrong:
        raise Invalid(f"{raw.get('key', '?')}: {wrong}") from None


def _load(definition: Definition) -> bool:
    values = _values(definition)
    here = Programme.objects.filter(key=definition.key, valid_from=definition.valid_from).first()
    if here is None:
        _end_the_one_before(definition)
        Programme.objects.create(**values)
        return True
    values.pop("valid_to")
    if any(getattr(here, name) != value for name, value in values.items()):
        raise Invalid(
            f"{definition.key} from {definition.valid_from} is in use and cannot be rewritten. "
            "Give the changed version a new valid_from."
        )
    return False


def _end_the_one_before(definition: Definition) -> None:
    earlier = Programme.objects.filter(key=definition.key, valid_from__lt=definition.valid_from)
    last = definition.valid_from - timedelta(days=1)
    earlier.filter(valid_to=None).update(valid_to=last)
    earlier.filter(valid_to__gt=last).update(valid_to=last)


def _values(definition: Definition) -> dict[str, Any]:
    plain = {name: getattr(definition, name) for name in (
        "key", "name", "name_cy", "for_whom", "for_whom_cy", "intro", "intro_cy", "valid_from", "valid_to"
    )}  # fmt: skip
    return (
        plain
        | asdict(definition.targets)
        | {
            "organisation_id": _organisation(definition.organisation).id,
            "sources": list(definition.sources),
            "closed_days": [day.isoformat() for day in definition.closed_days],
        }
    )


def _organisation(key: str) -> Organisation:
    found = Organisation.objects.filter(key=key).first()
    if found is None:
        raise Invalid(f"No organisation has the key {key}.")
    return found
