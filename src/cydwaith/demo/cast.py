"""Who takes part in the story, and how each is signed in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from cydwaith.commons.circle.actors import actor_for
from cydwaith.commons.people.queries import account_by_email
from cydwaith.kernel.actor import Actor, Strength
from cydwaith.kernel.errors import NotFound
from cydwaith.person.referrals.commands import Asked
from cydwaith.person.referrals.queries import service_to_ask
from cydwaith.place.directory.models import Service

from .content import Record, read, stable_id
from .diary import Calendar, Entry
from .valley import OPERATOR, SOURCE, organisation_id, somebody


@dataclass(frozen=True)
class Cast:
    """Everybody who works in the valley, and what they work with."""

    calendar: Calendar
    staff: dict[str, Actor]
    hoods: dict[str, str]
    organisations: dict[str, UUID]
    services: dict[str, UUID]
    asked: dict[tuple[str, str], Asked] = field(default_factory=dict)


def gather(calendar: Calendar) -> Cast:
    """Sign everybody in."""
    works = [one for one in read("accounts")["sign_ins"] if "organisation" in one]
    content = read("organisations")
    return Cast(
        calendar=calendar,
        staff={one["key"]: somebody(one) for one in works},
        hoods={hood["key"]: hood["code"] for hood in read("place")["neighbourhoods"]},
        organisations={one["key"]: organisation_id(one["key"]) for one in content["organisations"]},
        services={row.external_id: row.id for row in Service.objects.filter(source__name=SOURCE)},
    )


@dataclass
class Life:
    """One person's story while it is told: what is written, and what has come of it so far."""

    record: Record
    cast: Cast
    person: UUID | None = None
    request: UUID | None = None
    own: Actor | None = None
    goals: dict[str, UUID] = field(default_factory=dict)
    permissions: dict[str, UUID] = field(default_factory=dict)
    statements: dict[str, UUID] = field(default_factory=dict)
    papers: dict[str, UUID] = field(default_factory=dict)

    @property
    def id(self) -> UUID:
        """The person's record. Raises NotFound before they have come."""
        if self.person is None:
            raise NotFound(self.record["key"])
        return self.person

    @property
    def referral(self) -> UUID:
        """Their own request for support. Raises NotFound before they have come."""
        if self.request is None:
            raise NotFound(self.record["key"])
        return self.request

    @property
    def language(self) -> str:
        """The language of their pages."""
        return "cy" if self.record["language"] == "cy" else "en"

    @property
    def has_page(self) -> bool:
        """Whether they sign in themselves; others write on paper or with their coach."""
        return bool(self.record.get("own_page", True))

    @property
    def coach(self) -> Actor:
        """Who walks with them."""
        return self.cast.staff[self.record["triage"]["coach"]]

    @property
    def coach_account(self) -> UUID:
        """The coach's account."""
        if self.coach.account_id is None:
            raise NotFound(self.record["triage"]["coach"])
        return self.coach.account_id

    @property
    def hand(self) -> Actor:
        """Who writes: the person, or the coach together with them."""
        return self.own or self.coach

    @property
    def together(self) -> bool:
        """Whether somebody else holds the pen."""
        return self.own is None

    def sign_in(self) -> None:
        """From now on the person writes for themselves."""
        account_id = account_by_email(OPERATOR, self.record["email"])
        if account_id is not None:
            self.own = actor_for(account_id, Strength.CODE, self.language)

    def told(self, kind: str) -> list[Record]:
        """The parts of the story of one kind."""
        found: list[Record] = self.record.get(kind, [])
        return found

    def on(self, day: int, minute: int, act: Callable[[], object]) -> Entry:
        """An entry of the diary in the person's language."""
        return Entry(day, minute, act, self.language)

    def service(self, key: str) -> Asked:
        """A service of the valley's directory, called as in their language; looked up once."""
        seen = self.cast.asked
        if (key, self.language) not in seen:
            service_id = self.cast.services[str(stable_id("service", key))]
            seen[key, self.language] = service_to_ask(Actor(language=self.language), service_id)
        return seen[key, self.language]
