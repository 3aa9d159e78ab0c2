"""One answer set, to be put right."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import Reading


@dataclass(frozen=True, slots=True)
class GivenAnswers:
    """The raw answers of a reading, with the goals that it was about."""

    id: UUID
    person_id: UUID
    instrument: str
    taken_at: datetime
    answers: Mapping[str, int | str]
    own_items: Mapping[str, str]


def given_answers(actor: Actor, reading_id: UUID) -> GivenAnswers:
    """A reading that was not put right yet. Raises ``NotFound``."""
    row = Reading.objects.as_seen_by(actor).filter(id=reading_id, replaced_by=None).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    return _given(actor, row.person_id, row)


@sensitive_read("measures_seen", "answers")
def _given(actor: Actor, person_id: UUID, row: Reading) -> GivenAnswers:
    return GivenAnswers(row.id, person_id, row.instrument, row.taken_at, row.answers, row.own_items)
