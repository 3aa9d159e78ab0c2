"""A calendar file (RFC 5545) of whole days: a title, a day, and no word more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LONGEST_LINE = 75


@dataclass(frozen=True, slots=True)
class Event:
    """One whole day with a title that anybody may see over a shoulder."""

    uid: str
    on: date
    title: str


def calendar_file(name: str, events: Iterable[Event], stamp: datetime) -> str:
    """The file as text, with line ends and folds as the standard wants them."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cydwaith//Work//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escaped(name)}")
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(event: Event, stamp: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}@cydwaith",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{int(stamp.timestamp()) // 60}",
        f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(event.title)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for mark, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(mark, safe)
    return text


def _folded(line: str) -> Iterator[str]:
    """At most 75 octets a line; what goes on begins with a space."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST_LINE:
            yield part
            part = " "
        part += letter
    yield part
