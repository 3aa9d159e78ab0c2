"""Who sees what about work: the person, whom they let in, and the one reader of one paper."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from cydwaith.commons.audit.listeners import tell_waiting
from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.commands import withdraw
from cydwaith.commons.circle.preview import preview
from cydwaith.commons.circle.queries import shared_view
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import fill
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.commons.messages.models import Message
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, system
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.jobs.commands import add_job
from cydwaith.person.jobs.rules.held import Kind as JobKind
from cydwaith.person.plans.commands import say_hope
from cydwaith.person.plans.models import Hope
from cydwaith.person.plans.queries.hope import hopes
from cydwaith.person.work import commands, queries
from cydwaith.person.work.models import Given
from cydwaith.person.work.rules import paper as papers
from cydwaith.person.work.rules.vocabulary import Because, Kind, Reader, Sheet

from .conftest import HEALTH, World, by_email, colleague, given, kept, let_in

pytestmark = pytest.mark.django_db

WORKER = system("a worker of a test")


def test_an_employer_a_clinician_and_a_stranger_see_nothing_by_default(
    world: World, statement: UUID, manager: Actor
) -> None:
    given_id = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER)
    for actor in (world.doctor, world.stranger, manager, colleague(manager)):
        assert queries.profile(actor, world.person_id) is None
        assert queries.statement(actor, world.person_id) is None
        assert queries.ability(actor, world.person_id) == ()
        assert queries.received(actor) == ()
        with pytest.raises(Refused):
            queries.home(actor, world.person_id)
        with pytest.raises(NotFound):
            queries.given(actor, given_id)


def test_the_one_reader_sees_the_one_paper_and_nothing_behind_it(world: World, statement: UUID) -> None:
    given_id = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER)
    boss = by_email("boss@example.org")
    found = queries.given(boss, given_id)
    assert found.paper.title == "My plan to return to work"
    assert [row.id for row in queries.received(boss)] == [given_id]
    assert queries.statement(boss, world.person_id) is None
    with pytest.raises(Refused):
        queries.sheet(boss, world.person_id, Sheet.STATEMENT)
    with pytest.raises(NotFound):
        queries.document(boss, world.person_id, statement, Kind.PLAN, Reader.EMPLOYER)


def test_a_line_manager_never_sees_health_notes(world: World, statement: UUID, manager: Actor) -> None:
    """Not by a paper, not by the hospital as an organisation, not by being let in to work."""
    given_id = given(
        world.sam, statement, Kind.PLAN, Reader.EMPLOYER, email="", organisation_id=manager.organisation_id
    )
    assert HEALTH not in str(queries.given(manager, given_id).paper)
    let_in(world.sam, manager, Scope.WORK | Scope.CONTACT)
    ticked = given(world.sam, statement, Kind.NOTE, Reader.CLINICIAN, with_health=True)
    assert queries.own_words(manager, world.person_id) is None
    assert queries.health_words(manager, world.person_id) == ""
    with pytest.raises(NotFound):
        queries.given(manager, ticked)
    let_in(world.sam, manager, Scope.HEALTH)
    assert queries.health_words(manager, world.person_id) == ""
    with pytest.raises(NotFound):
        queries.document(manager, world.person_id, statement, Kind.PLAN, Reader.EMPLOYER, with_health=True)
    assert HEALTH not in str([part.entries for part in shared_view(manager, world.person_id).parts])


def test_a_paper_for_the_hospitals_clinicians_is_not_for_those_who_employ_people_there(
    world: World, statement: UUID, manager: Actor
) -> None:
    """A hospital is somebody's clinic and their employer at once: one address, two readers."""
    house = {"email": "", "organisation_id": manager.organisation_id}
    ticked = given(world.sam, statement, Kind.NOTE, Reader.CLINICIAN, with_health=True, **house)
    plan = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER, **house)
    assert HEALTH in str(queries.given(colleague(manager, Role.CLINICIAN), ticked).paper)
    with pytest.raises(NotFound):
        queries.given(manager, ticked)
    assert [row.id for row in queries.received(manager)] == [plan]
    for row in approved_rows(Given):
        seen = Given.objects.as_seen_by(manager).filter(id=row.id).exists()
        assert policy_for(Given).check(manager, row) is seen


