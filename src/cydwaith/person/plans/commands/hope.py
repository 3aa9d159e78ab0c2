"""Hope for work, one voice at a time."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from ..models import Hope
from ..policy import may_say_hope
from ..rules.progress import is_rating
from .record import hand, plain


@command("hope_said", permit=may_say_hope)
def say_hope(actor: Actor, *, person_id: UUID, value: int, persons_own: bool, note: str = "") -> Done[UUID]:
    """Say how much hope for work there is, 0 to 10.

    ``persons_own``: the person's own answer, given or written down with them. Otherwise the
    rater's own view. Earlier answers stay; voices are never mixed.
    """
    require_rating(value)
    wrote = hand(actor, person_id, with_person=persons_own)
    row = Hope.objects.create(value=value, note=plain(note, "note"), persons_own=persons_own, **wrote)
    return Done(row.id, person_id=person_id, subject=row.id, fields=("hope",))


def require_rating(value: int) -> None:
    """Raise ``Invalid`` unless the value is on the scale."""
    if not is_rating(value):
        raise Invalid(_("Choose a number from 0 to 10."), "value")
