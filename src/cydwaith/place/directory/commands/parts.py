"""The parts of records: removed and made anew whenever their owner changes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import Model

from ..models import (
    Accessibility,
    Attribute,
    Contact,
    CostOption,
    FromFeed,
    Language,
    Owned,
    Phone,
    Schedule,
)
from ..rules.records import ContactRecord
from .writing import fill, insert, new

ORDER: tuple[type[Owned], ...] = (
    Contact,
    Phone,
    Schedule,
    CostOption,
    Language,
    Accessibility,
    Attribute,
)
OF_RECORD: dict[str, type[Owned]] = {
    "schedules": Schedule,
    "costs": CostOption,
    "languages": Language,
    "accessibility": Accessibility,
    "phones": Phone,
}


class Parts:
    """Parts gathered for the owners that an import is about to write."""

    def __init__(self) -> None:
        self._of: dict[tuple[str, object], list[Owned]] = {}

    def gather(self, owner: str, row: FromFeed, record: object) -> list[Owned]:
        """Make the parts that a record names; a second record of the same owner replaces the first's."""
        made: list[Owned] = []
        whose = {f"{owner}_id": row.pk}
        for name, model in OF_RECORD.items():
            for said in getattr(record, name, ()):
                made.append(_part(model, said, whose))
        for said in getattr(record, "contacts", ()):
            made += _contact(said, whose)
        self._of[owner, row.pk] = made
        return made

    def write(self, stored: set[object]) -> None:
        """Replace what the owners had by what was gathered; only ``stored`` owners had anything."""
        made: dict[type[Model], list[Owned]] = defaultdict(list)
        owners: dict[str, list[object]] = defaultdict(list)
        for (owner, identity), parts in self._of.items():
            if identity in stored:
                owners[owner].append(identity)
            for part in parts:
                made[type(part)].append(part)
        for model in reversed(ORDER):
            _remove(model, owners)
        for model in ORDER:
            insert(model, made[model])


def _remove(model: type[Owned], owners: dict[str, list[object]]) -> None:
    for owner, identities in owners.items():
        model._default_manager.filter(**{f"{owner}__in": identities}).delete()


def _part(model: type[Owned], said: object, whose: Mapping[str, object]) -> Owned:
    part = new(model, **whose)
    fill(part, said)
    return part


def _contact(said: ContactRecord, whose: Mapping[str, object]) -> Sequence[Owned]:
    contact = _part(Contact, said, whose)
    theirs = {**whose, "contact_id": contact.pk}
    return [contact, *(_part(Phone, phone, theirs) for phone in said.phones)]
