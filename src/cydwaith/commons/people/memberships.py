"""Which organisation and roles an account acts with now."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from cydwaith.kernel import clock
from cydwaith.kernel.actor import PRACTITIONER_ROLES, Role

SUPPORT = "support for health and work"
OWN = "my own record"
READ_ONLY_KINDS = frozenset({"jobcentre", "employer"})


@dataclass(frozen=True, slots=True)
class Seat:
    """What somebody is here as. Nobody's seat has no organisation and no roles."""

    organisation_id: UUID | None = None
    roles: set[Role] = field(default_factory=set)
    purpose: str = OWN


def fits(role: Role, kind: str) -> bool:
    """Whether somebody can have this role in this kind of organisation.

    Coaches and link workers write in people's plans. A jobcentre or an employer reads what people
    give it, and writes nothing there, whatever it was let in to.
    """
    return not (kind in READ_ONLY_KINDS and role in PRACTITIONER_ROLES)


def current(membership: str = "") -> Q:
    """Memberships in force today; ``membership`` is the lookup to them, such as ``held__``."""
    today = clock.today()
    begun = Q(**{f"{membership}since__lte": today})
    return begun & (Q(**{f"{membership}until": None}) | Q(**{f"{membership}until__gte": today}))


def seat(held: list[tuple[UUID, str]], organisation: str = "") -> Seat:
    """What somebody is here as: in the organisation chosen, or the first that they belong to.

    ``held`` is the organisation and role of each membership in force, the earliest first.
    """
    if not held:
        return Seat()
    ids = [organisation_id for organisation_id, _role in held]
    chosen = next((one for one in ids if str(one) == organisation), ids[0])
    return Seat(chosen, {Role(role) for one, role in held if one == chosen}, SUPPORT)
