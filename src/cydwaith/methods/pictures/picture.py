"""What every picture is: the drawing, the words, and the numbers drawn."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import count

Row = Sequence[object]
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of ``headers`` and ``rows``, with its title and its finding."""

    title: str
    finding: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    width: int
    height: int
    shapes: str

    def svg(self) -> str:
        """The drawing alone, named by its title and described by its finding."""
        number = next(_numbers)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" role="img" '
            f'aria-labelledby="picture-{number}-title picture-{number}-finding" '
            f'font-family="system-ui, Arial, sans-serif" font-size="14" fill="#0b0c0c">'
            f'<title id="picture-{number}-title">{escape(self.title)}</title>'
            f'<desc id="picture-{number}-finding">{escape(self.finding)}</desc>'
            f'<rect width="{self.width}" height="{self.height}" fill="#ffffff"/>{self.shapes}</svg>'
        )

    def figure(self, table_words: str = "The numbers") -> str:
        """The drawing with its finding and, to open, its table: HTML for any page."""
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.headers)
        body = "".join(
            f'<tr><th scope="row">{escape(row[0])}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
            + "</tr>"
            for row in self.rows
        )
        return (
            f"<figure>{self.svg()}<figcaption>{escape(self.finding)}</figcaption>"
            f"<details><summary>{escape(table_words)}</summary><table><caption>{escape(self.title)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details></figure>"
        )

    def csv(self) -> str:
        """The numbers drawn, as CSV."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([self.headers, *self.rows])
        return text.getvalue()


def said(value: object) -> str:
    """A value in a table: at most four figures after the point, nothing for what is missing."""
    if value is None or (isinstance(value, float) and value != value):
        return ""
    return f"{value:.4f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def table(rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    """Rows as text."""
    return tuple(tuple(said(cell) for cell in row) for row in rows)
