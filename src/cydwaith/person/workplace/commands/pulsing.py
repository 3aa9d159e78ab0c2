"""A few questions to everybody at an employer: opening a round, counting one set of answers, telling."""

from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from secrets import randbits
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import clock, ids
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.web.templatetags.web import plain_date

from ..models import Pulse, PulseMark
from ..policy import may_check, may_remind, may_take
from ..queries.pulsing import codes_of, question_keys, secret
from ..rules.pulse import (
    FEWEST_ANSWERS,
    LONGEST_DAYS,
    MOST_CODES,
    Way,
    added,
    codes,
    lot_of,
    may_open_from,
    tidy,
    told,
)


@command("pulse_opened", permit=may_check)
def open_pulse(actor: Actor, *, closes_on: date, headcount: int, way: Way = Way.CODES) -> Done[UUID]:
    """Open a round for so many people; one at a time, and not too often. Raises ``Invalid``, ``Conflict``."""
    _require_sound(closes_on, headcount, way)
    _require_apart(actor)
    pulse_id = ids.new_id()
    row = Pulse.objects.create(
        id=pulse_id,
        organisation_id=actor.organisation_id,
        by_account_id=actor.account_id,
        opened_at=clock.now(),
        closes_on=closes_on,
        headcount=headcount,
        way=way.value,
        lot=lot_of(codes(secret(), pulse_id, 1)[0]) if way is Way.CODES else "",
    )
    return Done(row.id, subject=row.id, fields=("closes_on", "headcount", "way"))


@command("pulse_answered", permit=may_take)
def answer_pulse(
    actor: Actor, *, pulse_id: UUID, answers: Mapping[str, int], device: str = "", code: str = ""
) -> Done[None]:
    """Count one set of answers; they themselves are not kept. Once for each code, or each device.

    Raises ``Invalid`` where nothing is answered or the code is not one, ``Conflict``, ``NotFound``.
    """
    said = {key: value for key, value in answers.items() if key in question_keys(actor)}
    if not said or not all(0 <= value <= 10 for value in said.values()):
        raise Invalid(_("Answer one question at least."))
    row = Pulse.objects.as_seen_by(actor).select_for_update().filter(id=pulse_id).first()
    if row is None or row.closes_on < clock.today():
        raise NotFound(_("This round is over."))
    _use_up(row, device, code)
    row.tally, row.answered = added(row.tally, said), row.answered + 1
    row.save(update_fields=["tally", "answered"])
    return Done(None, subject=pulse_id)


@command("pulse_told", permit=may_remind)
def tell_pulse(actor: Actor, *, pulse_id: UUID) -> Done[None]:
    """Keep what may be told of a round that is over, and let go of the counts and the marks behind it."""
    row = Pulse.objects.as_seen_by(actor).select_for_update().get(id=pulse_id)
    if row.result is not None or row.closes_on >= clock.today():
        raise Conflict(_("This was done already, or is not over."))
    row.result = told(row.tally, row.answered, row.headcount, lambda: bool(randbits(1))).to_dict()
    row.tally, row.answered = {}, 0
    row.save(update_fields=["result", "tally", "answered"])
    approved_rows(PulseMark).filter(pulse_id=pulse_id).delete()
    return Done(None, subject=pulse_id, fields=("result",))


def _require_sound(closes_on: date, headcount: int, way: Way) -> None:
    today = clock.today()
    if not today < closes_on <= today + timedelta(days=LONGEST_DAYS):
        raise Invalid(_("Choose a day after today, within two months."), "closes_on")
    if headcount < FEWEST_ANSWERS:
        raise Invalid(
            _("With fewer than 10 people no result would ever be shown. Talk with them instead."), "headcount"
        )
    if way is Way.CODES and headcount > MOST_CODES:
        raise Invalid(
            _("Codes are for up to %(most)d people. Open a round for each part of the house.")
            % {"most": MOST_CODES},
            "headcount",
        )


def _require_apart(actor: Actor) -> None:
    last = Pulse.objects.as_seen_by(actor).order_by("-closes_on").values_list("closes_on", flat=True).first()
    if last is not None and last >= clock.today():
        raise Conflict(_("A round is open already. Wait until it is over."))
    first = may_open_from(last)
    if first is not None and clock.today() < first:
        raise Conflict(_("The next round can open on %(day)s.") % {"day": plain_date(first)})


def _use_up(row: Pulse, device: str, code: str) -> None:
    """Mark the code or the device, so that it counts once."""
    if row.way == Way.CODES.value and tidy(code) not in codes_of(row):
        raise Invalid(_("We do not know this code. Look at it again, letter by letter."), "code")
    by_code = row.way == Way.CODES.value
    mark = sha256(f"{row.id}{tidy(code) if by_code else device}".encode()).hexdigest()
    if approved_rows(PulseMark).filter(pulse_id=row.id, mark=mark).exists():
        used = _("This code has been used already."), _("This device has answered already.")
        raise Conflict(used[0] if by_code else used[1])
    PulseMark.objects.create(pulse=row, mark=mark)
