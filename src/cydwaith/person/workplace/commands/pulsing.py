"""A few questions to everybody at an employer: opening a round, and counting one set of answers."""

from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound

from ..models import Pulse, PulseDevice
from ..policy import may_check, may_take
from ..queries.pulsing import question_keys
from ..rules import PULSE_DAYS, added


@command("pulse_opened", permit=may_check)
def open_pulse(actor: Actor, *, closes_on: date, headcount: int | None = None) -> Done[UUID]:
    """Open a round; one at a time. Raises ``Invalid``, ``Conflict``."""
    today = clock.today()
    if not today < closes_on <= today + timedelta(days=PULSE_DAYS):
        raise Invalid(_("Choose a day after today, within two months."), "closes_on")
    if Pulse.objects.as_seen_by(actor).filter(closes_on__gte=today).exists():
        raise Conflict(_("A round is open already. Wait until it is over."))
    row = Pulse.objects.create(
        organisation_id=actor.organisation_id,
        by_account_id=actor.account_id,
        opened_at=clock.now(),
        closes_on=closes_on,
        headcount=headcount,
    )
    return Done(row.id, subject=row.id, fields=("closes_on", "headcount"))


@command("pulse_answered", permit=may_take)
def answer_pulse(actor: Actor, *, pulse_id: UUID, device: str, answers: Mapping[str, int]) -> Done[None]:
    """Count one set of answers; the answers themselves are not kept. Once for each device.

    Raises ``Invalid`` where nothing is answered, ``Conflict``, ``NotFound``.
    """
    said = {key: value for key, value in answers.items() if key in question_keys(actor)}
    if not said or not all(0 <= value <= 10 for value in said.values()):
        raise Invalid(_("Answer one question at least."))
    row = Pulse.objects.as_seen_by(actor).select_for_update().filter(id=pulse_id).first()
    if row is None or row.closes_on < clock.today():
        raise NotFound(_("This round is over."))
    mark = sha256(f"{pulse_id}{device}".encode()).hexdigest()
    if approved_rows(PulseDevice).filter(pulse_id=pulse_id, mark=mark).exists():
        raise Conflict(_("This device has answered already."))
    PulseDevice.objects.create(pulse=row, mark=mark)
    row.tally, row.answered = added(row.tally, said), row.answered + 1
    row.save(update_fields=["tally", "answered"])
    return Done(None, subject=pulse_id)
