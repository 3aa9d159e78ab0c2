"""The questions of the work statement."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from cydwaith.web.working import ADJUSTMENTS, COMPANY, WEEKDAYS

from ..rules.phased import MOST_WEEKS, missing, usable
from ..rules.statement import read
from ..rules.vocabulary import StatementQuestion as Q
from ..words import CAN, LEVELS, PACES, SITUATIONS, TASKS
from .question import (
    HoursField,
    QuestionForm,
    alone,
    area,
    line,
    menu,
    numbers_of_weeks,
    one,
    one_day,
    several,
    several_days,
    weekdays,
    whole,
)

OWN_WORDS = _("In my own words")
HOW_MUCH = _("All in all, compared with the usual")


class Graded(QuestionForm):
    """A question that ends with a grade."""

    def shown(self, kept: Mapping[str, Any]) -> dict[str, Any]:
        """The grade is shown as text."""
        found = super().shown(kept)
        return {**found, "level": _as_text(found.get("level"))}

    def answer(self) -> dict[str, Any]:
        """The grade is kept as a number."""
        found = super().answer()
        return {**found, "level": int(found["level"]) if found.get("level") else None}


def _as_text(level: Any) -> str:
    return "" if level in (None, "") else str(int(level))


def level() -> Any:
    """How much of the usual, from not yet to all."""
    return one(HOW_MUCH, {str(int(each)): words for each, words in LEVELS.items()})


class JobForm(QuestionForm):
    """The job that the statement speaks of."""

    situation = alone(one(_("Just now"), SITUATIONS))
    title = line(_("My job"))
    employer = line(_("Who I work for"))
    usual_hours = HoursField(label=_("My usual hours a week"), high=80)


class HoursForm(Graded):
    """How long."""

    a_day = HoursField(label=_("Hours a day that I can work now"), high=16)
    days = whole(_("Days a week that I can work now"), 1, 7)
    level = level()
    words = alone(area(OWN_WORDS, rows=3))


class TasksForm(Graded):
    """What, task by task; the fields are made from the list of tasks."""

    lift_kg = whole(_("The most I can lift, in kilograms"), 0, 100)
    level = level()
    words = alone(area(OWN_WORDS, rows=3))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for task, words in TASKS.items():
            self.fields[task.value] = menu(words, CAN, _("Nothing to say"))
        self.order_fields([task.value for task in TASKS])
        self.initial = self.shown(kwargs.get("initial_answer") or {})


class PlaceForm(Graded):
    """Where."""

    home_days = whole(_("Days a week that I need to work at home (0 for none)"), 0, 7)
    level = level()
    words = alone(area(OWN_WORDS, rows=3))


class PeopleForm(Graded):
    """With whom."""

    company = alone(several(_("With whom"), COMPANY))
    level = level()
    words = alone(area(OWN_WORDS, rows=3))


class PaceForm(Graded):
    """How fast."""

    pace = alone(one(_("My pace now"), PACES))
    minutes_to_break = whole(_("I need a short break every so many minutes"), 5, 240)
    level = level()
    words = alone(area(OWN_WORDS, rows=3))


class AdjustmentsForm(QuestionForm):
    """Changes that help."""

    adjustments = alone(several(_("Changes at work that help me"), ADJUSTMENTS))
    words = alone(area(OWN_WORDS, rows=3))


class NotYetForm(QuestionForm):
    """Limits that the calendar is checked against."""

    words = alone(area(OWN_WORDS, rows=3))
    most_a_day = HoursField(label=_("Not more hours in a day than"), high=16)
    most_a_week = HoursField(label=_("Not more hours in a week yet than"), high=80)
    days = weekdays(_("Not on these days"), WEEKDAYS)


class WorseForm(QuestionForm):
    """What to keep away from, and what to do."""

    words = alone(area(_("What would make it worse"), rows=3))
    bad_day = area(_("On a bad day, please"), rows=3)


class BuildUpForm(QuestionForm):
    """The answers that the calendar is made from."""

    starts = one_day(_("First day"))
    first_hours = HoursField(label=_("Hours in the first week"), high=80)
    target_hours = HoursField(label=_("Hours in the last week"), high=80)
    weeks = whole(_("In how many weeks"), 1, MOST_WEEKS)
    days = weekdays(_("On which days"), WEEKDAYS)
    days_off = several_days(
        label=_("Days off that I know of"), help_text=_("One on a line, such as 25 12 2026.")
    )
    easier = numbers_of_weeks(
        label=_("Weeks that should be as easy as the first"), help_text=_("Their numbers, such as 4, 8.")
    )

    def clean(self) -> dict[str, Any]:
        """The hours rise, and fit on the days."""
        data: dict[str, Any] = super().clean() or {}
        first, target = data.get("first_hours"), data.get("target_hours")
        if first and target and first > target:
            self.add_error("target_hours", _("The last week must have at least the hours of the first."))
        elif not self.errors:
            self._require_usable()
        return data

    def _require_usable(self) -> None:
        asked = read({Q.BUILD_UP.value: self.answer()}).build_up
        if not missing(asked) and not usable(asked):
            self.add_error("days", _("These hours do not fit on these days. Choose more days."))


class AccessForm(QuestionForm):
    """Access to Work, and the time until it comes."""

    asks = area(_("What I ask for"), rows=3)
    applied = one_day(_("I asked on"))
    meanwhile = area(_("What we do until it comes"), rows=3)
    meanwhile_who = line(_("Who does it"))


class ReviewForm(QuestionForm):
    """The next look."""

    on = alone(one_day(_("We look at it again on")))


STATEMENT_FORMS: dict[str, type[QuestionForm]] = {
    Q.JOB.value: JobForm,
    Q.HOURS.value: HoursForm,
    Q.TASKS.value: TasksForm,
    Q.PLACE.value: PlaceForm,
    Q.PEOPLE.value: PeopleForm,
    Q.PACE.value: PaceForm,
    Q.ADJUSTMENTS.value: AdjustmentsForm,
    Q.NOT_YET.value: NotYetForm,
    Q.WORSE.value: WorseForm,
    Q.BUILD_UP.value: BuildUpForm,
    Q.ACCESS.value: AccessForm,
    Q.REVIEW.value: ReviewForm,
}
