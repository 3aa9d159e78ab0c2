"""A paper as files: a PDF that a screen reader can read, and a calendar."""

import json
from dataclasses import asdict
from datetime import date, datetime
from importlib.resources import files
from typing import Any
from uuid import UUID

from ..rules.dates import Event, calendar_file
from ..rules.paper import Paper, as_data, seal_of

HERE = files("cydwaith.person.work")
LAYOUT = "paper.typ"
FONTS = [str(HERE / "fonts")]
NO_SHAPE = "could not be displayed"
MEANT = {9: " ", 30: "-", **dict.fromkeys((10, 11, 12, 133), "\n")}
SILENT = dict.fromkeys([*range(32), *range(127, 160)]) | MEANT
"""Signs of control, which have neither shape nor sound; a word processor leaves some in what is copied."""


def as_pdf(paper: Paper, *, easy: bool = False) -> bytes:
    """A tagged PDF (PDF/UA-1) in the paper's language; ``easy`` is the Easy Read layout.

    PDF/UA wants a shape for every letter; picture letters have theirs from a font that comes along.
    Where no font here has one (somebody wrote in Chinese, say), the PDF is tagged all the same and keeps
    the letters for a screen reader, but claims no standard.
    """
    import typst  # only who asks for a PDF waits for the compiler

    layout = (HERE / "documents" / LAYOUT).read_bytes()
    said = json.dumps(_audible(_laid_out(paper)))
    told = {"paper": said, "easy": "yes" if easy else "", "icons": _pictures(paper)}
    known: dict[str, Any] = {"format": "pdf", "sys_inputs": told, "font_paths": FONTS}
    try:
        made: bytes = typst.compile(layout, pdf_standards=["ua-1"], **known)
    except typst.TypstError as wrong:
        if NO_SHAPE not in str(wrong):
            raise
        made = typst.compile(layout, **known)
    return made


def _laid_out(paper: Paper) -> dict[str, Any]:
    """The paper as data, each table also line by line."""
    data = as_data(paper)
    for section, kept in zip(paper.sections, data["sections"], strict=True):
        if section.grid:
            kept["grid"]["told"] = [asdict(block) for block in section.grid.told]
    return data


def _audible(data: Any) -> Any:
    """The same data without signs of control in its texts."""
    if isinstance(data, str):
        return data.replace("\r\n", "\n").translate(SILENT)
    if isinstance(data, dict):
        return {name: _audible(value) for name, value in data.items()}
    return [_audible(each) for each in data] if isinstance(data, list) else data


def _pictures(paper: Paper) -> str:
    folder = HERE / "static" / "work" / "pictures"
    wanted = {section.key: folder / f"{section.key}.svg" for section in paper.sections}
    return json.dumps({key: file.read_text() for key, file in wanted.items() if file.is_file()})


def as_calendar(paper: Paper, stamp: datetime, whose: UUID) -> str:
    """The paper's days as a calendar file; its name and titles say nothing about health.

    The same day of the same person's same paper has the same mark, so that a calendar which has it
    already changes it and keeps no second one. ``whose`` is the person's record, of which the mark
    tells nothing.
    """
    events = [
        Event(_mark(whose, paper.kind, dated.key or str(place)), date.fromisoformat(dated.on), dated.title)
        for place, dated in enumerate(paper.dates)
    ]
    return calendar_file(CALENDAR_NAMES.get(paper.language, CALENDAR_NAMES["en"]), events, stamp)


def _mark(whose: UUID, kind: str, key: str) -> str:
    return seal_of(f"{whose} {kind} {key}")[:32]


CALENDAR_NAMES = {"en": "My work plan", "cy": "Fy nghynllun gwaith"}
