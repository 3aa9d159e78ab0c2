"""Who reads, and who wrote: said the same way on every page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.circle.policy import open_and_called
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Refused

from ..models import Written
from ..policy import EVERYTHING
from ..rules.standing import Hand, hand
from ..words import ROLES


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at a person's plan: what is open to them and how the person is called."""

    actor: Actor
    person_id: UUID
    scopes: Scope
    called: str
    own: bool
    knows_name: bool = True

    def writes(self, scope: Scope) -> bool:
        """Whether they may write in this part; the same rule as ``policy.writes``."""
        return self.own or (self.actor.is_practitioner and scope in self.scopes)


def reader(actor: Actor, person_id: UUID) -> Reader:
    """The reader of a person's plan; some of it must be open. Raises ``Refused``."""
    own = actor.is_person(person_id)
    scopes, called = (EVERYTHING, "") if own else open_and_called(actor, person_id)
    if not scopes & EVERYTHING:
        raise Refused(_("This is not here, or not open to you."))
    knows_name = own or bool(called)
    called = called if knows_name else _("the person")
    return Reader(actor, person_id, scopes & EVERYTHING, called, own, knows_name)


def reader_of(actor: Actor, person_id: UUID, scope: Scope) -> Reader:
    """The reader of one part, which must be open. Raises ``Refused``."""
    found = reader(actor, person_id)
    if scope not in found.scopes:
        raise Refused(_("This is not here, or not open to you."))
    return found


@dataclass(frozen=True, slots=True)
class Signed:
    """Whose words, when, and the sentence that says so; ``by`` names all who wrote."""

    sentence: str
    writer: str
    by: str
    at: datetime
    hand: Hand
    hand_label: str


def sign(row: Written, by: Reader) -> Signed:
    """Who wrote a row, as this reader should read it."""
    writer, whose = writer_of(row, by), hand(row.by_person, row.with_person)
    everyone = writer
    if whose is Hand.TOGETHER:
        parts = {"writer": writer, "person": _("you") if by.own else by.called}
        everyone = _("%(writer)s with %(person)s") % parts
    sentence = _("Written by %(who)s") % {"who": everyone}
    return Signed(sentence, writer, everyone, row.written_at, whose, _hand_label(whose, by.own))


def writer_of(row: Written, by: Reader) -> str:
    """The one who wrote: you, the person by name, or a name with role and organisation."""
    if row.by_person:
        return _("you") if by.own else by.called
    if row.by_account_id is not None and row.by_account_id == by.actor.account_id:
        return _("you")
    role = str(ROLES.get(row.by_role, row.by_role))
    known_as = ", ".join(part for part in (role, row.by_organisation) if part)
    return _("%(name)s (%(role)s)") % {"name": row.by_name or _("somebody"), "role": known_as}


def _hand_label(whose: Hand, own: bool) -> str:
    if whose is Hand.OWN:
        return _("Your own words") if own else _("Their own words")
    if whose is Hand.TOGETHER:
        return _("Written together")
    return _("Written about you") if own else _("Written about them")