def test_an_employer_let_in_to_work_still_sees_no_answers_behind_the_papers(
    world: World, statement: UUID, manager: Actor
) -> None:
    let_in(world.sam, manager, Scope.WORK | Scope.CONTACT)
    assert queries.statement(manager, world.person_id) is None
    assert queries.profile(manager, world.person_id) is None
    for read in (queries.home, queries.papers, queries.given_to):
        with pytest.raises(Refused):
            read(manager, world.person_id)
    shown = str([part.entries for part in shared_view(manager, world.person_id).parts])
    assert "Qualmish" not in shown and "Ward nurse" not in shown


def test_hope_for_work_is_heard_by_no_employer_however_they_were_let_in(world: World, manager: Actor) -> None:
    """A manager who reads how likely somebody thinks their return is can do harm with it."""
    sam, person_id = world.sam, world.person_id
    say_hope(sam, person_id=person_id, value=3, note="Not with this back", persons_own=True)
    let_in(sam, manager, Scope.WORK | Scope.CONTACT)
    house = {"how": "by the person", "organisation_id": manager.organisation_id}
    circle.let_in(sam, person_id=person_id, scopes=Scope.WORK, purpose="my return", **house)
    for employer in (manager, colleague(manager)):
        with pytest.raises(Refused):
            hopes(employer, person_id)
        with pytest.raises(Refused):
            say_hope(employer, person_id=person_id, value=1, persons_own=False)
        shown = shared_view(employer, person_id).parts
        assert "Not with this back" not in str(shown) and "hope" not in {part.key for part in shown}
        row = approved_rows(Hope).get(person_id=person_id)
        assert not policy_for(Hope).check(employer, row)
        assert not Hope.objects.as_seen_by(employer).filter(id=row.id).exists()
    assert [voice.latest.value for voice in hopes(world.rhian, person_id).voices] == [3]
    assert "Not with this back" in str(fill(sam, person_id)), "and it is in all that is about them"


def test_a_page_that_an_employer_reads_does_not_say_nothing_of_what_is_not_for_them(
    world: World, statement: UUID, manager: Actor
) -> None:
    let_in(world.sam, manager, Scope.WORK | Scope.CONTACT)
    assert {part.key for part in shared_view(manager, world.person_id).parts} == {"contact", "work"}


def test_a_preview_promises_an_employer_no_more_than_they_will_see(
    world: World, statement: UUID, manager: Actor
) -> None:
    sam, person_id, house = world.sam, world.person_id, manager.organisation_id
    say_hope(sam, person_id=person_id, value=3, persons_own=True)
    scopes = Scope.WORK | Scope.CONTACT | Scope.HEALTH
    seen = preview(sam, person_id, scopes, house)
    circle.let_in(
        sam, person_id=person_id, scopes=scopes, purpose="work", how="by the person", organisation_id=house
    )
    assert [part.key for part in seen.parts] == [part.key for part in shared_view(manager, person_id).parts]
    assert {"Hope for work", "What I can do now", "My health in my own words"} <= set(seen.closed)
    assert seen.closed_to_employers == ()


def test_the_preview_for_a_hospital_says_what_its_managers_would_not_see(
    world: World, statement: UUID, manager: Actor
) -> None:
    colleague(manager, Role.COACH)
    seen = preview(world.sam, world.person_id, Scope.WORK | Scope.HEALTH, manager.organisation_id)
    assert {"hope", "jobs", "work-profile"} <= {part.key for part in seen.parts}
    assert seen.closed == ()
    assert {"Hope for work", "My health in my own words"} <= set(seen.closed_to_employers)


def test_the_employer_gets_health_words_only_where_the_person_ticked_them(
    world: World, statement: UUID
) -> None:
    without = given(world.sam, statement, Kind.PASSPORT, Reader.EMPLOYER)
    with_them = given(world.sam, statement, Kind.PASSPORT, Reader.EMPLOYER, with_health=True)
    boss = by_email("boss@example.org")
    assert HEALTH not in str(queries.given(boss, without).paper)
    assert HEALTH in str(queries.given(boss, with_them).paper)


def test_what_was_previewed_is_what_was_given(world: World, statement: UUID) -> None:
    found = queries.document(
        world.sam, world.person_id, statement, Kind.STATEMENT, Reader.EMPLOYER, language="cy"
    )
    given_id = given(world.sam, statement, Kind.STATEMENT, Reader.EMPLOYER, language="cy")
    assert queries.given(by_email("boss@example.org"), given_id).paper == found.paper


