"""One dated version of a programme: read from plain values, and written as such."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from . import parts
from .outcomes import OutcomeRule, once_at_a_time, outcome_rules
from .parts import Cohort, Line, MeasureDue, NotPaidWith, Stage, TimeLimit
from .returns import ReturnTemplate, return_templates
from .targets import Targets, read_targets
from .wrong import wrong

TEXTS = ("key", "name", "name_cy", "for_whom", "for_whom_cy", "intro", "intro_cy", "organisation")
PARTS = (
    "cohorts",
    "eligibility",
    "stages",
    "time_limits",
    "measures",
    "documents",
    "clinical_teams",
    "outcome_rules",
    "not_paid_with",
    "to_set",
    "returns",
)
LONGEST_KEY, LONGEST_NAME, LONGEST_NOTE = 60, 120, 300
KNOWN = {*TEXTS, *PARTS, "targets", "sources", "closed_days", "valid_from", "valid_to", "note"}


@dataclass(frozen=True)
class Content:
    """What a version holds besides its names and targets.

    ``to_set`` says plainly what could not be read in a source and waits to be set.
    """

    cohorts: tuple[Cohort, ...] = tuple(Cohort)
    eligibility: tuple[Line, ...] = ()
    stages: tuple[Stage, ...] = ()
    time_limits: tuple[TimeLimit, ...] = ()
    measures: tuple[MeasureDue, ...] = ()
    documents: tuple[Line, ...] = ()
    clinical_teams: tuple[Line, ...] = ()
    outcome_rules: tuple[OutcomeRule, ...] = ()
    not_paid_with: tuple[NotPaidWith, ...] = ()
    to_set: tuple[Line, ...] = ()
    returns: tuple[ReturnTemplate, ...] = ()


@dataclass(frozen=True)
class Definition:
    """One dated version of a programme, as read from a file."""

    key: str
    name: str
    name_cy: str
    for_whom: str
    for_whom_cy: str
    intro: str
    intro_cy: str
    organisation: str
    targets: Targets
    sources: tuple[str, ...]
    closed_days: tuple[date, ...]
    valid_from: date
    valid_to: date | None
    content: Content = Content()

    @property
    def parts(self) -> dict[str, Any]:
        """The content as plain values, alike for the same content."""
        return plain(self.content)


def read_definition(raw: Mapping[str, Any]) -> Definition:
    """A definition from its JSON form. Raises ``WrongProgramme`` with a sentence on what is wrong."""
    for name in raw:
        if name not in KNOWN:
            raise wrong("unknown", name, name=name)
    texts = {name: str(_required(raw, name)).strip() for name in TEXTS}
    if not (texts["key"] and texts["name"] and texts["name_cy"]):
        raise wrong("names", "name")
    _require_fits(texts, str(raw.get("note") or ""))
    found = Definition(
        **texts,
        targets=read_targets(_required(raw, "targets")),
        sources=tuple(map(str, _list(raw, "sources"))),
        closed_days=tuple(_day(day, "closed_days") for day in _list(raw, "closed_days")),
        valid_from=_day(_required(raw, "valid_from"), "valid_from"),
        valid_to=_day(raw["valid_to"], "valid_to") if raw.get("valid_to") else None,
        content=read_content(raw, texts["key"]),
    )
    if found.valid_to is not None and found.valid_to < found.valid_from:
        raise wrong("order", "valid_to")
    once_at_a_time(found.content.outcome_rules)
    return found


def read_content(raw: Mapping[str, Any], key: str) -> Content:
    """The parts of a version. Raises ``WrongProgramme``."""
    taken = parts.cohorts(raw)
    rules = outcome_rules(raw, taken)
    return Content(
        cohorts=taken,
        eligibility=parts.lines(raw, "eligibility"),
        stages=parts.stages(raw),
        time_limits=parts.time_limits(raw),
        measures=parts.measures(raw),
        documents=parts.keyed_lines(raw, "documents"),
        clinical_teams=parts.keyed_lines(raw, "clinical_teams"),
        outcome_rules=rules,
        not_paid_with=parts.not_paid_with(raw, key),
        to_set=parts.lines(raw, "to_set"),
        returns=return_templates(raw, [one.key for one in rules]),
    )


def plain(content: Content) -> dict[str, Any]:
    """The content as ``read_content`` takes it; no clinical teams are not told, as before there were any."""
    teams = (
        {"clinical_teams": [_line(one) for one in content.clinical_teams]} if content.clinical_teams else {}
    )
    return teams | {
        "cohorts": [one.value for one in content.cohorts],
        "eligibility": [_line(one) for one in content.eligibility],
        "stages": [_line(one) | {"days": one.days} for one in content.stages],
        "time_limits": [asdict(one) for one in content.time_limits],
        "measures": [_measure(one) for one in content.measures],
        "documents": [_line(one) for one in content.documents],
        "outcome_rules": [_rule(one) for one in content.outcome_rules],
        "not_paid_with": [_not_paid(one) for one in content.not_paid_with],
        "to_set": [_line(one) for one in content.to_set],
        "returns": [_return(one) for one in content.returns],
    }


def _line(one: Line | Stage) -> dict[str, Any]:
    return {"key": one.key, "en": one.words.en, "cy": one.words.cy, "source": one.source}


def _measure(one: MeasureDue) -> dict[str, Any]:
    when = parts.AT_END if one.weeks is None else one.weeks
    return {"instrument": one.instrument, "when": when, "source": one.source}


def _not_paid(one: NotPaidWith) -> dict[str, Any]:
    welsh = {"source_cy": one.source_cy} if one.source_cy else {}
    return {"programme": one.programme, "source": one.source} | welsh


def _rule(one: OutcomeRule) -> dict[str, Any]:
    named = {"en": one.name.en, "cy": one.name.cy, "source": one.source, "to_check": one.to_check}
    return named | {"rule": dict(one.raw)}


def _return(one: ReturnTemplate) -> dict[str, Any]:
    named = {"key": one.key, "en": one.words.en, "cy": one.words.cy, "version": one.version}
    columns = [{name: value for name, value in asdict(column).items() if value} for column in one.columns]
    return named | {"source": one.source, "to_check": one.to_check, "columns": columns}


def _require_fits(texts: Mapping[str, str], note: str) -> None:
    """A key that can stand in an address, and names of a length that can be kept."""
    if not parts.KEY.fullmatch(texts["key"]) or len(texts["key"]) > LONGEST_KEY:
        raise wrong("programme_key", "key", value=texts["key"][:LONGEST_KEY])
    for name, text in (("name", texts["name"]), ("name_cy", texts["name_cy"])):
        if len(text) > LONGEST_NAME:
            raise wrong("too_long", name, name=name, most=LONGEST_NAME)
    if len(note) > LONGEST_NOTE:
        raise wrong("too_long", "note", name="note", most=LONGEST_NOTE)


def _list(raw: Mapping[str, Any], name: str) -> list[Any]:
    given = raw.get(name) or []
    if not isinstance(given, list | tuple):
        raise wrong("list", name, name=name)
    return list(given)


def _required(raw: Mapping[str, Any], name: str) -> Any:
    if name not in raw:
        raise wrong("missing", name, name=name)
    return raw[name]


def _day(value: Any, field: str) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise wrong("date", field, value=value) from None
