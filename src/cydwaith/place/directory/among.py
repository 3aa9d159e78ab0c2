"""Many keys in one condition: one parameter, where Django would make and check one for each key."""

import json
from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

SQLITE = "SELECT value FROM json_each(%s)"
OF_KEYS, OF_IDS = "SELECT unnest(%s::uuid[])", "SELECT unnest(%s::text[])"


def keys(wanted: Iterable[UUID]) -> RawSQL:
    """For ``service_id__in=`` and its like."""
    if connection.vendor == "sqlite":
        return RawSQL(SQLITE, [json.dumps([key.hex for key in wanted])])  # noqa: S611 - our own SQL
    return RawSQL(OF_KEYS, [list(wanted)])  # noqa: S611 - our own SQL


def ids(wanted: Iterable[str]) -> RawSQL:
    """For ``external_id__in=``."""
    if connection.vendor == "sqlite":
        return RawSQL(SQLITE, [json.dumps(list(wanted))])  # noqa: S611 - our own SQL
    return RawSQL(OF_IDS, [list(wanted)])  # noqa: S611 - our own SQL
