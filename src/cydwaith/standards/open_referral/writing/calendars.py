"""Schedules as a calendar (RFC 5545), in the time of London."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from cydwaith.kernel.numbers import whole
from cydwaith.place.directory.queries.publishing import Calendar
from cydwaith.place.directory.queries.publishing.calendars import Meeting
from cydwaith.place.directory.rules.records import ScheduleRecord

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STEPS = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
ZONE = "Europe/London"
LONDON = """\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
END:VTIMEZONE"""
LONGEST_LINE = 75
AN_HOUR = timedelta(hours=1)
FAR = 400


def document(calendar: Calendar, address: str, today: date) -> str:
    """The calendar of a service: an event for each schedule that says when and is not over."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cydwaith//Directory//EN", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{_escaped(calendar.name)}", *LONDON.splitlines()]
    for meeting in calendar.meetings:
        lines += _event(calendar, meeting, address, today)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(calendar: Calendar, meeting: Meeting, address: str, today: date) -> list[str]:
    first = _first(meeting.schedule, today)
    if first is None:
        return []
    lines = ["BEGIN:VEVENT", f"UID:{meeting.key}@cydwaith", f"DTSTAMP:{_stamp(calendar.changed_at)}"]
    lines += _times(meeting.schedule, first)
    lines += [f"RRULE:{rule}" for rule in [_rule(meeting.schedule)] if rule]
    about = "\n".join(
        part for part in (meeting.schedule.description, meeting.schedule.notes, address) if part
    )
    said = {"SUMMARY": calendar.name, "LOCATION": meeting.where, "DESCRIPTION": about}
    lines += [f"{key}:{_escaped(text)}" for key, text in said.items() if text]
    return [*lines, f"URL:{address}", "END:VEVENT"]


def _times(schedule: ScheduleRecord, first: date) -> list[str]:
    if schedule.opens_at is None:
        return [f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{first + timedelta(days=1):%Y%m%d}"]
    start = datetime.combine(first, schedule.opens_at)
    end = datetime.combine(first, schedule.closes_at) if schedule.closes_at else start + AN_HOUR
    if end <= start:
        end += timedelta(days=1)
    return [f"DTSTART;TZID={ZONE}:{start:%Y%m%dT%H%M%S}", f"DTEND;TZID={ZONE}:{end:%Y%m%dT%H%M%S}"]


def _rule(schedule: ScheduleRecord) -> str:
    """The recurrence in the letters of RFC 5545; "" for what happens once."""
    if schedule.freq not in STEPS:
        return ""
    parts = {"FREQ": schedule.freq}
    if schedule.interval > 1:
        parts["INTERVAL"] = str(schedule.interval)
    if days := ",".join(_days(schedule)):
        parts["BYDAY"] = days
    if schedule.freq == "MONTHLY" and (numbers := ",".join(_numbers(schedule))):
        parts["BYMONTHDAY"] = numbers
    if schedule.valid_to:
        until = datetime.combine(schedule.valid_to, time(23, 59, 59), UTC)
        parts["UNTIL"] = f"{until:%Y%m%d}" if schedule.opens_at is None else f"{until:%Y%m%dT%H%M%SZ}"
    return ";".join(f"{key}={value}" for key, value in parts.items())


def _days(schedule: ScheduleRecord) -> list[str]:
    """Days that the rule may name; "2TU" (the second Tuesday) only from month to month."""
    found = (word.strip().upper() for word in schedule.byday.split(","))
    return [
        day for day in found if day[-2:] in WEEKDAYS and (not day[:-2] or _is_which(day[:-2], schedule.freq))
    ]


def _is_which(number: str, freq: str) -> bool:
    digits = number.lstrip("+-")
    return freq in ("MONTHLY", "YEARLY") and bool(whole(digits, 5))


def _numbers(schedule: ScheduleRecord) -> list[str]:
    found = (word.strip() for word in schedule.bymonthday.split(","))
    return [n for n in found if whole(n.lstrip("-"), 31)]


def _first(schedule: ScheduleRecord, today: date) -> date | None:
    """The first day of it: where its rule begins, or the first day from today that the rule allows."""
    if schedule.valid_to and schedule.valid_to < today:
        return None
    given = schedule.starts or schedule.valid_from
    if schedule.freq not in STEPS:
        return given if given and given >= today else None
    if not given and not (schedule.byday or schedule.bymonthday or schedule.freq == "DAILY"):
        return None
    return next((day for day in _ahead(given or today) if _allows(schedule, day)), None)


def _ahead(start: date) -> Iterable[date]:
    return (start + timedelta(days=number) for number in range(FAR))


def _allows(schedule: ScheduleRecord, day: date) -> bool:
    days, numbers = _days(schedule), _numbers(schedule) if schedule.freq == "MONTHLY" else []
    if numbers and str(day.day) not in numbers:
        return bool([n for n in numbers if n.startswith("-")]) and _from_the_end(day) in numbers
    return not days or any(_is_that_day(word, day) for word in days)


def _from_the_end(day: date) -> str:
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return str(day.day - last.day - 1)


def _is_that_day(word: str, day: date) -> bool:
    if word[-2:] != WEEKDAYS[day.weekday()]:
        return False
    if not word[:-2]:
        return True
    number = int(word[:-2])
    return number == (day.day - 1) // 7 + 1 if number > 0 else number == int(_from_the_end(day)) // 7


def _stamp(at: object) -> str:
    return f"{at:%Y%m%dT%H%M%SZ}" if isinstance(at, datetime) else "19700101T000000Z"


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """No line longer than 75 octets; a letter is never cut."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part
