"""Staying in touch about a job, and what comes next at work."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound

from ..models import CareerStep, FollowUp, Job
from ..policy import may_follow, may_write, may_write_step
from ..rules.following import Occasion, Planned, schedule


@command("job_followed_up", permit=may_follow)
def log_follow_up(
    actor: Actor, *, job_id: UUID, occasion: Occasion, planned: date, reached: bool, on: date, words: str = ""
) -> Done[UUID]:
    """Note a contact about a job, made or tried. Raises ``Invalid``."""
    job = Job.objects.as_seen_by(actor).filter(id=job_id).first()
    if job is None:
        raise NotFound("job")
    times = schedule(job.start, job.end, lost=job.end is not None, known_on=job.known_on)
    if Planned(occasion, planned) not in times:
        raise Invalid(_("Choose one of the contacts of this job."))
    if on > clock.today():
        raise Invalid(_("Choose a day until today."), "on")
    row = FollowUp.objects.create(
        person_id=job.person_id,
        job_id=job.id,
        occasion=occasion.value,
        planned=planned,
        on=on,
        reached=reached,
        words=words.strip()[:2000],
        by_account_id=actor.account_id,
        by_name=actor.name,
        at=clock.now(),
    )
    return Done(row.id, person_id=job.person_id, subject=row.id, fields=("on", "reached"))


@command("career_step_added", permit=may_write)
def add_step(actor: Actor, *, person_id: UUID, words: str, by: date | None = None) -> Done[UUID]:
    """Write down what the person would like next at work. Raises ``Invalid``."""
    if not words.strip():
        raise Invalid(_("Write what you would like next."), "words")
    row = CareerStep.objects.create(
        person_id=person_id,
        words=words.strip()[:300],
        by=by,
        by_person=actor.is_person(person_id),
        at=clock.now(),
    )
    return Done(row.id, person_id=person_id, subject=row.id, fields=("words", "by"))


@command("career_step_done", permit=may_write_step)
def finish_step(actor: Actor, *, step_id: UUID) -> Done[None]:
    """It came about."""
    row = CareerStep.objects.as_seen_by(actor).get(id=step_id)
    if row.done_on is None:
        row.done_on = clock.today()
        row.save(update_fields=["done_on"])
    return Done(None, person_id=row.person_id, subject=row.id, fields=("done_on",))
