"""Scores as pictures: scores of one kind share one picture, each with its sentence and table."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cydwaith.kernel.clock import LONDON
from cydwaith.web.charts import Better, Point, Series, line_over_time, table

from .queries.history import InstrumentHistory, ScaleHistory

MOST_LINES = 4
LEGEND_CHARACTERS = 40
WAYS: dict[str | None, Better] = {"high": "up", "low": "down", None: ""}


@dataclass(frozen=True, slots=True)
class Finding:
    """A score's name, what changed in a sentence, and what a published rule says of its size alone."""

    name: str
    words: str
    judgement: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture; ``svg`` is empty while there is one reading only, or for a category.

    ``judgement`` is what a published rule says alike of all its scores, said once.
    """

    title: str
    svg: SafeString
    table: SafeString
    findings: tuple[Finding, ...]
    judgement: str


def pictures(one: InstrumentHistory) -> tuple[Picture, ...]:
    """The pictures of one set of questions."""
    groups = groupby(one.scales, key=lambda scale: (scale.better, scale.lowest, scale.highest))
    found = [list(scales) for _key, scales in groups]
    return tuple(
        _picture(one.name, scales[start : start + MOST_LINES])
        for scales in found
        for start in range(0, len(scales), MOST_LINES)
    )


def _picture(measure: str, scales: Sequence[ScaleHistory]) -> Picture:
    title = scales[0].name if len(scales) == 1 else measure
    alike = _alike(scales)
    findings = tuple(Finding(s.name, s.finding, "" if alike else s.judgement) for s in scales)
    drawn = [scale for scale in scales if scale.better and len(scale.points) > 1]
    return Picture(title, _svg(title, drawn), _table(title, scales), findings, alike)


def _alike(scales: Sequence[ScaleHistory]) -> str:
    said = {scale.judgement for scale in scales}
    return said.pop() if len(said) == 1 else ""


def _svg(title: str, scales: Sequence[ScaleHistory]) -> SafeString:
    if not scales:
        return SafeString("")
    lines = [
        Series(
            _short(scale.name),
            [Point(point.at.astimezone(LONDON).date(), point.value) for point in scale.points],
        )
        for scale in scales
    ]
    first = scales[0]
    finding = " ".join(f"{scale.name}: {scale.finding}" for scale in scales)
    return line_over_time(
        lines, first.lowest, first.highest, WAYS[first.better], title=title, finding=finding
    )


def _short(name: str) -> str:
    """As much of a goal's words as a legend has room for; the sentence under it has them all."""
    return shorten(name, LEGEND_CHARACTERS, placeholder=" …")


def _table(title: str, scales: Sequence[ScaleHistory]) -> SafeString:
    rows = [
        (date_format(point.at.astimezone(LONDON).date(), "j F Y"), scale.name, point.shown)
        for scale in scales
        for point in scale.points
    ]
    return table(title, [_("Day"), _("About"), _("Answer")], rows)
