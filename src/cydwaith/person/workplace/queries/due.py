"""Of which days both sides are to be reminded."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..models import Adjustment, Invitation
from ..rules.agreeing import REMIND_DAYS, State


def to_remind(actor: Actor) -> list[UUID]:
    """Days to look again that are near and nobody was reminded of, or that went by without a word.

    And what has waited a week for its first answer.
    """
    today, now = clock.today(), clock.now()
    near = Q(review_on__gte=today, review_on__lte=today + timedelta(days=REMIND_DAYS), reminded_at=None)
    gone = Q(review_on__lt=today, late_at=None)
    a_week_ago = now - timedelta(days=REMIND_DAYS)
    waits = Q(review_on=None, state=State.PROPOSED.value, written_at__lte=a_week_ago, reminded_at=None)
    rows = Adjustment.objects.as_seen_by(actor).filter(near | gone | waits).exclude(state=State.ENDED.value)
    still_open = Invitation.objects.as_seen_by(actor).filter(ended_at=None, until__gt=now)
    rows = rows.filter(invitation_id__in=still_open.values("id"))
    found = rows.order_by("review_on", "id").values_list("id", "review_on", "history")
    return [key for key, again, said in found if again or _last(said) <= a_week_ago]


def _last(history: list[dict[str, Any]]) -> datetime:
    """When something was last said: an older wish may have been asked anew yesterday."""
    return datetime.fromisoformat(history[-1]["at"])
