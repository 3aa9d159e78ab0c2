"""Who may see and write attempts and talks."""

from typing import Any
from uuid import UUID

from cydwaith.commons.circle.policy import ScopedToPerson, may_see
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor

from .models import ContactAttempt, Talk

ATTEMPTS = "The person, and those they let in to their referrals, see the attempts to reach them."
TALKS = "The person, and those they let in to their plan, see the notes of their talks."

register(ContactAttempt, ScopedToPerson(Scope.REFERRALS, sentence=ATTEMPTS))
register(Talk, ScopedToPerson(Scope.PLAN, sentence=TALKS))


def may_log_attempt(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """Practitioners who may see where the request for support stands."""
    return Decision(actor.is_practitioner and may_see(actor, person_id, Scope.REFERRALS), ATTEMPTS)


def may_write_talk(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """Practitioners whom the person let in to their plan."""
    return Decision(actor.is_practitioner and may_see(actor, person_id, Scope.PLAN), TALKS)


def may_write_next_step(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person themselves."""
    return Decision(actor.is_person(person_id), TALKS)
