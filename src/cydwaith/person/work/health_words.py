"""The list of words about health, read once; and what of it a paper seems to name."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from .rules.contents import Part
from .rules.health_words import WordList, around, by_first_form, by_first_word, long_words, named_in
from .rules.paper import Paper, Section
from .rules.vocabulary import Kind, ProfileQuestion, Reader, Sheet, StatementQuestion

FILE = files("cydwaith.person.work") / "data" / "health_words.json"
OFFICES = frozenset({Reader.EMPLOYER, Reader.JOBCENTRE})


class Where(NamedTuple):
    """The question that a part of a paper is written from."""

    sheet: Sheet
    question: str


WRITTEN_IN = {
    Part.GOOD_AT: Where(Sheet.PROFILE, ProfileQuestion.GOOD_AT),
    Part.OBSTACLES: Where(Sheet.PROFILE, ProfileQuestion.IN_THE_WAY),
    Part.JOB: Where(Sheet.STATEMENT, StatementQuestion.JOB),
    Part.HOURS: Where(Sheet.STATEMENT, StatementQuestion.HOURS),
    Part.TASKS: Where(Sheet.STATEMENT, StatementQuestion.TASKS),
    Part.PLACE: Where(Sheet.STATEMENT, StatementQuestion.PLACE),
    Part.PEOPLE: Where(Sheet.STATEMENT, StatementQuestion.PEOPLE),
    Part.PACE: Where(Sheet.STATEMENT, StatementQuestion.PACE),
    Part.ADJUSTMENTS: Where(Sheet.STATEMENT, StatementQuestion.ADJUSTMENTS),
    Part.NOT_YET: Where(Sheet.STATEMENT, StatementQuestion.NOT_YET),
    Part.WORSE: Where(Sheet.STATEMENT, StatementQuestion.WORSE),
    Part.BAD_DAY: Where(Sheet.STATEMENT, StatementQuestion.WORSE),
    Part.ASKS: Where(Sheet.STATEMENT, StatementQuestion.ACCESS),
    Part.BRIDGE: Where(Sheet.STATEMENT, StatementQuestion.ACCESS),
}


@dataclass(frozen=True, slots=True)
class Noticed:
    """A line that seems to name a condition or a medicine, where it stands, and where it is changed."""

    title: str
    before: str
    word: str
    after: str
    where: Where | None


@cache
def known() -> WordList:
    """The list, ready to look through."""
    data: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    work = data["work_with"]
    english = by_first_word(word for group in data["groups"] for word in group["en"])
    return WordList(
        english=english,
        long_words=long_words(english),
        welsh=by_first_form(word for group in data["groups"] for word in group["cy"]),
        capitals=frozenset(data["capitals"]["words"]),
        not_meant=by_first_word(words for each in data["not"] for words in each["words"]),
        work_after=frozenset(work["en"]),
        work_before=frozenset(work["cy"]),
    )


def is_looked_through(kind: Kind, reader: Reader) -> bool:
    """Whether such a reader is somebody to whom nobody should name a condition without meaning it."""
    return reader in OFFICES or kind is Kind.ACCESS


def noticed(paper: Paper) -> tuple[Noticed, ...]:
    """The lines of a paper that seem to name a condition or a medicine, but what was ticked as health."""
    return tuple(found for section in paper.sections for found in _noticed_in_part(section))


def _noticed_in_part(section: Section) -> tuple[Noticed, ...]:
    if section.key == Part.HEALTH:
        return ()
    return noticed_in(*_texts(section), title=section.title, where=WRITTEN_IN.get(Part(section.key)))


def noticed_in(*texts: str, title: str = "", where: Where | None = None) -> tuple[Noticed, ...]:
    """The lines of some texts that seem to name a condition or a medicine."""
    return tuple(
        Noticed(title, *around(text, spot), where) for text in texts for spot in named_in(text, known())
    )


def _texts(section: Section) -> tuple[str, ...]:
    """What a part says, a line each."""
    quoted = [line for quote in section.quotes for line in quote.words.splitlines()]
    cells = [cell for row in section.grid.rows for cell in row] if section.grid else []
    return (*section.lines, *quoted, *cells)
