"""The register as a table for a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from cydwaith.web.sheets import harmless

from .queries import Line

MARK = "\ufeff"


class _Echo:
    """Gives back each line as the writer makes it."""

    def write(self, line: str) -> str:
        return line


def rows(lines: Iterable[Line]) -> Iterator[str]:
    """Lines of CSV with a heading; nothing in it runs as a formula. Dates are YYYY-MM-DD."""
    writer = csv.writer(_Echo())
    yield MARK + writer.writerow(_headings())
    for line in lines:
        yield writer.writerow([harmless(str(cell)) for cell in _cells(line)])


def _headings() -> list[str]:
    return [
        _("Id"),
        _("Name"),
        _("Run by"),
        _("Neighbourhood"),
        _("How soon"),
        _("Why"),
        _("Asked for in the last three months"),
        _("Can take"),
        _("Funding until"),
        _("Last checked"),
        _("What is being done"),
        _("Who does it"),
        _("Until"),
    ]


def _cells(line: Line) -> list[object]:
    known, doing = line.facts, line.action
    return [
        line.id,
        line.name,
        line.organisation,
        line.neighbourhood,
        line.how_soon,
        " ".join(why.sentence for why in line.why),
        line.relying,
        "" if known.can_take is None else known.can_take,
        known.funding_until or "",
        known.last_assured or "",
        doing.what if doing else "",
        doing.who if doing else "",
        (doing.until or "") if doing else "",
    ]
