"""What mid-life reviews add to the one timeline: that they were, and nothing of their answers."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.person.plans.moments import Moment

from ..models import Review
from ..rules import Moment as Why
from ..words import MOMENTS


def timeline(actor: Actor, person_id: UUID) -> list[Moment]:
    """When reviews were done; nothing where the plan is not open to the actor."""
    rows = Review.objects.as_seen_by(actor).filter(person_id=person_id, done_at__isnull=False)
    return [Moment(row.done_at, _("Mid-life review"), str(MOMENTS[Why(row.moment)])) for row in rows]
