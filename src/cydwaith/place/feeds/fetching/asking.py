"""One question to a server that may be anybody's: only the open web, never for long, never without end."""

import re
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from pathlib import Path
from time import monotonic
from urllib.parse import urljoin, urlsplit

from django.conf import settings

from cydwaith.kernel import clock
from cydwaith.kernel.numbers import whole

from ..rules import Why, why

MOST_BYTES = 64 << 20
CHUNK = 1 << 16
QUIET_SECONDS = 30
MOST_SECONDS = 180
MOST_HOPS = 5
LONGEST_ASKED = 10**12
REDIRECTS = frozenset([301, 302, 303, 307, 308])
HEADERS = {
    "Accept": "application/json, */*;q=0.5",
    "Accept-Encoding": "identity",
    "User-Agent": "cydwaith (Open Referral reader)",
}
PLAIN = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: 304 has no body, 200's stands in the file that was named."""

    status: int
    etag: str
    modified: str


class NoAnswer(Exception):
    """The address gave nothing to use; ``asked`` is how long the server wants to be left alone."""

    def __init__(self, why: Why, status: int = 0, asked: timedelta | None = None) -> None:
        super().__init__(why)
        self.why, self.status, self.asked = why, status, asked


def ask(address: str, into: Path, known: Mapping[str, str]) -> Answer:
    """Get an address, body into a file; ``known``: etag and modified of the last. Raises NoAnswer."""
    until = monotonic() + MOST_SECONDS
    try:
        for _hop in range(MOST_HOPS):
            answer = _hop_to(address, into, known, until)
            if isinstance(answer, Answer):
                return answer
            address = answer
    except TimeoutError as error:
        raise NoAnswer(Why.SLOW) from error
    except (OSError, HTTPException) as error:
        raise NoAnswer(Why.NETWORK) from error
    raise NoAnswer(Why.LOOP)


def _hop_to(address: str, into: Path, known: Mapping[str, str], until: float) -> Answer | str:
    """The answer, or the address that it sends us to."""
    connection = _connect(address)
    try:
        connection.request("GET", _target(address), headers={**HEADERS, **_conditions(known)})
        response = connection.getresponse()
        if response.status in REDIRECTS and (to := response.headers.get("Location")):
            return urljoin(address, to)
        return _answer(response, into, until)
    finally:
        connection.close()


def _conditions(known: Mapping[str, str]) -> dict[str, str]:
    names = {"etag": "If-None-Match", "modified": "If-Modified-Since"}
    return {header: known[name] for name, header in names.items() if known.get(name)}


def _answer(response: HTTPResponse, into: Path, until: float) -> Answer:
    found = Answer(
        response.status, response.headers.get("ETag") or "", response.headers.get("Last-Modified") or ""
    )
    if response.status == 200:
        _save(response, into, until)
    elif response.status != 304:
        asked = _asked(response.headers.get("Retry-After"))
        raise NoAnswer(why(response.status), response.status, asked)
    return found


def _save(response: HTTPResponse, into: Path, until: float) -> None:
    """The body into the file, all of it or nothing. Raises NoAnswer."""
    part = into.with_suffix(".part")
    try:
        _copy(response, part, until)
        part.replace(into)
    finally:
        part.unlink(missing_ok=True)


def _copy(response: HTTPResponse, part: Path, until: float) -> None:
    size = 0
    with part.open("wb") as file:
        while chunk := response.read(CHUNK):
            size += len(chunk)
            if size > MOST_BYTES:
                raise NoAnswer(Why.LARGE, response.status)
            if monotonic() > until:
                raise NoAnswer(Why.SLOW, response.status)
            file.write(chunk)
    if response.length:  # the server promised more than it sent
        raise NoAnswer(Why.NETWORK, response.status)


def _asked(said: str | None) -> timedelta | None:
    """A Retry-After in seconds or as a date."""
    if not said:
        return None
    seconds = whole(said, LONGEST_ASKED)
    if seconds is not None:
        return timedelta(seconds=min(seconds, 10**7))
    try:
        return max(timedelta(0), parsedate_to_datetime(said) - clock.now())
    except (TypeError, ValueError):
        return None


def _target(address: str) -> str:
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def check(address: str) -> None:
    """Whether this is an address on the open web, before anything is sent. Raises NoAnswer."""
    _connect(address).close()


def read_address(address: str) -> tuple[bool, str, int | None]:
    """Whether a web address is secure, its host and port. Raises NoAnswer for what is none; asks nobody."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise NoAnswer(Why.ADDRESS) from error
    fine = PLAIN.fullmatch(address) and parts.scheme in ("http", "https") and parts.username is None
    if not fine or not host:
        raise NoAnswer(Why.ADDRESS)
    return parts.scheme == "https", host, port


def _connect(address: str) -> HTTPConnection:
    """A connection to a number that was looked at: the name is not looked up a second time."""
    secure, host, port = read_address(address)
    number = _number(host, port or (443 if secure else 80))
    return _Secure(host, port, number) if secure else _Plain(host, port, number)


def _number(host: str, port: int) -> str:
    """The first number of a host. Raises NoAnswer when any of its numbers is on a private network."""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        raise NoAnswer(Why.NETWORK) from error
    if not settings.FEEDS_FROM_PRIVATE_ADDRESSES and not all(map(_is_open, found)):
        raise NoAnswer(Why.PRIVATE)
    return min(found, key=lambda number: (":" in number, number))


def _is_open(number: str) -> bool:
    ip = ip_address(number.partition("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None) or ip
    return bool(ip.is_global and inner.is_global and not inner.is_multicast)


class _Plain(HTTPConnection):
    """To the number that was looked at, under the name that was asked for."""

    def __init__(self, host: str, port: int | None, number: str) -> None:
        super().__init__(host, port, timeout=QUIET_SECONDS)
        self._number = number

    def connect(self) -> None:
        self.sock = socket.create_connection((self._number, self.port), QUIET_SECONDS)


class _Secure(HTTPSConnection):
    """The same, with the certificate of the name."""

    def __init__(self, host: str, port: int | None, number: str) -> None:
        super().__init__(host, port, timeout=QUIET_SECONDS)
        self._number = number

    def connect(self) -> None:
        plain = socket.create_connection((self._number, self.port), QUIET_SECONDS)
        self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
