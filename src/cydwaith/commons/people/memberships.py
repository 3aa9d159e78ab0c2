"""Which organisation and roles an account acts with now."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Role

from .models import Account, Membership

SUPPORT = "support for health and work"
OWN = "my own record"


@dataclass(frozen=True, slots=True)
class Seat:
    """What somebody is here as. Nobody's seat has no organisation and no roles."""

    name: str = ""
    organisation_id: UUID | None = None
    roles: set[Role] = field(default_factory=set)
    purpose: str = OWN


def current() -> Q:
    """Memberships in force today."""
    today = clock.today()
    return Q(since__lte=today) & (Q(until=None) | Q(until__gte=today))


def membership_of(account_id: UUID, organisation: str = "") -> Seat:
    """The seat of an account: in the organisation chosen, or the first it belongs to."""
    rows = list(Membership.objects.filter(current(), account_id=account_id).order_by("since", "id"))
    name = Account.objects.filter(id=account_id).values_list("name", flat=True).first() or ""
    if not rows:
        return Seat(name=name)
    chosen = next((m for m in rows if str(m.organisation_id) == organisation), rows[0])
    roles = {Role(m.role) for m in rows if m.organisation_id == chosen.organisation_id}
    return Seat(name, chosen.organisation_id, roles, SUPPORT)
