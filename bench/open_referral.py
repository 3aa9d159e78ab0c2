"""What does publishing cost? Lists of 50 of so many services, against writing the same data with ``json`` alone.

``python -m bench open_referral [--services N] [--postgresql]``. The services are invented; each has an
organisation, a place, a schedule and a term. Ratios are to ``json.dumps`` of the same page, in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.measure import compare, show

ROOT = Path(__file__).resolve().parents[1]
PAGES = {
    "50 in brief": "services",
    "50 in full": "services?full=true",
    "50 at their locations": "service_at_locations",
    "the last page": "services?page={last}",
    "one service": "services/{one}",
    "words": "services?search=choir",
}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--services", type=int, default=20_000)
    words.add_argument("--postgresql", action="store_true")
    words.add_argument("--rounds", type=int, default=30)
    options = words.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    with tempfile.TemporaryDirectory() as folder:
        _set_up(Path(folder), options.postgresql)
        _fill(options.services)
        sys.exit(_measure(options.services, options.rounds))


def _set_up(folder: Path, postgresql: bool) -> None:
    os.environ |= {"CYDWAITH_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "cydwaith.site.settings"}
    if postgresql:
        from tests.support import postgresql as server

        os.environ["CYDWAITH_DATABASE_URL"] = server.start()
    from cydwaith.cli import folder as data

    data.prepare(folder)
    import django
    from django.core.management import call_command
    from django.urls import get_resolver

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    get_resolver().check()


def _invented(number: int) -> dict[str, Any]:
    what = ("choir", "walk", "lunch", "debt advice", "shed")[number % 5]
    location = {
        "id": f"l{number % 4000}",
        "location_type": "physical",
        "latitude": 51.4 + number % 400 / 1000,
        "longitude": -3.4 + number % 300 / 1000,
        "addresses": [
            {"id": "a", "address_1": f"{number} Stryd Fawr", "city": "Caerdydd", "postal_code": "CF10 1EP"}
        ],
    }
    return {
        "id": f"s{number}",
        "name": f"{what} {number}",
        "status": "active",
        "description": f"We {what} every week and all are welcome. " * 8,
        "organization": {"id": f"o{number % 600}", "name": f"Group {number % 600}", "description": "A group"},
        "schedules": [{"id": f"h{number}", "freq": "WEEKLY", "byday": "TU", "opens_at": "10:00"}],
        "attributes": [
            {
                "id": f"a{number}",
                "taxonomy_term": {"id": f"t{number % 50}", "name": what, "description": what},
            }
        ],
        "service_at_locations": [{"id": f"p{number}", "location": location}],
    }


def _fill(services: int) -> None:
    from cydwaith.kernel.actor import system
    from cydwaith.place.directory.commands import import_feed
    from cydwaith.place.directory.rules.incoming import Incoming
    from cydwaith.standards.open_referral import mapping

    pieces = (Incoming("service", "full", _invented(n), f"record {n}", "bench") for n in range(services))
    import_feed(system("a benchmark"), source="bench", pieces=pieces, read=mapping.read)


def _measure(services: int, rounds: int) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from cydwaith.standards.open_referral.api import doors
    from cydwaith.web.throttle import Throttle

    doors.THROTTLE = Throttle(burst=10**9, per_second=1)
    client = Client(SERVER_NAME="localhost")

    def ask(path: str, **more: Any) -> Any:
        place = path.format(last=services // 50, one=f"s{services // 2}")
        return client.get(f"/open-referral/3.0/{place}", **more)

    held = 0
    for name, path in PAGES.items():
        first = ask(path)
        page = first.json()
        with CaptureQueriesContext(connection) as queries:
            ask(path)
        works: dict[str, Callable[[], object]] = {name: lambda path=path: ask(path)}
        works["nothing new (304)"] = lambda path=path, tag=first["ETag"]: ask(
            path, headers={"If-None-Match": tag}
        )
        print(f"\n{name}: {len(queries)} queries, {len(first.content) / 1000:.0f} kB")
        held |= show(compare(lambda page=page: json.dumps(page), works, rounds=rounds))
    _download()
    return held


def _download() -> None:
    """Rate and memory of everything at once."""
    from cydwaith.kernel.actor import system
    from cydwaith.standards.open_referral import bulk

    for form in ("jsonl", "csv"):
        before, begun = _peak(), time.process_time()
        with tempfile.TemporaryFile() as target:
            count = bulk.write(system("a benchmark"), target, form=form, version="3.0", said=lambda _: None)
        took = time.process_time() - begun
        print(
            f"\n{form}: {count:,} records, {count / took:,.0f}/s of CPU, peak {_peak():.0f} MB (+{_peak() - before:.0f})"
        )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
