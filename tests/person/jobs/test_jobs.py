"""Writing jobs down: what may be, what may not, who may, and who sees it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from cydwaith.commons.audit.queries import about_me
from cydwaith.commons.circle.sections import sections
from cydwaith.kernel import clock
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.jobs import commands, queries
from cydwaith.person.jobs.rules.following import Occasion, State
from cydwaith.person.jobs.rules.held import Kind, Leaving, Terms
from cydwaith.place.programmes.rules import Evidence
from tests.person.enrolments.conftest import START, World
from tests.person.enrolments.test_enrolments import day
from tests.person.jobs.conftest import MONDAY, PDF, starts
from tests.person.test_pages_stay_cheap import asked
from tests.support.browsing import Browser

WEEK = timedelta(weeks=1)


def one(world: World) -> queries.JobRow:
    (row,) = queries.jobs(world.sam, world.person_id)
    return row


@pytest.mark.parametrize("who", ["sam", "coach"])
def test_a_job_is_written_down_by_the_person_or_the_coach(world: World, who: str) -> None:
    starts(getattr(world, who), world.person_id)
    row = one(world)
    assert (row.title, row.terms_words) == ("Delivery driver", "12 hours a week, £13.00 an hour")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"employer": ""}, "employer"),
        ({"hours": 169.0}, "hours"),
        ({"hours": float("nan")}, "hours"),
        ({"pay": -1.0}, "pay"),
        ({"start": date(1900, 1, 1)}, "start"),
        ({"start": MONDAY + timedelta(days=400)}, "start"),
        ({"ends_on_paper": MONDAY - timedelta(days=1)}, "ends_on_paper"),
    ],
)
def test_what_cannot_be_is_refused_by_field(world: World, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        starts(world.sam, world.person_id, **changes)
    assert wrong.value.field == field


def test_hours_rise_from_a_day_and_later_ones_give_way(world: World) -> None:
    key = starts(world.sam, world.person_id)
    with clock.at(START + 10 * WEEK):
        commands.change_terms(world.sam, job_id=key, since=MONDAY + 4 * WEEK, hours=16.0, pay=13.0)
        commands.change_terms(world.sam, job_id=key, since=MONDAY + 8 * WEEK, hours=20.0, pay=13.5)
        assert one(world).terms_now == Terms(MONDAY + 8 * WEEK, 20.0, 13.5)
        commands.change_terms(world.sam, job_id=key, since=MONDAY + 2 * WEEK, hours=14.0, pay=13.0)
        assert [terms.hours for terms in one(world).held.terms] == [12.0, 14.0]
        with pytest.raises(Invalid):
            commands.change_terms(world.sam, job_id=key, since=MONDAY - WEEK, hours=14.0)


def test_a_corrected_first_day_moves_the_first_terms(world: World) -> None:
    key = starts(world.sam, world.person_id)
    named = {"employer": "The bakery", "title": "Driver", "kind": Kind.EMPLOYEE}
    commands.correct_job(world.sam, job_id=key, start=MONDAY - WEEK, **named)  # type: ignore[arg-type]
    assert one(world).held.terms[0].since == MONDAY - WEEK


def ended(world: World, end: date) -> UUID:
    key = starts(world.sam, world.person_id)
    commands.end_job(world.sam, job_id=key, end=end, leaving=Leaving.HEALTH, words="My knees.")
    return key


def test_a_last_day_that_was_wrong_is_put_right_and_a_job_that_goes_on_goes_on(
    world: World, browser: Browser
) -> None:
    key = ended(world, MONDAY + 4 * WEEK)
    named = {"employer": "The bakery", "title": "Driver", "kind": Kind.EMPLOYEE, "start": MONDAY}
    commands.correct_job(world.sam, job_id=key, **named)  # type: ignore[arg-type]
    assert one(world).end == MONDAY + 4 * WEEK
    commands.correct_job(world.sam, job_id=key, end=MONDAY + 6 * WEEK, **named)  # type: ignore[arg-type]
    assert (one(world).end, one(world).leaving) == (MONDAY + 6 * WEEK, Leaving.HEALTH)
    for wrong in (MONDAY - WEEK, START.date() + timedelta(days=400)):
        with pytest.raises(Invalid):
            commands.correct_job(world.sam, job_id=key, end=wrong, **named)  # type: ignore[arg-type]
    typed = {"employer": "The bakery", "title": "Driver", "kind": "employee"}
    typed |= {"start_day": MONDAY.day, "start_month": MONDAY.month, "start_year": MONDAY.year}
    page = browser(world.sam).get(f"/job/{key}/right/").content.decode()
    assert "Leave it empty if the job goes on after all." in page
    assert browser(world.sam).post(f"/job/{key}/right/", typed).status_code == 302
    assert (one(world).end, one(world).leaving, one(world).leaving_said) == (None, None, "")


def test_a_job_that_goes_on_is_not_ended_by_putting_it_right(world: World, browser: Browser) -> None:
    key = starts(world.sam, world.person_id)
    assert "after all" not in browser(world.sam).get(f"/job/{key}/right/").content.decode()
    named = {"employer": "The bakery", "title": "Driver", "kind": Kind.EMPLOYEE, "start": MONDAY}
    commands.correct_job(world.sam, job_id=key, end=MONDAY + WEEK, **named)  # type: ignore[arg-type]
    assert one(world).end is None


def test_days_off_sick_end_with_the_last_day_that_was_put_right(world: World) -> None:
    key = starts(world.sam, world.person_id)
    with clock.at(START + 6 * WEEK):
        commands.add_absence(world.sam, job_id=key, first=MONDAY, last=MONDAY + 3 * WEEK)
        commands.end_job(world.sam, job_id=key, end=MONDAY + 5 * WEEK, leaving=Leaving.LIFE)
        named = {"employer": "The bakery", "title": "Driver", "kind": Kind.EMPLOYEE, "start": MONDAY}
        commands.correct_job(world.sam, job_id=key, end=MONDAY + WEEK, **named)  # type: ignore[arg-type]
        assert one(world).held.absences == ((MONDAY, MONDAY + WEEK),)


def test_weeks_are_put_down_taken_back_and_only_while_the_job_was_held(world: World) -> None:
    key = starts(world.sam, world.person_id)
    with clock.at(START + 3 * WEEK):
        commands.record_weeks(world.sam, job_id=key, worked={MONDAY: 9.0, MONDAY + WEEK: 10.0})
        commands.record_weeks(world.sam, job_id=key, worked={MONDAY: None, MONDAY + 2 * WEEK: 0.0})
        assert one(world).held.worked == {MONDAY + WEEK: 10.0, MONDAY + 2 * WEEK: 0.0}
        for monday, hours in (
            (MONDAY - WEEK, 1.0),
            (MONDAY + 4 * WEEK, 1.0),
            (MONDAY + timedelta(days=1), 1.0),
            (MONDAY, 170.0),
        ):
            with pytest.raises(Invalid):
                commands.record_weeks(world.sam, job_id=key, worked={monday: hours})


def test_days_off_sick_begin_go_on_and_end(world: World) -> None:
    key = starts(world.sam, world.person_id)
    with clock.at(START + 3 * WEEK):
        commands.add_absence(world.sam, job_id=key, first=MONDAY + WEEK)
        commands.add_absence(world.sam, job_id=key, first=MONDAY + WEEK, last=MONDAY + 2 * WEEK)
        assert one(world).held.absences == ((MONDAY + WEEK, MONDAY + 2 * WEEK),)
        wrong = [
            (MONDAY + 2 * WEEK, None),
            (MONDAY - WEEK, None),
            (MONDAY + 20 * WEEK, None),
            (MONDAY + timedelta(days=2), MONDAY),
        ]
        for first, last in wrong:
            with pytest.raises(Invalid):
                commands.add_absence(world.sam, job_id=key, first=first, last=last)


def test_a_job_ends_once_and_takes_its_absence_along(world: World) -> None:
    key = starts(world.sam, world.person_id)
    with clock.at(START + 3 * WEEK):
        commands.add_absence(world.sam, job_id=key, first=MONDAY + WEEK)
        commands.end_job(
            world.sam, job_id=key, end=MONDAY + 2 * WEEK, leaving=Leaving.HEALTH, words="My knees"
        )
        row = one(world)
        assert row.held.absences == ((MONDAY + WEEK, MONDAY + 2 * WEEK),)
        assert (row.leaving, row.leaving_said) == (Leaving.HEALTH, "My knees")
        with pytest.raises(Conflict):
            commands.end_job(world.sam, job_id=key, end=MONDAY, leaving=Leaving.OTHER)


def test_nobody_else_sees_or_writes_whatever_they_were_let_in_to(world: World) -> None:
    key = starts(world.sam, world.person_id)
    evidence = commands.add_file(
        world.sam, job_id=key, kind=Evidence.PAYSLIP, first=MONDAY, last=MONDAY, content=PDF
    )
    commands.add_step(world.sam, person_id=world.person_id, words="More hours")
    commands.ask_employer(
        world.sam, job_id=key, email="boss@bakery.example", first=MONDAY, last=MONDAY, they_agree=True
    )
    for actor in (*world.others, world.stranger):
        assert queries.jobs(actor, world.person_id) == () == queries.jobs_of(actor)
        assert queries.evidence(actor, world.person_id) == () == queries.evidence_of(actor)
        assert queries.steps(actor, world.person_id) == () == queries.asks(actor, world.person_id)
        assert queries.contacts_of(actor) == () == queries.verdicts_of(actor)
        for read in (queries.page, queries.outcomes):
            with pytest.raises(Refused):
                read(actor, world.person_id)
        with pytest.raises(NotFound):
            queries.file(actor, evidence)
        with pytest.raises(NotFound):
            queries.job(actor, key)
        for write in (
            lambda actor=actor: starts(actor, world.person_id),
            lambda actor=actor: commands.end_job(actor, job_id=key, end=MONDAY, leaving=Leaving.OTHER),
            lambda actor=actor: commands.withdraw_evidence(actor, evidence_id=evidence),
            lambda actor=actor: commands.add_step(actor, person_id=world.person_id, words="x"),
        ):
            with pytest.raises(Refused):
                write()


@pytest.mark.parametrize("until", ["0001-01-01", "2026-02-22", "9999-12-31", "no day"])
def test_weeks_from_before_the_job_or_after_all_days_are_a_page_like_others(
    world: World, browser: Browser, until: str
) -> None:
    key = starts(world.sam, world.person_id)
    assert browser(world.sam).get(f"/job/{key}/weeks/?until={until}").status_code == 200


@pytest.mark.parametrize(
    "part", ["", "right/", "terms/", "weeks/", "sick/", "end/", "evidence/", "employer/"]
)
def test_every_page_of_a_job_is_a_look_and_stands_on_the_record(
    world: World, browser: Browser, part: str
) -> None:
    key = starts(world.sam, world.person_id)
    assert browser(world.coach).get(f"/job/{key}/{part}").status_code == 200
    looks = [seen.account_id for seen in about_me(world.sam) if seen.verb == "jobs_seen"]
    assert looks == [world.coach.account_id]


def test_a_manager_reads_for_returns_and_writes_nothing(world: World) -> None:
    key = starts(world.sam, world.person_id)
    assert len(queries.jobs_of(world.manager)) == 1
    with pytest.raises(Refused):
        commands.change_terms(world.manager, job_id=key, since=MONDAY, hours=1.0)


def follow(world: World, key: UUID, **changes: Any) -> UUID:
    given = {
        "occasion": Occasion.FIRST_DAYS,
        "planned": MONDAY + timedelta(days=3),
        "reached": True,
        "on": MONDAY + timedelta(days=2),
    }
    return commands.log_follow_up(world.coach, job_id=key, **(given | changes))


def test_a_contact_that_was_made_is_done_and_one_that_was_tried_is_not(world: World) -> None:
    key = starts(world.coach, world.person_id)
    with clock.at(START + timedelta(days=4)):
        follow(world, key, reached=False)
        (along,) = queries.follow_along(world.coach, world.person_id)
        assert along.now and along.now.state is State.LATE
        follow(world, key)
        (along,) = queries.follow_along(world.coach, world.person_id)
        assert along.now and (along.now.occasion, along.now.state) == (Occasion.WEEKLY, State.DUE)
        with pytest.raises(Invalid):
            follow(world, key, planned=MONDAY)
        with pytest.raises(Invalid):
            follow(world, key, on=MONDAY + WEEK)
        with pytest.raises(Refused):
            commands.log_follow_up(
                world.sam, job_id=key, occasion=Occasion.FIRST_DAYS, planned=MONDAY, reached=True, on=MONDAY
            )


def test_a_step_comes_about(world: World) -> None:
    step = commands.add_step(world.sam, person_id=world.person_id, words="Forklift course")
    commands.finish_step(world.coach, step_id=step)
    (row,) = queries.steps(world.sam, world.person_id)
    assert row.done_on == MONDAY
    with pytest.raises(Invalid):
        commands.add_step(world.sam, person_id=world.person_id, words=" ")


def test_everything_is_in_the_persons_own_copy(world: World) -> None:
    key = starts(world.sam, world.person_id, ends_on_paper=MONDAY + 20 * WEEK)
    commands.add_file(world.sam, job_id=key, kind=Evidence.PAYSLIP, first=MONDAY, last=MONDAY, content=PDF)
    commands.add_step(world.sam, person_id=world.person_id, words="Forklift course")
    (section,) = [part for part in sections() if part.key == "jobs"]
    said = " ".join(f"{line.label} {line.value}" for line in section.read(world.sam, world.person_id))
    assert all(
        words in said for words in ("Delivery driver", "12 hours a week", "payslip", "Forklift course")
    )


JOB = {
    "title": "Driver",
    "employer": "The bakery",
    "kind": "employee",
    "hours": "12",
    "amount": "13",
    "per": "hour",
}


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_pages_of_the_person_and_of_the_coach(world: World, browser: Browser, prefix: str) -> None:
    own, page, of = browser(world.sam), browser(world.coach), f"{prefix}/person/{world.person_id}/jobs/"
    with clock.at(START):
        assert own.get(f"{prefix}/my/jobs/").status_code == 200
        assert own.get(f"{of}add/").status_code == 200
        assert "govuk-error-summary" in own.post(f"{of}add/", {}).content.decode()
        assert own.post(f"{of}add/", {**JOB, **day("start", MONDAY)})["Location"] == of
    row = one(world)
    at = f"{prefix}/job/{row.id}/"
    with clock.at(START + 3 * WEEK):
        for reader in (own, page):
            assert reader.get(of).status_code == 200
            assert reader.get(at).status_code == 200
            for part in ("right", "terms", "weeks", "sick", "end", "evidence", "word", "employer"):
                assert reader.get(f"{at}{part}/").status_code == 200, part
        assert (
            own.post(f"{at}terms/", {**day("since", MONDAY + WEEK), **JOB, "hours": "20"})["Location"] == at
        )
        assert own.post(f"{at}weeks/", {MONDAY.isoformat(): "9"})["Location"] == at
        assert own.post(f"{at}sick/", {**day("first", MONDAY), **day("last", MONDAY)})["Location"] == at
        assert page.get(f"{prefix}/people/work/").status_code == 200
        contact = f"{at}contact/weekly/{MONDAY + 3 * WEEK}/"
        assert page.get(contact).status_code == 200
        assert page.post(contact, {"reached": "yes", **day("on", MONDAY + 3 * WEEK)})["Location"] == at
        assert page.get(f"{at}contact/never/{MONDAY}/").status_code == 404
        assert (
            own.post(f"{at}end/", {"leaving": "contract ended", **day("end", MONDAY + 3 * WEEK)})["Location"]
            == at
        )
        assert own.post(f"{of}next/", {"words": "A course"})["Location"] == of
        (step,) = queries.steps(world.sam, world.person_id)
        assert own.post(f"{of}next/{step.id}/done/")["Location"] == of
        for reader in (browser(world.stranger), *(browser(other) for other in world.others)):
            assert reader.get(of).status_code in (403, 404)
            assert reader.get(at).status_code in (403, 404)


def test_the_pages_ask_as_much_for_many_jobs_as_for_one(
    world: World, enrolled: UUID, browser: Browser
) -> None:
    page, of = browser(world.coach), f"/person/{world.person_id}"
    key = starts(world.sam, world.person_id)
    (found,) = queries.verdicts(world.sam, world.person_id)
    verdict = f"{of}/outcomes/{enrolled}/{found.key}/"
    paths = (f"{of}/jobs/", f"/job/{key}/", f"{of}/outcomes/", verdict, "/people/work/")
    few = [asked(page, path) for path in paths]
    for number in range(8):
        starts(world.sam, world.person_id, title=f"Round {number}")
    assert [asked(page, path) for path in paths] == few
    assert max(few) <= 12, few
