"""Reads: how a team stands on a scale, each item with the evidence behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.prepared import prepared
from cydwaith.commons.people.queries import organisation, organisations
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound, Refused
from cydwaith.methods.fidelity import (
    IPS_25,
    Computed,
    FidelityScale,
    Rating,
    Standing,
    agreement,
    compute_ips,
    rate,
)
from cydwaith.methods.words import Words
from cydwaith.place.programmes.models import Programme

from . import words
from .facts import facts_of, half_year
from .models import BenefitsTalk, JobcentreTalk, Rated, Staffing, WeekOfWork
from .policy import BENEFITS, is_of_team, may_look, may_note_benefits, require_look
from .record import Record, record_of
from .rules import Kind
from .scales import READER, scale, scales

COMPUTED = "computed"
KINDS = (COMPUTED, Kind.SELF, Kind.INDEPENDENT)
MONTHS = 6
FEWEST = 5


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A team whose work can be looked at."""

    id: UUID
    name: str
    is_own: bool


class Seen(NamedTuple):
    """One kind of score for one item: the number, and what it rests on."""

    score: int | None
    scores: tuple[int, ...]
    agreed: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item with what the record computes and what people rated, side by side."""

    key: str
    name: str
    section: str
    computed: Seen
    own: Seen
    independent: Seen


@dataclass(frozen=True, slots=True)
class Total:
    """What one kind of score comes to: a total and band, or the range that it must lie in."""

    label: str
    total: int | None
    low: int
    high: int
    band: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """What the items that the record computes came to at the end of a month, of how many."""

    day: date
    total: int
    items: int


@dataclass(frozen=True, slots=True)
class FidelityPage:
    """A team on a scale."""

    organisation_id: UUID
    team: str
    scale: str
    scale_name: str
    version: str
    lowest: int
    highest: int
    first: date
    last: date
    rows: tuple[ItemRow, ...]
    totals: tuple[Total, ...]
    agreement: str
    months: tuple[Month, ...]
    others: tuple[tuple[str, str], ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class TeamSays:
    """What the team said of itself lately, for its own page."""

    organisation_id: UUID
    team: str
    specialists: float | None
    reviewed: str
    since: date | None
    jobcentre: tuple[tuple[date, bool, str], ...]
    weeks: tuple[tuple[date, float, float], ...]


@dataclass(frozen=True, slots=True)
class BenefitsRow:
    """Help with benefits that a person got."""

    on: date
    advice: str
    by: str


def teams(actor: Actor) -> tuple[TeamCard, ...]:
    """The teams that run a programme, as far as the actor may look: their own first."""
    running = set(Programme.objects.values_list("organisation_id", flat=True))
    cards = [
        TeamCard(one.id, one.name, is_of_team(actor, one.id))
        for one in organisations(actor)
        if one.id in running and may_look(actor, one.id)
    ]
    return tuple(sorted(cards, key=lambda card: (not card.is_own, card.name)))


def page(actor: Actor, organisation_id: UUID, scale_key: str) -> FidelityPage:
    """How a team stands today. Raises Refused, NotFound."""
    require_look(actor, organisation_id)
    house, known = organisation(actor, organisation_id), scales()
    used = scale(scale_key, known)
    if house is None:
        raise NotFound(_("There is no such team."))
    looked = half_year(clock.today())
    record = record_of(organisation_id) if used is IPS_25 else None
    computed = compute_ips(facts_of(record, looked)) if record else {}
    ratings = _ratings(organisation_id, used)
    is_own = is_of_team(actor, organisation_id)
    standings = _standings(used, ratings, computed, is_own=is_own)
    return FidelityPage(
        organisation_id=organisation_id,
        team=house.name,
        scale=used.key,
        scale_name=_said(used.name, actor),
        version=used.version,
        lowest=used.lowest,
        highest=used.highest,
        first=looked.first,
        last=looked.last,
        rows=tuple(_rows(actor, used, computed, standings)),
        totals=tuple(_total(actor, used, kind, standings[kind]) for kind in KINDS if kind in standings),
        agreement=_agreement(used, ratings),
        months=_months(record, looked.last, computed) if record else (),
        others=tuple((one.key, _said(one.name, actor)) for one in known if one.key != used.key),
        is_own=is_own,
    )


def item(actor: Actor, organisation_id: UUID, scale_key: str, key: str) -> tuple[FidelityPage, ItemRow]:
    """One item of the page. Raises Refused, NotFound."""
    whole = page(actor, organisation_id, scale_key)
    row = next((one for one in whole.rows if one.key == key), None)
    if row is None:
        raise NotFound(_("There is no such item."))
    return whole, row


def _said(both: Words, actor: Actor) -> str:
    return both.cy if actor.language == "cy" else both.en


def _ratings(organisation_id: UUID, used: FidelityScale) -> list[Rating]:
    """The newest score of each rater for each item."""
    newest: dict[tuple[object, ...], Rating] = {}
    for row in _rated(READER, organisation_id, used.key, used.version):
        rater = str(row.rater_id or row.rater_name)
        newest[row.item, rater, row.kind, row.agreed] = Rating(
            row.item, row.score, rater, row.kind, (f"{row.evidence} ({row.rater_name})",), row.agreed,
        )  # type: ignore[arg-type]  # fmt: skip
    return list(newest.values())


@prepared
def _rated(actor: Actor, organisation_id: UUID, scale_key: str, version: str) -> "QuerySet[Rated]":
    rows = Rated.objects.filter(organisation_id=organisation_id, scale=scale_key, version=version)
    return rows.order_by("at", "id")


def _standings(
    used: FidelityScale, ratings: list[Rating], computed: Mapping[str, Computed], *, is_own: bool
) -> dict[str, Standing]:
    scored = [
        Rating(one.item, one.score, COMPUTED, COMPUTED, (_behind(one, is_own=is_own),))
        for one in computed.values()
        if one.score is not None
    ]
    if not (ratings or scored):
        return {}
    return {one.kind: one for one in rate(used, [*ratings, *scored]).standings}


def _behind(one: Computed, *, is_own: bool) -> str:
    """The number that a computed score rests on, of how many, and where it is read.

    A number of one or two people is theirs: the team knows it anyway, others read that it is of few.
    """
    if not is_own and one.item in words.OF_PEOPLE and one.of < FEWEST:
        return _("The number is of fewer than 5, so only the team sees it. Read from: %(source)s.") % {
            "source": words.FROM[one.item]
        }
    value = "-" if one.value is None else f"{one.value:.1f}".removesuffix(".0")
    return _("%(value)s %(unit)s (n = %(n)d). Read from: %(source)s.") % {
        "value": value,
        "unit": words.UNITS[one.item],
        "n": one.of,
        "source": words.FROM[one.item],
    }


NOTHING = Seen(None, (), agreed=False, evidence=())


def _rows(
    actor: Actor, used: FidelityScale, computed: Mapping[str, Computed], standings: Mapping[str, Standing]
) -> list[ItemRow]:
    seen = {
        kind: {
            one.item: Seen(one.score, one.scores, one.agreed, one.evidence) for one in standings[kind].items
        }
        if kind in standings
        else {}
        for kind in KINDS
    }
    return [
        ItemRow(
            key=one.key,
            name=_said(one.name, actor),
            section=_said(one.section, actor),
            computed=_with_notes(actor, seen[COMPUTED].get(one.key, NOTHING), computed.get(one.key)),
            own=seen[Kind.SELF].get(one.key, NOTHING),
            independent=seen[Kind.INDEPENDENT].get(one.key, NOTHING),
        )
        for one in used.items
    ]


def _with_notes(actor: Actor, seen: Seen, one: Computed | None) -> Seen:
    if one is None:
        return seen
    notes = [_said(note.words, actor) for note in one.notes]
    return Seen(seen.score, seen.scores, seen.agreed, (*seen.evidence, *notes))


def _total(actor: Actor, used: FidelityScale, kind: str, standing: Standing) -> Total:
    label = str(_("From the record")) if kind == COMPUTED else str(words.KIND[Kind(kind)])
    notes = (*standing.refusals, *standing.notes)
    if kind == COMPUTED:
        notes = tuple(note for note in notes if note.code != "no_evidence")
    return Total(
        label=label,
        total=standing.total,
        low=standing.low,
        high=standing.high,
        band=_said(standing.band, actor) if standing.band else "",
        notes=tuple(_said(note.words, actor) for note in notes),
    )


def _agreement(used: FidelityScale, ratings: list[Rating]) -> str:
    """How far independent raters agree, in a sentence; nothing where there are not two."""
    independent = [one for one in ratings if one.kind == Kind.INDEPENDENT.value]
    if len({one.rater for one in independent}) < 2:
        return ""
    found = agreement(used, independent)
    if found.exact is None:
        return ""
    return _("Independent raters gave the same score to %(same)s of %(pairs)s items that both rated.") % {
        "same": found.exact.n,
        "pairs": found.pairs,
    }


def _months(record: Record, today: date, now: Mapping[str, Computed]) -> tuple[Month, ...]:
    """The computed items at the end of each of the last months, and today."""
    ends = [today]
    for _number in range(MONTHS - 1):
        ends.append(ends[-1].replace(day=1) - timedelta(days=1))
    before = [(day, compute_ips(facts_of(record, half_year(day)))) for day in reversed(ends[1:])]
    return tuple(_month(day, computed) for day, computed in (*before, (today, now)))


def _month(day: date, computed: Mapping[str, Computed]) -> Month:
    known = [one.score for one in computed.values() if one.score is not None]
    return Month(day, sum(known), len(known))


def team_says(actor: Actor, organisation_id: UUID) -> TeamSays:
    """What the team said of itself; weeks are the reader's own. Raises Refused."""
    require_look(actor, organisation_id)
    house = organisation(actor, organisation_id)
    staffing = Staffing.objects.filter(organisation_id=organisation_id).order_by("-valid_from").first()
    talks = JobcentreTalk.objects.filter(organisation_id=organisation_id).order_by("-on", "-id")[:10]
    weeks = WeekOfWork.objects.as_seen_by(actor).filter(organisation_id=organisation_id).order_by("-monday")
    return TeamSays(
        organisation_id=organisation_id,
        team=house.name if house else "",
        specialists=float(staffing.specialists) if staffing else None,
        reviewed=str(dict(words.REVIEWED)[staffing.reviewed]) if staffing else "",  # type: ignore[index]
        since=staffing.valid_from if staffing else None,
        jobcentre=tuple((one.on, one.meeting, one.by_name) for one in talks),
        weeks=tuple((one.monday, float(one.hours), float(one.hours_out)) for one in weeks[:10]),
    )


def benefits_rows(actor: Actor, person_id: UUID) -> tuple[BenefitsRow, ...]:
    """Help with benefits that a person got, newest first, for them and those they let in to their work."""
    rows = BenefitsTalk.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-on", "-id")
    return tuple(BenefitsRow(row.on, str(dict(words.ADVICE)[row.advice]), row.by_name) for row in rows)


@sensitive_read("benefits_talks_seen", "work")
def benefits_talks(actor: Actor, person_id: UUID) -> tuple[BenefitsRow, ...]:
    """The same rows; the look is recorded. Raises Refused where the person's work is not open."""
    if not may_note_benefits(actor, person_id=person_id).allowed:
        raise Refused(BENEFITS)
    return benefits_rows(actor, person_id)
