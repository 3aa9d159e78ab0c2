"""A job by weeks: its hours in each while its pay is enough, and those that evidence shows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from .evidence import Piece
from .notes import Note, note
from .question import Question
from .rule import SustainedRule
from .spells import Spell
from .weeks import hours_of, plain_pounds, shown_of

DAY = timedelta(days=1)


class Part(NamedTuple):
    """A job in weeks that follow each other, from number ``first`` to before ``stop``, its hours in each.

    It has none where it does not count: its kind does not, or its pay is not enough, as ``refused`` says.
    """

    spell: Spell
    first: int
    stop: int
    hours: Sequence[float]
    refused: Note | None = None


class Calendar(NamedTuple):
    """The weeks that are looked at, by their Mondays, and the last day that is."""

    mondays: Sequence[date]
    last: date

    def number(self, day: date) -> int:
        """The number of a day's week; under 0 before the first."""
        return (day - self.mondays[0]).days // 7

    def from_day(self, day: date) -> int:
        """The number of the first week that begins on a day or after it."""
        return -((self.mondays[0] - day).days // 7)


def parts(asked: Question, rule: SustainedRule, spell: Spell, weeks: Calendar) -> Iterator[Part]:
    """A job's weeks, parted where its pay begins or ceases to be enough under a rule."""
    at, stop = weeks.number(spell.start), weeks.number(min(spell.end or weeks.last, weeks.last)) + 1
    if spell.employment not in rule.employment:
        yield Part(spell, at, stop, ())
        return
    while at < stop:
        upto, refused = stop, None
        if rule.pay_floor:
            day = max(weeks.mondays[at], spell.start)
            refused = _refused(spell, asked.least(day, spell))
            upto = min(stop, max(at + 1, weeks.from_day(asked.least_until(day, spell))))
        held = weeks.mondays[at:upto]
        hours = () if refused else _hours(spell, held, weeks.last, sickness_counts=rule.sickness_counts)
        yield Part(spell, at, upto, hours, refused)
        at = upto


def _refused(spell: Spell, least: float | None) -> Note | None:
    """Why the pay of a job is under a floor; None where it is not."""
    if least is None:
        return note("no_floor_on_file")
    if spell.pay is None:
        return note("pay_unknown") if least > 0 else None
    if spell.pay < least:
        return note("under_pay_floor", pay=plain_pounds(spell.pay), floor=plain_pounds(least))
    return None


def _hours(spell: Spell, mondays: Sequence[date], until: date, *, sickness_counts: bool) -> list[float]:
    """Its hours in each of these weeks; only the first and the last can be part weeks."""
    if spell.absences and not sickness_counts:
        return [hours_of(spell, monday, until, sickness_counts) for monday in mondays]
    known = spell.worked.get
    found = [known(monday, spell.hours) for monday in mondays]
    for n in (0, -1):
        found[n] = hours_of(spell, mondays[n], until, sickness_counts)
    return found


def shown_hours(
    rule: SustainedRule, found: Iterable[Part], pieces: Sequence[Piece], weeks: Calendar
) -> list[float]:
    """By week the hours that evidence shows: those of the days that it covers in the jobs that count."""
    shown, by_job = [0.0] * len(weeks.mondays), _by_job(pieces)
    for part in found:
        if not (own := by_job.get(part.spell.job, by_job[""])):
            continue
        wholly, partly = _covered(part, own, weeks)
        for at, hours in enumerate(part.hours, part.first):
            if at in wholly:
                shown[at] += hours
            elif at in partly:
                shown[at] += shown_of(part.spell, weeks.mondays[at], weeks.last, rule.sickness_counts, own)
    return [round(hours, 6) for hours in shown]


def _by_job(pieces: Iterable[Piece]) -> dict[str, list[Piece]]:
    """The evidence of each job by its key, with that of any job; that of any job alone under ""."""
    found = defaultdict[str, list[Piece]](list)
    for one in pieces:
        found[one.job].append(one)
    of_any = found[""]
    return {job: own + of_any if job else of_any for job, own in found.items()}


def _covered(part: Part, pieces: Iterable[Piece], weeks: Calendar) -> tuple[set[int], set[int]]:
    """The numbers of the weeks of which one piece of evidence covers all, and of those that it is about."""
    wholly, partly = set[int](), set[int]()
    for one in pieces:
        begins = part.first if one.first <= part.spell.start else weeks.from_day(one.first)
        ends = part.stop if one.last >= weeks.last else weeks.number(one.last + DAY)
        wholly.update(range(max(begins, part.first), min(ends, part.stop)))
        begins, ends = weeks.number(one.first), weeks.number(one.last) + 1
        partly.update(range(max(begins, part.first), min(ends, part.stop)))
    return wholly, partly
