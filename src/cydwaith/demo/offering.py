"""What the valley offers: roles, who looked at them, what fits whom, talks, mid-life reviews."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, anonymous, by_link
from cydwaith.person.enrolments.commands import give_birthday
from cydwaith.person.enrolments.queries import born
from cydwaith.person.midlife import commands as midlife
from cydwaith.person.midlife.rules import Action, Moment, Pillar
from cydwaith.person.seeking import commands as seeking
from cydwaith.person.seeking.commands import Contact, Shared
from cydwaith.person.seeking.queries import interests, introduced
from cydwaith.person.seeking.rules.vocabulary import Answer, CameOf, Stage, Way
from cydwaith.person.work import commands as work
from cydwaith.person.work.queries import profile
from cydwaith.person.work.rules.vocabulary import Because, Sheet
from cydwaith.place.opportunities import commands as opportunities
from cydwaith.place.opportunities.policy import KEEP
from cydwaith.place.opportunities.rules.posting import Posting

from .cast import Cast, Life
from .content import Record, read
from .diary import Entry
from .valley import OPERATOR

Roles = dict[str, UUID]
LATER = 790


def offering(cast: Cast, lives: Sequence[Life]) -> Iterator[Entry]:
    """Everything that is told of it."""
    told, roles = read("opportunities"), Roles()
    known = {life.record["key"]: life for life in lives}
    for role in told["offered"]:
        yield Entry(role["day"], 930, partial(_offer, cast, roles, role), role["language"])
        if "let_through" in role:
            yield Entry(role["let_through"]["day"], 620, partial(_let_through, cast, roles, role))
    for wish in told["wishes"]:
        life = known[wish["person"]]
        yield life.on(wish["day"], LATER, partial(_wish, life, wish))
    for one in told["interested"]:
        yield from _interested(known[one["person"]], roles, one)
    for talk in told["talks"]:
        yield Entry(talk["day"], LATER, partial(_talk, cast, known.get(talk.get("person", "")), talk))
    for review in told["midlife"]:
        yield known[review["person"]].on(
            review["day"], LATER, partial(_review, known[review["person"]], review)
        )
    yield Entry(0, 100, partial(_birthdays, lives, told["birthdays"]))


def _offer(cast: Cast, roles: Roles, role: Record) -> None:
    by = cast.staff[role["by"]] if role["by"] else anonymous(role["language"])
    said = {
        name: tuple(value) if isinstance(value, list) else value for name, value in role["posting"].items()
    }
    roles[role["key"]] = opportunities.offer(by, posting=Posting(**said), email=role.get("email", ""))


def _let_through(cast: Cast, roles: Roles, role: Record) -> None:
    by = cast.staff[role["let_through"]["by"]]
    opportunities.let_through(by, opportunity_id=roles[role["key"]])


def _wish(life: Life, wish: Record) -> None:
    """What they want from work, where it was not told elsewhere."""
    if profile(life.hand, life.id) is not None:
        return
    whose: dict[str, Any] = {"person_id": life.id, "sheet": Sheet.PROFILE, "with_person": life.together}
    work.write(life.hand, answers=wish["answers"], **whose)
    work.keep(life.hand, because=Because.FIRST, **whose)


def _interested(life: Life, roles: Roles, one: Record) -> Iterator[Entry]:
    yield life.on(one["day"], LATER, partial(_say, life, roles, one))
    if "answer" in one:
        yield life.on(one["answer"]["day"], 840, partial(_answer, roles, one))
    if "stage" in one:
        yield life.on(one["stage"]["day"], 850, partial(_move, life, one))


def _say(life: Life, roles: Roles, one: Record) -> None:
    shared = Shared(name=life.record["known_as"], phone=life.record.get("phone", ""), words=one["words"])
    seeking.say_interested(
        life.hand,
        person_id=life.id,
        opportunity_id=roles[one["role"]],
        shared=shared,
        with_person=life.together,
    )


def _answer(roles: Roles, one: Record) -> None:
    role = roles[one["role"]]
    holder = by_link(KEEP, role)
    [person] = introduced(holder, role).people
    said = one["answer"]
    seeking.answer(holder, introduction_id=person.id, answer=Answer(said["answer"]), words=said["words"])


def _move(life: Life, one: Record) -> None:
    newest = interests(life.hand, life.id)[0]
    seeking.move(life.hand, person_id=life.id, interest_id=newest.id, stage=Stage(one["stage"]["stage"]))


def _talk(cast: Cast, life: Life | None, talk: Record) -> None:
    contact = Contact(
        employer=talk["employer"],
        on=clock.today(),
        way=Way(talk["way"]),
        came_of=CameOf(talk["came_of"]),
        words=talk["words"],
        as_wished=talk.get("as_wished"),
    )
    by: Actor = cast.staff[talk["by"]]
    seeking.log_contact(by, contact=contact, person_id=life.id if life else None)


def _review(life: Life, told: Record) -> None:
    whose: dict[str, Any] = {"person_id": life.id, "with_person": life.together}
    review = midlife.begin(life.hand, moment=Moment(told["moment"]), **whose)
    for pillar in Pillar:
        values = told[pillar.value]
        midlife.answer(life.hand, review_id=review, pillar=pillar, values=values, **whose)
    if "actions" not in told:
        return
    actions = [_action(life, one) for one in told["actions"]]
    next_on = clock.today() + timedelta(days=told["next_days"])
    midlife.finish(life.hand, review_id=review, actions=actions, next_on=next_on, **whose)


def _action(life: Life, one: Record) -> Action:
    due = life.cast.calendar.day(one["by_day"]) if "by_day" in one else None
    return Action(one["words"], due)


def _birthdays(lives: Sequence[Life], told: Record) -> None:
    """For those of an age to be invited who have a page of their own, where nobody has said it before."""
    for life in lives:
        year = life.record.get("born")
        if life.own and year and told["from"] <= year <= told["to"] and born(OPERATOR, life.id) is None:
            give_birthday(life.own, person_id=life.id, born=date(year, told["month"], told["day"]))
