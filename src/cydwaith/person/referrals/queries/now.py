"""Where a person's referrals stand today, for their page: one query."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor

from ..models import Referral
from ..rules import UNDER_WAY, Kind, Loop
from .record import ReferralRow, rows_of


@dataclass(frozen=True, slots=True)
class ReferralsNow:
    """What is open, and the support that is under way, with its programme."""

    rows: tuple[ReferralRow, ...] = ()
    programme: str = ""
    support_id: UUID | None = None


def referrals_now(actor: Actor, person_id: UUID) -> ReferralsNow:
    """What is open to the actor of it; nothing where the person has not let them in."""
    referrals = _referrals(actor, person_id)
    under_way = [r for r in referrals if r.kind == Kind.SUPPORT and r.status in UNDER_WAY]
    support = max(under_way, key=lambda r: r.accepted_at or r.made_at, default=None)
    rows = (row for row in rows_of(actor, referrals) if row.loop not in (Loop.CLOSED, Loop.ENDED))
    if support is None:
        return ReferralsNow(tuple(rows))
    return ReferralsNow(tuple(rows), support.programme_called or "", support.id)


@prepared
def _referrals(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    name = F("programme__name_cy" if actor.language == "cy" else "programme__name")
    found = Referral.objects.as_seen_by(actor).filter(person_id=person_id).annotate(programme_called=name)
    return found.select_related("organisation").order_by("-made_at")


def programme_of_support(actor: Actor, person_id: UUID) -> str:
    """The key of the programme by which the front door said yes, the newest; "" where none is known."""
    found = Referral.objects.as_seen_by(actor).filter(
        person_id=person_id, kind=Kind.SUPPORT, status__in=UNDER_WAY, programme__isnull=False
    )
    return found.order_by("-accepted_at").values_list("programme__key", flat=True).first() or ""
