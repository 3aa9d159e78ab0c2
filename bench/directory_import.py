"""How fast and how large is an import of a directory?

``python bench/directory_import.py [FILE] [--postgresql]``. Without a file, an invented list of 819 services with
HTML descriptions. Each import runs in a process of its own on a new database: the feed as it is, and the feed ten times over with other ids. Memory is flat if the larger
needs hardly more than the smaller. The baseline is parsing the same feed with ``json``, in the same run. What
reading the file as a stream of records costs is said apart ("parsing"): the rate is of what comes after it.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SERVICES = 819
TIMES = 10


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("file", type=Path, nargs="?")
    words.add_argument("--postgresql", action="store_true")
    words.add_argument(
        "--one", action="store_true", help="import once in this process (used by the benchmark)"
    )
    options = words.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    if options.one:
        print(json.dumps(import_once(options.file)))
        return
    if options.postgresql:
        from tests.support import postgresql

        os.environ["CYDWAITH_DATABASE_URL"] = postgresql.start()
    compare(options.file)


def compare(given: Path | None) -> None:
    """Print the baseline, the feed, and the feed ten times over."""
    with tempfile.TemporaryDirectory() as folder:
        feed = given or write(Path(folder) / "services.json", [invented(n) for n in range(SERVICES)])
        large = write(Path(folder) / "services_times_ten.json", ten_times(json.loads(feed.read_text())))
        for name, path in (("the feed", feed), (f"{TIMES} times over", large)):
            show(name, path, run(path))


def write(path: Path, records: list[dict[str, Any]]) -> Path:
    path.write_text("[\n" + ",\n".join(json.dumps(record) for record in records) + "\n]")
    return path


def ten_times(feed: list[dict[str, Any]] | dict[str, Any]) -> list[dict[str, Any]]:
    records = feed if isinstance(feed, list) else feed.get("contents") or feed["content"]
    return [{**record, "id": f"{record['id']}-{copy}"} for copy in range(TIMES) for record in records]


def invented(number: int) -> dict[str, Any]:
    """A service as councils' lists give them: HTML, empty strings, an organisation of its own."""
    paragraph = (
        f'<p style="color: rgb(0,0,0)">We meet every week in hall {number}. <b>All are welcome</b>.</p>'
    )
    return {
        "id": f"{number:08x}-bd7c-beef-feed-70c07d8d9e1f",
        "name": f"Group {number}",
        "description": paragraph * 8,
        "url": f"https://group{number}.example",
        "email": "",
        "status": "active",
        "fees": "",
        "assured_date": "2024-05-01",
        "organization": {"id": f"o{number % 600}", "name": f"Organisation {number % 600}", "description": ""},
    }


def show(name: str, path: Path, result: dict[str, float]) -> None:
    start = time.process_time()
    json.loads(path.read_text())
    parsing = time.process_time() - start
    print(
        f"{name:14} {result['landed']:>6,.0f} landed {result['rejected']:>3,.0f} rejected "
        f"{result['seconds']:6.2f} s {result['landed'] / result['cpu']:>7,.0f} services/s of CPU after parsing "
        f"({result['parsing']:.2f} s)  {result['cpu'] / parsing:5.0f}x json alone  peak {result['peak_mb']:.0f} MB "
        f"(+{result['peak_mb'] - result['before_mb']:.0f})  again {result['again']:.2f} s"
    )


def run(path: Path) -> dict[str, float]:
    """Import in a new process on a new database."""
    with tempfile.TemporaryDirectory() as data:
        environment = {
            **os.environ,
            "CYDWAITH_DATA": data,
            "DJANGO_SETTINGS_MODULE": "cydwaith.site.settings",
        }
        said = subprocess.run(
            [sys.executable, __file__, str(path), "--one"], env=environment, check=True, capture_output=True
        )
    result: dict[str, float] = json.loads(said.stdout)
    return result


def import_once(path: Path) -> dict[str, float]:
    """Import a feed, and the same again, into the database of the environment."""
    from cydwaith.cli import folder

    folder.prepare(Path(os.environ["CYDWAITH_DATA"]))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from cydwaith.kernel.actor import system
    from cydwaith.place.directory.commands import import_feed
    from cydwaith.standards.open_referral import feed, mapping

    parsed = 0.0

    def pieces_of() -> Iterator[Any]:
        nonlocal parsed
        stream = feed.read(str(path))
        while True:
            begun = time.process_time()
            piece = next(stream, None)
            parsed += time.process_time() - begun
            if piece is None:
                return
            yield piece

    def take_in() -> Any:
        pieces = pieces_of()
        return import_feed(
            system("a benchmark"), source=f"bench of {path.name}", pieces=pieces, read=mapping.read
        )

    gc.collect()  # what making the database left behind is not the import's
    before, start, cpu = peak(), time.perf_counter(), time.process_time()
    report = take_in()
    middle, used, parsing = time.perf_counter(), time.process_time() - cpu - parsed, parsed
    again = take_in()
    assert again.created == again.changed == 0
    return {
        "landed": report.landed,
        "rejected": report.rejected,
        "seconds": middle - start,
        "cpu": used,
        "parsing": parsing,
        "again": time.perf_counter() - middle,
        "before_mb": before,
        "peak_mb": peak(),
    }


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
