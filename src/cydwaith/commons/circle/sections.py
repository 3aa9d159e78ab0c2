"""What is held about a person, part by part: for the preview, the export, the shared view.

Each app of the person's wing registers its parts, so that none can be left out of "everything
about me" and a preview shows just what a permission would open.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.kernel.actor import Actor, Role

from .policy import reads_as_employer
from .rules import NEVER_FOR_EMPLOYERS, Scope, is_employer


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it is, what it says, when and by whom it was written."""

    label: str
    value: str
    when: date | datetime | None = None
    by: str = ""


def everybody(_actor: Actor) -> bool:
    """A part that is open to whoever is let in to it."""
    return True


def no_employer(actor: Actor) -> bool:
    """A part that opens to no employer, whatever they were let in to."""
    return not is_employer(actor)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the record. ``title`` may be lazy; ``read`` returns what the actor may see.

    ``opens_to`` says whether it is ever for such a reader, so that a page that others read does not
    say "nothing is here" of what is not for them, and a preview does not promise it.
    """

    key: str
    title: str
    scope: Scope
    read: Callable[[Actor, UUID], list[Entry]]
    opens_to: Callable[[Actor], bool] = everybody


_sections: dict[str, Section] = {}


def register(section: Section) -> None:
    """Add a part; from an app's ``ready``."""
    _sections[section.key] = section


def sections(scopes: Scope | None = None) -> list[Section]:
    """The parts in the order of registration, or those that some scopes open."""
    return [s for s in _sections.values() if scopes is None or s.scope in scopes]


@dataclass(frozen=True, slots=True)
class Filled:
    """A part with its lines."""

    key: str
    title: str
    entries: list[Entry]


@sensitive_read("record_seen", "parts")
def fill(actor: Actor, person_id: UUID, scopes: Scope | None = None) -> list[Filled]:
    """What the actor sees of a person, part by part."""
    every = actor.is_system or actor.is_person(person_id)
    return [
        Filled(s.key, str(s.title), s.read(actor, person_id))
        for s in sections(scopes)
        if every or s.opens_to is everybody or s.opens_to(_as_read(actor, person_id, s.scope))
    ]


def _as_read(actor: Actor, person_id: UUID, scope: Scope) -> Actor:
    """The reader as this person's part knows them: somebody at the person's work reads as an employer."""
    if not reads_as_employer(actor, person_id, scope):
        return actor
    return replace(actor, roles=actor.roles | {Role.EMPLOYER})


def kept_from(reader: Actor, scopes: Scope) -> frozenset[str]:
    """The keys of the parts that a permission to an organisation does not open to such a reader there."""
    return frozenset(s.key for s in sections(scopes) if not _opens(s, reader))


def _opens(section: Section, reader: Actor) -> bool:
    by_house = not (is_employer(reader) and section.scope in NEVER_FOR_EMPLOYERS)
    return by_house and section.opens_to(reader)
