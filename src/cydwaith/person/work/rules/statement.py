"""The work statement as it is said: what I can do now, graded, never a yes or no."""

from dataclasses import dataclass
from datetime import date

from cydwaith.kernel.working import Adjustment, Company

from . import reading
from .reading import Answers
from .vocabulary import Can, Dimension, Level, Pace, Situation, Task
from .vocabulary import StatementQuestion as Q

LEVELS = {float(level): level for level in Level}


@dataclass(frozen=True, slots=True)
class Job:
    """The job that the statement speaks of; ``usual_hours`` are hours a week."""

    situation: Situation | None
    title: str
    employer: str
    usual_hours: float | None


@dataclass(frozen=True, slots=True)
class BuildUp:
    """What the person answered about rising hours; hours are hours a week."""

    starts: date | None
    first_hours: float | None
    target_hours: float | None
    weeks: int | None
    days: tuple[int, ...]
    days_off: tuple[date, ...]
    easier_weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Access:
    """Access to Work: what is asked for, when it was, and what helps until it comes."""

    asks: str
    applied: date | None
    meanwhile: str
    meanwhile_who: str


@dataclass(frozen=True, slots=True)
class StatementAnswers:
    """What somebody can do now. It holds no word that was written as health."""

    job: Job
    levels: dict[Dimension, Level]
    words: dict[Dimension, str]
    hours_a_day: float | None
    days_a_week: int | None
    tasks: dict[Task, Can]
    lift_kg: float | None
    home_days: int | None
    company: tuple[Company, ...]
    pace: Pace | None
    minutes_to_break: int | None
    adjustments: tuple[Adjustment, ...]
    adjustments_words: str
    not_yet: str
    not_yet_days: tuple[int, ...]
    most_hours_a_day: float | None
    most_hours_a_week: float | None
    worse: str
    bad_day: str
    build_up: BuildUp
    access: Access
    review_on: date | None

    @property
    def hours_a_week(self) -> float | None:
        """Hours a week that are possible now, or None where they were not said."""
        return _a_week(self.hours_a_day, self.days_a_week)


def hours_and_levels(answers: Answers) -> tuple[float | None, dict[Dimension, Level]]:
    """Hours a week and the grades, without the rest of the statement."""
    a_day, days = reading.number(answers, Q.HOURS, "a_day"), _whole(answers, Q.HOURS, "days")
    return _a_week(a_day, days), _levels(answers)


def read(answers: Answers) -> StatementAnswers:
    """The statement from what was kept."""
    return StatementAnswers(
        job=_job(answers),
        levels=_levels(answers),
        words={part: text for part in Dimension if (text := reading.words(answers, part))},
        hours_a_day=reading.number(answers, Q.HOURS, "a_day"),
        days_a_week=_whole(answers, Q.HOURS, "days"),
        tasks=_tasks(answers),
        lift_kg=reading.number(answers, Q.TASKS, "lift_kg"),
        home_days=_whole(answers, Q.PLACE, "home_days"),
        company=reading.some(Company, answers, Q.PEOPLE, "company"),
        pace=reading.one(Pace, answers, Q.PACE, "pace"),
        minutes_to_break=_whole(answers, Q.PACE, "minutes_to_break"),
        adjustments=reading.some(Adjustment, answers, Q.ADJUSTMENTS, "adjustments"),
        adjustments_words=reading.words(answers, Q.ADJUSTMENTS),
        not_yet=reading.words(answers, Q.NOT_YET),
        not_yet_days=reading.weekdays(answers, Q.NOT_YET, "days"),
        most_hours_a_day=reading.number(answers, Q.NOT_YET, "most_a_day"),
        most_hours_a_week=reading.number(answers, Q.NOT_YET, "most_a_week"),
        worse=reading.words(answers, Q.WORSE),
        bad_day=reading.words(answers, Q.WORSE, "bad_day"),
        build_up=_build_up(answers),
        access=_access(answers),
        review_on=reading.day(answers, Q.REVIEW, "on"),
    )


def _a_week(a_day: float | None, days: int | None) -> float | None:
    return None if a_day is None or days is None else a_day * days


def _job(answers: Answers) -> Job:
    return Job(
        reading.one(Situation, answers, Q.JOB, "situation"),
        reading.words(answers, Q.JOB, "title"),
        reading.words(answers, Q.JOB, "employer"),
        reading.number(answers, Q.JOB, "usual_hours"),
    )


def _levels(answers: Answers) -> dict[Dimension, Level]:
    said = {part: reading.number(answers, part, "level") for part in Dimension}
    return {part: LEVELS[value] for part, value in said.items() if value in LEVELS}


def _tasks(answers: Answers) -> dict[Task, Can]:
    said = {task: reading.one(Can, answers, Q.TASKS, task) for task in Task}
    return {task: can for task, can in said.items() if can}


def _build_up(answers: Answers) -> BuildUp:
    off = answers.get(Q.BUILD_UP, {}).get("days_off") or ()
    easier = answers.get(Q.BUILD_UP, {}).get("easier") or ()
    return BuildUp(
        starts=reading.day(answers, Q.BUILD_UP, "starts"),
        first_hours=reading.number(answers, Q.BUILD_UP, "first_hours"),
        target_hours=reading.number(answers, Q.BUILD_UP, "target_hours"),
        weeks=_whole(answers, Q.BUILD_UP, "weeks"),
        days=reading.weekdays(answers, Q.BUILD_UP, "days"),
        days_off=reading.days(off),
        easier_weeks=tuple(sorted({int(week) for week in easier})),
    )


def _access(answers: Answers) -> Access:
    return Access(
        reading.words(answers, Q.ACCESS, "asks"),
        reading.day(answers, Q.ACCESS, "applied"),
        reading.words(answers, Q.ACCESS, "meanwhile"),
        reading.words(answers, Q.ACCESS, "meanwhile_who"),
    )


def _whole(answers: Answers, question: str, field: str) -> int | None:
    value = reading.number(answers, question, field)
    return None if value is None else int(value)
