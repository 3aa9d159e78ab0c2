"""Days and hours as people write them, in English or Welsh, and as a calendar knows them (RFC 5545)."""

import re
from typing import Any

DAYS = {
    "MO": ("monday", "mon", "llun", "lun"),
    "TU": ("tuesday", "tue", "tues", "mawrth", "fawrth"),
    "WE": ("wednesday", "wed", "mercher", "fercher"),
    "TH": ("thursday", "thu", "thur", "thurs", "iau"),
    "FR": ("friday", "fri", "gwener", "wener"),
    "SA": ("saturday", "sat", "sadwrn"),
    "SU": ("sunday", "sun", "sul"),
}
CODES = {name: code for code, names in DAYS.items() for name in names}
WEEKDAYS, ALL = ["MO", "TU", "WE", "TH", "FR"], list(DAYS)
SPANS = {
    "monday to friday": WEEKDAYS,
    "llun i gwener": WEEKDAYS,
    "llun i wener": WEEKDAYS,
    "every day": ALL,
    "bob dydd": ALL,
}
LINKING = {"every", "each", "on", "and", "a", "ac", "bob", "dydd", "ddydd", "nos", "ar", "from", "o"}
HOUR = r"(\d{1,2})(?:[:.](\d\d))?\s*(am|pm|y\.?b\b\.?|y\.?[hp]\b\.?|y bore|y prynhawn|yr hwyr)?"
AFTERNOON = {"pm", "yp", "yh", "yprynhawn", "yrhwyr"}
HOURS = re.compile(rf"{HOUR}\s*(?:to|i|until|tan|-|–)\s*{HOUR}")
START = re.compile(HOUR)
MIDDAY = re.compile(r"\b(12 )?(midday|noon|hanner dydd|[cg]anol dydd)\b")
MIDNIGHT = re.compile(r"\b(12 )?(midnight|hanner nos|[cg]anol nos)\b")


def schedule(text: str) -> dict[str, Any]:
    """The text as one schedule of Open Referral: days and hours where every word of it is one of those.

    Anything else ("when the weather is fine") stays as it is written, as the schedule's description.
    """
    plain = MIDNIGHT.sub("12am", MIDDAY.sub("12pm", text.lower().strip(" .")))
    hours = HOURS.search(plain) or START.search(plain)
    days = _days(plain[: hours.start()] if hours else plain)
    if not days or (hours and plain[hours.end() :].strip()):
        return {"description": text}
    weekly = {"freq": "WEEKLY", "interval": 1, "byday": ",".join(days)}
    try:
        return weekly | (_hours(hours) if hours else {})
    except ValueError:
        return {"description": text}


def _days(text: str) -> list[str]:
    words = " ".join(re.sub(r"[,&]", " ", text).split())
    span = re.sub(r" (from|o)$", "", words)
    for whole in (span, re.sub(r"\bd?dydd ", "", span)):
        if whole in SPANS:
            return SPANS[whole]
    named = [_code(word) for word in words.split() if word not in LINKING]
    return sorted(set(named), key=ALL.index) if all(named) else []


def _code(word: str) -> str:
    """The day's code; "mondays" is "monday". Nothing for any other word."""
    return CODES.get(word) or CODES.get(word.removesuffix("s"), "")


def _hours(found: re.Match[str]) -> dict[str, str]:
    """Opening and closing time; "2 to 4pm" begins in the afternoon too. Raises ValueError for 25 o'clock."""
    parts = found.groups()
    if len(parts) == 3:
        return {"opens_at": _time(parts[0], parts[1], parts[2] or "")}
    half = parts[2] or (parts[5] if int(parts[0]) <= int(parts[3]) else "") or ""
    return {
        "opens_at": _time(parts[0], parts[1], half),
        "closes_at": _time(parts[3], parts[4], parts[5] or ""),
    }


def _time(hour: str, minute: str | None, half: str) -> str:
    number, minutes = int(hour), int(minute or 0)
    afternoon = half.replace(".", "").replace(" ", "") in AFTERNOON
    if half:
        number = number % 12 + (12 if afternoon else 0)
    if number > 23 or minutes > 59 or (not half and not minute and number < 10):
        raise ValueError(hour)
    return f"{number:02}:{minutes:02}"
