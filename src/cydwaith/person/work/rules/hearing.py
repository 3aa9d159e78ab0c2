"""A paper for an organisation: to whom of those who work there it opens, and who hears of it."""

from collections.abc import Mapping
from uuid import UUID

from cydwaith.kernel.actor import Role

from .vocabulary import Reader

Roles = frozenset[Role]
SUPPORT = frozenset({Role.COACH, Role.LINK_WORKER, Role.CHARITY})
FITTING = {
    Reader.EMPLOYER: frozenset({Role.EMPLOYER}),
    Reader.CLINICIAN: frozenset({Role.CLINICIAN}),
    Reader.SUPPORTER: SUPPORT,
    Reader.JOBCENTRE: SUPPORT,
}
READ_NOTHING = frozenset({Role.STEWARD, Role.PERSON})


def opens_to(reader: Reader, roles: Roles) -> bool:
    """Whether a paper for this kind of reader opens to somebody in these roles at the organisation.

    A hospital asks as a clinic and employs people too: what is for the one hand, the other does not read.
    """
    if Role.EMPLOYER in roles:
        return reader is Reader.EMPLOYER
    is_clinician = Role.CLINICIAN in roles
    return bool(roles - READ_NOTHING) and not (reader is Reader.EMPLOYER and is_clinician)


def hears(reader: Reader, staff: Mapping[UUID, Roles], named: UUID | None = None) -> tuple[UUID, ...]:
    """Who gets a letter: the one who was named, else those in a fitting role, else all to whom it opens.

    Nobody where the one who was named cannot read it there.
    """
    able = [key for key, roles in staff.items() if opens_to(reader, roles)]
    if named is not None:
        return (named,) if named in able else ()
    fitting = [key for key in able if staff[key] & FITTING.get(reader, frozenset())]
    return tuple(fitting or able)
