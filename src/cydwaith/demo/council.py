"""The council's own directory, taken in as a feed: partly there twice, once changed, the last held."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import UUID

from cydwaith.place.directory.commands import correct_record
from cydwaith.place.directory.models import Service
from cydwaith.place.feeds import commands
from cydwaith.place.feeds.commands.keeping import Keeping
from cydwaith.place.feeds.queries import named

from .cast import Cast
from .content import Record, read
from .diary import Entry
from .valley import OPERATOR

STEWARD = "elin"
BY_HAND = Keeping(every_hours=0)


def feeding(cast: Cast) -> Iterator[Entry]:
    """Its fetches, a correction between them, and the look for what is there twice."""
    told = read("council")
    correction = told["corrected"]
    first = told["fetched"][0]["day"]
    yield Entry(first, 480, partial(_add, told))
    for fetched in told["fetched"]:
        yield Entry(fetched["day"], 500, partial(_receive, told, fetched))
    yield Entry(correction["day"], 660, partial(_correct, cast, told["source"], correction))
    yield Entry(0, 300, partial(commands.look_for_duplicates, OPERATOR))


def _add(told: Record) -> UUID:
    return commands.add_feed(OPERATOR, name=told["source"], address=told["address"], keeping=BY_HAND)


def _receive(told: Record, fetched: Record) -> None:
    """What the council published that day; nobody is asked over the network."""
    records: list[dict[str, Any]] = told["contents"][: fetched.get("only")]
    changes = fetched.get("changes", {})
    body = json.dumps([record | changes.get(record["id"], {}) for record in records]).encode()
    commands.receive(OPERATOR, named(OPERATOR, told["source"]), [(told["address"], body)])


def _correct(cast: Cast, source: str, told: Record) -> None:
    key = Service.objects.get(source__name=source, external_id=told["record"]).id
    correct_record(cast.staff[STEWARD], kind="service", key=key, patch=told["patch"], reason=told["reason"])
