"""What the pages of a working day cost, in CPU and in queries.

``python -m bench pages [--rounds N] [--work]``. A coach walks with 200 people, each with a plan of three goals;
the directory holds the demonstration's services. With ``--work`` the pages of issue 5: 20 people on a programme,
one of them with 20 of everything (versions, papers, jobs, adjustments, opportunities). Each page is set beside two
others of the same run:

- an **empty view** for somebody who is not signed in: no session, no actor, no template (the aim is 8 times);
- the **frame** of every page, signed in, with nothing in it: session, actor, ``base.html`` (no aim; it says
  what the page itself adds).

Queries are counted with few rows and with many: they must not grow, nor pass 12. ``BEGIN`` and ``COMMIT``
around the line in the record of who looked are not questions: they are told apart and not counted.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from bench import measure

ROOT = Path(__file__).resolve().parents[1]
MOST, QUERIES, SENT, AT_A_TIME = 8.0, 12, 60, 4


def main() -> int:
    """Set up a place in a temporary folder, measure, say whether the numbers hold."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--rounds", type=int, default=60)
    words.add_argument("--people", type=int, help="how many people; of everything with --work")
    words.add_argument(
        "--work", action="store_true", help="the pages of work, for people and for those who help"
    )
    options = words.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    with tempfile.TemporaryDirectory() as data:
        os.environ |= {"CYDWAITH_DATA": data, "DJANGO_SETTINGS_MODULE": "cydwaith.site.settings"}
        _tables(Path(data))
        if options.work:
            return _measure(_working(), options.people or 20, options.rounds)
        return _measure(_walking(), options.people or 200, options.rounds)


def _tables(data: Path) -> None:
    from cydwaith.cli import folder

    folder.prepare(data)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)


def _walking() -> Any:
    from bench.valley import Valley

    return Valley()


def _working() -> Any:
    from bench.working import Working

    return Working()


def _measure(valley: Any, many: int, rounds: int) -> int:
    from bench.valley import empty_page

    few = {name: _queries(page)[0] for name, page in valley.pages().items()}
    valley.grow(many)
    pages = valley.pages()
    empty_view, told = empty_page(), []
    for some in batched(pages):
        works = {"frame": valley.frame, **{name: pages[name] for name in some}}
        empty, frame, *rest = measure.compare(empty_view, works, rounds=rounds)
        print(f"empty view, not signed in {empty.ms:8.2f} ms")
        print(f"frame, signed in          {frame.ms:8.2f} ms  {frame.times:.1f} x the empty view")
        told += [_told(one, frame.ms, few[one.name], pages[one.name]) for one in rest]
    return int(not all(told))


def batched(pages: Iterable[str]) -> Iterator[list[str]]:
    """Four at a time: an empty view among many pages pays for what they leave in the processor's caches."""
    names = list(pages)
    for first in range(0, len(names), AT_A_TIME):
        yield names[first : first + AT_A_TIME]


def _told(one: measure.Ratio, frame: float, few: int, page: Callable[[], Any]) -> bool:
    """Print what a page costs and which aims it misses; whether it misses none."""
    many, around = _queries(page)
    sent = len(page().content) / 1000
    misses = {
        f"more than {MOST:g} x the empty view": one.times > MOST,
        f"more than {QUERIES} queries": many > QUERIES,
        "queries grow with rows": many > few,
        f"more than {SENT} kB": sent > SENT,
    }
    print(
        f"{one.name:25} {one.ms:8.2f} ms  {one.times:.1f} x the empty view, {one.ms / frame:.1f} x the frame; "
        f"{few} queries with 2 people, {many} with many (and {around} BEGIN or COMMIT); {sent:.1f} kB"
    )
    for miss in (words for words, missed in misses.items() if missed):
        print(f"{'':25} MISSED: {miss}")
    return not any(misses.values())


def _queries(page: Callable[[], Any]) -> tuple[int, int]:
    """How many questions a page asks of the database, and how many words stand around them."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    page()
    with CaptureQueriesContext(connection) as seen:
        page()
    around = sum(query["sql"].startswith(("BEGIN", "COMMIT")) for query in seen.captured_queries)
    return len(seen) - around, around


if __name__ == "__main__":
    sys.exit(main())
