"""From the record to the facts: what counts, from when, and for whom; nothing that nobody wrote down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.fidelity import JobcentreContact, JobKept, compute_ips
from cydwaith.methods.words import Words
from cydwaith.person.enrolments.rules import TeamChoice
from cydwaith.system.fidelity.facts import facts_of, half_year
from cydwaith.system.fidelity.record import Client, HeldJob, Record, Walk
from cydwaith.system.fidelity.rules import Advice

LAST = date(2026, 6, 30)
SPAN = half_year(LAST)
NOTHING = Record((), (), (), (), {}, {}, (), (), ())
A, B, C, NIA, GARETH = (UUID(int=number) for number in range(1, 6))


def back(days: int) -> date:
    return LAST - timedelta(days=days)


BEGAN = back(60)


def job(person: UUID = A, start: date = BEGAN, **said: object) -> HeldJob:
    plain = HeldJob(person, "Driver", "Buses", start, None, lasts=True, contacts=())
    return plain._replace(**said)  # type: ignore[arg-type]


def test_a_half_year_is_twenty_six_weeks() -> None:
    assert (SPAN.last - SPAN.first).days + 1 == 182
    assert SPAN.holds(SPAN.first) and SPAN.holds(LAST)
    assert not SPAN.holds(back(182)) and not SPAN.holds(back(-1))


def test_of_an_empty_record_nothing_is_computed() -> None:
    assert [one.score for one in compute_ips(facts_of(NOTHING, SPAN)).values()] == [None] * 11


def test_whoever_left_is_no_longer_of_the_caseload_but_was_of_the_half_year() -> None:
    clients = [Client(A, back(300), None), Client(B, back(90), back(10)), Client(C, back(400), back(200))]
    facts = facts_of(replace(NOTHING, clients=clients), SPAN)
    assert facts.clients == 1
    assert facts.days_to_employer == [None]


def test_somebody_on_two_programmes_is_one_of_the_caseload() -> None:
    clients = [Client(A, back(90), None), Client(A, back(30), None)]
    assert facts_of(replace(NOTHING, clients=clients), SPAN).clients == 1


def test_the_newest_number_of_workers_counts_from_its_day() -> None:
    staffing = [(back(400), 2.0, "none"), (back(5), 3.0, "weekly"), (back(-5), 9.0, "monthly")]
    facts = facts_of(replace(NOTHING, staffing=staffing), SPAN)
    assert (facts.specialists, facts.contacts_reviewed) == (3.0, "weekly")


def beside(team: str, since: date) -> tuple[TeamChoice, ...]:
    return (TeamChoice(since, team, Words(team, team)),)


def test_people_are_counted_by_the_clinical_team_on_record_for_each_coach() -> None:
    clients = [
        Client(A, back(300), back(100), beside("old", back(300))),
        Client(A, back(90), None, beside("north", back(90))),
        Client(B, back(90), None, beside("north", back(90))),
        Client(B, back(20), None),
        Client(C, back(90), None),
    ]
    walks = [
        Walk(NIA, A, back(90), None),
        Walk(NIA, B, back(90), None),
        Walk(NIA, C, back(90), back(3)),
        Walk(GARETH, C, back(3), None),
    ]
    facts = facts_of(replace(NOTHING, clients=clients, walks=walks), SPAN)
    assert list(zip(facts.teams, facts.teams_unknown, strict=True)) == [({"north": 2}, 0), ({}, 1)]


def test_a_month_that_is_over_is_counted_by_the_teams_that_held_then() -> None:
    moved = (*beside("north", back(90)), *beside("surgery", back(10)))
    client, walk = Client(A, back(90), None, moved), Walk(NIA, A, back(90), None)
    record = replace(NOTHING, clients=[client], walks=[walk])
    assert facts_of(record, half_year(back(11))).teams == [{"north": 1}]
    assert facts_of(record, half_year(back(10))).teams == [{"surgery": 1}]
    late = replace(record, clients=[client._replace(teams=beside("north", back(10)))])
    assert facts_of(late, half_year(back(11))).teams_unknown == [1], "nothing was on record for those days"


def test_the_first_talk_with_an_employer_is_the_first_since_the_start() -> None:
    clients = [Client(A, back(90), None), Client(B, back(60), None)]
    talks = {A: [back(120), back(80), back(70)]}
    facts = facts_of(replace(NOTHING, clients=clients, first_talks=talks), SPAN)
    assert facts.days_to_employer == [10.0, None]


def test_a_job_counts_when_it_began_in_these_days_while_the_person_was_with_the_team() -> None:
    clients = [Client(A, back(90), back(30)), Client(B, back(90), None)]
    jobs = [job(A, back(100)), job(A, back(60)), job(A, back(20)), job(B, back(200)), job(C, back(50))]
    facts = facts_of(replace(NOTHING, clients=clients, jobs=jobs), SPAN)
    assert [one.start for one in facts.kept] == [back(60)]
    assert (facts.job_types, facts.employers, facts.jobs_lasting) == (["Driver"], ["Buses"], 1)


def test_an_end_or_a_contact_that_came_later_is_not_known_yet() -> None:
    clients = [Client(A, back(90), None)]
    held = job(end=back(-3), contacts=(back(59), back(-2)))
    facts = facts_of(replace(NOTHING, clients=clients, jobs=[held]), SPAN)
    assert facts.kept == [JobKept(back(60), (back(59),), None)]


def test_nobody_has_a_level_of_benefits_help_until_the_team_writes_it_down() -> None:
    clients = [Client(A, back(90), None), Client(B, back(90), None)]
    assert facts_of(replace(NOTHING, clients=clients), SPAN).incentives == []
    advice = {A: [(back(70), Advice.ADVISER)]}
    facts = facts_of(replace(NOTHING, clients=clients, advice=advice, jobs=[job()]), SPAN)
    assert facts.incentives == [1, 4]


def test_hours_become_minutes_and_weeks_outside_do_not_count() -> None:
    weeks = [(back(7), 37.5, 20.0), (back(14), 30.0, 10.0), (back(300), 40.0, 40.0)]
    facts = facts_of(replace(NOTHING, weeks=weeks), SPAN)
    assert (facts.minutes, facts.minutes_out) == (67.5 * 60, 30.0 * 60)


DAYS = st.integers(-30, 400).map(back)


@given(st.lists(DAYS, max_size=30), st.lists(st.tuples(DAYS, st.booleans()), max_size=30))
def test_only_talks_of_these_days_count_however_many_there_are(
    met: list[date], jobcentre: list[tuple[date, bool]]
) -> None:
    record = replace(
        NOTHING,
        clients=[Client(A, back(90), None)],
        met=met,
        jobcentre=[JobcentreContact(*one) for one in jobcentre],
    )
    facts = facts_of(record, SPAN)
    assert facts.employer_contacts == sum(SPAN.first <= day <= LAST for day in met)
    assert len(facts.jobcentre or ()) == sum(SPAN.first <= day <= LAST for day, _ in jobcentre)


@given(st.lists(st.tuples(st.sampled_from([A, B, C]), DAYS), max_size=12))
def test_what_is_written_down_after_a_day_changes_nothing_before_it(spells: list[tuple[UUID, date]]) -> None:
    """A month of the trend is what was known of it then."""
    clients = [Client(person, start, None) for person, start in spells]
    later = [Client(C, back(-5), None), *(one._replace(ended=back(-9)) for one in clients)]
    record, more = replace(NOTHING, clients=clients), replace(NOTHING, clients=later)
    assert facts_of(record, SPAN).clients == facts_of(more, SPAN).clients
