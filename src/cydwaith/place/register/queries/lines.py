"""One line of the register, in words ready to show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..rules import Facts, Place, Reason, Risk, place_in_line, relying, risks
from ..words import COLOURS, REASONS, URGENCIES, room, sentence
from .actions import ActionRow, open_actions
from .facts import Entry, facts
from .hoods import hood_names


@dataclass(frozen=True, slots=True)
class Why:
    """One reason: its name, and a sentence with its figures."""

    reason: Reason
    name: str
    sentence: str
    how_soon: str
    colour: str


@dataclass(frozen=True, slots=True)
class Line:
    """A service and how it stands. ``relying``: people asked for in this month and the two before it."""

    id: UUID
    name: str
    name_lang: str
    organisation: str
    neighbourhood: str
    why: tuple[Why, ...]
    how_soon: str
    colour: str
    relying: int
    room: str
    facts: Facts
    action: ActionRow | None

    @property
    def in_hand(self) -> bool:
        """Whether something is being done that is not past its day."""
        return self.action is not None and not self.action.is_late


@dataclass(frozen=True, slots=True)
class Found:
    """A service at risk, before it is put into words."""

    entry: Entry
    facts: Facts
    risks: tuple[Risk, ...]
    action: ActionRow | None

    def place(self, today: date) -> Place:
        """Where it stands in the list."""
        in_hand = self.action is not None and not self.action.is_late
        people = relying(self.facts.asked, today)
        return place_in_line(self.risks, people, self.entry.name, in_hand=in_hand)


def look(found: Sequence[Entry], doing: Mapping[UUID, ActionRow]) -> list[Found]:
    """What puts each of these services at risk, if anything, and what is being done about it."""
    today = clock.today()
    return [
        Found(entry, known, risks(known, today), doing.get(entry.id))
        for entry, known in zip(found, facts(found), strict=True)
    ]


def lines(actor: Actor, found: Sequence[Entry]) -> list[Line]:
    """The lines of these services, in the order given."""
    keys = [one.id for one in found]
    where = hood_names(actor, keys)
    return [_line(actor, one, where.get(one.entry.id, "")) for one in look(found, open_actions(actor, keys))]


def _line(actor: Actor, found: Found, neighbourhood: str) -> Line:
    entry, today = found.entry, clock.today()
    why = tuple(why_of(risk, found.facts, today) for risk in found.risks)
    name, lang = called(actor, entry.name, entry.name_cy)
    return Line(
        id=entry.id,
        name=name,
        name_lang=lang,
        organisation=called(actor, entry.organisation or "", entry.organisation_cy or "")[0],
        neighbourhood=neighbourhood,
        why=why,
        how_soon=why[0].how_soon if why else "",
        colour=why[0].colour if why else "",
        relying=relying(found.facts.asked, today),
        room=room(found.facts.can_take),
        facts=found.facts,
        action=found.action,
    )


def why_of(risk: Risk, known: Facts, today: date) -> Why:
    """A reason in words."""
    return Why(
        risk.reason,
        str(REASONS[risk.reason]),
        sentence(risk.reason, known, today),
        str(URGENCIES[risk.urgency]),
        COLOURS[risk.urgency],
    )


def called(actor: Actor, name: str, name_cy: str) -> tuple[str, str]:
    """A name in the reader's language, and "en" where the page is Welsh and only the English is there."""
    if actor.language != "cy":
        return name, ""
    return (name_cy, "") if name_cy else (name, "en")
