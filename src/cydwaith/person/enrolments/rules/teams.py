"""Clinical teams, each from a day on: a choice is added, none rewritten, so a look back finds what held."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cydwaith.methods.words import Words


@dataclass(frozen=True, slots=True)
class TeamChoice:
    """A clinical team from a day on, as it was called then (key "": none); who wrote it down, and when.

    ``said`` is None for what was chosen before choices had days.
    """

    since: date
    key: str
    words: Words
    by: str = ""
    said: date | None = None


@dataclass(frozen=True, slots=True)
class TeamTime:
    """A team and the days on which it held, both included; until None: it goes on."""

    key: str
    words: Words
    since: date
    until: date | None


def read_choices(raw: Iterable[Mapping[str, Any]]) -> tuple[TeamChoice, ...]:
    """Choices from their plain form, in the order in which they were said."""
    return tuple(
        TeamChoice(
            since=date.fromisoformat(one["since"]),
            key=one["key"],
            words=Words(one["en"], one["cy"]),
            by=one["by"],
            said=date.fromisoformat(one["said"]) if one["said"] else None,
        )
        for one in raw
    )


def plain_choice(one: TeamChoice) -> dict[str, Any]:
    """A choice as ``read_choices`` takes it."""
    said = one.said.isoformat() if one.said else None
    return {
        "since": one.since.isoformat(),
        "key": one.key,
        "en": one.words.en,
        "cy": one.words.cy,
        "by": one.by,
        "said": said,
    }


def team_on(choices: Sequence[TeamChoice], day: date) -> TeamChoice | None:
    """The choice that holds on a day: of the newest day until then, what was said last."""
    held = sorted((one for one in choices if one.since <= day), key=lambda one: one.since)
    return held[-1] if held else None


def teams_held(choices: Sequence[TeamChoice], last: date | None = None) -> tuple[TeamTime, ...]:
    """The teams that held and their days, the oldest first; days with none are left out.

    ``last`` is the day on which the spell ended.
    """
    starts = sorted({one.since for one in choices if last is None or one.since <= last})
    found: list[TeamTime] = []
    for number, since in enumerate(starts):
        one = team_on(choices, since)
        until = starts[number + 1] - timedelta(days=1) if number + 1 < len(starts) else last
        if one is None or not one.key:
            continue
        before = found[-1] if found else None
        if before and before.key == one.key and before.until == since - timedelta(days=1):
            since = found.pop().since
        found.append(TeamTime(one.key, one.words, since, until))
    return tuple(found)
