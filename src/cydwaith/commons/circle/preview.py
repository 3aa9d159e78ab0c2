"""What somebody would see, shown to the person before they are let in."""

from dataclasses import dataclass
from uuid import UUID

from cydwaith.commons.people import queries as people
from cydwaith.kernel.actor import Actor, Role, Strength

from .rules import Relation, Scope
from .sections import Filled, fill, kept_from


@dataclass(frozen=True, slots=True)
class Preview:
    """The parts that would be read; by title those that are not, at all or by whoever employs people."""

    parts: tuple[Filled, ...]
    closed: tuple[str, ...]
    closed_to_employers: tuple[str, ...]


def preview(
    actor: Actor, person_id: UUID, scopes: Scope, organisation_id: UUID | None, relation: str = ""
) -> Preview:
    """What a permission would open today, to one person by address or to those of an organisation."""
    roles = {Role.EMPLOYER} if relation == Relation.WORK else _roles(actor, organisation_id)
    kept = {role: kept_from(_acting(organisation_id, role), scopes) for role in roles}
    by_all = frozenset.intersection(*kept.values()) if kept else frozenset()
    by_employers = kept.get(Role.EMPLOYER, by_all) - by_all
    filled = fill(actor, person_id, scopes)
    return Preview(
        tuple(part for part in filled if part.key not in by_all),
        tuple(part.title for part in filled if part.key in by_all),
        tuple(part.title for part in filled if part.key in by_employers),
    )


def _roles(actor: Actor, organisation_id: UUID | None) -> set[Role]:
    """As what people work there; none where that is not known, and then nothing is left out."""
    if organisation_id is None:
        return set()
    return {one.role for one in people.colleagues(actor, organisation_id)} - {Role.STEWARD}


def _acting(organisation_id: UUID | None, role: Role) -> Actor:
    return Actor(organisation_id=organisation_id, roles=frozenset({role}), strength=Strength.SECOND_FACTOR)
