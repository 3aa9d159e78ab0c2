"""How fast and how large is an import of places? ``python bench/places_import.py FILE [--postgresql]``

Each import runs in a process of its own on a new database: the whole file, and a tenth of it.
Memory is flat if the whole needs hardly more than the tenth. The baseline is the time in which
the same machine, in the same run, only unpacks and parses the same CSV.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
POSTCODES = ROOT.parent / "shared/data/postcodes-gb/codepoint_open_2025_11_compact.csv.gz"


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("file", type=Path, nargs="?", default=POSTCODES)
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


def compare(whole: Path) -> None:
    """Print the baseline, a tenth and the whole."""
    rows, parsing = parse(whole)
    print(f"parse only       {rows:>9,} rows {parsing:6.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        tenth = Path(folder) / f"tenth_{whole.name}"
        with gzip.open(whole, "rt") as text, gzip.open(tenth, "wt") as out:
            out.writelines(line for number, line in zip(range(rows // 10), text, strict=False))
        for name, path in (("a tenth", tenth), ("the whole", whole)):
            show(name, run(path), parsing)
    print("(the tenth's ratio is against parsing the whole)")


def show(name: str, result: dict[str, float], parsing: float) -> None:
    seconds = result["seconds"]
    print(
        f"{name:16} {result['rows']:>9,} rows {seconds:6.1f} s  {result['rows'] / seconds:>9,.0f} rows/s  "
        f"peak {result['peak_mb']:.0f} MB  {seconds / parsing:.1f}x parsing  again {result['again']:.2f} s"
    )


def parse(path: Path) -> tuple[int, float]:
    """Rows of a file and the seconds that unpacking and parsing alone take."""
    start = time.perf_counter()
    with gzip.open(path, "rt", newline="") as text:
        rows = sum(1 for _ in csv.reader(text))
    return rows, time.perf_counter() - start


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
    """Import a file, and the same again, into the database of the environment."""
    from cydwaith.cli import folder

    folder.prepare(Path(os.environ["CYDWAITH_DATA"]))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("flush", verbosity=0, interactive=False)
    from cydwaith.commons.places.commands import import_places
    from cydwaith.kernel.actor import system

    start = time.perf_counter()
    report = import_places(system("a benchmark"), path)
    middle = time.perf_counter()
    again = import_places(system("a benchmark"), path)
    assert again.created == again.changed == 0
    return {
        "rows": report.created,
        "seconds": middle - start,
        "again": time.perf_counter() - middle,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    main()
