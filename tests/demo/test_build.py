"""The demonstration place is built by the commands that people use, and shows all that it should."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import transaction

from cydwaith.commons.audit.queries import verify
from cydwaith.commons.circle.actors import actor_for
from cydwaith.commons.circle.models import Person
from cydwaith.commons.circle.queries import may
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people.models import Account
from cydwaith.commons.places.queries import locate
from cydwaith.demo import build, content, signing
from cydwaith.kernel.actor import Actor, Strength, system
from cydwaith.person.enrolments.queries import page as enrolled
from cydwaith.person.jobs.queries import due, verdicts
from cydwaith.person.journey.queries import caseload
from cydwaith.person.measures.queries import caseload_change
from cydwaith.person.plans.queries import plan
from cydwaith.person.referrals.queries import all_referrals, asked_of_us, my_requests, waiting
from cydwaith.place.directory.queries import search
from cydwaith.place.keeping.queries import State, heap
from cydwaith.place.keeping.queries import waiting as suggested

pytestmark = pytest.mark.django_db

STAGE = system("a test of the demonstration")
SOURCES = sorted(content.DATA.parent.glob("*.py"))


@pytest.fixture(scope="module", autouse=True)
def _the_valley(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        build.load()
        yield
        transaction.set_rollback(True)


def signed_in(email: str, strength: Strength = Strength.SECOND_FACTOR) -> Actor:
    account = Account.objects.get(email=email)
    return actor_for(account.id, strength, account.language)


def person_id(name: str) -> UUID:
    found: UUID = Person.objects.as_seen_by(STAGE).get(name=name).id
    return found


def coach(name: str) -> Actor:
    return signed_in(f"{name}@cwmteg.example")


def reasons_on(actor: Actor) -> str:
    return " ".join(reason for row in caseload(actor) for reason in row.sentences)


def test_it_is_loaded_once_it_is_built():
    assert build.loaded()


def test_every_sign_in_is_a_demonstration_account_with_what_its_role_needs():
    for sign_in in signing.sign_ins():
        assert Account.objects.get(email=sign_in.email).is_demonstration
        actor = signed_in(sign_in.email)
        assert sign_in.role in actor.roles


def test_everyone_in_the_story_is_there_and_nobody_else():
    names = Person.objects.as_seen_by(STAGE).values_list("name", flat=True)
    told = [person["name"] for person in content.people()]
    referred = [one["name"] for one in content.read("clinic")["asked"] if "name" in one]
    assert sorted(names) == sorted([*told, *referred])


def test_the_chain_of_what_was_done_holds():
    assert verify(STAGE).ok


def test_requests_wait_at_the_front_door_and_one_is_late():
    rows = waiting(coach("catrin"))
    assert {"Tom", "Awen", "Kwame", "Gwenllian"} <= {row.called for row in rows}
    assert any(row.days_late > 0 for row in rows)


def test_the_caseloads_say_who_to_think_of_today():
    said = reasons_on(coach("nia")) + reasons_on(coach("gareth"))
    for reason in (
        "First contact is",
        "no answer in time",
        "whether the support helped",
        "review of the plan",
    ):
        assert reason in said
    assert "stuck" in said


def test_the_roofer_kept_other_work_for_thirteen_of_sixteen_weeks_and_it_can_be_shown():
    (found,) = verdicts(coach("gareth"), person_id("Dilwyn Marsden"))
    assert found.verdict is not None and found.verdict.payable
    assert sum(not week.counted for week in found.weeks if week.inside) == 3
    said = [row.now.state.value for row in due(coach("gareth")) if row.now]
    assert "late" in said and "due" in said
    assert enrolled(coach("gareth"), person_id("Jack Severn")).clashes, "two programmes, one of them paid"


def test_the_link_worker_walks_with_people_of_her_own():
    assert {"Pauline", "Lowri"} <= {row.name for row in caseload(coach("mared"))}


def test_the_person_of_the_tour_has_a_plan_that_they_agreed_to():
    person = signed_in("rhys@cwmteg.example", Strength.CODE)
    seen = plan(person, person.person_id)
    assert seen.is_agreed
    assert len(seen.goals) == 3
    assert seen.goals[0].words.startswith("Get back to the bakery")


def test_the_shed_sees_what_it_was_asked_and_no_more():
    huw = signed_in("huw@cwmteg.example")
    assert len(asked_of_us(huw)) >= 1
    rhys = person_id("Rhys Calloway")
    assert may(huw, rhys, Scope.CONTACT)
    assert not may(huw, rhys, Scope.HEALTH)


def test_a_withdrawn_permission_opens_nothing():
    everybody = [coach(name) for name in ("sioned", "rhodri", "elin", "anwen")]
    assert not any(may(actor, person_id("Carys Llwyfen"), Scope.WORK) for actor in everybody)


def test_referrers_hear_what_became_of_their_requests():
    assert len(my_requests(coach("anwen"))) >= 10


def test_the_persons_last_word_stands_in_every_shade():
    said = {
        row.helped
        for person in content.people()
        if person.get("referrals")
        for row in all_referrals(STAGE, person_id(person["name"]))
    }
    assert len(said) >= 4


def test_change_over_a_caseload_is_paired():
    lines = [line for kind in caseload_change(coach("gareth")).instruments for line in kind.scales]
    assert lines
    assert any(line.both >= 3 for line in lines)


def test_somebody_finds_the_choir_from_an_invented_postcode():
    found = search(STAGE, "choir", near="ZZ5 4AB")
    assert "Côr Cwm Teg" in [row.name for row in found.rows]
    assert not found.unknown_place
    assert locate("ZZ6 6AW") is not None


def test_nothing_is_written_behind_the_commands():
    raw = (".create(", ".bulk_create(", ".save(", ".update(", ".delete(", "cursor(")
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        assert not [call for call in raw if call in text], source.name


def test_the_directory_of_the_valley_is_being_kept():
    elin = signed_in("elin@cwmteg.example")
    counts = heap(elin, State.DUE).counts
    assert all(counts[state] for state in State), counts
    titles = {line.title: line.by_group for line in suggested(elin)}
    assert titles["Côr Cwm Teg"] and not titles["Friday chess"]
