"""Charts as SVG text, made on the server: no script, no inline style, readable on paper.

Each chart carries its title and description for whoever cannot see it, and never says by colour
alone what it can say by shape, dash or word. Lengths are in units of the view box, 420 wide.
"""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from .escaping import escaped
from .svg import WIDTH
from .svg import frame as _svg
from .svg import stroke as _stroke
from .svg import text as _text

Better = Literal["up", "down", ""]

LEFT, RIGHT = 40, 20
LINE, LABEL_CHARACTERS = 24, 36
PLOT_HEIGHT = 190
VALUE_SPACE, WORD_SPACE = 66, 84


@dataclass(frozen=True, slots=True)
class Point:
    """One value on one day."""

    when: date
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its name and its points, oldest first."""

    name: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing measured before and after."""

    label: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `text` is what stands beside it where the bare number will not do."""

    label: str
    value: float
    text: str = ""


def line_over_time(
    series: Sequence[Series], low: float, high: float, better: Better = "", *, title: str, finding: str = ""
) -> SafeString:
    """Up to four lines between `low` and `high` over time. `better` says which way is good."""
    header = [_direction(better)] if better else []
    legend = [
        _legend(number, line.name, len(header)) for number, line in _numbered(series) if len(series) > 1
    ]
    top = 14 + LINE * (len(header) + len(legend))
    plot = _Plot(series, low, high, top)
    lines = [_line(number, line, plot) for number, line in _numbered(series)]
    values = _end_values(series, plot)
    return _svg([*header, *legend, *plot.frame(), *lines, *values], top + PLOT_HEIGHT + 40, title, finding)


def dots_before_after(
    rows: Sequence[Change], low: float, high: float, better: Better = "", *, title: str, finding: str = ""
) -> SafeString:
    """A hollow dot before, a solid dot after, and a word for which way it went."""
    parts: list[SafeString] = [_before_after_key()]
    y = LINE + 14
    for row in rows:
        label, y = _label(row.label, y)
        parts += [*label, *_dots(row, low, high, better, y)]
        y += LINE + 22
    return _svg(parts, y - 8, title, finding)


def bars(rows: Sequence[Bar], *, title: str, finding: str = "") -> SafeString:
    """Bars from nought, longest value across the whole width, each with its number."""
    longest = max((row.value for row in rows), default=0) or 1
    parts: list[SafeString] = []
    y = 4
    for row in rows:
        label, y = _label(row.label, y)
        parts += [*label, *_bar(row, longest, y)]
        y += LINE - 2
    return _svg(parts, y, title, finding)


def table(caption: str, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> SafeString:
    """The numbers of a chart as a table; the first column names its row."""
    head = "".join(
        f'<th scope="col" class="govuk-table__header">{escaped(header)}</th>' for header in headers
    )
    body = "".join(f'<tr class="govuk-table__row">{_cells(row)}</tr>' for row in rows)
    return SafeString(
        f'<table class="govuk-table"><caption class="govuk-visually-hidden">{escaped(caption)}</caption>'
        f'<thead class="govuk-table__head"><tr class="govuk-table__row">{head}</tr></thead>'
        f'<tbody class="govuk-table__body">{body}</tbody></table>'
    )


class _Plot:
    """The frame of a line chart: where a value and a day stand."""

    def __init__(self, series: Sequence[Series], low: float, high: float, top: float) -> None:
        days = [point.when for line in series for point in line.points]
        self.first = min(days, default=None)
        self.last = max(days, default=None)
        self.low, self.high, self.top = low, high, top

    def x(self, when: date) -> float:
        if self.first is None or self.last is None or self.first == self.last:
            return (LEFT + WIDTH - RIGHT) / 2
        share = (when - self.first).days / (self.last - self.first).days
        return LEFT + 10 + share * (WIDTH - LEFT - RIGHT - 20)

    def y(self, value: float) -> float:
        return self.top + PLOT_HEIGHT * (1 - _share(value, self.low, self.high))

    def frame(self) -> Iterator[SafeString]:
        """Gridlines with their numbers, and the first and last day."""
        for value in (self.low, (self.low + self.high) / 2, self.high):
            y = self.y(value)
            yield _stroke("axis" if value == self.low else "grid", LEFT, y, WIDTH - RIGHT, y)
            yield _text(_number(value), LEFT - 8, y + 5, anchor="end", look="quiet")
        for day, x, anchor in self._days():
            yield _text(
                date_format(day, "j M Y"), x, self.top + PLOT_HEIGHT + 26, anchor=anchor, look="quiet"
            )

    def _days(self) -> list[tuple[date, float, str]]:
        if self.first is None or self.last is None:
            return []
        if self.first == self.last:
            return [(self.first, self.x(self.first), "middle")]
        return [(self.first, LEFT, "start"), (self.last, WIDTH - RIGHT, "end")]


def _line(number: int, line: Series, plot: _Plot) -> SafeString:
    spots = [(plot.x(point.when), plot.y(point.value)) for point in line.points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    drawn = f'<polyline class="web-chart__line web-chart__stroke-{number}" points="{path}"/>'
    return SafeString("".join([drawn, *(_mark(number, x, y) for x, y in spots)]))


def _end_values(series: Sequence[Series], plot: _Plot) -> Iterator[SafeString]:
    """At each end, the highest value above its mark and the lowest below; those between are in the table."""
    lines = [line for line in series if line.points]
    for end in (0, -1):
        points = sorted((line.points[end] for line in lines), key=lambda point: point.value)
        for point, below in {(p, p.value < points[-1].value): None for p in (points[:1] + points[-1:])}:
            y = plot.y(point.value) + (24 if below else -13)
            yield _text(_number(point.value), plot.x(point.when), y, anchor="middle", look="strong")


MARKS: dict[int, Callable[[float, float], str]] = {
    1: lambda x, y: f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6"',
    2: lambda x, y: f'<rect x="{x - 5.5:.1f}" y="{y - 5.5:.1f}" width="11" height="11"',
    3: lambda x, y: f'<path d="M{x:.1f} {y - 8:.1f}l8 8-8 8-8-8z"',
    4: lambda x, y: f'<path d="M{x:.1f} {y - 8:.1f}l8 14h-16z"',
}


def _mark(number: int, x: float, y: float) -> SafeString:
    """A shape for each line: circle, square, diamond, triangle."""
    return SafeString(f'{MARKS[number](x, y)} class="web-chart__mark web-chart__fill-{number}"/>')


def _legend(number: int, name: str, row: int) -> SafeString:
    y = 14 + LINE * (row + number - 1)
    sample = SafeString(
        f'<line class="web-chart__line web-chart__stroke-{number}" x1="2" y1="{y}" x2="34" y2="{y}"/>'
    )
    return sample + _mark(number, 18, y) + _text(name, 44, y + 5)


def _direction(better: Better) -> SafeString:
    words = gettext("Higher is better") if better == "up" else gettext("Lower is better")
    return _text(words, 0, 16, look="quiet")


def _before_after_key() -> SafeString:
    first = '<circle cx="10" cy="12" r="7" class="web-chart__before"/>'
    second = f'<circle cx="{WIDTH / 2 - 10:.0f}" cy="12" r="8" class="web-chart__fill-1"/>'
    words = _text(gettext("before"), 26, 17, look="quiet") + _text(
        gettext("after"), WIDTH / 2 + 6, 17, look="quiet"
    )
    return SafeString(first + second) + words


def _dots(row: Change, low: float, high: float, better: Better, y: float) -> Iterator[SafeString]:
    before, after = (_across(value, low, high) for value in (row.before, row.after))
    way = _way(row, better)
    yield _stroke("grid", 12, y, WIDTH - WORD_SPACE - 12, y)
    if before != after:
        yield _stroke(way, before, y, after, y)
        yield SafeString(f'<circle cx="{before:.1f}" cy="{y:.1f}" r="7" class="web-chart__before"/>')
    yield SafeString(f'<circle cx="{after:.1f}" cy="{y:.1f}" r="8" class="web-chart__fill-1"/>')
    yield from _dot_values(row, before, after, y)
    yield _text(_word(row, better), WIDTH, y + 5, anchor="end", look="strong")


def _dot_values(row: Change, before: float, after: float, y: float) -> Iterator[SafeString]:
    """The two numbers, each on its own outer side so that they never overlap."""
    outward = 1 if after >= before else -1
    yield _text(_number(row.after), after, y + 26, anchor="middle", look="strong")
    if abs(after - before) > VALUE_SPACE / 2:
        yield _text(_number(row.before), before, y + 26, anchor="middle", look="quiet")
    elif before != after:
        x = before - outward * VALUE_SPACE / 3
        yield _text(_number(row.before), max(10, x), y + 26, anchor="middle", look="quiet")


def _bar(row: Bar, longest: float, y: float) -> Iterator[SafeString]:
    length = max(2.0, (WIDTH - VALUE_SPACE) * max(row.value, 0) / longest)
    yield SafeString(
        f'<rect x="0" y="{y - 14:.1f}" width="{length:.1f}" height="20" rx="3" class="web-chart__fill-1"/>'
    )
    yield _text(row.text or _number(row.value), length + 8, y + 2, look="strong")


def _way(row: Change, better: Better) -> str:
    if row.after == row.before or not better:
        return "same"
    return "better" if (row.after > row.before) == (better == "up") else "worse"


def _word(row: Change, better: Better) -> str:
    if row.after == row.before:
        return gettext("same")
    if not better:
        return gettext("higher") if row.after > row.before else gettext("lower")
    return gettext("better") if _way(row, better) == "better" else gettext("worse")


def _label(text: str, y: float) -> tuple[list[SafeString], int]:
    """The label's lines from `y` down, and the height at which its row is drawn."""
    lines = textwrap.wrap(text, LABEL_CHARACTERS) or [""]
    return [_text(line, 0, y + 16 + LINE * i) for i, line in enumerate(lines)], int(
        y + LINE * len(lines) + 14
    )


def _across(value: float, low: float, high: float) -> float:
    return 12 + _share(value, low, high) * (WIDTH - WORD_SPACE - 24)


def _share(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.5


def _number(value: float) -> str:
    return f"{value:g}" if value == round(value, 1) else f"{value:.1f}"


def _cells(row: Sequence[object]) -> str:
    first, *others = map(escaped, row)
    cells = (f'<td class="govuk-table__cell">{cell}</td>' for cell in others)
    return f'<th scope="row" class="govuk-table__header">{first}</th>{"".join(cells)}'


def _numbered(series: Sequence[Series]) -> Iterator[tuple[int, Series]]:
    """With the number of its look, 1 to 4; more lines than four cannot be told apart and are refused."""
    if len(series) > 4:
        raise ValueError("a line chart tells at most four lines apart")
    return enumerate(series, start=1)
