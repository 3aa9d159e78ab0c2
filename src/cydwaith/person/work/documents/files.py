"""A paper as files: a PDF that a screen reader can read, and a calendar."""

import json
from datetime import date, datetime
from importlib.resources import files
from uuid import UUID

from ..rules.dates import Event, calendar_file
from ..rules.paper import Paper, as_data, seal_of

HERE = files("cydwaith.person.work")
LAYOUT = "paper.typ"
NO_SHAPE = "could not be displayed"


def as_pdf(paper: Paper, *, easy: bool = False) -> bytes:
    """A tagged PDF (PDF/UA-1) in the paper's language; ``easy`` is the Easy Read layout.

    PDF/UA wants a shape for every letter. Where no font here has one (somebody wrote in Chinese, say),
    the PDF is tagged all the same and keeps the letters for a screen reader, but claims no standard.
    """
    import typst  # only who asks for a PDF waits for the compiler

    layout = (HERE / "documents" / LAYOUT).read_bytes()
    told = {"paper": json.dumps(as_data(paper)), "easy": "yes" if easy else "", "icons": _pictures(paper)}
    try:
        made: bytes = typst.compile(layout, format="pdf", pdf_standards=["ua-1"], sys_inputs=told)
    except typst.TypstError as wrong:
        if NO_SHAPE not in str(wrong):
            raise
        made = typst.compile(layout, format="pdf", sys_inputs=told)
    return made


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
