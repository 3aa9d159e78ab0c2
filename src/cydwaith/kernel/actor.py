"""Who is doing this, for which organisation, for what purpose, how strongly signed in."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from uuid import UUID


class Role(StrEnum):
    """What somebody is here as (`domain.md` 1.2, the front line first)."""

    PERSON = "person"
    COACH = "coach"
    LINK_WORKER = "link_worker"
    CLINICIAN = "clinician"
    CHARITY = "charity"
    EMPLOYER = "employer"
    MANAGER = "manager"
    STEWARD = "steward"


STAFF_ROLES = frozenset(Role) - {Role.PERSON}
PRACTITIONER_ROLES = frozenset({Role.COACH, Role.LINK_WORKER})


class Strength(IntEnum):
    """How sure we are of who it is; larger is surer."""

    ANONYMOUS = 0
    LINK = 1
    CODE = 2
    SECOND_FACTOR = 3
    SYSTEM = 4


@dataclass(frozen=True, slots=True)
class Link:
    """A signed link that was followed: what kind, and the one thing it opens."""

    kind: str
    subject_id: UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """The first parameter of every query and command."""

    account_id: UUID | None = None
    person_id: UUID | None = None
    organisation_id: UUID | None = None
    roles: frozenset[Role] = field(default_factory=frozenset)
    purpose: str = ""
    strength: Strength = Strength.ANONYMOUS
    link: Link | None = None
    language: str = "en"
    name: str = ""

    def has(self, *roles: Role) -> bool:
        """Whether the actor acts in one of these roles."""
        return not self.roles.isdisjoint(roles)

    @property
    def is_practitioner(self) -> bool:
        """A coach or link worker: someone who walks with people, and never acts for an employer beside it."""
        return Role.EMPLOYER not in self.roles and not self.roles.isdisjoint(PRACTITIONER_ROLES)

    @property
    def is_staff(self) -> bool:
        """Anyone here for an organisation rather than for themselves."""
        return not self.roles.isdisjoint(STAFF_ROLES)

    @property
    def is_system(self) -> bool:
        """The software itself: a job or an operator's command."""
        return self.strength is Strength.SYSTEM

    def is_person(self, person_id: UUID) -> bool:
        """Whether this is the person whom the record is about."""
        return self.person_id is not None and self.person_id == person_id


def anonymous(language: str = "en") -> Actor:
    """Somebody who has not signed in."""
    return Actor(purpose="a visitor's request", language=language)


def system(purpose: str, language: str = "en") -> Actor:
    """The software, for a stated purpose."""
    return Actor(purpose=purpose, strength=Strength.SYSTEM, language=language, name="Cydwaith")


def by_link(kind: str, subject_id: UUID, language: str = "en") -> Actor:
    """Whoever holds a signed link: may reach that one thing and nothing else."""
    return Actor(
        purpose="an answer by signed link",
        strength=Strength.LINK,
        link=Link(kind, subject_id),
        language=language,
    )
