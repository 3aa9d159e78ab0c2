"""How long does a search take among 20,000 services?

``python bench/directory_search.py [--services N] [--postgresql]``. Services are invented and spread over Wales;
their descriptions use a few words often and many seldom, as real ones do. Measured in one process: the search
alone, and the whole page through Django, against an empty Django view and the full-text index alone.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 200
SUBJECTS = """
walking football choir debt advice gardening allotment counselling physiotherapy yoga benefits housing volunteering
food carers dementia autism swimming cooking computer welsh art drama bereavement pain back employment coffee morning
chess knitting singing cycling youth parents toddlers library repair sewing dance boxing
"""
TOWNS = "Aberteg Bryncoed Cwmhir Dolwen Ffynnon Glanrhyd Hendre Llanfair Maesteg Nantgwyn Pontlas"
WHAT, WHERE = SUBJECTS.split(), TOWNS.split()
QUERIES = (
    "walking football",
    "debt advice",
    "somewhere to sing",
    "yoga",
    "back pain",
    "help with benefits",
    "wlaking",
    "physio",
    "cyngor dyled",
    "lonely older people",
    "art class for carers",
    "employment advice near the library",
)
FILLER = [
    a + b + c
    for a in "ba co di fu ge".split()
    for b in "lan mer rin tos".split()
    for c in "a ed in os um".split()
]


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--services", type=int, default=20_000)
    words.add_argument("--postgresql", action="store_true")
    options = words.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    if options.postgresql:
        from tests.support import postgresql

        os.environ["CYDWAITH_DATABASE_URL"] = postgresql.start()
    with tempfile.TemporaryDirectory() as data:
        os.environ |= {"CYDWAITH_DATA": data, "DJANGO_SETTINGS_MODULE": "cydwaith.site.settings"}
        set_up(Path(data), options.services)
        measure()


def set_up(data: Path, services: int) -> None:
    """A database with this many services."""
    from cydwaith.cli import folder

    folder.prepare(data)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from cydwaith.kernel.actor import system
    from cydwaith.place.directory.commands import import_feed
    from cydwaith.place.directory.rules.incoming import Incoming
    from cydwaith.standards.open_referral import mapping

    start = time.process_time()
    pieces = (Incoming("service", "list", record, record["name"], "bench") for record in invented(services))
    report = import_feed(system("a benchmark"), source="bench", pieces=pieces, read=mapping.read)
    took = time.process_time() - start
    print(f"{report.created:,} full records taken in, {report.created / took:,.0f} a second of CPU")


def invented(services: int) -> Iterator[dict[str, Any]]:
    """Services with every part that a row of the results shows."""
    dice = random.Random(1)
    for number in range(services):
        what, town = dice.choice(WHAT), dice.choice(WHERE)
        body = [*dice.sample(WHAT, 2), *(seldom(dice) for _ in range(80))]
        place = {
            "id": f"l{number}",
            "location_type": "physical",
            "name": f"{town} hall",
            "latitude": dice.uniform(51.4, 53.4),
        }
        place |= {
            "longitude": dice.uniform(-5.0, -2.8),
            "accessibility": [{"id": "a", "description": "Step-free"}],
        }
        yield {
            "id": f"s{number}",
            "name": f"{town} {what} {dice.choice(['group', 'club', 'service', 'centre'])} {number}",
            "description": " ".join(body),
            "status": "active",
            "assured_date": f"20{dice.randint(20, 25)}-0{dice.randint(1, 9)}-15",
            "organization": {"id": f"o{number % 4000}", "name": f"Organisation {number % 4000}"},
            "schedules": [{"id": "w", "byday": dice.choice(["MO", "TU", "FR"]), "opens_at": "10:00"}],
            "cost_options": [{"id": "c", "amount": dice.randint(0, 9)}],
            "languages": [{"id": "l", "code": "cy", "name": "Welsh"}],
            "service_at_locations": [{"id": f"p{number}", "location": place}],
        }


def seldom(dice: random.Random) -> str:
    """A word of a vocabulary of ten thousand, some far more often than others."""
    number = int(10_000 ** dice.random())
    return FILLER[number % 100] + FILLER[number // 100 % 100]


def measure() -> None:
    """Print milliseconds: the empty view, the index alone, the query, the page."""
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    from cydwaith.commons.people.doors import public
    from cydwaith.kernel.actor import anonymous
    from cydwaith.place.directory import queries
    from cydwaith.place.directory.queries import matching
    from cydwaith.place.directory.queries.finding import by_words
    from cydwaith.place.directory.queries.results import Filters
    from cydwaith.place.directory.rules.ranking import Point
    from cydwaith.site import urls

    @public
    def empty(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    urls.urlpatterns.append(path("bench-empty/", empty))
    client, dice = Client(SERVER_NAME="localhost"), random.Random(2)

    def here() -> Point:
        return Point(dice.uniform(51.5, 53.2), dice.uniform(-4.8, -3.0))

    def ask() -> str:
        return dice.choice(QUERIES)

    def index_alone() -> object:
        return by_words(matching.expression(matching.terms(ask()), every=False), Filters(), None)

    baseline = timed("an empty view", lambda: client.get("/bench-empty/"))
    timed("full text alone, any word", index_alone, baseline)
    timed("search, words", lambda: queries.search(anonymous(), ask()), baseline)
    timed("search, words and a place", lambda: queries.search(anonymous(), ask(), here()), baseline)
    timed("search, a place", lambda: queries.search(anonymous(), "", here()), baseline)
    timed(
        "the page, words and a place",
        lambda: client.get("/support/", {"words": ask(), "near": "CF10"}),
        baseline,
    )


def timed(name: str, work: Callable[[], object], baseline: float = 0.0) -> float:
    """Run it many times; print and return the CPU milliseconds of a typical run."""
    for _ in range(10):
        work()
    walls, cpus = [], []
    for _ in range(ROUNDS):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    typical, late = statistics.median(walls), statistics.quantiles(walls, n=20)[-1]
    ratio = f"  {late / baseline:5.0f}x" if baseline else ""
    cpu = statistics.median(cpus)
    print(f"{name:30} p50 {typical:6.1f} ms  p95 {late:6.1f} ms  CPU {cpu:6.1f} ms{ratio}")
    return late


if __name__ == "__main__":
    main()
