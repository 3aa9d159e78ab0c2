"""Loading dated definitions and minimum wages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.people.models import Organisation
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from ..models import MinimumWage, Programme
from ..policy import may_load
from ..rules import Definition, WrongProgramme, pay_floor, read_definition
from ..written import as_values


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
    created = sum(_load(actor, _read(actor, raw), str(raw.get("note", ""))) for raw in definitions)
    return Done(Loaded(created, len(definitions) - created), fields=("definitions",))


@command("minimum_wages_loaded", permit=may_load)
def load_wages(actor: Actor, *, rates: Sequence[Mapping[str, Any]]) -> Done[Loaded]:
    """Add minimum wages, each with its source; one that is here already is put right.

    Raises Invalid naming the line.
    """
    try:
        table = pay_floor(rates)
    except WrongProgramme as error:
        raise Invalid(error.note.words.in_language(actor.language)) from error
    created = 0
    for rate in table.rates:
        _row, new = MinimumWage.objects.update_or_create(
            valid_from=rate.valid_from,
            from_age=rate.from_age,
            to_age=rate.to_age,
            apprentice=rate.apprentice,
            defaults={"hourly": f"{rate.hourly:.2f}", "source": rate.source},
        )
        created += new
    return Done(Loaded(created, len(table.rates) - created), fields=("rates",))


def _read(actor: Actor, raw: Mapping[str, Any]) -> Definition:
    try:
        return read_definition(raw)
    except WrongProgramme as wrong:
        words = wrong.note.words.in_language(actor.language)
        raise Invalid(f"{raw.get('key', '?')}: {words}", wrong.field) from None


def _load(actor: Actor, definition: Definition, note: str) -> bool:
    values = as_values(definition) | {"organisation_id": _organisation(definition.organisation).id}
    here = Programme.objects.filter(key=definition.key, valid_from=definition.valid_from).first()
    if here is None:
        _end_the_one_before(definition)
        values["valid_to"] = _before_the_next(definition)
        Programme.objects.create(**values, note=note, made_by=actor.name, made_at=clock.now())
        return True
    values.pop("valid_to")
    if any(getattr(here, name) != value for name, value in values.items()):
        raise Invalid(
            _(
                "{programme} from {day} is in use and cannot be rewritten. "
                "Give the changed version a new valid_from."
            ).format(programme=definition.key, day=definition.valid_from),
            "valid_from",
        )
    return False


def _end_the_one_before(definition: Definition) -> None:
    earlier = Programme.objects.filter(key=definition.key, valid_from__lt=definition.valid_from)
    last = definition.valid_from - timedelta(days=1)
    earlier.filter(valid_to=None).update(valid_to=last)
    earlier.filter(valid_to__gt=last).update(valid_to=last)


def _before_the_next(definition: Definition) -> date | None:
    """Its last day, no later than the day before a version that begins later."""
    later = Programme.objects.filter(key=definition.key, valid_from__gt=definition.valid_from)
    following = later.order_by("valid_from").values_list("valid_from", flat=True).first()
    ends = [definition.valid_to, following - timedelta(days=1) if following else None]
    return min(filter(None, ends), default=None)


def _organisation(key: str) -> Organisation:
    found = Organisation.objects.filter(key=key).first()
    if not key:
        raise Invalid(_("Say which organisation runs the programme."), "organisation")
    if found is None:
        raise Invalid(_("No organisation has the key {key}.").format(key=key), "organisation")
    return found
