"""A prepared read asks the database exactly what the same read asks when it is put together anew."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.models import F, QuerySet
from django.test.utils import CaptureQueriesContext

from cydwaith.commons.circle.commands import withdraw
from cydwaith.commons.circle.models import Permission, Person
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.among import among
from cydwaith.commons.guard.policies import policies
from cydwaith.commons.guard.prepared import prepared
from cydwaith.commons.guard.scope import Unguarded
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength, anonymous, by_link, system
from cydwaith.kernel.ids import new_id
from tests.support.worlds import a_person, a_team, lets_in

pytestmark = pytest.mark.django_db

Rows = QuerySet[Any, Any]


def kinds_of_actor() -> list[Actor]:
    """Two of each kind, so that the second is answered by what the first put together."""
    staff = [
        Actor(
            account_id=new_id(),
            person_id=person_id,
            organisation_id=new_id(),
            roles=frozenset({role}),
            strength=strength,
        )
        for role in Role
        for strength in (Strength.CODE, Strength.SECOND_FACTOR)
        for person_id in (None, new_id(), new_id())
        for _ in range(2)
    ]
    links = [by_link(kind, new_id()) for kind in ("answer", "answer", "measure")]
    return [*staff, *links, anonymous(), anonymous("cy"), system("a test")]


def asked(rows: Any) -> list[str]:
    """The statements that reading some rows runs."""
    with CaptureQueriesContext(connection) as seen:
        list(rows())
    return [query["sql"] for query in seen.captured_queries]


@pytest.mark.parametrize("model", sorted(policies(), key=lambda model: model._meta.label))
def test_every_guarded_table_is_asked_the_same_either_way(model: Any) -> None:
    def everything(actor: Actor) -> Rows:
        return model.objects.as_seen_by(actor)

    ready = prepared(everything)
    for actor in kinds_of_actor():
        for days in (0, 3):
            with clock.at(clock.now() + timedelta(days=days)):
                assert asked(lambda: ready(actor)) == asked(lambda: everything(actor))  # noqa: B023


def test_a_withdrawn_permission_ends_at_the_next_prepared_read() -> None:
    team, mair = a_team(), a_person("Mair")
    permission = lets_in(mair, team, Scope.CONTACT)

    @prepared
    def people(actor: Actor) -> Rows:
        return Person.objects.as_seen_by(actor).values_list("name", flat=True)

    assert people(team.coach) == ["Mair"]
    withdraw(mair, permission_id=permission)
    assert people(team.coach) == []


def test_somebody_else_of_the_same_kind_gets_their_own_rows() -> None:
    team, other = a_team(), a_team("other", front_door=False)
    mair, huw = a_person("Mair"), a_person("Huw")
    lets_in(mair, team, Scope.CONTACT)
    lets_in(huw, other, Scope.CONTACT)

    @prepared
    def people(actor: Actor) -> Rows:
        return Person.objects.as_seen_by(actor).values_list("name", flat=True)

    assert [people(who) for who in (team.coach, other.coach, mair, huw)] == [
        ["Mair"],
        ["Huw"],
        ["Mair"],
        ["Huw"],
    ]


def test_a_person_is_told_apart_from_somebody_else_where_the_read_asks() -> None:
    @prepared
    def own(actor: Actor, person_id: UUID) -> Rows:
        rows = Person.objects.as_seen_by(actor).filter(id=person_id)
        return rows if actor.is_person(person_id) else rows.none()

    mair, huw = a_person("Mair"), a_person("Huw")
    assert [row.name for row in own(mair, mair.person_id)] == ["Mair"]
    assert own(mair, huw.person_id) == []


def test_objects_come_with_what_the_read_adds_to_them() -> None:
    mair = a_person("Mair", email="mair@home.example")

    @prepared
    def people(actor: Actor) -> Rows:
        return Person.objects.as_seen_by(actor).select_related("account")

    [row] = people(mair)
    assert (row, row.account.email) == (Person.objects.as_seen_by(mair).get(), "mair@home.example")


def test_an_object_holds_what_django_would_have_put_in_it() -> None:
    mair = a_person("Mair", email="mair@home.example")

    def rows(actor: Actor) -> Rows:
        return Person.objects.as_seen_by(actor).annotate(mail=F("account__email"))

    [made], [plain] = prepared(rows)(mair), rows(mair)
    assert (made._state.adding, made._state.db) == (False, plain._state.db)
    assert made.account == plain.account
    told = [{name: one.__dict__[name] for name in one.__dict__ if name[0] != "_"} for one in (made, plain)]
    assert told[0] == told[1]


def test_what_was_not_read_is_fetched_when_it_is_asked_for() -> None:
    mair = a_person("Mair")

    @prepared
    def people(actor: Actor) -> Rows:
        return Person.objects.as_seen_by(actor).only("name")

    [row] = people(mair)
    assert row.get_deferred_fields() >= {"known_as", "created"}
    with pytest.raises(Unguarded):
        assert row.known_as
    own = Person.objects.as_seen_by(mair)
    row.refresh_from_db(fields=["known_as"], from_queryset=own)
    assert row.known_as == own.get().known_as


def test_a_moment_given_is_not_taken_for_the_present_one() -> None:
    @prepared
    def made_between(actor: Actor, begin: datetime, end: datetime) -> Rows:
        rows = Person.objects.as_seen_by(actor).filter(created__range=(begin, end))
        return rows.filter(created__gt=clock.now() - timedelta(days=1))

    mair, now, hour = a_person("Mair"), clock.now(), timedelta(hours=1)
    assert len(made_between(mair, now - hour, now + hour)) == 1
    assert made_between(mair, now + hour, now + 2 * hour) == []
    with clock.at(now + timedelta(days=2)):
        assert made_between(mair, now - hour, now + hour) == []


def test_a_value_that_is_worked_on_before_it_is_asked_is_refused() -> None:
    @prepared
    def reversed_name(actor: Actor, name: str) -> Rows:
        return Person.objects.as_seen_by(actor).filter(name=name[::-1])

    with pytest.raises(ImproperlyConfigured, match="works on a value"):
        reversed_name(a_person("Mair"), "riaM")


def test_a_read_that_asks_the_database_on_its_way_is_refused() -> None:
    @prepared
    def of_the_first(actor: Actor) -> Rows:
        scopes = Permission.objects.as_seen_by(actor).values_list("scopes", flat=True)
        return Person.objects.as_seen_by(actor).filter(id__in=list(scopes))

    with pytest.raises(ImproperlyConfigured, match="may not ask the database"):
        of_the_first(a_person("Mair"))


def test_many_ids_are_one_parameter() -> None:
    mair, huw = a_person("Mair"), a_person("Huw")

    @prepared
    def some(actor: Actor, keys: tuple[UUID, ...]) -> Rows:
        people = Person.objects.as_seen_by(actor).filter(among("id", keys))
        return people.order_by("name").values_list("name", flat=True)

    operator, both = system("a test"), (mair.person_id, huw.person_id)
    assert some(operator, both) == ["Huw", "Mair"]
    assert some(operator, both[:1]) == ["Mair"]
    assert some(mair, both) == ["Mair"]
    assert some(operator, ()) == []


def test_whoever_may_see_nothing_costs_no_question() -> None:
    @prepared
    def people(actor: Actor) -> Rows:
        return Person.objects.as_seen_by(actor)

    people(anonymous())
    assert asked(lambda: people(anonymous())) == []
