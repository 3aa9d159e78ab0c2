"""The vocational profile: as words for people, as choices for matching."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.kernel.actor import Actor

from ..models import Draft, Kept
from ..rules.profile import ProfileAnswers, read
from ..rules.vocabulary import Sheet


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
    rows = Kept.objects.as_seen_by(actor).filter(person_id=person_id, sheet=Sheet.PROFILE.value)
    if kept := rows.order_by("-number").first():
        return Profile(person_id, kept.number, kept.written_at, read(kept.answers))
    draft = Draft.objects.as_seen_by(actor).filter(person_id=person_id, sheet=Sheet.PROFILE.value).first()
    return Profile(person_id, 0, draft.written_at, read(draft.answers)) if draft else None
