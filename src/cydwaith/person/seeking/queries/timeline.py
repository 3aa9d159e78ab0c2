"""What looking for work adds to the one timeline."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from .contacts import contacts_of
from .interests import interests


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened."""

    at: datetime
    title: str
    words: str = ""
    by: str = ""


def timeline(actor: Actor, person_id: UUID) -> list[Moment]:
    """Talks with employers for the person, and what they said that they are interested in."""
    talks = [
        Moment(
            datetime.combine(row.on, time(12), clock.LONDON),
            _("Talk with %(who)s") % {"who": row.employer},
            ". ".join(part for part in (row.came_of, row.words) if part),
            row.by,
        )
        for row in contacts_of(actor, person_id)
    ]
    said = interests(actor, person_id)
    told = [Moment(row.at, _("Interested in: %(what)s") % {"what": row.title}, row.employer) for row in said]
    answered = [
        Moment(row.answered_at, row.answer, row.answer_words, row.employer) for row in said if row.answered_at
    ]
    return talks + told + answered
