"""The vocational profile: as words for people, as choices for matching."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor

from ..models import Draft
from ..rules.profile import ProfileAnswers, read
from ..rules.vocabulary import Sheet
from .statement import newest


@dataclass(frozen=True, slots=True)
class Profile:
    """What somebody wants from work. ``number`` 0: still a draft, nothing kept yet."""

    person_id: UUID
    number: int
    at: datetime
    said: ProfileAnswers


@sensitive_read("work_profile_seen", "profile")
def profile(actor: Actor, person_id: UUID) -> Profile | None:
    """The newest kept profile, else the draft, else None: also where work is not open to the actor."""
    for row in newest(actor, person_id, Sheet.PROFILE):
        return Profile(person_id, row.number, row.written_at, read(row.answers))
    for row in _draft(actor, person_id):
        return Profile(person_id, 0, row.written_at, read(row.answers))
    return None


@prepared
def _draft(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Draft.objects.as_seen_by(actor).filter(person_id=person_id, sheet=Sheet.PROFILE.value)