def test_a_given_paper_stays_as_it_was_when_answers_change(world: World, statement: UUID) -> None:
    given_id = given(world.sam, statement, Kind.STATEMENT, Reader.EMPLOYER)
    before = queries.given(world.sam, given_id)
    kept(world.sam, hours={"a_day": 7.0, "days": 5})
    after = queries.given(world.sam, given_id)
    assert after.paper == before.paper
    assert papers.seal(papers.as_data(after.paper)) == after.digest


def test_a_withdrawn_paper_ends_at_the_next_request(world: World, statement: UUID) -> None:
    given_id = given(world.sam, statement, Kind.STATEMENT, Reader.EMPLOYER)
    boss = by_email("boss@example.org")
    withdraw(world.sam, permission_id=queries.given_by(world.sam, world.person_id)[0].permission_id)
    with pytest.raises(NotFound):
        queries.given(boss, given_id)
    assert not queries.given_by(world.sam, world.person_id)[0].is_open
    assert queries.given(world.sam, given_id).own, "the person still sees what they gave"


def test_a_paper_ends_with_its_period(world: World, statement: UUID) -> None:
    until = clock.now() + timedelta(days=30)
    given_id = given(world.sam, statement, Kind.STATEMENT, Reader.EMPLOYER, until=until)
    with clock.at(until + timedelta(minutes=1)), pytest.raises(NotFound):
        queries.given(by_email("boss@example.org"), given_id)


def test_a_person_shares_with_the_employer_and_not_with_the_jobcentre(world: World, statement: UUID) -> None:
    given(world.sam, statement, Kind.STATEMENT, Reader.EMPLOYER)
    given(world.sam, statement, Kind.STATEMENT, Reader.JOBCENTRE, email="work.coach@example.org")
    withdraw(world.sam, permission_id=queries.given_by(world.sam, world.person_id)[0].permission_id)
    assert queries.received(by_email("work.coach@example.org")) == ()
    assert len(queries.received(by_email("boss@example.org"))) == 1


def test_only_the_person_or_whoever_walks_with_them_gives_a_paper(world: World, statement: UUID) -> None:
    known = {"person_id": world.person_id, "statement_id": statement, "kind": Kind.PLAN}
    to = {"reader": Reader.EMPLOYER, "email": "a@example.org", "purpose": "to plan"}
    with pytest.raises(Refused):
        commands.give(world.stranger, **known, **to)
    let_in(world.sam, world.rhian, Scope.REFERRALS | Scope.CONTACT)
    commands.give(world.rhian, **known, **to)
    row = approved_rows(Given).get(person_id=world.person_id)
    assert (row.by_person, row.with_person) == (False, True), "recorded as done with the person"


def test_a_paper_is_for_exactly_one_reader(world: World, statement: UUID, manager: Actor) -> None:
    for to in ({"email": ""}, {"organisation_id": manager.organisation_id}):
        with pytest.raises(Invalid):
            given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER, **to)
    with pytest.raises(NotFound):
        given(world.sam, statement, Kind.REPORT, Reader.EMPLOYER)


def test_a_reader_is_told_in_words_that_say_nothing(world: World, statement: UUID) -> None:
    given_id = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER)
    message = Message.objects.as_seen_by(WORKER).get(to_email="boss@example.org")
    assert message.link_path == f"/papers/{given_id}/"


def test_a_paper_alone_opens_no_record_and_where_more_is_open_it_stands_with_the_rest(
    world: World, statement: UUID
) -> None:
    given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER)
    boss = by_email("boss@example.org")
    with pytest.raises(NotFound):
        shared_view(boss, world.person_id)
    let_in(world.sam, boss, Scope.CONTACT)
    parts = {part.key: len(part.entries) for part in shared_view(boss, world.person_id).parts}
    assert parts["work-papers"] == 1


# Writing


def test_a_coach_writes_with_the_person_and_it_is_recorded(world: World) -> None:
    said = {"good-at": {"words": "Listening"}}
    known = {"person_id": world.person_id, "sheet": Sheet.PROFILE}
    commands.write(world.rhian, answers=said, with_person=True, **known)
    view = queries.sheet(world.sam, world.person_id, Sheet.PROFILE)
    assert view.signed and "Rhian Price" in view.signed.by
    assert view.signed.hand_label == "Written together"
    with pytest.raises(Refused):
        commands.write(world.doctor, answers=said, **known)


