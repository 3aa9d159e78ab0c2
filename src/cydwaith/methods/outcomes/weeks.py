"""Weeks, each judged alone: ISO weeks, Monday to Sunday, so that no clock change or year end matters."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import floor
from typing import NamedTuple

from .evidence import Piece
from .notes import Note, note
from .rule import SustainedRule
from .spells import Spell

Floor = Callable[[date, Spell], float | None]
SIX, SEVEN = timedelta(days=6), timedelta(days=7)
COUNTED = True, note("counted")


class Week(NamedTuple):
    """A week by its Monday: the hours that count toward it, and why it does or does not.

    ``shown`` are the hours that evidence shows of a week that counts; None where the rule asks for none.
    """

    monday: date
    hours: float
    counted: bool
    reason: Note
    shown: float | None = None

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    @property
    def name(self) -> str:
        """Such as 2026-W18."""
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02}"


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def mondays(first: date, last: date) -> Iterator[date]:
    """Every Monday of the weeks from one day to another."""
    monday = monday_of(first)
    while monday <= last:
        yield monday
        monday += SEVEN


class Held(NamedTuple):
    """The jobs of one week in their order: those that count, at or above the floor, and why the first of
    the others does not; ``counts`` says whether any is of a kind that counts."""

    counts: bool
    paid: Sequence[Spell]
    refused: Note | None


def held_by_week(rule: SustainedRule, spells: Iterable[Spell], until: date, least: Floor) -> dict[date, Held]:
    """The jobs of each week up to ``until``, by its Monday; a week without work is not in it."""
    found = defaultdict[date, list[Spell]](list)
    for spell in spells:
        if rule.pay_floor and spell.employment in rule.employment and spell.start <= until:
            least(spell.start, spell)  # what cannot be judged is refused before its weeks are counted out
        monday, last = monday_of(spell.start), min(spell.end or until, until)
        while monday <= last and spell.start <= until:
            found[monday].append(spell)
            monday += SEVEN
    return {monday: _held(rule, held, monday, least) for monday, held in found.items()}


def judged(rule: SustainedRule, held: Held | None, monday: date, until: date) -> Week:
    """One week under a rule, with the jobs held in it up to ``until``; jobs held at once add up."""
    if held is None:
        return Week(monday, 0.0, False, note("not_in_work"))
    if not held.counts:
        return Week(monday, 0.0, False, note("kind_not_counted"))
    hours = round(sum([hours_of(spell, monday, until, rule.sickness_counts) for spell in held.paid]), 6)
    return Week(monday, hours, *_enough(rule, hours, held.refused))


def shown(rule: SustainedRule, held: Held, monday: date, until: date, pieces: Iterable[Piece]) -> float:
    """The hours of a week that evidence shows: those of the days that it covers in the jobs that count."""
    near = [one for one in pieces if one.first < monday + SEVEN and one.last >= monday]
    hours = (shown_of(spell, monday, until, rule.sickness_counts, near) for spell in held.paid)
    return round(sum(hours), 6) if near else 0.0


def _enough(rule: SustainedRule, hours: float, refused: Note | None) -> tuple[bool, Note]:
    if hours < rule.min_hours:
        return False, refused or note("too_few_hours", hours=plain_hours(hours), needed=f"{rule.min_hours:g}")
    if rule.below_hours is not None and hours >= rule.below_hours:
        return False, note("too_many_hours", hours=plain_hours(hours), below=f"{rule.below_hours:g}")
    return COUNTED


def _held(rule: SustainedRule, held: Sequence[Spell], monday: date, least_of: Floor) -> Held:
    allowed = [spell for spell in held if spell.employment in rule.employment]
    if not rule.pay_floor:
        return Held(bool(allowed), allowed, None)
    kept, refused = [], None
    for spell in allowed:
        least = least_of(max(monday, spell.start), spell)
        if least is None:
            refused = refused or note("no_floor_on_file")
        elif spell.pay is None and least > 0:
            refused = refused or note("pay_unknown")
        elif (spell.pay or 0.0) < least:
            refused = refused or note(
                "under_pay_floor", pay=plain_pounds(spell.pay or 0.0), floor=plain_pounds(least)
            )
        else:
            kept.append(spell)
    return Held(bool(allowed), kept, refused)


def plain_hours(hours: float) -> str:
    """Hours to two places, never rounded up: what is short of a number is not told as that number."""
    return f"{floor(hours * 100 + 1e-6) / 100:g}"


def plain_pounds(hourly: float) -> str:
    """To the penny, and further where that would hide by how much it is short."""
    exact = f"{hourly:.4f}"
    return exact[:-2] if exact.endswith("00") else exact


def hours_of(spell: Spell, monday: date, until: date, sickness_counts: bool) -> float:
    """Hours of one job in a week: those on record, else the ordinary ones by days of seven."""
    if monday in spell.worked:
        return float(spell.worked[monday])
    days = spell.days_in(monday, until)
    if not sickness_counts:
        days -= _sick_days(spell, monday, until)
    return spell.hours * days / 7


def shown_of(
    spell: Spell, monday: date, until: date, sickness_counts: bool, pieces: Iterable[Piece]
) -> float:
    """Hours of one job in a week on the days that evidence covers; hours on record by days held."""
    own = [one for one in pieces if one.is_of(spell.job)]
    if not own:
        return 0.0
    if any(one.first <= max(monday, spell.start) and one.last >= min(until, monday + SIX) for one in own):
        return hours_of(spell, monday, until, sickness_counts)
    held = [day for day in _days(monday) if day <= until and spell.holds(day)]
    covered = [day for day in held if any(one.first <= day <= one.last for one in own)]
    if monday in spell.worked:
        return float(spell.worked[monday]) * len(covered) / len(held)
    return spell.hours * sum(sickness_counts or not _is_sick(spell, day) for day in covered) / 7


def _sick_days(spell: Spell, monday: date, until: date) -> int:
    return sum(day <= until and spell.holds(day) and _is_sick(spell, day) for day in _days(monday))


def _is_sick(spell: Spell, day: date) -> bool:
    return any(one.first <= day <= one.last for one in spell.absences)


def _days(monday: date) -> Iterator[date]:
    return (monday + timedelta(days=n) for n in range(7))
