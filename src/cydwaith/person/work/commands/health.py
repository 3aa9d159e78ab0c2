"""Words about health for documents: kept apart, used only where they are ticked."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict
from cydwaith.person.plans.commands.record import hand, lock, plain, put

from ..models import HealthWords
from ..policy import may_write_health
from ..rules.paper import seal_of


@command("work_health_written", permit=may_write_health)
def write_health(
    actor: Actor, *, person_id: UUID, words: str, with_person: bool = False, seen: str | None = None
) -> Done[UUID]:
    """Write, change or empty the words about health.

    ``seen`` is the seal of the words as the writer saw them; None asks for no check. Raises
    ``Conflict`` where somebody wrote something else in between.
    """
    lock(person_id)
    values = {"words": plain(words, "words"), **hand(actor, person_id, with_person)}
    row = HealthWords.objects.as_seen_by(actor).filter(person_id=person_id).first()
    there = row.words if row else ""
    if seen is not None and seen != seal_of(there) and there != values["words"]:
        raise Conflict(_("Somebody changed this while you were writing. Nothing of yours is lost."))
    if row is None:
        row = HealthWords.objects.create(**values)
    else:
        row.save(update_fields=put(row, values))
    return Done(row.id, person_id=person_id, subject=row.id, fields=("words",))
