"""Inviting somebody at work, showing them days, stopping, and going on with somebody new."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle.queries import person_card
from cydwaith.commons.people.queries import account_by_email
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.person.plans.commands.record import hand, lock, plain
from cydwaith.person.work.queries import statement
from cydwaith.person.work.rules.phased import calendar, usable

from .. import letters
from ..models import Adjustment, Invitation
from ..policy import may_invite, may_say_changed
from ..rules.agreeing import LONGEST_INVITATION_DAYS, ContactRole, Ended, Move, Side, State
from .history import said

A_MOMENT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom the person invites, for what, and until which day."""

    employer: str
    name: str
    email: str
    role: ContactRole
    purpose: str
    until: date


@command("workplace_invited", permit=may_invite)
def invite(actor: Actor, *, person_id: UUID, contact: Contact, with_person: bool = False) -> Done[UUID]:
    """Invite one contact at an employer by a signed link; sent twice is once. Raises ``Invalid``."""
    lock(person_id)
    if already := _invited_just_now(actor, person_id, contact):
        return Done(already.id, person_id=person_id, subject=already.id)
    row = _made(actor, person_id, contact, with_person=with_person)
    fields = ("employer", "name", "email", "role", "purpose", "until")
    return Done(row.id, person_id=person_id, subject=row.id, fields=fields)


@command("workplace_stopped", permit=may_invite)
def stop(actor: Actor, *, person_id: UUID, invitation_id: UUID) -> Done[None]:
    """End an invitation: the contact sees nothing from the next request on. Raises ``NotFound``."""
    _end(found(actor, person_id, invitation_id), Ended.STOPPED)
    return Done(None, person_id=person_id, subject=invitation_id, fields=("ended_at",))


@command("workplace_changed", permit=may_say_changed)
def say_changed(actor: Actor, *, invitation_id: UUID, because: Ended) -> Done[None]:
    """A manager or a role changes: the link ends at once, and the person decides how it goes on."""
    if because is Ended.STOPPED:
        raise Invalid(_("Say what changes."), "because")
    row = Invitation.objects.as_seen_by(actor).filter(id=invitation_id).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    _end(row, because)
    if not actor.is_person(row.person_id):
        letters.tell_person(row.person_id, letters.NEWS)
    return Done(None, person_id=row.person_id, subject=row.id, fields=("ended_at", "ended_because"))


@command("workplace_carried", permit=may_invite)
def carry(
    actor: Actor,
    *,
    person_id: UUID,
    invitation_id: UUID,
    contact: Contact,
    adjustment_ids: tuple[UUID, ...],
    with_person: bool = False,
) -> Done[UUID]:
    """Go on with somebody new: the chosen adjustments go along, the old link ends. Gives the new one.

    Nothing else goes along: papers and days are given anew. Raises ``Invalid``, ``NotFound``, and
    ``Conflict`` where somebody new goes on with it already.
    """
    lock(person_id)
    old = found(actor, person_id, invitation_id)
    if Invitation.objects.as_seen_by(actor).filter(follows_id=old.id).exists():
        raise Conflict(_("Somebody new has taken this over already. Read the page again."))
    new = _made(actor, person_id, contact, with_person=with_person, follows_id=old.id)
    _end(old, Ended.MANAGER)
    rows = Adjustment.objects.as_seen_by(actor).filter(invitation_id=old.id, id__in=adjustment_ids)
    for row in rows.exclude(state=State.ENDED.value):
        row.invitation = new
        row.history = [*row.history, said(Move.CARRIED, Side.PERSON, new.called, new.name)]
        row.save(update_fields=["invitation", "history"])
    return Done(new.id, person_id=person_id, subject=new.id, fields=("name", "email", "adjustments"))


@command("workplace_days_shown", permit=may_invite)
def show_days(actor: Actor, *, person_id: UUID, invitation_id: UUID) -> Done[None]:
    """Show the contact the days and hours of the phased return as they are now. Raises ``Invalid``."""
    row = found(actor, person_id, invitation_id)
    require_open(row)
    weeks = _weeks(actor, person_id)
    if not weeks:
        raise Invalid(_("First say in your work statement how your hours build up, and keep it."))
    row.calendar = weeks
    row.save(update_fields=["calendar"])
    letters.tell_contact(row, letters.NEWS)
    return Done(None, person_id=person_id, subject=row.id, fields=("calendar",))


@command("workplace_days_hidden", permit=may_invite)
def hide_days(actor: Actor, *, person_id: UUID, invitation_id: UUID) -> Done[None]:
    """Take the days back."""
    row = found(actor, person_id, invitation_id)
    row.calendar = []
    row.save(update_fields=["calendar"])
    return Done(None, person_id=person_id, subject=row.id, fields=("calendar",))


def _invited_just_now(actor: Actor, person_id: UUID, contact: Contact) -> Invitation | None:
    """The same contact for the same a moment ago: one link could be stopped, the other stay open unseen."""
    rows = Invitation.objects.as_seen_by(actor).filter(
        person_id=person_id, email__iexact=contact.email.strip(), written_at__gt=clock.now() - A_MOMENT
    )
    row: Invitation | None = rows.filter(purpose=contact.purpose.strip(), ended_at=None).first()
    return row


def found(actor: Actor, person_id: UUID, invitation_id: UUID) -> Invitation:
    """An invitation of this person. Raises ``NotFound``."""
    rows = Invitation.objects.as_seen_by(actor).filter(id=invitation_id, person_id=person_id)
    row: Invitation | None = rows.first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    return row


def require_open(row: Invitation) -> None:
    """Raise ``Conflict`` where the invitation is over."""
    if row.ended_at is not None or row.until <= clock.now():
        raise Conflict(_("This invitation has ended. Invite them again."))


def _made(
    actor: Actor, person_id: UUID, contact: Contact, *, with_person: bool, follows_id: UUID | None = None
) -> Invitation:
    email = contact.email.strip()
    row: Invitation = Invitation.objects.create(
        employer=plain(contact.employer, "employer", _("Say which employer it is.")),
        name=plain(contact.name, "name", _("Say whom you invite.")),
        email=email,
        account_id=account_by_email(actor, email),
        role=contact.role.value,
        purpose=plain(contact.purpose, "purpose", _("Say what it is for.")),
        called=person_card(actor, person_id).called,
        until=_end_of(contact.until),
        follows_id=follows_id,
        **hand(actor, person_id, with_person),
    )
    letters.tell_contact(row, letters.INVITED)
    return row


def _end_of(day: date) -> datetime:
    today = clock.today()
    if not today < day <= today + timedelta(days=LONGEST_INVITATION_DAYS):
        raise Invalid(_("Choose a day after today, within two years."), "until")
    return datetime.combine(day, time(23, 59, 59), clock.LONDON)


def _end(row: Invitation, because: Ended) -> None:
    if row.ended_at is None:
        row.ended_at, row.ended_because = clock.now(), because.value
    row.calendar = []
    row.save(update_fields=["ended_at", "ended_because", "calendar"])


def _weeks(actor: Actor, person_id: UUID) -> list[list[object]]:
    """Each working day of each week: its date and its hours. No other word of the statement."""
    kept = statement(actor, person_id)
    if kept is None or not usable(kept.said.build_up):
        return []
    return [[day.on.isoformat(), day.hours] for week in calendar(kept.said.build_up) for day in week.days]
