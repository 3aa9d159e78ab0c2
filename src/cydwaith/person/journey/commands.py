"""Changes: an attempt to reach somebody, a talk, a next step in the person's hand."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle.commands import open_own_page
from cydwaith.commons.circle.queries import person_card
from cydwaith.commons.messages.commands import send
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound

from .models import ContactAttempt, Talk
from .policy import may_log_attempt, may_write_next_step, may_write_talk
from .words import NEXT_STEP_BY, OUTCOMES, WAYS

LONG_AGO = LONGEST_AHEAD = timedelta(days=730)


@command("attempt_logged", permit=may_log_attempt)
def log_attempt(
    actor: Actor, *, person_id: UUID, way: str, outcome: str, note: str = "", at: datetime | None = None
) -> Done[UUID]:
    """Note one try to reach the person."""
    if way not in WAYS or outcome not in OUTCOMES:
        raise Invalid(_("Choose how you tried, and what came of it."), "way")
    row = ContactAttempt.objects.create(
        person_id=person_id,
        at=_lately(at),
        way=way,
        outcome=outcome,
        note=note.strip(),
        by_id=actor.account_id,
    )
    return Done(row.id, person_id=person_id, subject=row.id, fields=("way", "outcome"))


@command("talk_written", permit=may_write_talk)
def write_talk(
    actor: Actor,
    *,
    person_id: UUID,
    way: str,
    about: str = "",
    next_step: str = "",
    next_step_by: str = "their_words",
    next_talk_on: date | None = None,
    at: datetime | None = None,
) -> Done[UUID]:
    """Write down a talk. ``next_step_by`` says whose hand wrote the next step."""
    if way not in WAYS or next_step_by not in NEXT_STEP_BY:
        raise Invalid(_("Choose how you talked, and who wrote the next step."), "way")
    day = clock.today()
    if next_talk_on is not None and not day <= next_talk_on <= day + LONGEST_AHEAD:
        raise Invalid(_("Choose today or a later day, within two years."), "next_talk_on")
    row = Talk.objects.create(
        person_id=person_id,
        at=_lately(at),
        way=way,
        about=about.strip(),
        next_step=next_step.strip(),
        next_step_by=next_step_by,
        next_talk_on=next_talk_on,
        by_id=actor.account_id,
    )
    return Done(row.id, person_id=person_id, subject=row.id, fields=("about", "next_step"))


@command("next_step_written", permit=may_write_next_step)
def write_next_step(actor: Actor, *, person_id: UUID, talk_id: UUID, next_step: str) -> Done[None]:
    """The person writes their own next step into a talk."""
    talk = Talk.objects.as_seen_by(actor).filter(id=talk_id, person_id=person_id).first()
    if talk is None:
        raise NotFound("talk")
    if not next_step.strip():
        raise Invalid(_("Write your next step."), "next_step")
    talk.next_step, talk.next_step_by = next_step.strip(), "person"
    talk.save(update_fields=["next_step", "next_step_by"])
    return Done(None, person_id=person_id, subject=talk.id, fields=("next_step",))


@command("own_page_offered", permit=may_log_attempt)
def offer_own_page(actor: Actor, *, person_id: UUID, email: str) -> Done[bool]:
    """Open a person's own page for an address and tell them; False where the address has a page already."""
    card = person_card(actor, person_id)
    language = "cy" if card.language == "cy" else "en"
    opened = open_own_page(actor, person_id=person_id, email=email, language=language)
    if opened:
        send(actor, kind="own_page", to_email=email, link_path="/my/page/", language=language)
    return Done(opened is not None, person_id=person_id)


def _lately(at: datetime | None) -> datetime:
    now = clock.now()
    if at is not None and not now - LONG_AGO <= at <= now:
        raise Invalid(_("The day must be today or in the last two years."), "on")
    return at or now
