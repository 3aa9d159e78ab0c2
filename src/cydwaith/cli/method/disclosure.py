"""``method disclosure``: publish a table of counts safely, and attack what was published."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING, Any

from ..exits import USAGE, Halt
from ..verbs import Verbs
from . import reading
from .answering import Answer, aligned, verb

if TYPE_CHECKING:
    from cydwaith.methods.disclosure import Cube

FOUND = {
    "en": "{exact} cells can be worked out exactly, {narrow} to a range narrower than 3.",
    "cy": "Gellir cyfrifo {exact} cell yn union, a {narrow} o fewn ystod o lai na 3.",
}


TRIED = {
    "en": "{differing} of {times} repeats differ. "
    "One person taken out: {changed} numbers change, {visible} by 1.",
    "cy": "Mae {differing} o {times} ailadroddiad yn wahanol. Un person allan: {changed} rhif yn newid, "
    "{visible} o un.",
}


def add(group: Verbs) -> None:
    disclosure = group.group(
        "disclosure", "Small numbers: publish them safely, and attack what was published."
    )
    safe = verb(disclosure, "protect", _protect, "A table of counts as it may be shown.")
    trial = verb(disclosure, "trial", _trial, "What one person changes, and whether asking again tells more.")
    trial.add_argument("--times", type=int, default=50, metavar="N", help="repeats (50)")
    trial.add_argument("--people", type=int, default=20, metavar="N", help="people taken out in turn (20)")
    for one in (safe, trial):
        _asks_for_a_table(one)
    verb(
        disclosure,
        "audit",
        _audit,
        "What an outsider can work out: JSON with a list of releases as protect gives them.",
    )


def _asks_for_a_table(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        f"{parser.epilog}\nThe file is JSON: name, dimensions (key, parents), cells ([member, .., count])."
    )
    parser.add_argument(
        "--policy", default="controlled-5", help="controlled-5, nhs-hes, ons-10-5 or star-under-5"
    )
    parser.add_argument(
        "--key", default="", help="the partnership's secret, so that one count is always shown alike"
    )


def _cube(options: argparse.Namespace) -> Cube:
    from cydwaith.methods import disclosure

    data = reading.document(options.file)
    try:
        dimensions = tuple(
            disclosure.Dimension(str(one["key"]), {str(m): str(p or "") for m, p in one["parents"].items()})
            for one in data["dimensions"]
        )
        cells = {tuple(map(str, row[:-1])): row[-1] for row in data["cells"]}
        name = str(data["name"])
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise Halt(f"A table needs name, dimensions (key, parents) and cells: {error!r}.", USAGE) from None
    return disclosure.Cube.of(name, dimensions, cells)


def _protect(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import disclosure

    cube = _cube(options)
    release = disclosure.protect(cube, options.policy, key=options.key.encode())
    headers = [one.key for one in cube.dimensions]
    rows = [[*cell, release.shown(cell)] for cell in release.cells]
    return Answer(release.to_dict(), aligned([*headers, cube.name], rows))


def _trial(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import disclosure

    cube = _cube(options)
    publish = partial(disclosure.protect, policy=options.policy, key=options.key.encode())
    differing = disclosure.repeat_test(cube, publish, options.times)
    anybody = [cell for cell in cube.lowest() if cube.count(cell)][: options.people]
    found = disclosure.person_test(cube, publish, anybody) if anybody else []
    changed, visible = (sum(len(getattr(one, name)) for one in found) for name in ("changed", "visible"))
    counts = {"times": options.times, "differing": differing, "changed": changed, "visible": visible}
    told = TRIED[options.language].format(**counts)
    return Answer({**counts, "people": [one.to_dict() for one in found]}, [told])


def _audit(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import disclosure

    data = reading.document(options.file)
    listed = data if isinstance(data, list) else data.get("releases", [data])
    try:
        releases = [disclosure.Release.from_dict(one) for one in listed]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Halt(f"A release needs name, policy, dimensions and cells: {error!r}.", USAGE) from None
    found: dict[str, Any] = disclosure.audit(releases).to_dict()
    told = FOUND[options.language].format(exact=found["exact_count"], narrow=found["narrow_count"])
    refusals = [*found["exact"], *found["narrow"]]
    return Answer({**found, "refusals": refusals}, [told])
