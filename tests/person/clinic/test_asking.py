"""The work question: written down once, referred with a yes, read by few."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cydwaith.commons.audit.models import Event
from cydwaith.commons.circle.models import Person
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel.actor import Actor, Role, Strength, system
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.clinic import commands, queries
from cydwaith.person.referrals import commands as referrals
from cydwaith.person.referrals.models import Referral
from cydwaith.person.referrals.queries import my_requests
from tests.person.clinic.conftest import Asking
from tests.support.worlds import Team, a_person, a_team, lets_in, somebody_at

pytestmark = pytest.mark.django_db
OPERATOR = system("a test")


def test_not_now_is_written_down_with_its_code_and_nobody_is_referred(doctor: Actor, asking: Asking) -> None:
    known = commands.ask(doctor, asked=asking())
    (row,) = queries.known(doctor, known).rows
    assert (row.status, row.code, row.choice, row.by) == (
        "Off sick from a job", "160910001", "Not now", doctor.name,
    )  # fmt: skip
    assert (
        not Referral.objects.as_seen_by(OPERATOR).exists()
        and not Person.objects.as_seen_by(OPERATOR).exists()
    )


def test_a_referral_lands_in_the_front_door_and_its_maker_hears(doctor: Actor, referring: Asking) -> None:
    commands.ask(doctor, asked=referring(line="I want to work, not on roofs"))
    (request,) = my_requests(doctor)
    assert (request.matters, request.status) == ("I want to work, not on roofs", "requested")


def test_sending_twice_writes_once(doctor: Actor, referring: Asking) -> None:
    asked = referring()
    assert commands.ask(doctor, asked=asked) == commands.ask(doctor, asked=asked)
    assert len(queries.asked(doctor)) == len(my_requests(doctor)) == 1


def test_an_old_page_that_is_sent_again_about_somebody_else_is_not_lost(
    doctor: Actor, asking: Asking
) -> None:
    first = asking(reference="K-17")
    again = replace(first, reference="K-18", status="coping")
    one, two = commands.ask(doctor, asked=first), commands.ask(doctor, asked=again)
    assert [row.status for row in queries.known(doctor, two).rows] == ["In work, and managing"]
    assert len(queries.known(doctor, one).rows) == 1


def test_an_old_page_that_is_sent_again_with_another_line_is_written_down_too(
    doctor: Actor, asking: Asking
) -> None:
    first = asking()
    known = commands.ask(doctor, asked=first)
    commands.ask(doctor, asked=replace(first, line="My knees, really"))
    assert [row.line for row in queries.known(doctor, known).rows] == ["My knees, really", "My back"]


def test_a_number_put_right_on_an_old_page_is_not_said_to_be_sent(doctor: Actor, referring: Asking) -> None:
    first = referring()
    commands.ask(doctor, asked=first)
    with pytest.raises(Conflict):
        commands.ask(doctor, asked=replace(first, phone="01632 960999"))


def test_a_reference_that_grows_in_capitals_is_asked_for_shorter(doctor: Actor, asking: Asking) -> None:
    with pytest.raises(Invalid) as why:
        commands.ask(doctor, asked=asking(reference="ß" * 30))
    assert why.value.field == "reference"


def test_the_same_reference_is_the_same_somebody_however_it_is_typed(doctor: Actor, asking: Asking) -> None:
    first = commands.ask(doctor, asked=asking(reference="k-17"))
    assert commands.ask(doctor, asked=asking(reference=" K-17 ", status="coping")) == first
    assert [row.status for row in queries.known(doctor, first).rows] == [
        "In work, and managing", "Off sick from a job",
    ]  # fmt: skip


def test_a_colleague_reads_what_was_asked_and_another_practice_does_not(
    doctor: Actor, nurse: Actor, elsewhere: Actor, asking: Asking
) -> None:
    known = commands.ask(doctor, asked=asking())
    assert queries.known(nurse, known).reference == "K-17"
    with pytest.raises(NotFound):
        queries.known(elsewhere, known)
    with pytest.raises(Refused):
        commands.ask(elsewhere, asked=asking(at_practice_id=known))


def test_two_practices_may_use_the_same_reference(doctor: Actor, elsewhere: Actor, asking: Asking) -> None:
    assert commands.ask(doctor, asked=asking()) != commands.ask(elsewhere, asked=asking())


@pytest.mark.parametrize("role", [Role.COACH, Role.EMPLOYER, Role.STEWARD, Role.MANAGER, Role.CHARITY])
def test_nobody_else_asks_or_reads(practice: Team, doctor: Actor, asking: Asking, role: Role) -> None:
    other = somebody_at(practice.organisation_id, role, f"{role}@x.example")
    known = commands.ask(doctor, asked=asking())
    with pytest.raises(Refused):
        commands.ask(other, asked=asking())
    with pytest.raises(NotFound):
        queries.known(other, known)


def test_a_clinician_who_is_an_employer_there_too_reads_nothing(doctor: Actor, asking: Asking) -> None:
    known = commands.ask(doctor, asked=asking())
    both = replace(doctor, roles=frozenset({Role.CLINICIAN, Role.EMPLOYER}))
    with pytest.raises(NotFound):
        queries.known(both, known)
    with pytest.raises(Refused):
        commands.ask(both, asked=asking())


def test_one_factor_is_not_enough(doctor: Actor, asking: Asking) -> None:
    with pytest.raises(Refused):
        commands.ask(replace(doctor, strength=Strength.CODE), asked=asking())


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"status": "on-the-moon"}, "status"),
        ({"reference": "  "}, "reference"),
        ({"reference": "943 476 5919"}, "reference"),
        ({"name": " "}, "name"),
        ({"phone": "", "email": ""}, "phone"),
        ({"line": ""}, "line"),
        ({"they_agree": False}, "they_agree"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_written(
    doctor: Actor, referring: Asking, said: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as wrong:
        commands.ask(doctor, asked=referring(**said))
    assert wrong.value.field == field
    assert queries.asked(doctor) == () and my_requests(doctor) == []


def test_somebody_who_waits_already_is_not_referred_again(
    doctor: Actor, nurse: Actor, referring: Asking
) -> None:
    known = commands.ask(doctor, asked=referring())
    with pytest.raises(Conflict):
        commands.ask(nurse, asked=referring(at_practice_id=known, reference=""))
    assert len(queries.known(nurse, known).rows) == 1


def test_they_can_be_asked_again_and_referred_once_the_first_has_ended(
    door: Team, doctor: Actor, referring: Asking, asking: Asking
) -> None:
    known = commands.ask(doctor, asked=referring())
    commands.ask(doctor, asked=asking(at_practice_id=known, reference=""))
    (request,) = my_requests(doctor)
    referrals.decline_request(door.coach, referral_id=request.id, reason="full", words="")
    commands.ask(doctor, asked=referring(at_practice_id=known, reference=""))
    assert [row.choice for row in queries.known(doctor, known).rows] == ["Referred", "Not now", "Referred"]


def test_what_becomes_of_the_referral_is_told_to_the_practice(
    door: Team, doctor: Actor, referring: Asking
) -> None:
    known = commands.ask(doctor, asked=referring())
    (request,) = my_requests(doctor)
    before = queries.known(doctor, known).rows[0].news
    referrals.decline_request(door.coach, referral_id=request.id, reason="full", words="")
    assert queries.known(doctor, known).rows[0].news != before


def test_the_person_and_those_let_in_to_their_health_read_it(doctor: Actor, referring: Asking) -> None:
    commands.ask(doctor, asked=referring())
    person_id = Referral.objects.as_seen_by(OPERATOR).get().person_id
    mair = Actor(person_id=person_id, roles=frozenset({Role.PERSON}), strength=Strength.CODE)
    assert [row.line for row in queries.of_person(mair, person_id)] == ["My back"]
    for scopes, seen in ((Scope.PLAN | Scope.WORK, 0), (Scope.HEALTH, 1)):
        team = a_team(f"t{int(scopes)}", front_door=False)
        lets_in(mair, team, scopes)
        assert len(queries.of_person(team.coach, person_id)) == seen
    assert queries.of_person(a_person("Dai"), person_id) == ()


def test_whoever_looks_at_somebody_who_was_referred_is_on_their_record(
    doctor: Actor, nurse: Actor, asking: Asking, referring: Asking
) -> None:
    queries.known(nurse, commands.ask(doctor, asked=asking(reference="nobody yet")))
    known = commands.ask(doctor, asked=referring())
    queries.known(nurse, known)
    looks = approved_rows(Event).filter(verb="work_questions_seen").values_list("account_id", "person_id")
    assert list(looks) == [(nurse.account_id, Referral.objects.as_seen_by(OPERATOR).get().person_id)]


def test_the_trail_names_no_word_of_it(doctor: Actor, referring: Asking) -> None:
    commands.ask(doctor, asked=referring(line="My back and my debts"))
    event = approved_rows(Event).get(verb="work_question_asked")
    assert sorted(event.fields) == ["choice", "line", "status"]
    assert "debts" not in str([vars(one) for one in approved_rows(Event).all()])
