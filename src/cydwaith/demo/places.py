"""Shapes for the valley, what people did not find in it, and the figures of its places."""

import random
from collections.abc import Iterator
from functools import partial

from cydwaith.commons.places.commands import draw_invented
from cydwaith.place.directory.commands import count_gap
from cydwaith.system.atlas.commands import publish_figures

from .content import read
from .diary import Entry
from .valley import OPERATOR

YEAR = 365
# How often in a year somebody in the valley finds nothing close, by need.
NOT_FOUND = {
    "getting-about": 46,
    "childcare": 31,
    "computers": 17,
    "debt": 14,
    "lasting-pain": 22,
    "deaf-hearing": 9,
    "young-work": 19,
    "domestic-abuse": 4,
    "learn-welsh": 6,
}


def draw() -> None:
    """Give the neighbourhoods shapes, so that there is a map."""
    draw_invented(OPERATOR, council=read("place")["council"]["code"])


def not_found() -> Iterator[Entry]:
    """The searches of a year that found nothing close, more of them up the valley."""
    dice = random.Random(12)  # noqa: S311 - the same valley every time
    hoods = [hood["code"] for hood in read("place")["neighbourhoods"]]
    for need, times in NOT_FOUND.items():
        for _ in range(times):
            hood = dice.choices(hoods, range(1, len(hoods) + 1))[0]
            day, minute = -dice.randrange(YEAR), dice.randrange(480, 1300)
            yield Entry(day, minute, partial(count_gap, OPERATOR, need_key=need, place_code=hood))


def publish() -> None:
    """The figures, as the worker publishes them each month."""
    publish_figures(OPERATOR)
