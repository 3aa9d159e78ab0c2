"""A return before it is sent: what is wrong, what changed since the last one, its lines."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound
from cydwaith.person.enrolments.queries import EnrolmentRow
from cydwaith.person.enrolments.rules import is_paid_twice
from cydwaith.place.programmes.queries import Version
from cydwaith.place.programmes.rules import About, ReturnTemplate
from cydwaith.web.templatetags.web import plain_date

from .. import words
from ..facts import COUNTING, facts_of, spells, who_agrees
from ..policy import require_manager
from ..references import Refer, references
from ..rules import Difference, Doubt, Problem, Row, compare, fill
from .choices import Choice, as_choice, versions
from .sent import SentCard, as_card, last_sent, rows_of

A_PAGE = 10


@dataclass(frozen=True)
class Draft:
    """A return before it is sent: lines, what is wrong, what changed since the last one.

    ``paid_twice`` are the references of spells beside which another may not be paid for; ``doubts`` hold
    nothing back.
    """

    choice: Choice
    first: date
    last: date
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    people: tuple[UUID, ...]
    paid_twice: tuple[str, ...]
    doubts: tuple[str, ...]
    left_out: int
    difference: Difference | None
    before: SentCard | None

    @property
    def provisional(self) -> int:
        """How many lines may still change by themselves."""
        return sum(row.provisional for row in self.rows)

    @property
    def mark(self) -> str:
        """What tells one draft from another: a digest of its lines."""
        return sha256(repr((self.columns, self.rows, self.left_out)).encode()).hexdigest()[:16]

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Every problem in a sentence, with the line that it is of."""
        return tuple(f"{one.reference}: {_told(one)}" for one in self.problems)


class Cell(NamedTuple):
    """One column of a line, and what is wrong with it."""

    column: str
    value: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it would be sent now."""

    reference: str
    cells: tuple[Cell, ...]
    provisional: bool


@dataclass(frozen=True)
class Lines:
    """A page of the lines of a return before it is sent, in the order in which they will stand."""

    choice: Choice
    first: date
    last: date
    columns: tuple[str, ...]
    page: Page[EnrolmentRow]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A return of some days before its facts are read: whose lines stand in it."""

    version: Version
    template: ReturnTemplate
    listed: list[EnrolmentRow]
    others: Mapping[UUID, Sequence[EnrolmentRow]]
    left_out: int

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.template.columns)


def draft(actor: Actor, programme: str, template: str, first: date, last: date) -> Draft:
    """A return of these days as it would be sent now. Raises Refused, NotFound, Invalid."""
    asked = _asked(actor, programme, template, first, last)
    refer = references()
    known = facts_of(_counting(actor), asked.template, asked.listed, last, refer)
    rows, problems = fill(asked.template, known.rows)
    before = last_sent(actor, programme, template)
    return Draft(
        choice=as_choice(actor, asked.version, asked.template),
        first=first,
        last=last,
        columns=asked.columns,
        rows=rows,
        problems=problems,
        people=tuple(dict.fromkeys(row.person_id for row in asked.listed)),
        paid_twice=_paid_twice(asked, refer),
        doubts=_would_ask(known.doubts),
        left_out=asked.left_out,
        difference=compare(asked.columns, rows, tuple(before.columns), rows_of(before)) if before else None,
        before=as_card(before) if before else None,
    )


def lines(actor: Actor, programme: str, template: str, first: date, last: date, number: str | None) -> Lines:
    """A page of its lines, each with what is wrong in it; only these are worked out. Raises as ``draft``."""
    asked = _asked(actor, programme, template, first, last)
    refer = references()
    page = Paginator(sorted(asked.listed, key=lambda row: refer(row.id)), A_PAGE).get_page(number)
    known = facts_of(_counting(actor), asked.template, page.object_list, last, refer)
    rows, problems = fill(asked.template, known.rows)
    wrong: dict[str, dict[str, str]] = defaultdict(dict)
    for one in problems:
        wrong[one.reference][one.column] = _told(one)
    return Lines(
        choice=as_choice(actor, asked.version, asked.template),
        first=first,
        last=last,
        columns=asked.columns,
        page=page,
        lines=tuple(_line(row, asked.columns, wrong[row.reference]) for row in rows),
    )


def _asked(actor: Actor, programme: str, template: str, first: date, last: date) -> _Asked:
    """Whose lines stand in a return.

    A person's yes is what opens their line, and nothing else of their record, to the manager; where a
    return tells more than they said yes to, they are counted and not listed.
    """
    ours = require_manager(actor)
    version = next(iter(versions(actor, ours, programme)), None)
    used = next((one for one in version.returns if one.key == template), None) if version else None
    if version is None or used is None:
        raise NotFound(_("There is no such return."))
    if last < first:
        raise Invalid(_("The last day must not be before the first."), "last")
    agree = who_agrees(_counting(actor), programme)
    found = spells(_counting(actor), ours, version, first, last)
    told, nothing = used.about, frozenset[About]()
    listed = [row for row in found.listed if told <= agree.get(row.person_id, nothing)]
    return _Asked(version, used, listed, found.others, len(found.listed) - len(listed))


def _paid_twice(asked: _Asked, refer: Refer) -> tuple[str, ...]:
    """The references of spells that share days with another which may not be paid for beside them."""
    return tuple(
        sorted(
            refer(row.id)
            for row in asked.listed
            for other in asked.others[row.person_id]
            if other.id != row.id and is_paid_twice(row.funded, other.funded)
        )
    )


def _counting(actor: Actor) -> Actor:
    return replace(COUNTING, language=actor.language)


def _line(row: Row, columns: tuple[str, ...], wrong: Mapping[str, str]) -> Line:
    told = zip(columns, row.values, strict=True)
    cells = tuple(Cell(name, value, wrong.get(name, "")) for name, value in told)
    return Line(row.reference, cells, row.provisional)


def _told(one: Problem) -> str:
    """A problem in a sentence."""
    return str(words.PROBLEMS[one.code] % {"column": one.column, "value": one.value})


def _would_ask(doubts: Iterable[Doubt]) -> tuple[str, ...]:
    """Each doubt once, in a sentence, with the lines that it is of."""
    lines: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in doubts:
        lines[one.code, one.value].append(one.reference)
    return tuple(f"{_doubted(*of)} {', '.join(sorted(names))}" for of, names in sorted(lines.items()))


def _doubted(code: str, value: str) -> str:
    shown = plain_date(date.fromisoformat(value)) if code == "old_wage" else value
    return str(words.DOUBTS[code] % {"value": shown})
