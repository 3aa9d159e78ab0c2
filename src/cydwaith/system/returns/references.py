"""References: what a spell is called in a return, the same every time, and nothing of the person."""

import hmac
from collections.abc import Callable
from functools import lru_cache, partial
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor, system

from .models import ReferenceKey

KEEPER = system("keep references the same")
LENGTH = 12
Refer = Callable[[UUID], str]


def first_key() -> bytes:
    """The key that a place begins with, made from its secret; kept from then on, whatever the secret."""
    return sha256(f"return {settings.SECRET_KEY}".encode()).digest()


def references() -> Refer:
    """What gives a spell its reference, always the same; without the key nobody can go back from it."""
    kept = _kept(KEEPER)
    return partial(_reference, bytes.fromhex(kept[0]) if kept else first_key())


@lru_cache(maxsize=10_000)
def _reference(key: bytes, enrolment_id: UUID) -> str:
    return hmac.digest(key, enrolment_id.bytes, "sha256").hex()[:LENGTH].upper()


@prepared
def _kept(actor: Actor) -> "QuerySet[ReferenceKey, str]":
    return ReferenceKey.objects.values_list("key", flat=True)
