"""For whose goal somebody looks, by id, so that asking a service can go back to it."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest

CARRIED = ("goal", "person")


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """The ids that came along, as names and values."""
    given = request.POST if request.method == "POST" else request.GET
    return [(key, given[key]) for key in CARRIED if _is_id(given.get(key, ""))]


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def keep(request: HttpRequest) -> str:
    """The same as the end of an address; empty when there are none."""
    found = carried(request)
    return f"?{urlencode(found)}" if found else ""
