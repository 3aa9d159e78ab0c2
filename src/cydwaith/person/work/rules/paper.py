"""A document as it is read: the one form from which the page, the print and the PDF are made."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

UNSAID = "…"


@dataclass(frozen=True, slots=True)
class Quote:
    """The person's own words under a label, which may be empty."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    """Part of a table told line by line: what it is about, then one thing in each line."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first column names its row. ``short`` are headers for a narrow page, if any.

    ``easy`` is the same in Easy Read, where that is not simply row by row.
    """

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    short: tuple[str, ...] = ()
    easy: tuple[Block, ...] = ()

    @property
    def heads(self) -> tuple[tuple[str, str], ...]:
        """Each header as it is shown, and in full."""
        return tuple(zip(self.short or self.headers, self.headers, strict=True))

    @property
    def told(self) -> tuple[Block, ...]:
        """Line by line: as it was written for Easy Read, else each header with what stands under it."""
        return self.easy or tuple(
            Block(
                about,
                tuple(
                    f"{header}: {cell or UNSAID}"
                    for header, cell in zip(self.headers[1:], cells, strict=True)
                ),
            )
            for about, *cells in self.rows
        )


@dataclass(frozen=True, slots=True)
class Section:
    """One part: short sentences, own words, a table, and lines left to be filled in by hand."""

    key: str
    title: str
    lines: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    grid: Grid | None = None
    blanks: tuple[str, ...] = ()

    @property
    def picture(self) -> str:
        """The file of its simple line picture."""
        return f"work/pictures/{self.key}.svg"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read or fill in."""
        return not (self.lines or self.quotes or self.grid or self.blanks)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day (ISO 8601) with a title that anybody may see over a shoulder.

    ``key`` stays the same from one paper to the next, so that a calendar knows the day again.
    """

    on: str
    title: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document in one language for one reader; ``dates`` is what goes into a calendar."""

    kind: str
    reader: str
    language: str
    title: str
    about: str
    notice: str
    made: str
    sections: tuple[Section, ...]
    foot: str = ""
    dates: tuple[Dated, ...] = ()


def as_data(paper: Paper) -> dict[str, Any]:
    """The document as plain JSON values."""
    return json.loads(json.dumps(asdict(paper)))  # type: ignore[no-any-return]


def from_data(data: dict[str, Any]) -> Paper:
    """The document from what ``as_data`` gave, also where an older version of it gave less."""
    sections = tuple(_section(each) for each in data["sections"])
    dates = tuple(Dated(**each) for each in data.get("dates", ()))
    return Paper(**{**data, "sections": sections, "dates": dates})


def seal(data: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical JSON of a document as it is kept: it changes when any letter does.

    It is taken from what is kept and not from what is read of it, so that a later version of this
    program, which may know more parts of a document, still finds old seals whole.
    """
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def seal_of(words: str) -> str:
    """SHA-256 of words alone, to notice that they are others now."""
    return hashlib.sha256(words.encode()).hexdigest()


def _section(data: dict[str, Any]) -> Section:
    grid = data["grid"]
    return Section(
        key=data["key"],
        title=data["title"],
        lines=tuple(data["lines"]),
        quotes=tuple(Quote(**quote) for quote in data["quotes"]),
        grid=_grid(grid) if grid else None,
        blanks=tuple(data["blanks"]),
    )


def _grid(data: dict[str, Any]) -> Grid:
    rows = tuple(tuple(row) for row in data["rows"])
    easy = tuple(Block(each["title"], tuple(each["lines"])) for each in data.get("easy", ()))
    return Grid(data["caption"], tuple(data["headers"]), rows, tuple(data.get("short", ())), easy)
