"""References: what a spell is called in a return, the same every time, and nothing of the person."""

import hmac
from collections.abc import Callable
from hashlib import sha256
from uuid import UUID

from django.conf import settings

from .models import ReferenceKey

LENGTH = 12
Refer = Callable[[UUID], str]


def first_key() -> bytes:
    """The key that a place begins with, made from its secret; kept from then on, whatever the secret."""
    return sha256(f"return {settings.SECRET_KEY}".encode()).digest()


def references() -> Refer:
    """What gives a spell its reference, always the same; without the key nobody can go back from it."""
    kept = ReferenceKey.objects.values_list("key", flat=True).first()
    key = bytes.fromhex(kept) if kept else first_key()
    return lambda enrolment_id: hmac.digest(key, enrolment_id.bytes, "sha256").hex()[:LENGTH].upper()
