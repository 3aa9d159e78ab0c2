"""Which returns there are: of each programme that the manager's team runs."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.people.queries import organisation
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.place.programmes import queries as programmes
from cydwaith.place.programmes.queries import Version
from cydwaith.place.programmes.rules import ReturnTemplate

from ..policy import require_manager


@dataclass(frozen=True, slots=True)
class Choice:
    """A return that can be made: of a programme, by a template, ``to_check`` with the funder first."""

    programme: str
    programme_name: str
    template: str
    template_name: str
    version: str
    source: str
    to_check: bool

    @property
    def title(self) -> str:
        """The programme and the return."""
        return f"{self.programme_name}: {self.template_name}"


def choices(actor: Actor, programme: str | None = None) -> tuple[Choice, ...]:
    """The returns of the programmes that the manager's team runs, or of one of them. Raises Refused."""
    found = versions(actor, require_manager(actor), programme)
    return tuple(as_choice(actor, version, one) for version in found for one in version.returns)


def choice(actor: Actor, programme: str, template: str) -> Choice:
    """One of them. Raises Refused, NotFound."""
    found = (one for one in choices(actor, programme) if one.template == template)
    if (one := next(found, None)) is None:
        raise NotFound(_("There is no such return."))
    return one


def as_choice(actor: Actor, version: Version, one: ReturnTemplate) -> Choice:
    """A template of a version as a choice."""
    name = one.words.in_language(actor.language)
    return Choice(version.key, version.name, one.key, name, one.version, one.source, one.to_check)


def versions(actor: Actor, ours: UUID, key: str | None = None) -> list[Version]:
    """The versions that a team runs, or ran until lately: the last returns come after the last day.

    With a ``key`` only that of this programme, or none.
    """
    found = programmes.versions_lately(actor, clock.today(), key)
    return [version for version in found if version.card.organisation_id == ours]


def called(actor: Actor) -> str:
    """What the manager's team is called."""
    house = organisation(actor, require_manager(actor))
    return house.name if house else ""
