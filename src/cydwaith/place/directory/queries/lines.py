"""What results say of services: one read for a whole page of them, the same for one as for twenty.

Each list of parts comes as one text of JSON, without ids and without rows of their own. What is read is how
things stand now; what is kept in the process is only how the same texts look in words.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Func, JSONField, Model, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import get_language

from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.needs.rules.words import fold

from ..models import (
    Accessibility,
    CostOption,
    Language,
    Location,
    Organisation,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
)
from . import wording
from .cards import Reader, checked_by, cost_of, languages_of, reach
from .gathering import READER, Whole

WORDS = re.compile(r"[\w'’]+")
KEPT = 2000
"""How many lines are kept in a process, some 3 kB each; an entry that says anything else is another."""
SERVICE = """
external_id name name_cy description description_cy welsh kind accepting online by_phone home_visit fees free
last_assured assured_by
""".split()
ORGANISATION = "name name_cy email url".split()
LOCATION = "name name_cy address address_cy city city_cy".split()
PARTS: dict[str, tuple[type[Model], list[str]]] = {
    "schedules": (Schedule, "freq interval byday valid_to opens_at closes_at description".split()),
    "costs": (CostOption, "option amount currency amount_description".split()),
    "languages": (Language, "name code".split()),
    "access": (Accessibility, "description description_cy details".split()),
    "phones": (Phone, ["number"]),
}
LISTS = ("schedules", "schedules", "costs", "languages", "access", "phones", "phones")
"""The part in each text of a line: what a service has itself stands apart from what it has at its places."""


class Said(NamedTuple):
    """What a line says of a service, in words ready to show; nothing of who looks, and from where.

    ``written`` are the words of its names as they stand there, each with itself folded and its language.
    """

    external_id: str
    name: str
    name_lang: str
    organisation: str
    summary: str
    summary_lang: str
    kind: str
    place: str
    reach: str
    when: str
    cost: str
    access: str
    languages: str
    phone: str
    accepting: str
    is_paused: bool
    last_checked: date | None
    checked: str
    is_stale: bool
    written: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What the directory holds of a service that is shown, as texts of JSON."""

    texts: tuple[str | None, ...]

    def said(self, language: str) -> Said:
        """In words, for somebody who reads this language."""
        return _said(self.texts, language, get_language(), clock.today())


def lines(keys: Iterable[UUID], *, phones: bool = False) -> dict[UUID, Line]:
    """What there is to say of services that are shown, by key; phone numbers only when asked for."""
    wanted = tuple(keys)
    rows = _lines(READER, wanted, phones) if wanted else []
    # Not in SQL: SQLite would go through the index of all that is not merged, nearly the whole table.
    return {key: Line(tuple(texts)) for key, gone, merged, *texts in rows if not (gone or merged)}


class _All(Func):
    """What rows hold, as one text of JSON; null for no rows in PostgreSQL."""

    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="JSONB_AGG(%(expressions)s)::text", **more)


@prepared
def _lines(actor: Actor, keys: Keys, phones: bool) -> "QuerySet[Any, Any]":
    places = ServiceAtLocation.objects.filter(service_id=OuterRef("id"), location__isnull=False)
    there = ServiceAtLocation.objects.filter(service_id=OuterRef(OuterRef("id")))
    own, at_places = Q(service_id=OuterRef("id")), Q(place__service_id=OuterRef("id"))
    columns = [
        _own("", SERVICE),
        _own("organisation__", ORGANISATION),
        _all(places, "external_id", **{name: f"location__{name}" for name in LOCATION}),
        _parts("schedules", own),
        _parts("schedules", at_places),
        _parts("costs", own),
        _parts("languages", own),
        _parts("access", Q(location_id__in=there.values("location"))),
        *([_parts("phones", own), _parts("phones", at_places)] if phones else []),
    ]
    found = Service.objects.filter(among("id", keys))
    return found.values_list("id", "withdrawn_at", "merged_into_id", *columns)


def _own(path: str, names: Iterable[str]) -> Cast:
    return Cast(JSONObject(**{name: f"{path}{name}" for name in names}), TextField())


def _parts(name: str, wanted: Q) -> Subquery:
    model, names = PARTS[name]
    return _all(model._default_manager.filter(wanted), "id", **{one: one for one in names})


def _all(rows: "QuerySet[Any, Any]", order: str, **fields: str) -> Subquery:
    return Subquery(rows.values(all=_All(JSONObject(order=order, **fields))))


@lru_cache(maxsize=KEPT)
def _said(texts: tuple[str | None, ...], language: str, shown_in: str | None, today: date) -> Said:
    """Put in words once for all that it says, for each day; ``shown_in`` is the language of the page."""
    whole, reader = _whole(texts), Reader(language)
    service, owner = whole.service, whole.service.organisation
    name, about = reader.name(service), reader.description(service)
    return Said(
        external_id=service.external_id,
        name=name.text,
        name_lang=name.lang,
        organisation=reader.name(owner).text if owner else "",
        summary=wording.first_sentence(about.text),
        summary_lang=about.lang,
        kind=service.kind,
        place=_place(whole, reader),
        reach=reach(service) if service.online else "",
        when="; ".join(wording.when(whole.schedules, today)[:3]),
        cost=cost_of(whole, reader).text,
        access=wording.listed(reader.access(whole.access)[:3]),
        languages=languages_of(whole),
        phone=whole.phones[0].number if whole.phones else "",
        accepting=wording.accepting(service.accepting),
        is_paused=service.accepting == "paused",
        last_checked=service.last_assured,
        checked=wording.checked_by(service.last_assured, checked_by(service), today),
        is_stale=wording.is_stale(service.last_assured, today),
        written=tuple(_written(service)),
    )


def _place(whole: Whole, reader: Reader) -> str:
    name, _street, city = reader.place(whole.places[0].location) if whole.places else ("", "", "")
    return ", ".join(part for part in (name, city) if part)


def _written(service: Service) -> Iterator[tuple[str, str, str]]:
    for name, language in ((service.name, "en"), (service.name_cy, "cy")):
        for word in WORDS.findall(name):
            yield fold(word), word, language


def _whole(texts: tuple[str | None, ...]) -> Whole:
    """The service and its parts, to read and not to save."""
    own, owner, places, *parts = (json.loads(text or "[]") for text in texts)
    organisation = Organisation(**owner) if owner["name"] is not None else None
    whole = Whole(Service(organisation=organisation, **_read(Service, own)))
    whole.places = [ServiceAtLocation(location=Location(**one)) for one in _in_order(places)]
    held: dict[str, list[Any]] = defaultdict(list)
    for name, some in zip(LISTS, parts, strict=False):
        held[name] += some
    for name, rows in held.items():
        model = PARTS[name][0]
        setattr(whole, name, [model(**_read(model, one)) for one in _in_order(rows)])
    return whole


def _in_order(held: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """As the rows were made, or as the feed has them."""
    for one in sorted(held, key=lambda one: str(one["order"])):
        yield {name: value for name, value in one.items() if name != "order"}


def _read(model: type[Model], fields: dict[str, Any]) -> dict[str, Any]:
    """What JSON holds as text and a row does not: days, hours, amounts, JSON inside it."""
    return {name: _value(model._meta.get_field(name), value) for name, value in fields.items()}


def _value(field: Any, value: Any) -> Any:
    if isinstance(field, JSONField):
        return json.loads(value) if isinstance(value, str) else value
    return value if value is None else field.to_python(value)
