"""Programmes that people join, and the jobs that they find, keep and lose."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from cydwaith.kernel import clock
from cydwaith.kernel.actor import by_link
from cydwaith.kernel.errors import NotFound
from cydwaith.person.enrolments import commands as enrolments
from cydwaith.person.enrolments import queries as enrolled
from cydwaith.person.enrolments.rules import Ending
from cydwaith.person.jobs import commands as jobs
from cydwaith.person.jobs import queries as held
from cydwaith.person.jobs.policy import LINK_KIND
from cydwaith.person.jobs.rules.answering import Answer
from cydwaith.person.jobs.rules.following import Planned, schedule
from cydwaith.person.jobs.rules.held import MOVED_ON, Kind, Leaving, monday_of
from cydwaith.place.programmes.rules import Cohort, Evidence

from .cast import Life
from .content import Record, read
from .diary import Entry

WEEK = timedelta(weeks=1)
OUT_OF_WORK = {"out_of_work", "retired"}
PATIENCE = 4 * WEEK
ENDINGS = {
    "in-work": Ending.WORK,
    "stayed-in-work": Ending.WORK,
    "moved-away": Ending.MOVED,
    "declined": Ending.NOT_NOW,
}


def earning(life: Life) -> Iterator[Entry]:
    """A person's spell on their programme, and their jobs."""
    talks = [talk["day"] for talk in life.told("sessions")]
    if not talks:
        return
    yield life.on(min(talks), 760, partial(_join, life, life.record["came"]["programme"]))
    yield life.on(_last_day(life, min(talks)), 761, partial(_leave, life))
    if "agreed_day" in life.record:
        yield life.on(life.record["agreed_day"], 763, partial(_reach, life, "plan"))
    told = read("jobs")["people"].get(life.record["key"], {})
    if told:
        yield life.on(min(talks), 762, partial(_birthday, life, told["born"]))
    if "clinical_team" in told:
        yield life.on(min(talks), 763, partial(_beside, life, told["clinical_team"]))
    for also in told.get("also", ()):
        yield life.on(also["day"], 764, partial(_join, life, also["programme"]))
    for job in told.get("jobs", ()):
        yield from _job(life, job)
    for step in told.get("steps", ()):
        yield from _step(life, step)


def _join(life: Life, programme: str) -> None:
    now = life.record["came"]["work_now"]
    cohort = Cohort.OUT_OF_WORK if now in OUT_OF_WORK else Cohort.IN_WORK
    enrolments.enrol(life.coach, person_id=life.id, programme=programme, started=clock.today(), cohort=cohort)


def _beside(life: Life, team: str) -> None:
    """Beside which clinical team each spell is."""
    for row in enrolled.current(life.coach, life.id):
        enrolments.choose_team(life.coach, enrolment_id=row.id, team=team, since=clock.today())


def _last_day(life: Life, first: int) -> int:
    """When the spell ends: at the closing, or some weeks after the time allowed is over; else today."""
    if "closing" in life.record:
        return int(life.record["closing"]["day"])
    weeks = 16 if life.record["came"]["work_now"] in OUT_OF_WORK else 8
    over = first + (weeks * WEEK + PATIENCE).days
    return over if over < 0 and life.record["came"]["programme"] == "gwaith-da" else 0


def _leave(life: Life) -> None:
    """Whoever is past the time allowed leaves; the others stay."""
    closing = life.record.get("closing", {}).get("code")
    reason = ENDINGS.get(closing, Ending.FINISHED) if closing else Ending.TIME
    if not closing and any(row.is_paid and row.is_now for row in held.jobs(life.coach, life.id)):
        reason = Ending.WORK
    for row in enrolled.current(life.coach, life.id):
        if closing or (row.time.over and row.time.week > (row.time.of or 0) + 3):
            enrolments.end(life.coach, enrolment_id=row.id, ended=clock.today(), reason=reason)


def _reach(life: Life, stage: str) -> None:
    """How far they are, where their programme has such a stage."""
    for row in enrolled.current(life.coach, life.id):
        if row.version.stage(stage) is not None:
            enrolments.move(life.coach, enrolment_id=row.id, stage=stage, on=clock.today())


def _birthday(life: Life, born: str) -> None:
    enrolments.give_birthday(life.hand, person_id=life.id, born=date.fromisoformat(born))


class _Told:
    """One job while it is told: its first Monday, and days of the diary from dates."""

    def __init__(self, life: Life, job: Record) -> None:
        self.life, self.job = life, job
        self.monday = monday_of(life.cast.calendar.day(job["start"]))
        self.today = life.cast.calendar.day(0)
        self.id: UUID | None = None

    @property
    def key(self) -> UUID:
        """The job's id. Raises NotFound before it is written down."""
        if self.id is None:
            raise NotFound(self.job["title"])
        return self.id

    def day(self, week: int, day: int = 0) -> date:
        """A day of a week of the job, no later than today."""
        return min(self.monday + week * WEEK + timedelta(days=day), self.today)

    def entry(self, on: date, minute: int, act: partial[None]) -> Entry:
        """Something done on that day, or today if it is still to come."""
        return self.life.on(min(0, (on - self.today).days), minute, act)


