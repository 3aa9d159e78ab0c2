"""The questions that a program can put in an address: said once, read and described from here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from cydwaith.commons.places.queries import Located, locate

LONGEST = 500
MOST_VALUES = 50
MOST_PER_PAGE = 1000
FIRST_PAGES = 1_000_000
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Given = Mapping[str, Sequence[str]]


class BadQuestion(Exception):
    """A question that cannot be answered: the parameter and a sentence that says what to do."""

    def __init__(self, parameter: str, sentence: str) -> None:
        super().__init__(sentence)
        self.parameter = parameter


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of the query string; ``read`` raises ValueError with what to write instead."""

    name: str
    about: str
    schema: Mapping[str, Any]
    read: Callable[[str], Any]
    many: bool = False


def _text(said: str) -> str:
    if len(said) > LONGEST or "\x00" in said:
        raise ValueError(f"Write at most {LONGEST} characters of text.")
    return said.strip()


def _flag(said: str) -> bool:
    if said.lower() not in ("true", "false", "1", "0"):
        raise ValueError("Write true or false.")
    return said.lower() in ("true", "1")


def _count(most: int) -> Callable[[str], int]:
    def read(said: str) -> int:
        if not said.isascii() or not said.isdigit() or not 1 <= int(said[:12]) <= most:
            raise ValueError(f"Write a whole number from 1 to {most}.")
        return int(said)

    return read


def _number(most: float) -> Callable[[str], float]:
    def read(said: str) -> float:
        try:
            found = float(said)
        except ValueError:
            found = -1.0
        if not 0 <= found <= most:
            raise ValueError(f"Write a number from 0 to {most:g}.")
        return found

    return read


def _moment(said: str) -> datetime:
    """In an address a plus that was not written as %2B has become a space."""
    said = said.strip()
    try:
        found = datetime.fromisoformat(said.replace(" ", "+") if "T" in said else said)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise ValueError("Write a date and time like 2026-03-31T09:30:00Z, or a date.") from None


def _clock(said: str) -> time:
    try:
        return time.fromisoformat(said.strip()).replace(tzinfo=None)
    except ValueError:
        raise ValueError("Write a time like 09:30.") from None


def _day(said: str) -> str:
    start = said.strip()[:2].upper()
    if start not in DAYS:
        raise ValueError("Write a day as MO, TU, WE, TH, FR, SA or SU.")
    return start


def _format(said: str) -> str:
    if said.lower() not in ("json", "ndjson"):
        raise ValueError("Write json or ndjson.")
    return said.lower()


def _postcode(said: str) -> Located:
    found = locate(_text(said))
    if found is None:
        raise ValueError("This postcode is not known here. Write a postcode of Great Britain like CF10 1EP.")
    return found


TEXT = {"type": "string", "maxLength": LONGEST}
FLAG = {"type": "boolean"}
AGE = {"type": "number", "minimum": 0, "maximum": 150}
CLOCK = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"}
DAY = {"type": "string", "enum": list(DAYS)}
METRES = {"type": "number", "minimum": 0, "maximum": 20_000_000}

NEWER = (
    Parameter("search", "Services (or records) with all of these words.", TEXT, _text),
    Parameter(
        "page",
        "The page, counted from 1; a page past the last is empty.",
        {"type": "integer", "minimum": 1, "maximum": FIRST_PAGES, "default": 1},
        _count(FIRST_PAGES),
    ),
    Parameter(
        "per_page",
        "How many records on a page.",
        {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": 50},
        _count(MOST_PER_PAGE),
    ),
    Parameter(
        "format",
        "json, or ndjson: every record, one a line, without pages.",
        {"type": "string", "enum": ["json", "ndjson"], "default": "json"},
        _format,
    ),
    Parameter("minimal", "Only ids and the time of the last change; all on one page.", FLAG, _flag),
    Parameter("full", "Records with all that belongs to them.", FLAG, _flag),
    Parameter("full_service", "The organisation's services with all that belongs to them.", FLAG, _flag),
    Parameter("organization_id", "Services of this organisation.", TEXT, _text),
    Parameter("taxonomy_term_id", "Services that have this term.", TEXT, _text),
    Parameter("taxonomy_id", "Services (or terms) of this taxonomy.", TEXT, _text),
    Parameter(
        "modified_after",
        "Records that changed here at or after this moment.",
        {"type": "string", "format": "date-time"},
        _moment,
    ),
    Parameter("minimum_age", "Services whose minimum age is this or higher.", AGE, _number(150)),
    Parameter("maximum_age", "Services whose maximum age is this or lower.", AGE, _number(150)),
    Parameter("start_time", "Services that open at this time or later.", CLOCK, _clock),
    Parameter("end_time", "Services that close at this time or earlier.", CLOCK, _clock),
    Parameter("day", "Services on this day.", DAY, _day),
    Parameter(
        "postcode",
        "With proximity: places that near. Alone: services whose area, where they state one, holds it.",
        {"type": "string", "maxLength": 10},
        _postcode,
    ),
    Parameter("proximity", "Metres from the centre of the postcode.", METRES, _number(20_000_000)),
    Parameter("top_only", "Only terms that have no parent.", FLAG, _flag),
    Parameter("parent_id", "Terms directly beneath this one.", TEXT, _text),
)
OLDER = (
    Parameter("text", "Services (or terms) with all of these words.", TEXT, _text),
    Parameter("taxonomy_id", "Services with one of these terms.", TEXT, _text, many=True),
    Parameter("vocabulary", "Services (or terms) of one of these vocabularies.", TEXT, _text, many=True),
    Parameter("taxonomy_type", "Narrows taxonomy_id to links of this type.", TEXT, _text, many=True),
    Parameter("need", "Services with one of these needs.", TEXT, _text, many=True),
    Parameter("circumstance", "Services with one of these circumstances.", TEXT, _text, many=True),
    Parameter("service_type", "Services of one of these types.", TEXT, _text, many=True),
    Parameter("start_time", "Opens at this time or later.", CLOCK, _clock, many=True),
    Parameter("end_time", "Closes at this time or earlier.", CLOCK, _clock, many=True),
    Parameter("day", "On this day.", DAY, _day, many=True),
    Parameter(
        "coverage",
        "Services whose area, where they state one, holds this postcode.",
        {"type": "string", "maxLength": 10},
        _postcode,
    ),
    Parameter("include", "Fields to add to the records of a list.", TEXT, _text, many=True),
    Parameter("root_only", "Only terms that have no parent.", FLAG, _flag),
)
BY_NAME_3 = {parameter.name: parameter for parameter in NEWER}
BY_NAME_1 = BY_NAME_3 | {parameter.name: parameter for parameter in OLDER}


def read(given: Given, names: Sequence[str], known: Mapping[str, Parameter]) -> dict[str, Any]:
    """The values of these parameters as far as they are given; others are left alone. Raises BadQuestion."""
    found: dict[str, Any] = {}
    for name in names:
        parameter = known[name]
        if len(said_all := given.get(name, ())) > MOST_VALUES and parameter.many:
            raise BadQuestion(name, f"Give at most {MOST_VALUES} values.")
        values = [said for said in said_all if said != ""]
        if values:
            read_all = [_one(parameter, said) for said in values]
            found[name] = tuple(read_all) if parameter.many else read_all[-1]
    return found


def _one(parameter: Parameter, said: str) -> Any:
    try:
        return parameter.read(said)
    except ValueError as error:
        raise BadQuestion(parameter.name, str(error)) from None
