"""The parts of records: removed and made anew whenever their owner changes."""

from collections import defaultdict
from collections.abc import Sequence

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
from ..rules.records import ContactRecord, PhoneRecord
from .shelf import fill
from .writing import insert

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
}


class Parts:
    """Parts gathered for the owners that an import is about to write."""

    def __init__(self) -> None:
        self._of: dict[tuple[str, object], list[Owned]] = {}

    def gather(self, owner: str, row: FromFeed, record: object) -> list[Owned]:
        """Make the parts that a record names; a second record of the same owner replaces the first's."""
        made: list[Owned] = []
        for name, model in OF_RECORD.items():
            made += [_part(model, owner, row, said) for said in getattr(record, name, ())]
        made += [_phone(owner, row, said) for said in getattr(record, "phones", ())]
        for said in getattr(record, "contacts", ()):
            made += _contact(owner, row, said)
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


def _part(model: type[Owned], owner: str, row: FromFeed, said: object) -> Owned:
    part = model(**{owner: row})
    fill(part, said)
    return part


def _phone(owner: str, row: FromFeed, said: PhoneRecord, contact: Contact | None = None) -> Owned:
    phone = Phone(**{owner: row}, contact=contact)
    fill(phone, said)
    return phone


def _contact(owner: str, row: FromFeed, said: ContactRecord) -> Sequence[Owned]:
    contact = Contact(**{owner: row})
    fill(contact, said)
    return [contact, *(_phone(owner, row, phone, contact) for phone in said.phones)]