def _job(life: Life, job: Record) -> Iterator[Entry]:
    told = _Told(life, job)
    known = told.monday - timedelta(days=4)
    if "known" in job:
        known = life.cast.calendar.day(job["known"])
    yield told.entry(known, 770, partial(_add, told))
    if known <= told.monday:
        yield told.entry(told.monday, 770, partial(_reach, life, "in-work"))
    for terms in job.get("terms", ()):
        yield told.entry(told.day(terms["week"]), 771, partial(_terms, told, terms))
    for week, hours in job.get("worked", {}).items():
        yield told.entry(told.day(int(week), 6), 772, partial(_worked, told, int(week), hours))
    yield from _absences(told)
    for first, last in job.get("payslips", ()):
        yield told.entry(told.day(last + 1), 774, partial(_payslip, told, first, last))
    yield from _words(told)
    yield from _contacts(told, known)
    if "ended" in job:
        yield told.entry(told.day(job["ended"]["week"], 4), 779, partial(_end, told))


def _add(told: _Told) -> None:
    job = told.job
    ends = told.life.cast.calendar.day(job["ends_in"]) if "ends_in" in job else None
    told.id = jobs.add_job(
        told.life.hand,
        person_id=told.life.id,
        employer=job["employer"],
        title=job["title"],
        kind=Kind(job["kind"]),
        start=told.monday,
        hours=float(job["hours"]),
        pay=job["pay"],
        ends_on_paper=ends,
    )


def _terms(told: _Told, terms: Record) -> None:
    since = told.day(terms["week"])
    jobs.change_terms(
        told.life.hand, job_id=told.key, since=since, hours=float(terms["hours"]), pay=terms["pay"]
    )


def _worked(told: _Told, week: int, hours: float) -> None:
    jobs.record_weeks(told.life.hand, job_id=told.key, worked={told.monday + week * WEEK: float(hours)})


def _absences(told: _Told) -> Iterator[Entry]:
    for sick in told.job.get("sick", ()):
        first, last = told.day(sick["week"]), told.day(sick["week"], sick["days"] - 1)
        yield told.entry(last, 773, partial(_sick, told, first, last))
    if "sick_now" in told.job:
        first = told.life.cast.calendar.done_on(told.job["sick_now"])
        known = max(told.job.get("known", told.job["sick_now"]), told.job["sick_now"])
        yield told.life.on(known, 773, partial(_sick, told, first, None))


def _sick(told: _Told, first: date, last: date | None) -> None:
    jobs.add_absence(told.life.hand, job_id=told.key, first=first, last=last)


def _payslip(told: _Told, first: int, last: int) -> None:
    jobs.add_file(
        told.life.hand,
        job_id=told.key,
        kind=Evidence.PAYSLIP,
        first=told.day(first),
        last=told.day(last, 6),
        content=_pdf(f"Payslip, weeks {first + 1} to {last + 1}. Invented, for the demonstration."),
    )


def _pdf(words: str) -> bytes:
    """The smallest page with one line on it."""
    drawn = f"BT /F1 14 Tf 40 780 Td ({words}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + head + table + tail


def _words(told: _Told) -> Iterator[Entry]:
    if "word" in told.job:
        word = told.job["word"]
        yield told.entry(told.day(word["weeks"][1] + 1), 775, partial(_word, told, word))
    if "employer_says" in told.job:
        says = told.job["employer_says"]
        yield told.entry(told.day(says["weeks"][1] + 1), 776, partial(_employer, told, says))


def _word(told: _Told, word: Record) -> None:
    coach = told.life.coach
    first, last = (told.day(word["weeks"][0]), told.day(word["weeks"][1], 6))
    jobs.give_word(coach, job_id=told.key, first=first, last=last, words=word["words"], typed_name=coach.name)


def _employer(told: _Told, says: Record) -> None:
    ask = jobs.ask_employer(
        told.life.hand,
        job_id=told.key,
        email=says["email"],
        first=told.day(says["weeks"][0]),
        last=told.day(says["weeks"][1], 6),
        they_agree=True,
    )
    employer = by_link(LINK_KIND, ask, told.life.language)
    answer = Answer(says["answer"])
    jobs.answer_employer(employer, ask_id=ask, answer=answer, name=says["name"], words=says["words"])


def _contacts(told: _Told, known: date) -> Iterator[Entry]:
    """Every contact on its day, but for those that were missed."""
    ended = told.job.get("ended")
    end = told.day(ended["week"], 4) if ended else None
    lost = bool(ended) and Leaving(ended["leaving"]) not in MOVED_ON
    closed = told.life.record.get("closing", {}).get("day", 0)
    planned = schedule(told.monday, end, lost=lost, known_on=known)
    for number, one in enumerate(planned):
        if one.on < told.life.cast.calendar.day(closed) and number not in told.job.get("missed", ()):
            yield told.entry(one.on, 790, partial(_contact, told, one))


def _contact(told: _Told, planned: Planned) -> None:
    jobs.log_follow_up(
        told.life.coach,
        job_id=told.key,
        occasion=planned.occasion,
        planned=planned.on,
        reached=True,
        on=min(planned.on, clock.today()),
    )


def _end(told: _Told) -> None:
    ended = told.job["ended"]
    jobs.end_job(
        told.life.hand,
        job_id=told.key,
        end=told.day(ended["week"], 4),
        leaving=Leaving(ended["leaving"]),
        words=ended["words"],
    )


def _step(life: Life, step: Record) -> Iterator[Entry]:
    ids: list[UUID] = []
    yield life.on(step["day"], 795, partial(_write_step, life, step["words"], ids))
    if "done" in step:
        yield life.on(step["done"], 796, partial(_finish_step, life, ids))


def _write_step(life: Life, words: str, ids: list[UUID]) -> None:
    ids.append(jobs.add_step(life.hand, person_id=life.id, words=words))


def _finish_step(life: Life, ids: list[UUID]) -> None:
    jobs.finish_step(life.hand, step_id=ids[0])
