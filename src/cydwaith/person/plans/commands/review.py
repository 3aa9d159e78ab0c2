"""When the plan will be looked at again."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from ..models import Plan
from ..policy import may_write_plan
from ..rules.vocabulary import Kind
from .record import hand, lock, put, remember, review_state


@command("review_set", permit=may_write_plan)
def set_review(actor: Actor, *, person_id: UUID, review_on: date, with_person: bool = False) -> Done[UUID]:
    """Choose the day, today or later, on which the plan is looked at together."""
    if review_on < clock.today():
        raise Invalid(_("Choose today or a later day."), "review_on")
    last, wrote = lock(person_id), hand(actor, person_id, with_person)
    plan = Plan.objects.as_seen_by(actor).filter(person_id=person_id).first()
    if plan is None:
        plan = Plan.objects.create(review_on=review_on, **wrote)
    elif plan.review_on == review_on:
        return Done(plan.id, person_id=person_id, subject=plan.id)
    else:
        plan.save(update_fields=put(plan, {**wrote, "review_on": review_on, "version": plan.version + 1}))
    remember(last, wrote, Scope.PLAN, Kind.REVIEW, plan.id, review_state(plan))
    return Done(plan.id, person_id=person_id, subject=plan.id, fields=("review_on",))
