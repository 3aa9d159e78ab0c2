"""The last day of a programme: set, changed, taken away; what is in force until then stays as it is."""

from datetime import date

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound

from ..last_days import require_possible
from ..models import LastDay, Programme
from ..policy import may_load
from ..rules.definition import LONGEST_NOTE


@command("programme_last_day_said", permit=may_load)
def say_last_day(actor: Actor, *, key: str, last: date | None, why: str) -> Done[None]:
    """Say on which day the newest version of a programme ends, None for no end.

    An earlier version ends where the next one begins, so its last day is not said here. Raises Invalid,
    NotFound, Conflict where a next version came meanwhile.
    """
    row = Programme.objects.select_for_update().filter(key=key).order_by("-valid_from").first()
    if row is None:
        raise NotFound("programme")
    if Programme.objects.filter(key=key, valid_from__gt=row.valid_from).exists():
        raise Conflict(_("A next version has come meanwhile. Look at it first."))
    require_possible(row.valid_from, row.valid_to, last)
    if not why.strip() or len(why) > LONGEST_NOTE:
        raise Invalid(_("Say why, in one line."), "why")
    row.valid_to = last
    row.save(update_fields=["valid_to"])
    LastDay.objects.create(programme=row, last=last, why=why.strip(), made_by=actor.name, made_at=clock.now())
    return Done(None, subject=row.id, fields=("valid_to",))
