"""Which organisation and roles an account acts with now."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Role

from .models import Membership

SUPPORT = "support for health and work"
OWN = "my own record"


@dataclass(frozen=True, slots=True)
class Seat:
    """What somebody is here as. Nobody's seat has no organisation and no roles."""

    organisation_id: UUID | None = None
    roles: set[Role] = field(default_factory=set)
    purpose: str = OWN


def current() -> Q:
    """Memberships in force today."""
    today = clock.today()
    return Q(since__lte=today) & (Q(until=None) | Q(until__gte=today))


def membership_of(account_id: UUID, organisation: str = "") -> Seat:
    """The seat of an account: in the organisation chosen, or the first it belongs to."""
    found = Membership.objects.filter(current(), account_id=account_id).order_by("since", "id")
    rows = list(found.values_list("organisation_id", "role"))
    if not rows:
        return Seat()
    ids = [organisation_id for organisation_id, _role in rows]
    chosen = next((one for one in ids if str(one) == organisation), ids[0])
    return Seat(chosen, {Role(role) for one, role in rows if one == chosen}, SUPPORT)
