"""A real server on this machine, whose answers a test sets, and a feed that is fetched from it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import UUID

import pytest

from cydwaith.kernel import actor
from cydwaith.place.feeds import commands
from cydwaith.place.feeds.commands.keeping import Keeping

SYSTEM = actor.system("a test")


@dataclass
class Reply:
    """One answer of the server."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """What the server says at each path and query, and what it was asked."""

    port: int = 0
    says: dict[str, Reply | Callable[[dict[str, str]], Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def say(self, path: str, what: Any, *, status: int = 200, **headers: str) -> None:
        body = what if isinstance(what, bytes) else json.dumps(what).encode()
        self.says[path] = Reply(
            body, status, {name.replace("_", "-"): value for name, value in headers.items()}
        )

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            said = site.says.get(self.path, Reply(b"{}", 404))
            reply = said(headers) if callable(said) else said
            known = reply.headers.get("ETag")
            if known and headers.get("if-none-match") == known:
                reply = Reply(b"", 304, reply.headers)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    """A server that tests tell what to say."""
    found = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(found))
    found.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _this_machine(settings: Any, tmp_path: Path) -> None:
    """Feeds may stand on this machine, and are fetched without pauses into a folder of the test."""
    settings.FEEDS_FROM_PRIVATE_ADDRESSES = True
    settings.FEEDS_PAUSE_SECONDS = 0
    settings.DATA = tmp_path


def service(number: int, **other: Any) -> dict[str, Any]:
    return {"id": f"s{number}", "name": f"Service {number}", "status": "active", **other}


def page(services: list[dict[str, Any]], number: int = 1, total: int = 1) -> dict[str, Any]:
    """A page as version 3 has it."""
    return {
        "total_items": len(services),
        "total_pages": total,
        "page_number": number,
        "size": len(services),
        "first_page": number == 1,
        "last_page": number == total,
        "empty": not services,
        "contents": services,
    }


@pytest.fixture
def feed(db: None, site: Site) -> UUID:
    """A feed at /feed.json with twenty services, taken in once."""
    site.say("/feed.json", [service(number) for number in range(20)])
    feed_id = commands.add_feed(
        SYSTEM, name="council", address=site.at("/feed.json"), keeping=Keeping(24, 20)
    )
    assert commands.fetch(SYSTEM, feed_id) == "applied"
    site.asked.clear()
    return feed_id
