"""How often one address may ask: a small bucket of tokens for each, in this process and nowhere else.

``wait`` answers at once; a view that hears more than 0 says so politely: status 429 with ``Retry-After``.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from threading import Lock
from time import monotonic

from django.http import HttpRequest

ADDRESSES = 10_000
LOOPBACK = frozenset({"127.0.0.1", "::1", ""})


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Throttle:
    """Lets an address ask ``burst`` times at once and ``per_second`` times from then on.

    The addresses seen longest ago are forgotten first, so the memory it takes has an end.
    """

    def __init__(self, *, burst: int, per_second: float, now: Callable[[], float] = monotonic) -> None:
        self.burst, self.per_second = burst, per_second
        self._now = now
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = Lock()

    def wait(self, who: str) -> int:
        """Take a token: 0 when there was one, else whole seconds until there will be."""
        with self._lock:
            bucket = self._filled(who)
            if bucket.tokens < 1:
                return max(1, ceil((1 - bucket.tokens) / self.per_second))
            bucket.tokens -= 1
            return 0

    def _filled(self, who: str) -> _Bucket:
        now = self._now()
        bucket = self._buckets.setdefault(who, _Bucket(self.burst, now))
        bucket.tokens = min(self.burst, bucket.tokens + (now - bucket.at) * self.per_second)
        bucket.at = now
        self._buckets.move_to_end(who)
        if len(self._buckets) > ADDRESSES:
            self._buckets.popitem(last=False)
        return bucket


def address_of(request: HttpRequest) -> str:
    """Whom to count: the caller, or whoever the proxy on this machine says it speaks for.

    Only the last address that was forwarded is the proxy's own word; those before it anybody can write.
    """
    direct = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    said = forwarded.rpartition(",")[2].strip()
    return said[:45] if said and direct in LOOPBACK else direct
