"""The record: written with the change, chained, and not to be changed by anyone."""

import pytest
from django.db import DatabaseError, connection, transaction

from cydwaith.commons.audit import queries as audit
from cydwaith.commons.audit.models import Event
from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle import queries as circle_queries
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.scope import maintenance
from cydwaith.kernel.actor import system
from cydwaith.kernel.errors import Invalid, Refused
from tests.support.worlds import a_person, a_team, lets_in

pytestmark = pytest.mark.django_db

OPERATOR = system("a test")


def events(verb: str) -> list[Event]:
    return list(approved_rows(Event).filter(verb=verb).order_by("id"))


def tamper(sql: str) -> None:
    """What somebody with the database file and time on their hands could do."""
    with maintenance(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS audit_event_no_UPDATE")
            cursor.execute("DROP TRIGGER IF EXISTS audit_event_no_DELETE")
        else:
            cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only")
        cursor.execute(sql)


def test_a_command_is_recorded_with_who_and_for_whom_and_names_of_fields_only() -> None:
    team, mair = a_team(), a_person("Mair Secret")
    lets_in(mair, team, Scope.CONTACT | Scope.REFERRALS)
    circle.change_details(team.coach, person_id=mair.person_id, phone="01632 960000")
    (event,) = events("details_changed")
    assert (event.account_id, event.person_id) == (team.coach.account_id, mair.person_id)
    assert event.fields == ["phone"]
    assert "960000" not in str(event.__dict__) and "Secret" not in str(event.__dict__)


def test_a_refused_command_leaves_nothing_behind() -> None:
    team, mair = a_team(), a_person()
    with pytest.raises(Refused):
        circle.change_details(team.coach, person_id=mair.person_id, phone="1")
    assert events("details_changed") == []


def test_a_command_that_fails_leaves_neither_rows_nor_record() -> None:
    mair = a_person()
    with pytest.raises(Invalid):
        circle.let_in(mair, person_id=mair.person_id, purpose=" ", scopes=Scope.PLAN, how="by the person")
    assert events("let_in") == []
    assert circle_queries.circle_of(mair, mair.person_id) == []


def test_a_whole_chain_verifies() -> None:
    lets_in(a_person(), a_team(), Scope.CONTACT)
    report = audit.verify(OPERATOR)
    assert report.ok and report.events == approved_rows(Event).count() > 3


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_event SET verb = 'nothing_to_see' WHERE id = (SELECT min(id) + 1 FROM audit_event)",
        "UPDATE audit_event SET fields = '[]' WHERE id = (SELECT max(id) FROM audit_event)",
        "DELETE FROM audit_event WHERE id = (SELECT min(id) + 1 FROM audit_event)",
        "DELETE FROM audit_event WHERE id = (SELECT max(id) FROM audit_event)",
        "DELETE FROM audit_event",
    ],
)
def test_a_changed_or_missing_event_is_found(sql: str) -> None:
    lets_in(a_person(), a_team(), Scope.CONTACT)
    tamper(sql)
    report = audit.verify(OPERATOR)
    assert not report.ok and report.sentence


@pytest.mark.parametrize("sql", ["UPDATE audit_event SET verb = 'x'", "DELETE FROM audit_event"])
def test_the_database_itself_refuses_to_change_the_record(sql: str) -> None:
    a_person()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), maintenance():
        connection.cursor().execute(sql)


def test_the_person_reads_who_looked_and_nobody_else_does() -> None:
    team, mair = a_team(), a_person()
    lets_in(mair, team, Scope.CONTACT)
    circle_queries.shared_view(team.coach, mair.person_id)
    assert "shared_view_seen" in [seen.verb for seen in audit.about_me(mair)]
    assert audit.about_me(team.coach) == []


def test_ones_own_look_is_not_recorded() -> None:
    mair = a_person()
    circle_queries.shared_view(mair, mair.person_id)
    assert events("shared_view_seen") == []
