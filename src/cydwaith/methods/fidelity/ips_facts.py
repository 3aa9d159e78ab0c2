"""The items of IPS-25 that a record can score, computed from facts.

Anchors are paraphrased (field digest of the 2008 scale). Shares are whole per cent and means whole
numbers, rounded half up, before they meet an anchor. Where an anchor names no share, a level counts
when at least three quarters of the people reached it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, isfinite
from typing import Any, Literal, NamedTuple, get_args

from ..notes import Note
from ..result import plain
from .follow_along import JobKept, follow_along_level
from .notes import note, wrong

MOST = 0.75
Review = Literal["none", "monthly", "weekly"]
SHARES = (50, 75, 90)
DIVERSITY = (50, 60, 70, 85)
LASTING = (65, 75, 85, 95)
OUT = (30, 40, 50, 65)
CASELOAD = (20, 25, 30, 40)
DAYS = (30, 60, 150, 270)
FEWEST_JOBS = 10


@dataclass(frozen=True, slots=True)
class JobcentreContact:
    """A contact with the public employment service; a meeting is one in which cases are talked over."""

    on: date
    meeting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IpsFacts:
    """What the record knows of a service from ``first`` to ``last``; what is empty is not computed.

    ``clients``: in job search and in work. ``specialists``: full-time equivalents. ``teams``: for each
    specialist, clients by clinical team; ``teams_unknown``, in the same order, those of whom no team is
    on record. ``incentives``: for each person the level 1-5 of benefits
    advice that they got. ``days_to_employer``: days from entry to first employer contact, None where
    there was none yet. ``employer_contacts``: contacts in person and for a person, of all specialists.
    ``job_types``, ``employers``: one entry a job. ``jobs_lasting``: competitive and permanent jobs.
    ``kept``: jobs started. ``minutes_out``, ``minutes``: specialists' time out of the office, and all.
    """

    first: date
    last: date
    clients: int | None = None
    specialists: float | None = None
    teams: Sequence[Mapping[str, int]] = ()
    teams_unknown: Sequence[int] = ()
    jobcentre: Sequence[JobcentreContact] | None = None
    incentives: Sequence[int] = ()
    days_to_employer: Sequence[float | None] = ()
    employer_contacts: int | None = None
    contacts_reviewed: Review = "none"
    job_types: Sequence[str] = ()
    employers: Sequence[str] = ()
    jobs_lasting: int | None = None
    kept: Sequence[JobKept] = ()
    minutes_out: float | None = None
    minutes: float | None = None


class Computed(NamedTuple):
    """An item scored from the record: the number it rests on, of how many, and its unit."""

    item: str
    score: int | None
    value: float | None
    of: int
    unit: str
    notes: tuple[Note, ...] = ()


def compute_ips(facts: IpsFacts) -> dict[str, Computed]:
    """Items 1, 4, 6, 12, 15, 17, 19, 20, 21, 23 and 24; a score of None where there are no facts.

    Raises ``FidelityError`` ``impossible_fact``.
    """
    _check(facts)
    whole = (_caseload, _teams, _jobcentre, _incentives, _search, _employers, _lasting, _follow, _out)
    found = [compute(facts) for compute in whole]
    found += [_different("19", facts.job_types), _different("20", facts.employers)]
    return {one.item: one for one in found}


def to_dict(computed: Mapping[str, Computed]) -> dict[str, object]:
    """Computed items as plain values, for JSON."""
    return {item: plain(one) for item, one in computed.items()}


def _check(facts: IpsFacts) -> None:
    counts = {
        name: getattr(facts, name) for name in ("clients", "specialists", "employer_contacts", "jobs_lasting")
    }
    counts |= {"minutes": facts.minutes, "minutes_out": facts.minutes_out}
    for name, value in counts.items():
        if value is not None and not _is_amount(value):
            raise wrong("impossible_fact", name, value=value)
    for days in facts.days_to_employer:
        if days is not None and not _is_amount(days):
            raise wrong("impossible_fact", "days_to_employer", value=days)
    if facts.contacts_reviewed not in get_args(Review):
        raise wrong("impossible_fact", "contacts_reviewed", value=facts.contacts_reviewed)
    if facts.last < facts.first:
        raise wrong("impossible_fact", "last", value=facts.last)
    for level in facts.incentives:
        if level not in range(1, 6):
            raise wrong("impossible_fact", "incentives", value=level)
    if (facts.jobs_lasting or 0) > max(len(facts.job_types), len(facts.employers)):
        raise wrong("impossible_fact", "jobs_lasting", value=facts.jobs_lasting)
    if facts.minutes is not None and (facts.minutes_out or 0) > facts.minutes:
        raise wrong("impossible_fact", "minutes_out", value=facts.minutes_out)


def _is_amount(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    try:
        return bool(isfinite(value) and value >= 0)
    except TypeError:
        return False


def _half_up(value: float) -> int:
    return floor(value + 0.5)


def _rising(value: int, steps: Sequence[int]) -> int:
    """1 and one more for each step that the value reaches."""
    return 1 + sum(value >= step for step in steps)


def _falling(value: int, steps: Sequence[int]) -> int:
    """5 and one less for each step that the value is above."""
    return 5 - sum(value > step for step in steps)


def _none(item: str, unit: str) -> Computed:
    return Computed(item, None, None, 0, unit, (note("not_enough_facts"),))


def _caseload(facts: IpsFacts) -> Computed:
    unit = "clients for each full-time specialist"
    if facts.clients is None or not facts.specialists:
        return _none("1", unit)
    value = facts.clients / facts.specialists
    return Computed("1", _falling(_half_up(value), CASELOAD), value, facts.clients, unit)


def _teams(facts: IpsFacts) -> Computed:
    """The mean over specialists of the share of clients from their two largest teams.

    Whose team is not known may belong to any: a score is given where it is the same whichever that is.
    """
    unit = "per cent of clients from one or two clinical teams"
    unknown = [*facts.teams_unknown, *[0] * (len(facts.teams) - len(facts.teams_unknown))]
    each = [(dict(one), rest) for one, rest in zip(facts.teams, unknown, strict=True)]
    each = [(one, rest) for one, rest in each if sum(one.values()) + rest]
    if not each:
        return _none("4", unit)
    known = sum(sum(one.values()) for one, _rest in each)
    told = {"known": known, "of": known + sum(rest for _one, rest in each)}
    worst = [_from_two_teams([*one.values(), *[1] * rest], 0) for one, rest in each]
    low, high = (
        sum(worst) / len(each),
        sum(_from_two_teams(one.values(), rest) for one, rest in each) / len(each),
    )
    scores = [1 + _rising(_half_up(value), SHARES) for value in (low, high)]
    if scores[0] != scores[1]:
        unsure = note("teams_unknown", low=scores[0], high=scores[1], **told)
        return Computed("4", None, None, known, unit, (unsure,))
    notes = (note("teams_some_unknown", **told),) if known < told["of"] else ()
    return Computed("4", scores[0], low, told["of"], unit, notes)


def _from_two_teams(teams: Iterable[int], more: int) -> float:
    """Per cent of clients from the two largest teams, with ``more`` clients of the same teams."""
    numbers = sorted(teams)
    return 100 * (sum(numbers[-2:]) + more) / (sum(numbers) + more)


def _jobcentre(facts: IpsFacts) -> Computed:
    """Weekly, monthly or quarterly means contact in three of four such stretches of the time looked at."""
    unit = "contacts with the jobcentre"
    if facts.jobcentre is None:
        return _none("6", unit)
    contacts = [one.on for one in facts.jobcentre]
    meetings = [one.on for one in facts.jobcentre if one.meeting]
    weekly, monthly, quarterly = (_regular(facts, contacts, days) for days in (7, 30, 91))
    met_monthly, met_quarterly = _regular(facts, meetings, 30), _regular(facts, meetings, 91)
    score = (
        5
        if weekly and met_monthly
        else 4
        if weekly or met_quarterly
        else 3
        if monthly
        else 2
        if quarterly
        else 1
    )
    return Computed("6", score, float(len(contacts)), len(contacts), unit)


def _regular(facts: IpsFacts, days: Sequence[date], every: int) -> bool:
    """Whether whole stretches of so many days, or the only part of one, mostly hold one of the days."""
    length = (facts.last - facts.first).days + 1
    stretches = max(1, length // every)
    held = {
        min((day - facts.first).days // every, stretches - 1)
        for day in days
        if facts.first <= day <= facts.last
    }
    return len(held) >= MOST * stretches


def _incentives(facts: IpsFacts) -> Computed:
    unit = "level of benefits advice that three quarters got"
    if not facts.incentives:
        return _none("12", unit)
    score = _level(facts.incentives)
    return Computed("12", score, float(score), len(facts.incentives), unit)


def _level(levels: Sequence[int]) -> int:
    """The highest level that three quarters of the people reached."""
    return max(
        (level for level in range(1, 6) if sum(one >= level for one in levels) >= MOST * len(levels)),
        default=1,
    )


def _search(facts: IpsFacts) -> Computed:
    unit = "days from entry to the first employer contact"
    known = [days for days in facts.days_to_employer if days is not None]
    if not known:
        return _none("15", unit)
    waiting = len(facts.days_to_employer) - len(known)
    value = sum(known) / len(known)
    notes = (note("no_contact_yet", count=waiting),) if waiting else ()
    return Computed("15", _falling(_half_up(value), DAYS), value, len(known), unit, notes)


def _employers(facts: IpsFacts) -> Computed:
    unit = "employer contacts for each specialist in a week"
    if facts.employer_contacts is None or not facts.specialists:
        return _none("17", unit)
    weeks = ((facts.last - facts.first).days + 1) / 7
    value = facts.employer_contacts / facts.specialists / weeks
    earned = _rising(floor(value + 1e-9), (2, 4, 5, 6))
    most = {"none": 2, "monthly": 3, "weekly": 5}[facts.contacts_reviewed]
    return Computed("17", min(earned, most), value, facts.employer_contacts, unit)


def _different(item: str, names: Sequence[str]) -> Computed:
    unit = "per cent different"
    if not names:
        return _none(item, unit)
    value = 100 * len({name.strip().casefold() for name in names}) / len(names)
    return Computed(item, _rising(_half_up(value), DIVERSITY), value, len(names), unit)


def _lasting(facts: IpsFacts) -> Computed:
    unit = "per cent of jobs competitive and permanent"
    jobs = max(len(facts.job_types), len(facts.employers))
    if facts.jobs_lasting is None or not jobs:
        return _none("21", unit)
    value = 100 * facts.jobs_lasting / jobs
    if jobs < FEWEST_JOBS:
        return Computed("21", 1, value, jobs, unit, (note("few_jobs"),))
    return Computed("21", _rising(_half_up(value), LASTING), value, jobs, unit)


def _follow(facts: IpsFacts) -> Computed:
    """5 or 4 where three quarters got that much; 3 where half are in touch at four months; 1 where nobody
    was after the first."""
    unit = "per cent in touch as they should be"
    if not facts.kept:
        return _none("23", unit)
    levels = [follow_along_level(one, facts.last) for one in facts.kept]
    score = _level(levels)
    if score < 4:
        at_four = sum(level >= 3 for level in levels)
        score = 3 if at_four >= len(levels) / 2 else 2 if max(levels) > 1 else 1
    value = 100 * sum(level >= 4 for level in levels) / len(levels)
    return Computed("23", score, value, len(levels), unit)


def _out(facts: IpsFacts) -> Computed:
    unit = "per cent of time out of the office"
    if not facts.minutes or facts.minutes_out is None:
        return _none("24", unit)
    value = 100 * facts.minutes_out / facts.minutes
    return Computed("24", _rising(_half_up(value), OUT), value, round(facts.minutes), unit)
