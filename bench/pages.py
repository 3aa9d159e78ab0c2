"""What the pages of a working day cost, in CPU and in queries.

``python -m bench pages [--rounds N]``. A coach walks with 200 people, each with a plan of three goals; the
directory holds the demonstration's services. The baseline is an empty view of the same project for somebody
who is not signed in. Queries are counted with few rows and with many: they must not grow.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import measure

ROOT = Path(__file__).resolve().parents[1]
MOST = 8.0


def main() -> int:
    """Set up a place in a temporary folder, measure, say whether the numbers hold."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--rounds", type=int, default=60)
    words.add_argument("--people", type=int, default=200)
    options = words.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    with tempfile.TemporaryDirectory() as data:
        os.environ |= {"CYDWAITH_DATA": data, "DJANGO_SETTINGS_MODULE": "cydwaith.site.settings"}
        _tables(Path(data))
        return _measure(options.people, options.rounds)


def _tables(data: Path) -> None:
    from cydwaith.cli import folder

    folder.prepare(data)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)


def _measure(people: int, rounds: int) -> int:
    from bench.valley import Valley, empty_page

    valley = Valley()
    few = {name: _queries(page) for name, page in valley.pages().items()}
    valley.walk_with(people)
    pages = valley.pages()
    found = measure.compare(empty_page(), pages, rounds=rounds, most=MOST)
    status = measure.show(found)
    for name, page in pages.items():
        many = _queries(page)
        grew = many > few[name]
        print(f"{name:32} {few[name]:4} queries with 2 people, {many:4} with {people}{'  GREW' if grew else ''}")
        status |= grew
    return status


def _queries(page: Callable[[], Any]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    page()
    with CaptureQueriesContext(connection) as seen:
        page()
    return len(seen)


if __name__ == "__main__":
    sys.exit(main())
