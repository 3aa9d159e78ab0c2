"""Rounds of a few questions: what was told of each, the codes to hand out, where a code leads."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import NotFound
from cydwaith.methods.measures import instrument

from ..models import Pulse
from ..rules.pulse import Told, Way, codes, lot_of, may_open_from, readable, tidy

INSTRUMENTS = ("ons4", "work_ability")
READER = system("to find the round of a code")
LATEST = 20


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One question, and how many of ten find it hard: about, and between which."""

    words: str
    about: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class PulseRow:
    """One round. ``answered`` is rounded down to tens; 0 and no shares where nothing may be told."""

    id: UUID
    closes_on: date
    headcount: int | None
    by_codes: bool
    is_open: bool
    waits: bool
    answered: int
    too_many: bool
    shares: tuple[ShareRow, ...]


@dataclass(frozen=True, slots=True)
class PulsePage:
    """The rounds of an employer, the newest first, and from when another may open; None while one is."""

    rows: tuple[PulseRow, ...]
    may_open_from: date | None

    @property
    def may_open(self) -> bool:
        """Whether another may open today."""
        return self.may_open_from is not None and self.may_open_from <= clock.today()


def question_keys(actor: Actor) -> tuple[str, ...]:
    """The keys of the questions."""
    return tuple(item.key for key in INSTRUMENTS for item in instrument(key).items)


def introductions(actor: Actor) -> tuple[str, ...]:
    """What is said before the questions of each instrument, in the reader's language."""
    said = (instrument(key).intro for key in INSTRUMENTS)
    return tuple(words.in_language(actor.language) if words else "" for words in said)


def pulses(actor: Actor) -> PulsePage:
    """The rounds of the actor's own organisation."""
    rows = Pulse.objects.as_seen_by(actor).order_by("-opened_at", "-id")
    found = tuple(_row(actor, row) for row in rows[:LATEST])
    if any(row.is_open for row in found):
        return PulsePage(found, None)
    last = max((row.closes_on for row in found), default=None)
    return PulsePage(found, may_open_from(last) or clock.today())


def taking(actor: Actor, pulse_id: UUID) -> bool:
    """Whether a round can be answered now by its link."""
    rows = Pulse.objects.as_seen_by(actor).filter(id=pulse_id, closes_on__gte=clock.today())
    return bool(rows.filter(way=Way.LINK.value).exists())


def sheet(actor: Actor, pulse_id: UUID) -> tuple[str, ...]:
    """The codes of an open round, to print; never which of them were used. Raises ``NotFound``."""
    rows = Pulse.objects.as_seen_by(actor).filter(id=pulse_id, closes_on__gte=clock.today())
    row = rows.filter(way=Way.CODES.value).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    return tuple(map(readable, codes_of(row)))


def round_of(actor: Actor, code: str) -> UUID | None:
    """The open round to which a code belongs, used or not; None for a code that there is not."""
    typed = tidy(code)
    rows = Pulse.objects.as_seen_by(READER).filter(lot=lot_of(typed), closes_on__gte=clock.today())
    return next((row.id for row in rows.exclude(lot="") if typed in codes_of(row)), None)


def to_tell(actor: Actor) -> list[UUID]:
    """Rounds that are over and of which nothing was told yet. For the software."""
    rows = Pulse.objects.as_seen_by(actor).filter(closes_on__lt=clock.today(), result__isnull=True)
    return list(rows.order_by("closes_on", "id").values_list("id", flat=True))


def codes_of(row: Pulse) -> tuple[str, ...]:
    """All codes of a round."""
    return codes(secret(), row.id, row.headcount or 0)


def secret() -> bytes:
    """What codes are made from."""
    return settings.SECRET_KEY.encode()


def _row(actor: Actor, row: Pulse) -> PulseRow:
    is_over = row.closes_on < clock.today()
    told = Told.from_dict(row.result) if is_over and row.result else None
    return PulseRow(
        id=row.id,
        closes_on=row.closes_on,
        headcount=row.headcount,
        by_codes=row.way == Way.CODES.value,
        is_open=not is_over,
        waits=is_over and told is None,
        answered=told.answered if told else 0,
        too_many=told.too_many if told else False,
        shares=_shares(actor, told) if told else (),
    )


def _shares(actor: Actor, told: Told) -> tuple[ShareRow, ...]:
    items = (item for key in INSTRUMENTS for item in instrument(key).items)
    return tuple(
        ShareRow(item.words.in_language(actor.language), share.about, share.least, share.most)
        for item in items
        if item.words and (share := told.shares.get(item.key))
    )
