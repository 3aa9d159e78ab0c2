"""Who looked at my record, when and why: prepared for the page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit import queries as audit
from cydwaith.commons.people import queries as people
from cydwaith.kernel.actor import Actor

from .words import trail_words


@dataclass(frozen=True, slots=True)
class Look:
    """One line of the page."""

    at: datetime
    who: str
    organisation: str
    did: str
    purpose: str
    mine: bool


def looks(actor: Actor, mine_too: bool = False) -> list[Look]:
    """What was done with the actor's record, newest first; what they did themselves on request."""
    events = audit.about_me(actor)
    if not mine_too:
        events = [
            event for event in events if event.account_id is None or event.account_id != actor.account_id
        ]
    names = people.names(actor, {e.account_id for e in events if e.account_id})
    organisations = people.organisation_names(actor, {e.organisation_id for e in events if e.organisation_id})
    return [
        Look(
            at=event.at,
            who=_who(actor, event, names),
            organisation=organisations.get(event.organisation_id, "") if event.organisation_id else "",
            did=trail_words(event.verb),
            purpose=event.purpose,
            mine=event.account_id is not None and event.account_id == actor.account_id,
        )
        for event in events
    ]


def _who(actor: Actor, event: audit.Seen, names: dict[UUID, str]) -> str:
    if event.account_id is not None and event.account_id == actor.account_id:
        return _("You")
    if event.role.startswith("link:"):
        return _("Somebody with a link that was sent to them")
    if event.role == "system":
        return _("Cydwaith itself")
    if event.account_id is None:
        return _("Somebody who was not signed in")
    return str(names.get(event.account_id) or _("Somebody you let in"))
