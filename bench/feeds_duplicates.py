"""How well, and how fast, are services found that stand in two feeds?

``python -m bench feeds_duplicates [FILE] [--share N] [--copies N]``. FILE is a list of services as an Open
Referral feed gives them (without one, 400 are invented). Every Nth of them is written again as somebody else
would keep it, under another id: a word more or fewer in the name, letters swapped, the telephone number spaced
otherwise, no description. Both lists are taken in, and those pairs are looked for. What is found beside them
is counted apart: in a real feed some of that is duplicates of its own. With ``--copies`` the first list is taken
in so many times over, other names each time, to see how the time grows. The baseline is making the faces of the
services without comparing any, in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SERVICES, SHARE = 400, 4
SUBJECTS = "walking choir debt gardening yoga lunch carers art repair reading swimming knitting".split()
FORMS = "club group circle project café".split()
TOWNS = "Aberteg Bryncoed Cwmhir Dolwen Ffynnon Glanrhyd Hendre Llanfair Maesteg Nantgwyn Pontlas".split()

Record = dict[str, Any]


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("file", type=Path, nargs="?")
    words.add_argument("--share", type=int, default=SHARE, help="every Nth is in both feeds")
    words.add_argument("--copies", type=int, default=1)
    options = words.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    first = feed(options.file)
    second, truth = written_again(first[:: options.share])
    with tempfile.TemporaryDirectory() as data:
        set_up(Path(data))
        for copy in range(options.copies):
            take_in(f"feed {copy}", [other_names(record, copy) for record in first] if copy else first)
        take_in("the other feed", second)
        show(truth)


def feed(file: Path | None) -> list[Record]:
    """The services of a file that have an id and a name, or invented ones."""
    if file is None:
        return list(invented(SERVICES))
    found = json.loads(file.read_text())
    records = found if isinstance(found, list) else found.get("contents") or found["content"]
    return [record for record in records if record.get("id") and record.get("name")]


def invented(services: int) -> Iterator[Record]:
    dice = random.Random(1)
    for number, (town, what, form) in enumerate(dice.sample([*product(TOWNS, SUBJECTS, FORMS)], services)):
        yield {
            "id": f"s{number}",
            "name": f"{town} {what} {form}",
            "status": "active",
            "description": f"We meet every week for {what} in {town}.",
            "organization": {"id": f"o{number % 300}", "name": f"Friends of {town} {number % 300}"},
            "phones": [{"id": f"t{number}", "number": f"029 2{number:03} {number * 37 % 10_000:04}"}],
        }


def written_again(records: list[Record]) -> tuple[list[Record], set[tuple[str, str]]]:
    """The same services by another hand, and which belong together, by id."""
    dice = random.Random(2)
    again = [{**_by_another_hand(record, dice), "id": f"again-{record['id']}"} for record in records]
    return again, {(record["id"], other["id"]) for record, other in zip(records, again, strict=True)}


def _by_another_hand(record: Record, dice: random.Random) -> Record:
    kept = {
        key: record[key] for key in ("status", "url", "organization", "service_at_locations") if key in record
    }
    phones = [
        {**one, "number": str(one.get("number", "")).replace(" ", "")} for one in record.get("phones") or []
    ]
    change = dice.choice([_a_word_more, _a_word_fewer, _swapped, str])
    return {**kept, "phones": phones, "name": change(record["name"]) or record["name"]}


def _a_word_more(name: str) -> str:
    return f"The {name} Ltd"


def _a_word_fewer(name: str) -> str:
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 2 else name


def _swapped(name: str) -> str:
    at = len(name) // 2
    return name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :] if at > 1 else name


def other_names(record: Record, copy: int) -> Record:
    """A service elsewhere that is not the same."""
    return {
        **record,
        "id": f"{record['id']}-{copy}",
        "name": f"{record['name']} {copy}",
        "phones": [],
        "url": "",
    }


def set_up(data: Path) -> None:
    os.environ |= {"CYDWAITH_DATA": str(data), "DJANGO_SETTINGS_MODULE": "cydwaith.site.settings"}
    from cydwaith.cli import folder

    folder.prepare(data)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)


def take_in(source: str, records: list[Record]) -> None:
    from cydwaith.kernel.actor import system
    from cydwaith.place.directory.commands import import_feed
    from cydwaith.place.directory.rules.incoming import Incoming
    from cydwaith.standards.open_referral import mapping

    pieces = (Incoming("service", "full", record, record["name"], source) for record in records)
    import_feed(system("a benchmark"), source=source, pieces=pieces, read=mapping.read)


def show(truth: set[tuple[str, str]]) -> None:
    """Print what was found of the truth, what beside it, and what it cost."""
    from cydwaith.kernel.actor import system
    from cydwaith.place.directory import queries
    from cydwaith.place.directory.models import Service
    from cydwaith.place.directory.rules.likeness import pairs

    reader = system("a benchmark")
    making, faces = timed(lambda: queries.faces(reader))
    comparing, found = timed(lambda: pairs(faces))
    names = dict(Service.objects.values_list("id", "external_id"))
    met = {frozenset((names[pair.one], names[pair.other])) for pair in found}
    right = sum(frozenset(pair) in met for pair in truth)
    across = sum(any(name.startswith("again-") for name in pair) for pair in met)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(faces):,} services, {len(truth)} in both feeds: {right / len(truth):.2f} of them found;"
        f" {right / max(1, across):.2f} of the pairs found across the feeds are those;"
        f" {len(met) - across} pairs within one feed"
    )
    print(
        f"making the faces {making * 1000:.0f} ms of CPU, comparing {comparing * 1000:.0f} ms"
        f" ({comparing / making:.1f}x), memory at most {memory:.0f} MB"
    )


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


if __name__ == "__main__":
    main()
