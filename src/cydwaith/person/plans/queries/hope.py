"""Hope for work: each voice apart, never averaged."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.policy import reads_as_employer
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Refused

from ..models import Hope
from .who import Reader, reader_of, writer_of


@dataclass(frozen=True, slots=True)
class HopeSaid:
    """One answer, 0 to 10."""

    value: int
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HopeVoice:
    """One rater's answers: the latest, and those before it, newest first."""

    who: str
    written_down_by: str
    persons_own: bool
    latest: HopeSaid
    earlier: tuple[HopeSaid, ...]


@dataclass(frozen=True, slots=True)
class HopePage:
    """Every voice that the reader may hear, the person's first."""

    person_id: UUID
    called: str
    own: bool
    voices: tuple[HopeVoice, ...]
    may_write_down: bool


@sensitive_read("about_me_seen", "hope for work")
def hopes(actor: Actor, person_id: UUID) -> HopePage:
    """Hope for work by each voice. Raises ``Refused`` where it is not open, as to an employer."""
    by = reader_of(actor, person_id, Scope.WORK)
    if not by.own and reads_as_employer(actor, person_id, Scope.WORK):
        raise Refused(_("This is not here, or not open to you."))
    return HopePage(person_id, by.called, by.own, voices(by), by.writes(Scope.WORK))


def voices(by: Reader) -> tuple[HopeVoice, ...]:
    """The person's voice first, then others by when they last spoke, newest first."""
    apart: dict[object, list[Hope]] = defaultdict(list)
    for row in _said(by.actor, by.person_id):
        apart["person" if row.persons_own else row.by_account_id or row.by_name].append(row)
    return tuple(_voice(said, by) for said in sorted(apart.values(), key=lambda s: not s[0].persons_own))


@prepared
def _said(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Hope.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-written_at", "-id")


def _voice(said: list[Hope], by: Reader) -> HopeVoice:
    latest, *earlier = [HopeSaid(row.value, row.note, row.written_at) for row in said]
    newest = said[0]
    person = _("you") if by.own else by.called
    return HopeVoice(
        who=person if newest.persons_own else writer_of(newest, by),
        written_down_by="" if newest.by_person or not newest.persons_own else writer_of(newest, by),
        persons_own=newest.persons_own,
        latest=latest,
        earlier=tuple(earlier),
    )
