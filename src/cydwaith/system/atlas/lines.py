"""The same figures as the page, as open data: nothing more and nothing less."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .queries import PlacePage


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: which part of the page, what of, over which time, how many, and how it is protected."""

    part: str
    what: str
    period: str
    value: int | None
    note: str = ""


def lines(page: PlacePage) -> tuple[Line, ...]:
    """Every figure of the page, in its order."""
    return (*_need(page), *_assets(page), *_flow(page), *_gaps(page), *_voice(page))


def _need(page: PlacePage) -> Iterator[Line]:
    found = page.deprived
    if found is None:
        return
    note = _("Compare within one nation only. 1 is the most deprived.")
    if found.decile:
        yield Line("need", _("Decile of deprivation"), found.index, found.decile, note)
    if found.rank:
        yield Line("need", _("Rank of deprivation"), found.index, found.rank, note)
    if page.level != "neighbourhood":
        for number, count in enumerate(found.fifths, start=1):
            words = _("Neighbourhoods in fifth %(number)s of deprivation") % {"number": number}
            yield Line("need", words, found.index, count, note)


def _assets(page: PlacePage) -> Iterator[Line]:
    yield Line("assets", _("Assets"), "", page.assets.total)
    yield Line("assets", _("Checked in the last year"), "", page.assets.checked)
    for part, pairs in (("assets by kind", page.assets.by_kind), ("assets by need", page.assets.by_need)):
        for words, count in pairs:
            yield Line(part, words, "", count)


def _flow(page: PlacePage) -> Iterator[Line]:
    for one in page.counts.flow or ():
        yield Line("flow", one.label, _year(page), one.total, rounded())


def _gaps(page: PlacePage) -> Iterator[Line]:
    found = page.counts.gaps
    if found is None:
        return
    yield Line("gaps", _("All needs"), _year(page), found.total.total, rounded())
    for one in found.by_need:
        yield Line("gaps", one.label, _year(page), one.total, rounded())
    for month, value in zip(page.counts.months, found.total.months, strict=True):
        yield Line("gaps", _("All needs"), f"{month:%Y-%m}", value, rounded())


def _voice(page: PlacePage) -> Iterator[Line]:
    note = "" if page.suggestions is not None else _("Fewer than 5")
    yield Line("voice", _("Suggestions for the directory that were taken up"), "", page.suggestions, note)


def rounded() -> str:
    """The rule, in a line."""
    return _("Rounded to a multiple of 5 so that nobody can be picked out")


def _year(page: PlacePage) -> str:
    months = page.counts.months
    return f"{months[0]:%Y-%m}/{months[-1]:%Y-%m}"
