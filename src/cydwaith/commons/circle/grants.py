"""Permissions as the policy needs them: a condition for lists, facts for one check."""

from dataclasses import fields
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, F, Func, Q, Subquery, Value
from django.db.models.expressions import Col
from django.db.models.functions import Coalesce, NullIf
from django.db.models.lookups import Exact
from django.db.models.sql.where import AND, WhereNode

from cydwaith.commons.guard import scope as marker
from cydwaith.commons.guard.models import GuardedQuerySet, approved_rows
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from .models import Permission, Person
from .rules import (
    ANSWER_LINK,
    NEVER_FOR_EMPLOYERS,
    Grant,
    Relation,
    Scope,
    acts_on_front_line,
    can_hold,
    is_employer,
)

PARTS = tuple(field.name for field in fields(Grant))
TABLE = Permission._meta.db_table
LET_IN = (
    "EXISTS(SELECT 1 FROM {table} held WHERE held.person_id = {person} AND held.withdrawn_at IS NULL"
    " AND held.since <= %s AND (held.until IS NULL OR held.until > %s)"
    " AND ({recipient}) AND (held.scopes & {part}) = {part})"
)
EMPLOYERS = f"(held.organisation_id = %s AND ({{part}} & {int(NEVER_FOR_EMPLOYERS)}) = 0)"

BY_NAME = "held.account_id = %s"
NOT_FROM_WORK = f"({BY_NAME} AND held.relation <> '{Relation.WORK}')"
SAID_TO_BE_NONE = f"({BY_NAME} AND held.relation IN ('{Relation.CLOSE}', '{Relation.OTHER}'))"


class LetIn(Func):
    """True for rows whose person lets somebody in now, to one part or to the part that the row names.

    Nearly every read carries this condition, and putting it together from lookups cost more than
    all else on a page: so it is written as SQL. ``is_active`` and ``names`` say the same in Python;
    the law of the two faces holds them equal.
    """

    output_field = BooleanField()

    def __init__(self, person: str, part: Scope | F, recipient: tuple[tuple[str, UUID], ...]) -> None:
        super().__init__(F(person), *([part] if isinstance(part, F) else []))
        self.part, self.recipient = None if isinstance(part, F) else int(part), recipient

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """The subquery, with the guard's marker inside."""
        person, *column = (compiler.compile(one)[0] for one in self.source_expressions)
        part = column[0] if column else self.part
        person, asked = _value_asked(compiler, compiler.query.where, person) or (person, [])
        recipient = " OR ".join(words.format(part=part) for words, _ in self.recipient)
        words = LET_IN.format(table=TABLE, person=person, recipient=recipient, part=part)
        now = connection.ops.adapt_datetimefield_value(clock.now())
        key = Permission._meta.pk.get_db_prep_value
        named = [key(one, connection) for _, one in self.recipient]
        return marker.mark(words, [TABLE]), [*asked, now, now, *named]


def _value_asked(compiler: Any, where: Any, column: str) -> tuple[str, list[Any]] | None:
    """The one value that every row of a statement has in a column, where the statement says so.

    With it instead of the column a subquery is run once, and not again for every row.
    """
    if where.connector != AND or where.negated:
        return None
    for one in where.children:
        if isinstance(one, WhereNode):
            found = _value_asked(compiler, one, column)
        else:
            found = _equal_to(compiler, one, column)
        if found:
            return found
    return None


def _equal_to(compiler: Any, condition: Any, column: str) -> tuple[str, list[Any]] | None:
    if not isinstance(condition, Exact) or not isinstance(condition.lhs, Col):
        return None
    if not condition.rhs_is_direct_value() or compiler.compile(condition.lhs)[0] != column:
        return None
    sql, params = condition.process_rhs(compiler, compiler.connection)
    return sql, list(params)


def let_in(actor: Actor, person: str, part: Scope | F, *, in_confidence: bool = False) -> Q | None:
    """Rows whose person lets the actor in now, or None where nobody could have.

    ``person`` is the lookup from a row to the person's id; ``part`` a scope, or the row's own column;
    ``in_confidence`` leaves out permissions by name for somebody at the person's work.
    """
    recipient = _recipient(actor, in_confidence)
    return Q(LetIn(person, part, recipient)) if recipient and can_hold(actor) else None


def _recipient(actor: Actor, in_confidence: bool) -> tuple[tuple[str, UUID], ...]:
    """When a permission names the actor, in SQL, with the one parameter of each condition."""
    if actor.link is not None:
        return (
            (("held.link_subject_id = %s", actor.link.subject_id),) if actor.link.kind == ANSWER_LINK else ()
        )
    if actor.account_id is None:
        return ()
    named = ((_by_name(actor, in_confidence), actor.account_id),)
    if actor.organisation_id is None or not acts_on_front_line(actor):
        return named
    theirs = EMPLOYERS if is_employer(actor) else "held.organisation_id = %s"
    return (*named, (theirs, actor.organisation_id))


def _by_name(actor: Actor, in_confidence: bool) -> str:
    if not in_confidence:
        return BY_NAME
    return NOT_FROM_WORK if acts_on_front_line(actor) else SAID_TO_BE_NONE


def of_person(actor: Actor, person_id: UUID) -> list[Grant]:
    """The permissions of one person that could name the actor, for the check of one object."""
    return [_grant(*row) for row in _given_by(actor, person_id)]


def of_named_person(actor: Actor, person_id: UUID) -> tuple[list[Grant], str]:
    """The same, and what the person is called; no name without a permission."""
    rows = _given_by_name(actor, person_id)
    return [_grant(*row[:-1]) for row in rows], rows[0][-1] if rows else ""


@prepared
def _given_by(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return _could_name(actor, person_id).values_list(*PARTS)


@prepared
def _given_by_name(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    known_as = Coalesce(NullIf("known_as", Value("")), "name")
    called = approved_rows(Person).filter(id=person_id).values(called=known_as)
    return _could_name(actor, person_id).annotate(called=Subquery(called)).values_list(*PARTS, "called")


def _could_name(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    """All that the rule has to judge: nobody asks what a person said to somebody else."""
    subject = actor.link.subject_id if actor.link else None
    ids = {"account_id": actor.account_id, "organisation_id": actor.organisation_id}
    asked = {"link_subject_id": subject} if actor.link else ids
    named = [Q(**{name: key}) for name, key in asked.items() if key is not None]
    given = approved_rows(Permission).filter(person_id=person_id)
    return given.filter(reduce(or_, named)) if named else given.none()


def as_grant(row: Permission) -> Grant:
    """A table row as the pure rule wants it."""
    return _grant(*(getattr(row, name) for name in PARTS))


def _grant(person_id: UUID, scopes: int, *rest: Any) -> Grant:
    return Grant(person_id, Scope(scopes), *rest)
