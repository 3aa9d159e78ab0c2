"""The work half of the valley: what is known of one person's work, a team's returns, and the pages of both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from bench.valley import Page, Valley, signed_in
from cydwaith.commons.people import links
from cydwaith.demo import valley as demo
from cydwaith.demo.content import read
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.ids import new_id
from cydwaith.person.clinic import commands as clinic
from cydwaith.person.clinic.rules.asking import Choice
from cydwaith.person.enrolments import commands as enrolments
from cydwaith.person.enrolments import queries as enrolled
from cydwaith.person.jobs import commands as jobs
from cydwaith.person.jobs.rules.held import Kind as Employment
from cydwaith.person.jobs.rules.held import Leaving
from cydwaith.person.midlife import commands as midlife
from cydwaith.person.midlife.rules import Moment, Pillar
from cydwaith.person.seeking import commands as seeking
from cydwaith.person.seeking.rules.vocabulary import CameOf, Way
from cydwaith.person.work import commands as work
from cydwaith.person.work.rules.vocabulary import Because, Kind, Reader, Sheet
from cydwaith.person.workplace import commands as workplace
from cydwaith.person.workplace.policy import PULSE_KIND
from cydwaith.person.workplace.rules.agreeing import ContactRole, Move
from cydwaith.person.workplace.rules.pulse import Way as PulseWay
from cydwaith.place.opportunities import commands as opportunities
from cydwaith.place.opportunities.rules.posting import Posting
from cydwaith.place.programmes.rules import Cohort, Evidence
from cydwaith.system.fidelity import commands as fidelity
from cydwaith.system.returns import commands as returns

PROGRAMME, TEMPLATE, SCALE = "gwaith-da", "plain", "ips-25"
STAFF = ("anwen", "sioned", "catrin", "elin")
WEEK, WEEKS = timedelta(weeks=1), 26
WISHED = "priya-nandakumar"
PAYSLIP = b"%PDF-1.7 a payslip"


class Working(Valley):
    """The valley with what is known of the first person's work; everybody is on a programme and has a job."""

    def __init__(self) -> None:
        super().__init__()
        accounts = {one["key"]: one for one in read("accounts")["sign_ins"] if one["key"] in STAFF}
        self.staff: dict[str, Actor] = {key: demo.somebody(one) for key, one in accounts.items()}
        self.browsers: dict[str, Client] = {key: signed_in(one["email"]) for key, one in accounts.items()}
        self.today = clock.today()
        self.monday = self.today - timedelta(days=self.today.weekday()) - WEEKS * WEEK
        self.many, self.invitations, self.rounds = 0, list[UUID](), count(1)
        self.once()
        self.grow(2)

    @property
    def first(self) -> dict[str, Any]:
        """Whose pages are measured."""
        return {"person_id": self.people[0]}

    def grow(self, many: int) -> None:
        """Let there be so many of everything."""
        self.walk_with(many)
        for number in range(self.many, many):
            self._holds(self.people[number])
            for add in (self._says, self._works, self._agrees, self._offers, self._asks, self._rates):
                add(number)
        self.many = many

    def once(self) -> None:
        """What there is one of."""
        self.review = self._reviewed()
        self.pulse = workplace.open_pulse(
            self.staff["sioned"], closes_on=self.today + WEEK, headcount=40, way=PulseWay.LINK
        )
        self._says(-1)
        fidelity.say_staffing(
            self.staff["catrin"],
            organisation_id=self.team,
            valid_from=self.today,
            specialists=Decimal(2),
            reviewed="weekly",
        )

    def _invites(self, person_id: UUID) -> UUID:
        contact = workplace.Contact(
            employer="Cwm Teg Hospital",
            name="Sioned",
            email="sioned@cwmteg.example",
            role=ContactRole.HR,
            purpose="To agree on my hours",
            until=self.today + 10 * WEEK,
        )
        return workplace.invite(self.coach, person_id=person_id, contact=contact, with_person=True)

    @property
    def team(self) -> UUID:
        """The team that runs the programme."""
        assert self.coach.organisation_id
        return self.coach.organisation_id

    def _reviewed(self) -> UUID:
        whose: dict[str, Any] = {**self.first, "with_person": True}
        review: UUID = midlife.begin(self.coach, moment=Moment.PLAN_REVIEW, **whose)
        told = next(one for one in read("opportunities")["midlife"] if "actions" in one)
        for pillar in Pillar:
            values = told[pillar.value]
            midlife.answer(self.coach, review_id=review, pillar=pillar, values=values, **whose)
        return review

    def _holds(self, person_id: UUID) -> None:
        """A spell on the programme, a yes to its return, a date of birth, a job that is still held."""
        whose = {"person_id": person_id}
        enrolments.give_birthday(self.coach, born=date(1975, 5, 1), **whose)
        enrolments.enrol(
            self.coach, programme=PROGRAMME, started=self.monday, cohort=Cohort.OUT_OF_WORK, **whose
        )
        returns.say_agreement(self.coach, programme=PROGRAMME, agrees=True, **whose)
        self._job(person_id, weeks=WEEKS)
        self.invitations.append(self._invites(person_id))

    def _job(self, person_id: UUID, weeks: int) -> UUID:
        job: UUID = jobs.add_job(
            self.coach,
            person_id=person_id,
            employer="Cwm Teg Hospital",
            title=f"Porter {next(self.rounds)}",
            kind=Employment.EMPLOYEE,
            start=self.monday,
            hours=12.0,
            pay=14.0,
        )
        worked = {self.monday + week * WEEK: 10.0 + week % 3 for week in range(weeks)}
        jobs.record_weeks(self.coach, job_id=job, worked=worked)
        return job

    def _says(self, number: int) -> None:
        """Another version of both sheets, and a paper of it given away."""
        told, whose = read("working")["people"][WISHED], {**self.first, "with_person": True}
        for sheet, said in ((Sheet.PROFILE, "good-at"), (Sheet.STATEMENT, "worse")):
            answers = told[sheet][0]["answers"] | {said: {"words": f"Said {number}"}}
            answers.pop("review", None)
            work.write(self.coach, sheet=sheet, answers=answers, **whose)
            kept = work.keep(self.coach, sheet=sheet, because=Because.CHANGE, **whose)
        work.give(
            self.coach,
            statement_id=kept,
            kind=Kind.PASSPORT,
            reader=Reader.EMPLOYER,
            purpose="So that they know",
            organisation_id=self.staff["sioned"].organisation_id,
            **self.first,
        )

    def _works(self, number: int) -> None:
        """A job that was lost, a payslip for one that is held, a step of a career."""
        self.job = self.job if number else self._job(self.people[0], 12)
        lost = self._job(self.people[0], 4)
        jobs.end_job(self.coach, job_id=lost, end=self.monday + 4 * WEEK, leaving=Leaving.CONTRACT)
        jobs.add_file(
            self.coach,
            job_id=self.job,
            kind=Evidence.PAYSLIP,
            first=self.monday + number % WEEKS * WEEK,
            last=self.monday + number % WEEKS * WEEK + timedelta(days=6),
            content=PAYSLIP,
        )
        jobs.add_step(self.coach, words=f"Step {number}", **self.first)

    def _agrees(self, number: int) -> None:
        """Something proposed to the employer, answered."""
        self.stool = workplace.propose(
            self.coach,
            invitation_id=self.invitations[0],
            what=f"A stool, number {number}",
            helps="I can stay longer",
            with_person=True,
            **self.first,
        )
        again = self.today + 4 * WEEK
        workplace.answer(self.staff["sioned"], adjustment_id=self.stool, move=Move.AGREE, review_on=again)

    def _offers(self, number: int) -> None:
        """Another opportunity, and a talk with an employer."""
        told = read("opportunities")["offered"][0]["posting"]
        said = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
        posting = replace(Posting(**said), title=f"Mornings {number}")
        offered = opportunities.offer(self.staff["sioned"], posting=posting)
        opportunities.let_through(self.staff["elin"], opportunity_id=offered)
        talk = seeking.Contact(
            employer="The bakery", on=self.today, way=Way.IN_PERSON, came_of=CameOf.GOT_TO_KNOW
        )
        seeking.log_contact(self.coach, contact=talk, **self.first)

    def _asks(self, number: int) -> None:
        """The work question asked in the surgery."""
        choice = list(Choice)[1 + number % 2]
        asked = clinic.Asked(send_key=new_id(), status="off-sick", choice=choice, reference=f"PT {number}")
        clinic.ask(self.staff["anwen"], asked=asked)

    def _rates(self, number: int) -> None:
        """One more item of the fidelity scale rated; a talk with the jobcentre."""
        fidelity.rate_item(
            self.staff["catrin"],
            organisation_id=self.team,
            scale_key=SCALE,
            item=str(1 + number % 25),
            score=4,
            evidence="Time sheets",
        )
        fidelity.note_jobcentre_talk(self.coach, organisation_id=self.team, on=self.today, meeting=False)

    def pages(self) -> dict[str, Page]:
        """The pages that are measured, by name."""
        person, way = f"/person/{self.people[0]}", f"/workplace/people/{self.invitations[0]}/"
        [spell] = enrolled.current(self.coach, self.people[0])
        rule = spell.version.content.outcome_rules[0].key
        pulse = links.make(PULSE_KIND, self.pulse, 7)
        days = f"?first={self.monday}&last={self.today}"
        made = f"/returns/make/{PROGRAMME}/{TEMPLATE}"
        coach = {
            "work": "/work/",
            "work profile": "/work/profile/",
            "work statement": "/work/statement/",
            "papers": "/work/papers/",
            "paper, as they see it": "/work/papers/passport/",
            "who has a paper": "/work/given/",
            "what fits": "/what-fits/",
            "jobs": "/jobs/",
            "outcomes": "/outcomes/",
            "week by week": f"/outcomes/{spell.id}/{rule}/",
            "programmes of a person": "/programmes/",
            "workplace": "/workplace/",
            "what is agreed": f"/workplace/{self.invitations[0]}/",
            "mid-life review": f"/midlife/{self.review}/",
        }
        return {
            **{name: partial(self._get, person + address) for name, address in coach.items()},
            "one job, its evidence": partial(self._get, f"/job/{self.job}/"),
            "follow-along": partial(self._get, "/people/work/"),
            "version of a programme": partial(self._get, f"/programmes/version/{spell.version.id}/"),
            "work question": partial(self._seen_by, "anwen", "/clinic/ask/"),
            "practice": partial(self._seen_by, "anwen", "/clinic/practice/"),
            "employer's people": partial(self._seen_by, "sioned", "/workplace/people/"),
            "employer's page": partial(self._seen_by, "sioned", way),
            "answering a change": partial(self._seen_by, "sioned", f"{way}{self.stool}/"),
            "pulse": partial(self._seen_by, "sioned", "/workplace/pulse/"),
            "pulse, answering": partial(self._seen_by, "sioned", f"/workplace/pulse/{pulse}/"),
            "fidelity": partial(self._seen_by, "catrin", f"/fidelity/{self.team}/{SCALE}/"),
            "returns": partial(self._seen_by, "catrin", "/returns/"),
            "check of a return": partial(self._seen_by, "catrin", f"{made}/look/{days}"),
            "lines of a return": partial(self._seen_by, "catrin", f"{made}/lines/{days}"),
        }

    def _seen_by(self, who: str, address: str) -> HttpResponse:
        answer = self.browsers[who].get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer
