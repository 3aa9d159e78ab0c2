"""Saying that one is interested, taking it back, answering, and writing down talks with employers."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.person.plans.commands.record import hand, lock
from cydwaith.place.opportunities import queries as opportunities

from . import letters
from .models import EmployerContact, Interest, Introduction
from .policy import may_answer, may_log, may_say, may_walk
from .rules.vocabulary import Answer, CameOf, Stage, Way

GONE = gettext_lazy("This is not here, or not open to you.")
SHARED_DAYS = 90
LONGEST = 2000
LONG_AGO = timedelta(days=730)
A_MOMENT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Shared:
    """All that an employer gets to know; what is empty is not passed on."""

    name: str
    phone: str = ""
    email: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One talk with an employer. ``as_wished``: about the kind of work that the person wants."""

    employer: str
    on: date
    way: Way
    came_of: CameOf
    words: str = ""
    as_wished: bool | None = None
    opportunity_id: UUID | None = None


@command("interest_said", permit=may_say)
def say_interested(
    actor: Actor, *, person_id: UUID, opportunity_id: UUID, shared: Shared, with_person: bool = False
) -> Done[UUID]:
    """Tell the employer of one posting just what is given here, for 90 days.

    Raises Invalid, Conflict, NotFound.
    """
    _require_reachable(shared)
    posting = opportunities.find(actor, opportunity_id)
    if not opportunities.opportunity(actor, opportunity_id).can_ask:
        raise NotFound(_("This is not offered any more."))
    lock(person_id)
    if already := _open_interests(actor, person_id).filter(opportunity_id=opportunity_id).first():
        if _was_told(actor, already, shared):
            return Done(already.id, person_id=person_id, subject=already.id)
        raise Conflict(_("They have been told already. You can see it on the page of what fits."))
    now = clock.now()
    row = Interest.objects.create(
        opportunity_id=opportunity_id,
        title=posting.title,
        employer=posting.organisation_name,
        moved_at=now,
        **hand(actor, person_id, with_person),
    )
    Introduction.objects.create(
        person_id=person_id,
        interest=row,
        opportunity_id=opportunity_id,
        organisation_id=posting.organisation_id,
        **_stripped(shared),
        made_at=now,
        until=now + timedelta(days=SHARED_DAYS),
    )
    letters.tell_employer(opportunity_id, posting.organisation_id)
    fields = tuple(name for name in Shared.__dataclass_fields__ if getattr(shared, name))
    return Done(row.id, person_id=person_id, subject=row.id, fields=fields)


def _stripped(shared: Shared) -> dict[str, str]:
    return {name: value.strip() for name, value in asdict(shared).items()}


def _was_told(actor: Actor, interest: Interest, shared: Shared) -> bool:
    """Whether just this was passed on before: a button that was pressed twice tells it once."""
    told = Introduction.objects.as_seen_by(actor).filter(interest_id=interest.id, **_stripped(shared))
    return bool(told.exists())


def _require_reachable(shared: Shared) -> None:
    if not shared.name.strip():
        raise Invalid(_("Say what they should call you."), "name")
    if not (shared.phone.strip() or shared.email.strip()):
        raise Invalid(_("Choose a phone number or an e-mail, so that they can reach you."), "phone")
    if len(shared.words) > LONGEST:
        raise Invalid(_("Use %(most)s characters or fewer.") % {"most": LONGEST}, "words")


@command("interest_withdrawn", permit=may_walk)
def withdraw(actor: Actor, *, person_id: UUID, interest_id: UUID) -> Done[None]:
    """Take it back: the employer sees nothing of it from the next request on. Twice is once.

    Raises NotFound.
    """
    row, now = _interest(actor, person_id, interest_id), clock.now()
    if row.withdrawn_at is not None:
        return Done(None, person_id=person_id, subject=interest_id)
    row.withdrawn_at = now
    row.save(update_fields=["withdrawn_at"])
    approved_rows(Introduction).filter(interest_id=interest_id).update(
        withdrawn_at=now, name="", phone="", email="", words=""
    )
    return Done(None, person_id=person_id, subject=interest_id, fields=("withdrawn_at",))


@command("interest_moved", permit=may_walk)
def move(actor: Actor, *, person_id: UUID, interest_id: UUID, stage: Stage) -> Done[bool]:
    """Say how far it has come; whether they have just started. Raises NotFound."""
    row = _interest(actor, person_id, interest_id)
    if row.withdrawn_at is not None:
        raise NotFound(GONE)
    just_started = stage is Stage.STARTED and row.stage != stage
    row.stage, row.moved_at = stage.value, clock.now()
    row.save(update_fields=["stage", "moved_at"])
    tried = {"person": person_id} if stage is Stage.TRIED else None
    return Done(just_started, person_id=person_id, subject=interest_id, fields=("stage",), event=tried)


@command("introduction_answered", permit=may_answer)
def answer(actor: Actor, *, introduction_id: UUID, answer: Answer, words: str = "") -> Done[None]:
    """Answer somebody who is interested; they hear that there is an answer. Raises NotFound."""
    row = Introduction.objects.as_seen_by(actor).filter(id=introduction_id).first()
    if row is None:
        raise NotFound(_("This is not open to you any more."))
    row.answer, row.answer_words, row.answered_at = answer.value, words.strip()[:LONGEST], clock.now()
    row.save(update_fields=["answer", "answer_words", "answered_at"])
    letters.tell_person(row.person_id)
    return Done(None, person_id=row.person_id, subject=row.id, fields=("answer",))


@command("employer_contact_written", permit=may_log)
def log_contact(actor: Actor, *, contact: Contact, person_id: UUID | None = None) -> Done[UUID]:
    """Write down a talk with an employer, for one person or in general. Raises Invalid.

    A button that is pressed twice writes it once: fidelity counts talks.
    """
    if not contact.employer.strip():
        raise Invalid(_("Say which employer it was."), "employer")
    today = clock.today()
    if not today - LONG_AGO <= contact.on <= today:
        raise Invalid(_("The day must be today or in the last two years."), "on")
    said = {
        "person_id": person_id,
        "organisation_id": actor.organisation_id,
        "by_account_id": actor.account_id,
        "employer": contact.employer.strip(),
        "opportunity_id": contact.opportunity_id,
        "on": contact.on,
        "way": contact.way.value,
        "as_wished": contact.as_wished if person_id else None,
        "came_of": contact.came_of.value,
        "words": contact.words.strip(),
    }
    just_now = EmployerContact.objects.as_seen_by(actor).filter(**said, written_at__gt=clock.now() - A_MOMENT)
    if already := just_now.first():
        return Done(already.id, person_id=person_id, subject=already.id)
    row = EmployerContact.objects.create(**said, by_name=actor.name, written_at=clock.now())
    return Done(row.id, person_id=person_id, subject=row.id, fields=("employer", "way", "came_of"))


def _open_interests(actor: Actor, person_id: UUID) -> Any:
    return Interest.objects.as_seen_by(actor).filter(person_id=person_id, withdrawn_at=None)


def _interest(actor: Actor, person_id: UUID, interest_id: UUID) -> Interest:
    row: Interest | None = (
        Interest.objects.as_seen_by(actor).filter(person_id=person_id, id=interest_id).first()
    )
    if row is None:
        raise NotFound(GONE)
    return row
