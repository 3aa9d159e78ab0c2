"""What looking for work adds to the one timeline."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.person.plans.moments import Moment, at_noon

from .contacts import contacts_of
from .interests import interests


def timeline(actor: Actor, person_id: UUID) -> list[Moment]:
    """Talks with employers for the person, and what they said that they are interested in."""
    talks = [
        Moment(
            at_noon(row.on),
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
