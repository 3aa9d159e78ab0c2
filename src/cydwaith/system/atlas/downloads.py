"""Open data: the figures of a page as CSV and JSON."""

import csv
import io
import json

from django.http import HttpResponse

from cydwaith.web.sheets import harmless

from .lines import Line, lines
from .queries import PlacePage

LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
HEADERS = ("place", "name", "part", "what", "period", "value", "note")


def as_csv(page: PlacePage) -> HttpResponse:
    """One row a figure."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(HEADERS)
    for line in lines(page):
        value = "" if line.value is None else line.value
        row = (page.code, page.name, line.part, line.what, line.period, value, line.note)
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return _open(sheet.getvalue(), "text/csv; charset=utf-8", f"{page.code}.csv")


def as_json(page: PlacePage) -> HttpResponse:
    """The same, with where it lies and when it was published."""
    published = page.counts.published
    whole = {
        "place": page.code,
        "name": page.name,
        "level": page.level,
        "within": [one.code for one in page.parents],
        "contains": [one.code for one in page.children],
        "published": published.isoformat() if published else None,
        "licence": LICENCE,
        "figures": [_plain(line) for line in lines(page)],
    }
    return _open(json.dumps(whole, ensure_ascii=False, indent=1), "application/json", f"{page.code}.json")


def _plain(line: Line) -> dict[str, object]:
    return {name: getattr(line, name) for name in line.__slots__}


def _open(body: str, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(body, content_type=kind)
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
