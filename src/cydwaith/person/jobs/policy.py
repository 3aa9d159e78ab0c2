"""Who sees jobs and their evidence, who writes them down, and what an employer's link opens."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.circle.policy import may_see
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import GuardedModel, approved_rows
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.enrolments.policy import FrontLine, on_front_line

from .models import CareerStep, EmployerAsk, Evidence, EvidenceFile, FollowUp, Job

LINK_KIND = "hours"
READERS = "The person, and coaches, link workers and managers let in to work: never an employer."
WRITERS = "The person, or a coach or link worker whom they let in to work, writes down their jobs."
SUPPORTERS = "A coach or link worker whom the person let in to work notes contacts about a job."
ANSWERERS = "The employer answers the one question that their link was made for."


class OneQuestion(FrontLine):
    """The rule of jobs, and besides it the one question that an employer's link was made for."""

    def __init__(self) -> None:
        super().__init__(Scope.WORK, sentence=READERS)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        linked = _linked(actor)
        return super().filter(actor) if linked is None else Q(id=linked)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        linked = _linked(actor)
        return super().check(actor, row) if linked is None else bool(row.id == linked)


def _linked(actor: Actor) -> UUID | None:
    if actor.link is None or actor.link.kind != LINK_KIND:
        return None
    return actor.link.subject_id


def register_policies() -> None:
    """Say who sees the tables of this app."""
    for model in (Job, Evidence, EvidenceFile, FollowUp, CareerStep):
        register(model, FrontLine(Scope.WORK, sentence=READERS))
    register(EmployerAsk, OneQuestion())


def sees(actor: Actor, person_id: UUID) -> bool:
    """Whether a person's jobs are open to the actor."""
    if actor.is_person(person_id):
        return True
    return on_front_line(actor) and may_see(actor, person_id, Scope.WORK)


def writes(actor: Actor, person_id: UUID) -> bool:
    """Whether the actor writes down this person's jobs."""
    return actor.is_person(person_id) or supports(actor, person_id)


def supports(actor: Actor, person_id: UUID) -> bool:
    """Whether the actor walks with this person at work."""
    return actor.is_practitioner and may_see(actor, person_id, Scope.WORK)


def may_write(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner with them."""
    return Decision(writes(actor, person_id), WRITERS)


def may_write_job(actor: Actor, *, job_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner with them."""
    return _about(actor, Job, job_id)


def may_write_evidence(actor: Actor, *, evidence_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner with them."""
    return _about(actor, Evidence, evidence_id)


def may_take_back_question(actor: Actor, *, ask_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner with them."""
    return _about(actor, EmployerAsk, ask_id)


def may_write_step(actor: Actor, *, step_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner with them."""
    return _about(actor, CareerStep, step_id)


def may_follow(actor: Actor, *, job_id: UUID, **_: Any) -> Decision:
    """A practitioner with the person."""
    person_id = _person_of(Job, job_id)
    return Decision(person_id is not None and supports(actor, person_id), SUPPORTERS)


def may_answer(actor: Actor, *, ask_id: UUID, **_: Any) -> Decision:
    """The holder of this question's link, once, while it lasts."""
    if _linked(actor) != ask_id:
        return Decision(False, ANSWERERS)
    row = approved_rows(EmployerAsk).filter(id=ask_id, answered_at=None, expires_at__gt=clock.now())
    return Decision(row.exists(), ANSWERERS)


def _about(actor: Actor, model: type[GuardedModel], row_id: UUID) -> Decision:
    person_id = _person_of(model, row_id)
    return Decision(person_id is not None and writes(actor, person_id), WRITERS)


def _person_of(model: type[GuardedModel], row_id: UUID) -> UUID | None:
    return approved_rows(model).filter(id=row_id).values_list("person_id", flat=True).first()
