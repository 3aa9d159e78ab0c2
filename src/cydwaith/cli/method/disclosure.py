"""``method disclosure``: publish a table of counts safely, and attack what was published."""

from __future__ import annotations

import argparse
from typing import Any

from ..exits import USAGE, Halt
from ..parser import Verbs
from . import reading
from .answering import Answer, aligned, verb

FOUND = {
    "en": "{exact} cells can be worked out exactly, {narrow} to a range narrower than 3.",
    "cy": "Gellir cyfrifo {exact} cell yn union, a {narrow} o fewn ystod o lai na 3.",
}


def add(group: Verbs) -> None:
    disclosure = group.group(
        "disclosure", "Small numbers: publish them safely, and attack what was published."
    )
    safe = verb(disclosure, "protect", _protect, "A table of counts as it may be shown.")
    safe.epilog = (
        f"{safe.epilog}\nThe file is JSON: name, dimensions (key, parents), cells ([member, .., count])."
    )
    safe.add_argument(
        "--policy", default="controlled-5", help="controlled-5, nhs-hes, ons-10-5 or star-under-5"
    )
    safe.add_argument(
        "--key", default="", help="the partnership's secret, so that one count is always shown alike"
    )
    verb(
        disclosure,
        "audit",
        _audit,
        "What an outsider can work out: JSON with a list of releases as protect gives them.",
    )


def _protect(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import disclosure

    data = reading.document(options.file)
    try:
        dimensions = tuple(disclosure.Dimension(one["key"], one["parents"]) for one in data["dimensions"])
        cells = {tuple(map(str, row[:-1])): row[-1] for row in data["cells"]}
        name = str(data["name"])
    except (KeyError, TypeError, IndexError) as error:
        raise Halt(f"A table needs name, dimensions (key, parents) and cells: {error!r}.", USAGE) from None
    cube = disclosure.Cube.of(name, dimensions, cells)
    release = disclosure.protect(cube, options.policy, key=options.key.encode())
    headers = [one.key for one in dimensions]
    rows = [[*cell, release.shown(cell)] for cell in release.cells]
    return Answer(release.to_dict(), aligned([*headers, name], rows))


def _audit(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import disclosure

    data = reading.document(options.file)
    listed = data if isinstance(data, list) else data.get("releases", [data])
    try:
        releases = [disclosure.Release.from_dict(one) for one in listed]
    except (KeyError, TypeError) as error:
        raise Halt(f"A release needs name, policy, dimensions and cells: {error!r}.", USAGE) from None
    found: dict[str, Any] = disclosure.audit(releases).to_dict()
    told = FOUND[options.language].format(exact=found["exact_count"], narrow=found["narrow_count"])
    refusals = [*found["exact"], *found["narrow"]]
    return Answer({**found, "refusals": refusals}, [told])
