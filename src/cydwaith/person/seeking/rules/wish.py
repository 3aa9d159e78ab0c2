"""A wish for work from what somebody wrote about it."""

from dataclasses import replace

from cydwaith.person.work.rules.profile import ProfileAnswers
from cydwaith.person.work.rules.statement import StatementAnswers
from cydwaith.person.work.rules.vocabulary import Can
from cydwaith.place.opportunities.rules.vocabulary import Ask

from .matching import Wish

Point = tuple[float, float]


def wish(profile: ProfileAnswers | None, statement: StatementAnswers | None, point: Point | None) -> Wish:
    """What can be held against an offer; ``point`` is where they live, in degrees."""
    latitude, longitude = point or (None, None)
    can_do = Wish(
        not_yet=_tasks(statement, Can.NOT_YET),
        adjusted=_tasks(statement, Can.ADJUSTED),
        adjustments=frozenset(statement.adjustments if statement else ()),
        hours_to=statement.most_hours_a_week if statement else None,
        latitude=latitude,
        longitude=longitude,
    )
    return can_do if profile is None else _wants(can_do, profile)


def _wants(can_do: Wish, said: ProfileAnswers) -> Wish:
    """No more hours than they want, nor than they can do now."""
    most = [hours for hours in (said.hours_to, can_do.hours_to) if hours is not None]
    return replace(
        can_do,
        sectors=frozenset(said.sectors),
        hours_from=said.hours_from,
        hours_to=min(most, default=None),
        days=frozenset(said.days),
        times=frozenset(said.times),
        minutes=said.minutes,
        from_home=said.from_home,
        settings=frozenset(said.settings),
        company=frozenset(said.company),
        adjustments=can_do.adjustments | frozenset(said.adjustments),
        matters=said.matters,
    )


def _tasks(statement: StatementAnswers | None, can: Can) -> frozenset[Ask]:
    said = statement.tasks if statement else {}
    return frozenset(Ask(task.value) for task, answer in said.items() if answer is can)
