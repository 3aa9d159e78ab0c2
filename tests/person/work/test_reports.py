"""A report that a professional completes: whose it is, what it seals, where it ends."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from cydwaith.commons.circle.commands import change_details, withdraw
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.scope import writing
from cydwaith.commons.messages.models import Message
from cydwaith.kernel.actor import Actor, Role, Strength, system
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.work import commands, queries
from cydwaith.person.work.models import Report
from cydwaith.person.work.rules.vocabulary import Kind, Reader

from .conftest import HEALTH, World, by_email, colleague, given

pytestmark = pytest.mark.django_db

WORKER = system("a worker of a test")
SIGNED: dict[str, Any] = {
    "name": "Dr Okafor",
    "profession": "Physiotherapist",
    "registration": "PH123456",
    "service": "The surgery",
    "seen_on": "2026-11-20",
    "advice": "with-changes",
    "options": ["build-up"],
    "note": "A stool helps",
    "holds_from": "2026-11-20",
    "holds_until": "2026-12-20",
    "recommended": {"0": "Half days at first"},
}


@pytest.fixture
def draft(world: World, statement: UUID) -> UUID:
    """A draft given to the doctor by e-mail address, with words about health ticked."""
    return given(
        world.sam, statement, Kind.REPORT, Reader.CLINICIAN, email="surgery@example.org", with_health=True
    )


def test_a_clinician_completes_and_signs_in_their_own_name(world: World, draft: UUID) -> None:
    assert HEALTH in str(queries.given(world.doctor, draft).paper), "ticked for the clinician"
    commands.save_report(world.doctor, given_id=draft, answers={"note": "begun"})
    assert queries.reports_of(world.sam, world.person_id) == (), "the person sees it when it is signed"
    report_id = commands.sign_report(world.doctor, given_id=draft, answers=SIGNED)
    view = queries.report(world.sam, report_id)
    assert view.is_whole and view.by == "Dr Okafor" and view.paper
    assert "Half days at first" in str(view.paper) and "Physiotherapist" in str(view.paper)
    assert HEALTH not in str(view.paper), "the signed report speaks of work, not of health"


def test_the_person_is_told_that_it_is_signed(world: World, draft: UUID) -> None:
    change_details(world.sam, person_id=world.person_id, email="sam@example.org")
    commands.sign_report(world.doctor, given_id=draft, answers=SIGNED)
    assert Message.objects.as_seen_by(WORKER).get(to_email="sam@example.org").kind == "paper-answered"


def test_what_is_signed_does_not_change(world: World, draft: UUID) -> None:
    report_id = commands.sign_report(world.doctor, given_id=draft, answers=SIGNED)
    for change in (commands.save_report, commands.sign_report):
        with pytest.raises(Conflict):
            change(world.doctor, given_id=draft, answers=SIGNED)
    row = approved_rows(Report).get(id=report_id)
    content = {**row.content, "notice": row.content["notice"] + "!"}
    with writing():
        approved_rows(Report).filter(id=report_id).update(content=content)
    assert not queries.report(world.sam, report_id).is_whole, "a changed letter breaks the seal"
    with pytest.raises(Conflict):
        commands.give_report(
            world.sam, person_id=world.person_id, report_id=report_id, email="a@example.org", purpose="x"
        )


def test_of_two_clinicians_in_one_surgery_the_second_is_told_that_a_report_is_begun(
    world: World, statement: UUID
) -> None:
    house = {"email": "", "organisation_id": world.doctor.organisation_id}
    draft = given(world.sam, statement, Kind.REPORT, Reader.CLINICIAN, **house)
    commands.save_report(world.doctor, given_id=draft, answers={"note": "begun"})
    partner = colleague(world.doctor, Role.CLINICIAN)
    for change in (commands.save_report, commands.sign_report):
        with pytest.raises(Conflict):
            change(partner, given_id=draft, answers=SIGNED)
    assert approved_rows(Report).get().by_name == "Dr Okafor"


def test_nobody_else_signs(world: World, draft: UUID, manager: Actor) -> None:
    weak = Actor(
        account_id=world.doctor.account_id, roles=world.doctor.roles, strength=Strength.CODE, name="Dr Okafor"
    )
    for actor in (world.sam, world.rhian, world.stranger, manager, weak):
        with pytest.raises(Refused):
            commands.sign_report(actor, given_id=draft, answers=SIGNED)


def test_a_report_with_something_missing_is_not_signed(world: World, draft: UUID) -> None:
    with pytest.raises(Invalid):
        commands.sign_report(world.doctor, given_id=draft, answers={**SIGNED, "registration": ""})


def test_the_person_gives_the_signed_report_on_letter_for_letter(world: World, draft: UUID) -> None:
    report_id = commands.sign_report(world.doctor, given_id=draft, answers=SIGNED)
    known = {"person_id": world.person_id, "report_id": report_id}
    given_id = commands.give_report(world.sam, email="boss@example.org", purpose="my return", **known)
    found = queries.given(by_email("boss@example.org"), given_id)
    assert found.digest == queries.report(world.sam, report_id).digest
    assert not found.may_complete


def test_when_the_draft_is_withdrawn_its_writer_sees_neither(world: World, draft: UUID) -> None:
    report_id = commands.sign_report(world.doctor, given_id=draft, answers=SIGNED)
    withdraw(world.sam, permission_id=queries.given_by(world.sam, world.person_id)[0].permission_id)
    with pytest.raises(NotFound):
        queries.report(world.doctor, report_id)
    assert queries.report(world.sam, report_id).is_whole


def test_the_story_tells_what_was_kept_given_and_signed_to_those_who_may_know(
    world: World, draft: UUID, manager: Actor
) -> None:
    commands.sign_report(world.doctor, given_id=draft, answers=SIGNED)
    told = [(row.title, row.words) for row in queries.timeline(world.sam, world.person_id)]
    assert ("What I can do now", "12 hours a week") in told
    assert ("A report was signed", "Health and work report") in told
    assert len(told) == 4
    assert queries.timeline(manager, world.person_id) == []
