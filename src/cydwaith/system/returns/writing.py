"""A return as a file: CSV, XLSX or JSON, cell for cell the same."""

import csv
import io
import json
from collections.abc import Callable, Sequence

from cydwaith.web.sheets import harmless

from .rules import Row, cells, header


def as_csv(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """CSV in UTF-8 with a mark, as spreadsheets want it; nothing in it is read as a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(map(harmless, header(columns)))
    writer.writerows([harmless(value) for value in cells(row)] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """A workbook with one sheet; every cell is text, so that no reference or code changes its form."""
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("return")
        sheet.freeze_panes(1, 0)
        for number, values in enumerate([header(columns), *map(cells, rows)]):
            for column, value in enumerate(values):
                sheet.write_string(number, column, value)
    return made.getvalue()


def as_json(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """A list with an object for each line."""
    names = header(columns)
    found = [dict(zip(names, cells(row), strict=True)) for row in rows]
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


Writer = Callable[[Sequence[str], Sequence[Row]], bytes]
FORMS: dict[str, tuple[str, Writer]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
    "json": ("application/json", as_json),
}
