"""What an employer sees of somebody: what was shared, while it lasts, and never a word of health."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.queries import may
from cydwaith.commons.circle.rules import ALL_SCOPES, NEVER_FOR_EMPLOYERS, Scope
from cydwaith.commons.circle.sections import fill
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength, anonymous
from cydwaith.kernel.errors import CydwaithError, NotFound, Refused
from cydwaith.person.plans import commands as plans
from cydwaith.person.plans.models import Entry, Goal
from cydwaith.person.plans.rules.vocabulary import GoalKind, Heading
from cydwaith.person.work import commands as work
from cydwaith.person.workplace import commands, queries
from cydwaith.person.workplace.letters import path_of
from cydwaith.person.workplace.models import Adjustment, Invitation
from tests.support.browsing import Browser
from tests.support.worlds import Team, a_person, a_team, somebody_at

from .conftest import ILLNESS, builds_up, contact, linked

pytestmark = pytest.mark.django_db


@pytest.fixture
def ill(mair: Actor, mair_id: UUID) -> None:
    """Her record holds words about health: in the plan, beside her papers, in her statement."""
    plans.add_goal(mair, person_id=mair_id, words=f"Live with {ILLNESS}", kind=GoalKind.HEALTH)
    plans.save_entry(mair, person_id=mair_id, heading=Heading.HEALTH, words=f"I have {ILLNESS}")
    work.write_health(mair, person_id=mair_id, words=f"I have {ILLNESS}")
    builds_up(mair, mair_id)


def lets_everybody_in(person: Actor, organisation_id: UUID) -> None:
    """As a patient she lets the hospital in to everything."""
    circle.let_in(
        person,
        person_id=person.person_id,
        purpose="my treatment",
        scopes=Scope(sum(ALL_SCOPES)),
        how="by the person",
        organisation_id=organisation_id,
    )


def test_an_uninvited_employer_sees_nothing_at_all(
    mair_id: UUID, colleague: Actor, invitation: UUID, stool: UUID
) -> None:
    assert queries.invited_us(colleague) == ()
    with pytest.raises(NotFound):
        queries.with_us(colleague, invitation)
    for read in (queries.home, lambda actor, person: queries.one(actor, person, invitation)):
        with pytest.raises(Refused):
            read(colleague, mair_id)


def test_the_invited_contact_sees_the_called_name_and_what_was_shared(
    manager: Actor, mair_id: UUID, invitation: UUID, stool: UUID, ill: None
) -> None:
    assert [row.called for row in queries.invited_us(manager)] == ["Mair"]
    shown = repr(queries.with_us(manager, invitation))
    assert "A stool at the bench" in shown
    assert "Eluned" not in shown and "mair@home" not in shown and ILLNESS not in shown
    with pytest.raises(Refused):
        queries.home(manager, mair_id)


def test_a_stopped_invitation_ends_at_the_next_request(
    mair: Actor, mair_id: UUID, manager: Actor, invitation: UUID, stool: UUID, client: Client
) -> None:
    link = path_of(invitation, clock.now() + timedelta(days=9))
    assert client.get(link).status_code == 200
    commands.stop(mair, person_id=mair_id, invitation_id=invitation)
    assert client.get(link).status_code == 410
    assert queries.invited_us(manager) == ()
    with pytest.raises(NotFound):
        queries.with_us(manager, invitation)


def test_an_invitation_ends_on_its_day(manager: Actor, invitation: UUID) -> None:
    with clock.at(clock.now() + timedelta(days=91)), pytest.raises(NotFound):
        queries.with_us(manager, invitation)


def test_a_manager_of_the_hospital_reads_no_health_that_she_shares_with_its_clinic(
    mair: Actor, mair_id: UUID, bakery: Team, manager: Actor, ill: None
) -> None:
    lets_everybody_in(mair, bakery.organisation_id)
    doctor = somebody_at(bakery.organisation_id, Role.CLINICIAN, "doctor@bakery.example")
    assert all(may(doctor, mair_id, scope) for scope in NEVER_FOR_EMPLOYERS)
    assert not any(may(manager, mair_id, scope) for scope in NEVER_FOR_EMPLOYERS)
    assert Goal.objects.as_seen_by(doctor).exists()
    assert not Goal.objects.as_seen_by(manager).exists()
    assert Entry.objects.as_seen_by(doctor).filter(scope=int(Scope.HEALTH)).exists()
    assert not Entry.objects.as_seen_by(manager).filter(scope=int(Scope.HEALTH)).exists()
    assert ILLNESS not in repr(fill(manager, mair_id))


def test_somebody_who_is_a_clinician_and_a_manager_there_reads_no_more(
    mair: Actor, mair_id: UUID, bakery: Team, manager: Actor, ill: None
) -> None:
    lets_everybody_in(mair, bakery.organisation_id)
    both = replace(manager, roles=frozenset({Role.EMPLOYER, Role.CLINICIAN}))
    assert not any(may(both, mair_id, scope) for scope in NEVER_FOR_EMPLOYERS)
    assert not Goal.objects.as_seen_by(both).exists()


def _paths(resolver: URLResolver, space: str = "") -> list[tuple[str, set[str]]]:
    found: list[tuple[str, set[str]]] = []
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            found += _paths(pattern, f"{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern) and pattern.name:
            found.append((f"{space}{pattern.name}", set(pattern.pattern.regex.groupindex)))
    return found


def test_no_page_about_a_person_shows_an_employer_a_word_of_health(
    mair: Actor,
    mair_id: UUID,
    bakery: Team,
    manager: Actor,
    invitation: UUID,
    ill: None,
    browser: Browser,
) -> None:
    lets_everybody_in(mair, bakery.organisation_id)
    visitor, opened = browser(manager), 0
    for name, _ in _paths(get_resolver()):
        for named in ({"person_id": mair_id}, {"invitation_id": invitation}, {}):
            try:
                path = reverse(name, kwargs=named)
            except Exception:
                continue
            if "logout" in name or "download" in name:
                continue
            answer = visitor.get(path)
            opened += 1
            assert answer.streaming or ILLNESS not in answer.content.decode(errors="replace"), name
    assert opened > 40


@pytest.mark.parametrize("days", [0, 91])
def test_list_and_check_agree_for_everybody(
    mair: Actor,
    coach: Actor,
    bakery: Team,
    manager: Actor,
    colleague: Actor,
    invitation: UUID,
    stool: UUID,
    days: int,
) -> None:
    stranger = a_person("Huw Example")
    doctor = somebody_at(bakery.organisation_id, Role.CLINICIAN, "doctor@bakery.example")
    weak = Actor(manager.account_id, None, manager.organisation_id, manager.roles, strength=Strength.CODE)
    jobcentre = a_team("jobcentre", front_door=False).coach
    everybody = (
        mair,
        coach,
        manager,
        colleague,
        stranger,
        doctor,
        weak,
        jobcentre,
        linked(invitation),
        anonymous(),
    )
    with clock.at(clock.now() + timedelta(days=days)):
        for model in (Invitation, Adjustment):
            rule = policy_for(model)
            for actor in everybody:
                seen = set(model.objects.as_seen_by(actor).values_list("id", flat=True))
                assert seen == {row.id for row in approved_rows(model) if rule.check(actor, row)}
    assert not Invitation.objects.as_seen_by(jobcentre).exists()


def test_a_link_opens_its_own_invitation_only(
    mair: Actor, mair_id: UUID, invitation: UUID, stool: UUID
) -> None:
    other = commands.carry(
        mair,
        person_id=mair_id,
        invitation_id=invitation,
        contact=contact(),
        adjustment_ids=(),
    )
    with pytest.raises(CydwaithError):
        queries.with_us(linked(other), invitation)
    assert queries.with_us(linked(other), other).adjustments == ()