def test_drafts_are_kept_and_skipping_is_no_answer(world: World) -> None:
    known = {"person_id": world.person_id, "sheet": Sheet.PROFILE}
    assert commands.write(world.sam, answers={"good-at": {"words": ""}}, version=0, **known) == 0
    commands.write(world.sam, answers={"good-at": {"words": "Listening"}, "hours": {"least": None}}, **known)
    view = queries.sheet(world.sam, world.person_id, Sheet.PROFILE)
    assert [row.key for row in view.said] == ["good-at"]
    assert (view.version, view.number) == (1, 0)
    commands.write(world.sam, answers={"good-at": {"words": ""}}, **known)
    assert queries.sheet(world.sam, world.person_id, Sheet.PROFILE).said == ()
    with pytest.raises(Invalid):
        commands.write(world.sam, answers={"diagnosis": {"words": "x"}}, **known)


def test_two_writers_do_not_write_over_each_other(world: World) -> None:
    known = {"person_id": world.person_id, "sheet": Sheet.PROFILE}
    commands.write(world.sam, answers={"helps": {"words": "one"}}, version=0, **known)
    with pytest.raises(Conflict):
        commands.write(world.rhian, answers={"helps": {"words": "two"}}, version=0, **known)


def test_versions_are_kept_and_say_what_changed(world: World, statement: UUID) -> None:
    kept(world.sam, hours={"a_day": 6.0, "days": 4, "level": 3})
    versions = queries.kept_versions(world.sam, world.person_id, Sheet.STATEMENT).versions
    assert [version.number for version in versions] == [2, 1]
    assert versions[0].changed == ("How many hours can I work now?",)
    found = queries.comparison(world.sam, world.person_id, Sheet.STATEMENT, 2, 1)
    assert [line.text for line in found.items[0].after][:2] == ["6", "4"]
    for no_number in (0, 10**30):
        with pytest.raises(NotFound):
            queries.comparison(world.sam, world.person_id, Sheet.STATEMENT, 1, no_number)
    with pytest.raises(Conflict):
        known = {"person_id": world.person_id, "sheet": Sheet.STATEMENT}
        commands.keep(world.sam, because=Because.CHANGE, **known)
    moments = queries.ability(world.sam, world.person_id)
    assert [moment.hours for moment in moments] == [12, 24]


def test_after_a_job_or_a_trial_the_person_is_asked_once_and_keeping_answers_it(
    world: World, statement: UUID
) -> None:
    assert commands.ask_again(WORKER, person_id=world.person_id, because=Because.JOB)
    assert not commands.ask_again(WORKER, person_id=world.person_id, because=Because.TRIAL), "once is enough"
    view = queries.sheet(world.sam, world.person_id, Sheet.PROFILE)
    assert view.asked_again == "I began or ended a job"
    known = {"person_id": world.person_id, "sheet": Sheet.PROFILE}
    commands.keep(world.sam, because=Because.REVIEW, **known)
    assert not queries.sheet(world.sam, world.person_id, Sheet.PROFILE).asked_again


def test_hope_for_work_stands_apart_by_voice_and_day(world: World, statement: UUID) -> None:
    say_hope(world.sam, person_id=world.person_id, value=7, persons_own=True)
    say_hope(world.rhian, person_id=world.person_id, value=4, persons_own=False)
    view = queries.home(world.rhian, world.person_id)
    assert [(voice.persons_own, voice.latest.value) for voice in view.hopes] == [(True, 7), (False, 4)]


def test_what_a_coach_without_health_reads_has_no_word_of_it(world: World, statement: UUID) -> None:
    let_in(world.sam, world.stranger, Scope.WORK)
    assert queries.statement(world.stranger, world.person_id)
    assert queries.own_words(world.stranger, world.person_id) is None
    with pytest.raises(Refused):
        commands.write_health(world.stranger, person_id=world.person_id, words="x")


def test_a_job_that_begins_elsewhere_asks_the_person_again(world: World, statement: UUID) -> None:
    add_job(
        world.sam,
        person_id=world.person_id,
        employer="A yard",
        title="Counter",
        kind=JobKind.EMPLOYEE,
        start=clock.today(),
        hours=12,
    )
    tell_waiting()
    assert queries.sheet(world.sam, world.person_id, Sheet.PROFILE).asked_again
