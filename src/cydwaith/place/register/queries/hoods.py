"""Which neighbourhood a service is in, by the postcode of its place."""

from collections.abc import Iterable
from uuid import UUID

from django.core.cache import cache
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Replace, Upper

from cydwaith.commons.places import queries as places
from cydwaith.commons.places.models import Postcode
from cydwaith.commons.places.rules import normalise_postcode
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.models import ServiceAtLocation

KEPT, A_MINUTE = "register-hoods", 60


def hoods(actor: Actor) -> list[tuple[str, str]]:
    """Neighbourhoods in which there is a service: code and name, by name. Looked up once a minute."""
    codes: list[str] = cache.get_or_set(KEPT, _codes, A_MINUTE)
    names = places.names(actor, codes)
    return sorted(((code, name or code) for code, name in names.items()), key=lambda hood: hood[1])


def _codes() -> list[str]:
    within_any = Postcode.objects.filter(key__in=_places().values("key")).exclude(neighbourhood="")
    return list(within_any.values_list("neighbourhood", flat=True).distinct())


def within(code: str) -> QuerySet[ServiceAtLocation]:
    """Services' places in one neighbourhood."""
    return _places().filter(key__in=Postcode.objects.filter(neighbourhood=code).values("key"))


def _places() -> QuerySet[ServiceAtLocation]:
    """Places with the key of their postcode, as the map writes it."""
    written = Replace(Upper(F("location__postcode")), Value(" "), Value(""), output_field=CharField())
    shown = ServiceAtLocation.objects.filter(service__withdrawn_at=None, service__merged_into=None)
    return shown.annotate(key=written)


def hood_names(actor: Actor, service_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of each service's neighbourhoods, with commas; nothing for one without a known postcode."""
    rows = ServiceAtLocation.objects.filter(service__in=list(service_ids), location__isnull=False)
    pairs = [
        (key, normalise_postcode(text)) for key, text in rows.values_list("service_id", "location__postcode")
    ]
    codes = dict(
        Postcode.objects.filter(key__in={key for _, key in pairs if key}).values_list("key", "neighbourhood")
    )
    names = places.names(actor, codes.values())
    found: dict[UUID, set[str]] = {}
    for service_id, key in pairs:
        if key and (code := codes.get(key)):
            found.setdefault(service_id, set()).add(names[code] or code)
    return {service_id: ", ".join(sorted(several)) for service_id, several in found.items()}
