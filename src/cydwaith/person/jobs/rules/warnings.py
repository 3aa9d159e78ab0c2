"""Early warnings: signs that a job may not last, while there is still time to help."""

from datetime import date, timedelta
from enum import StrEnum

from .held import SEVEN, Held, monday_of

LOOK_BACK = timedelta(days=28)
FALLEN = 0.75
SICK_DAYS = 5
LATE_CONTACT = timedelta(days=7)
END_NEAR = timedelta(days=28)


class Sign(StrEnum):
    """What may be a sign of trouble."""

    HOURS_FALLING = "hours falling"
    OFF_SICK = "off sick"
    NO_CONTACT = "no contact"
    END_NEAR = "end near"


def signs(job: Held, *, ends_on_paper: date | None, late_since: date | None, today: date) -> tuple[Sign, ...]:
    """The signs in a job that is held today, the most pressing first."""
    if not job.is_held(today):
        return ()
    seen = {
        Sign.OFF_SICK: _off_sick(job, today),
        Sign.HOURS_FALLING: _hours_falling(job, today),
        Sign.END_NEAR: ends_on_paper is not None and today <= ends_on_paper <= today + END_NEAR,
        Sign.NO_CONTACT: late_since is not None and late_since + LATE_CONTACT < today,
    }
    return tuple(sign for sign, is_so in seen.items() if is_so)


def _off_sick(job: Held, today: date) -> bool:
    """Off now, or five days or more within four weeks."""
    first = today - LOOK_BACK
    days = {
        begin + timedelta(days=n)
        for begin, last in job.absences
        for n in range(((min(last, today) if last else today) - begin).days + 1)
    }
    return any(begin <= today and (last is None or last >= today) for begin, last in job.absences) or (
        sum(first <= day <= today for day in days) >= SICK_DAYS
    )


def _hours_falling(job: Held, today: date) -> bool:
    """Fewer agreed of late, or two weeks on record, the newest, each well under the ordinary hours."""
    agreed = [one for one in job.terms if one.since <= today]
    if len(agreed) > 1:
        before, now = agreed[-2:]
        if today - LOOK_BACK <= now.since and now.hours <= before.hours * FALLEN:
            return True
    earliest, this = today - LOOK_BACK - SEVEN, monday_of(today)
    known = (monday for monday in job.worked if earliest <= monday < this and monday + SEVEN > job.start)
    recent = sorted(known)[-2:]
    usual = [(job.worked[monday], job.on(monday).hours) for monday in recent]
    return len(usual) == 2 and all(hours > 0 and worked < hours * FALLEN for worked, hours in usual)
