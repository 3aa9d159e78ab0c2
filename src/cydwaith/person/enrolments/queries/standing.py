"""How many are on a programme, for whoever says its last day: no names, and few are never counted out."""

from datetime import date

from django.db.models import Q

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import Refused
from cydwaith.place.programmes.policy import SENTENCE, may_load
from cydwaith.place.programmes.standing import Standing

from ..models import Enrolment

COUNTING = system("count who is on a programme")
FIVES = 5


def standing(actor: Actor, key: str, after: date | None) -> Standing:
    """In fives, rounded down; and whether somebody is written down to start after a day. Raises Refused."""
    if not may_load(actor).allowed:
        raise Refused(SENTENCE)
    today = clock.today()
    going_on = Q(ended=None) | Q(ended__gt=today)
    rows = Enrolment.objects.as_seen_by(COUNTING).filter(going_on, programme__key=key)
    people = rows.filter(started__lte=today).values("person_id").distinct().count()
    starts_after = after is not None and rows.filter(started__gt=after).exists()
    return Standing(people // FIVES * FIVES, starts_after)
