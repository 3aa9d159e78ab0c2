"""A group's answer: still right, or this has changed, and how it stands; all in one press."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.commands import assure_record

from ..models import Proposal
from ..policy import may_answer
from ..queries.entry import Entry, entry
from ..rules.entry import changes
from .asking import close
from .pausing import say_standing


@dataclass(frozen=True, slots=True)
class Said:
    """What the form held: texts by field, what the fields held when it was shown, how the group stands.

    ``standing`` has the words of ``say_standing``, or is None where nobody touched that part.
    """

    texts: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    standing: dict[str, Any] | None = None


@command("entry_answered", permit=may_answer)
def answer(actor: Actor, *, service_id: UUID, said: Said) -> Done[UUID | None]:
    """Take a group's answer. Without changes its entry is assured today; with changes a steward looks.

    The value is the proposal that waits, if there is one. Raises NotFound, Invalid.
    """
    now = entry(actor, service_id)
    if said.standing is not None:
        say_standing(actor, service_id=service_id, **said.standing)
    changed = changes(said.shown or now.texts, said.texts)
    close(service_id)
    if not changed:
        assure_record(actor, key=service_id, by=assurer(now))
        return Done(None, subject=service_id, fields=("assured_date", "assured_by"))
    _withdraw(service_id)
    row = Proposal.objects.create(
        service_id=service_id,
        by="group",
        values={one.field: one.after for one in changed},
        before={one.field: one.before for one in changed},
        language=actor.language,
    )
    return Done(row.id, subject=service_id, fields=tuple(one.field for one in changed))


def assurer(now: Entry) -> str:
    """Who says so: the organisation that runs it; a group without one is its own."""
    return now.organisation or now.texts["name"]


def _withdraw(service_id: UUID) -> None:
    """A newer answer takes the place of one that still waits."""
    approved_rows(Proposal).filter(service_id=service_id, by="group", outcome="waiting").update(
        outcome="replaced"
    )
