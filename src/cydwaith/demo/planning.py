"""What somebody writes: about me, hope, goals and steps, talks, measures, and their yes."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.methods.measures import instrument
from cydwaith.person.journey.commands import write_next_step, write_talk
from cydwaith.person.measures import commands as measures
from cydwaith.person.measures.rules import LIGHT_SET, How, Mode
from cydwaith.person.plans import commands as plans
from cydwaith.person.plans.queries import plan
from cydwaith.person.plans.rules.vocabulary import GoalKind, GoalStatus, Heading, Owner, StepStatus

from .cast import Life
from .content import Record
from .diary import Entry

REVIEW_DAYS = 56
REACHED = 10


def planning(life: Life) -> Iterator[Entry]:
    """Everything that stands in the plan, day by day."""
    if life.told("sessions"):
        yield life.on(_first_talk(life), 655, partial(_open_more, life))
    if "about" in life.record:
        yield life.on(_first_talk(life), 660, partial(_about, life))
    for said in life.told("hope"):
        yield life.on(said["day"], 665, partial(_hope, life, said))
    for goal in life.told("goals"):
        yield from _goal(life, goal)
    for talk in life.told("sessions"):
        yield life.on(talk["day"], 710, partial(_talk, life, talk))
    for reading in life.told("measures"):
        yield life.on(reading["day"], 720, partial(_measure, life, reading))
    for day in _agreed_on(life):
        yield life.on(day, 735, partial(_agree, life))
    for day in _looked_at_again(life):
        yield life.on(day, 730, partial(_review, life))
    if "asked" in life.record:
        yield life.on(life.record["asked"]["day"], 740, partial(_ask, life))


def _first_talk(life: Life) -> int:
    first: int = min(talk["day"] for talk in life.told("sessions"))
    return first


def _open_more(life: Life) -> None:
    """At the first talk they say yes to the parts that stay closed until then."""
    circle.let_in(
        life.hand,
        person_id=life.id,
        account_id=life.coach_account,
        purpose=_("so that we can look at health and work together"),
        scopes=Scope.HEALTH | Scope.WORK | Scope.MEASURES,
        how="by the person" if life.own else "with the person",
    )


def _about(life: Life) -> None:
    about = life.record["about"]
    words = {**about, "strengths": "\n".join(about["strengths"])}
    for heading, said in words.items():
        plans.save_entry(
            life.hand, person_id=life.id, heading=Heading(heading), words=said, with_person=life.together
        )


def _hope(life: Life, said: Record) -> None:
    own = said["by"] == "person"
    by = life.hand if own else life.coach
    plans.say_hope(by, person_id=life.id, value=said["score"], persons_own=own)


def _goal(life: Life, goal: Record) -> Iterator[Entry]:
    yield life.on(goal["day"], 670, partial(_add_goal, life, goal))
    for rating in goal["ratings"][1:]:
        yield life.on(rating["day"], 700, partial(_rate, life, goal["key"], rating["score"]))
    for step in goal["steps"]:
        steps: list[UUID] = []
        yield life.on(goal["day"], 680, partial(_add_step, life, goal["key"], step, steps))
        if "done_day" in step:
            yield life.on(max(step["done_day"], goal["day"]), 690, partial(_done, life, steps))


def _add_goal(life: Life, goal: Record) -> None:
    life.goals[goal["key"]] = plans.add_goal(
        life.hand,
        person_id=life.id,
        words=goal["words"],
        kind=GoalKind(goal["kind"]),
        rating=goal["ratings"][0]["score"],
        with_person=life.together,
    )


def _rate(life: Life, key: str, score: int) -> None:
    goal, by, together = life.goals[key], life.hand, life.together
    plans.rate_goal(by, person_id=life.id, goal_id=goal, value=score, with_person=together)
    if score == REACHED:
        plans.move_goal(by, person_id=life.id, goal_id=goal, status=GoalStatus.REACHED, with_person=together)


def _add_step(life: Life, key: str, step: Record, steps: list[UUID]) -> None:
    shared = step["who"] == "together"
    both = _("%(person)s and %(coach)s") % {
        "person": life.record["known_as"],
        "coach": life.coach.name.split()[0],
    }
    added = plans.add_step(
        life.hand,
        person_id=life.id,
        goal_id=life.goals[key],
        words=step["words"],
        owner=Owner.OTHER if shared else Owner(step["who"]),
        owner_name=both if shared else "",
        due=life.cast.calendar.day(step["by_day"]),
        with_person=life.together,
    )
    steps.append(added)


def _done(life: Life, steps: list[UUID]) -> None:
    plans.move_step(
        life.hand,
        person_id=life.id,
        step_id=steps[0],
        status=StepStatus.DONE,
        with_person=life.together,
    )


def _talk(life: Life, talk: Record) -> None:
    by = life.cast.staff[talk["by"]]
    words = {"about": talk.get("about", ""), "next_step": talk["next_step"] if life.together else ""}
    talk_id = write_talk(by, person_id=life.id, way=talk["how"], **words)
    if life.own:
        write_next_step(life.own, person_id=life.id, talk_id=talk_id, next_step=talk["next_step"])


def _measure(life: Life, reading: Record) -> None:
    alone = life.own if reading["mode"] == "alone" else None
    keys = [item.key for item in instrument(reading["instrument"]).items]
    measures.record_reading(
        alone or life.coach,
        person_id=life.id,
        instrument=reading["instrument"],
        answers=dict(zip(keys, reading["answers"], strict=True)),
        mode=Mode.SELF if alone else Mode.ASSISTED,
    )


def _agreed_on(life: Life) -> list[int]:
    """The day of the first yes; what others write down later needs another."""
    first = life.record.get("agreed_day")
    if first is None:
        return []
    last = max(talk["day"] for talk in life.told("sessions"))
    return [first] if life.has_page else sorted({first, max(first, last)})


def _looked_at_again(life: Life) -> set[int]:
    """The plan is looked at with the first yes, and at the last talk after it."""
    first = life.record.get("agreed_day")
    return set() if first is None else {first, max(first, *(talk["day"] for talk in life.told("sessions")))}


def _review(life: Life) -> None:
    review_on = clock.today() + timedelta(days=REVIEW_DAYS)
    plans.set_review(life.hand, person_id=life.id, review_on=review_on, with_person=life.together)


def _agree(life: Life) -> None:
    number = plan(life.hand, life.id).newest
    if life.own:
        plans.agree(life.own, person_id=life.id, number=number)
    else:
        plans.write_down_yes(life.coach, person_id=life.id, number=number, said_on=clock.today())


def _ask(life: Life) -> None:
    due = life.cast.calendar.day(life.record["asked"]["due_day"])
    measures.ask(life.coach, person_id=life.id, instruments=LIGHT_SET, how=How.LINK, due=due)
