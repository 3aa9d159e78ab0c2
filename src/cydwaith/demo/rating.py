"""How the employment specialists of the valley work, by their own word and by what others saw."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from uuid import UUID

from cydwaith.kernel import clock
from cydwaith.system.fidelity import commands

from .cast import Cast
from .content import Record, read
from .diary import Entry


def rating(cast: Cast) -> Iterator[Entry]:
    """Everything that is told of it."""
    told = read("fidelity")
    team = cast.organisations[told["team"]]
    staffing = told["staffing"]
    yield Entry(staffing["day"], 540, partial(_staff, cast, team, staffing))
    for talk in told["jobcentre"]:
        yield Entry(talk["day"], 700, partial(_talk, cast, team, talk))
    for week in told["weeks"]:
        yield Entry(week["day"], 990, partial(_week, cast, team, week))
    for rated in told["rated"]:
        yield Entry(rated["day"], 900, partial(_rate, cast, team, rated))


def _staff(cast: Cast, team: UUID, said: Record) -> None:
    commands.say_staffing(
        cast.staff[said["by"]],
        organisation_id=team,
        valid_from=clock.today(),
        specialists=Decimal(str(said["specialists"])),
        reviewed=said["reviewed"],
    )


def _talk(cast: Cast, team: UUID, said: Record) -> None:
    meeting = said.get("meeting", False)
    commands.note_jobcentre_talk(
        cast.staff[said["by"]], organisation_id=team, on=clock.today(), meeting=meeting
    )


def _week(cast: Cast, team: UUID, said: Record) -> None:
    commands.say_week(
        cast.staff[said["by"]],
        organisation_id=team,
        week=clock.today(),
        hours=Decimal(str(said["hours"])),
        hours_out=Decimal(str(said["out"])),
    )


def _rate(cast: Cast, team: UUID, said: Record) -> None:
    commands.rate_item(
        cast.staff[said["by"]],
        organisation_id=team,
        scale_key="ips-25",
        item=said["item"],
        score=said["score"],
        evidence=said["evidence"],
    )
