"""Giving one document to one reader: what the person saw in the preview, and nothing behind it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.models import Permission
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.people.queries import account_by_email, colleagues
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.person.plans.commands.record import hand, lock

from ..letters import tell_reader
from ..models import Given, Report
from ..policy import may_give
from ..queries.document import document
from ..rules.hearing import hears
from ..rules.paper import as_data, seal
from ..rules.vocabulary import Kind, Reader

A_MOMENT = timedelta(minutes=1)


@command("work_document_given", permit=may_give)
def give(
    actor: Actor,
    *,
    person_id: UUID,
    statement_id: UUID,
    kind: Kind,
    reader: Reader,
    purpose: str,
    language: str = "en",
    with_health: bool = False,
    email: str = "",
    organisation_id: UUID | None = None,
    label: str = "",
    until: datetime | None = None,
    contact: str = "",
    seen: str | None = None,
) -> Done[UUID]:
    """Give a document as it is now to one person by e-mail address or to one organisation.

    ``contact`` is the e-mail address of the one at the organisation who hears of it. The permission
    opens this document alone. Later answers do not change it: give it anew.
    ``seen`` is the seal of the paper that was looked at; None asks for no check. Raises ``Conflict``
    where it would be another paper now.
    """
    if reader is Reader.PERSON:
        raise Invalid(_("Choose who it is for."), "reader")
    found = document(actor, person_id, statement_id, kind, reader, language=language, with_health=with_health)
    content = as_data(found.paper)
    if seen is not None and seen != seal(content):
        raise Conflict(_("The paper is not what you looked at any more. Read it again below, then give it."))
    to = _Recipient(email, organisation_id, label, purpose, until, contact)
    row = _hand_over(actor, person_id, found.statement_id, content, with_health, to)
    return Done(row.id, person_id=person_id, subject=row.id, fields=("kind", "reader", "purpose", "until"))


@command("work_report_given", permit=may_give)
def give_report(
    actor: Actor,
    *,
    person_id: UUID,
    report_id: UUID,
    purpose: str,
    email: str = "",
    organisation_id: UUID | None = None,
    label: str = "",
    until: datetime | None = None,
    contact: str = "",
) -> Done[UUID]:
    """Give a signed report, letter for letter, to an employer. Raises ``Conflict`` if its seal is broken."""
    report = Report.objects.as_seen_by(actor).filter(id=report_id, person_id=person_id).first()
    if report is None or report.signed_at is None:
        raise NotFound(_("This is not here, or not open to you."))
    if seal(report.content) != report.digest:
        raise Conflict(_("This is not what was signed. Ask whoever signed it to write it anew."))
    given = Given.objects.as_seen_by(actor).get(id=report.given_id)
    to = _Recipient(email, organisation_id, label, purpose, until, contact)
    row = _hand_over(actor, person_id, given.statement_id, report.content, False, to)
    return Done(row.id, person_id=person_id, subject=row.id, fields=("kind", "purpose", "until"))


@dataclass(frozen=True, slots=True)
class _Recipient:
    """To whom, for what, until when; and who at an organisation hears of it."""

    email: str
    organisation_id: UUID | None
    label: str
    purpose: str
    until: datetime | None
    contact: str

    def __post_init__(self) -> None:
        if bool(self.email) == bool(self.organisation_id):
            raise Invalid(_("Choose an organisation or enter one e-mail address, not both."), "email")
        if self.contact and self.organisation_id is None:
            raise Invalid(_("Choose the organisation in which they work."), "contact")


def _hearers(actor: Actor, reader: Reader, to: _Recipient) -> tuple[UUID, ...]:
    """Who gets a letter. Raises Invalid where whoever was named cannot read such a paper there."""
    if to.organisation_id is None:
        known = account_by_email(actor, to.email)
        return (known,) if known else ()
    staff: dict[UUID, frozenset[Role]] = {}
    for one in colleagues(actor, to.organisation_id):
        staff[one.account_id] = staff.get(one.account_id, frozenset()) | {one.role}
    named = (account_by_email(actor, to.contact) or UUID(int=0)) if to.contact else None
    found = hears(reader, staff, named)
    if named is not None and not found:
        raise Invalid(
            _("Nobody with this address can read it there. Look at it again, or leave it empty."), "contact"
        )
    return found


def _hand_over(
    actor: Actor,
    person_id: UUID,
    statement_id: UUID,
    content: dict[str, Any],
    with_health: bool,
    to: _Recipient,
) -> Given:
    lock(person_id)
    if already := _given_just_now(actor, person_id, content, to):
        return already
    permission_id = circle.invite(
        actor,
        person_id=person_id,
        purpose=to.purpose,
        scopes=Scope.DOCUMENTS,
        how="by the person" if actor.is_person(person_id) else "with the person",
        until=to.until,
        organisation_id=to.organisation_id,
        email=to.email,
        label=to.label,
    )
    row: Given = Given.objects.create(
        statement_id=statement_id,
        permission_id=permission_id,
        kind=content["kind"],
        reader=content["reader"],
        language=content["language"],
        with_health=with_health,
        content=content,
        digest=seal(content),
        **hand(actor, person_id, with_person=True),
    )
    tell_reader(actor, row.id, _hearers(actor, Reader(row.reader), to))
    return row


def _given_just_now(actor: Actor, person_id: UUID, content: dict[str, Any], to: _Recipient) -> Given | None:
    """The same paper to the same reader a moment ago: a button that was pressed twice gives it once.

    Of two that look alike one could be stopped and the other stay open without anybody knowing.
    """
    since = clock.now() - A_MOMENT
    rows = Given.objects.as_seen_by(actor).filter(
        person_id=person_id, digest=seal(content), written_at__gt=since
    )
    account_id = account_by_email(actor, to.email) if to.email else None
    same = {"account_id": account_id, "organisation_id": to.organisation_id, "purpose": to.purpose}
    open_now = approved_rows(Permission).filter(withdrawn_at=None, **same, **_as_long(to.until))
    found: Given | None = rows.filter(permission_id__in=open_now.values("id")).first()
    return found


def _as_long(until: datetime | None) -> dict[str, datetime | None]:
    """Permissions that end with this one: a length counts from the moment of each press."""
    return {"until": None} if until is None else {"until__gt": until - A_MOMENT, "until__lte": until}
