"""Who hears of a paper that is given to an organisation, and who there can read it."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from hypothesis import given as every
from hypothesis import strategies as st

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.messages.models import Message
from cydwaith.commons.people.queries import email_of
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid, NotFound
from cydwaith.person.work import queries
from cydwaith.person.work.forms.giving import GiveForm
from cydwaith.person.work.models import Given
from cydwaith.person.work.rules.hearing import hears, opens_to
from cydwaith.person.work.rules.vocabulary import Kind, Reader

from .conftest import OPERATOR, World, colleague, given

STAFF = st.dictionaries(st.uuids(), st.frozensets(st.sampled_from(Role), min_size=1), max_size=6)


@every(st.sampled_from(Reader), STAFF, st.none() | st.uuids())
def test_whoever_hears_can_read_it(
    reader: Reader, staff: dict[UUID, frozenset[Role]], named: UUID | None
) -> None:
    told = hears(reader, staff, named)
    assert all(opens_to(reader, staff[key]) for key in told)
    assert named is None or set(told) <= {named}


def test_where_no_role_fits_all_who_can_read_it_hear() -> None:
    charity, coach, steward = uuid4(), uuid4(), uuid4()
    staff = {
        charity: frozenset({Role.CHARITY}),
        coach: frozenset({Role.COACH}),
        steward: frozenset({Role.STEWARD}),
    }
    assert set(hears(Reader.EMPLOYER, staff)) == {charity, coach}


@pytest.fixture
def hospital(manager: Actor) -> dict[str, Actor]:
    """A manager, somebody of the people team, a doctor and a coach, all employed by one hospital."""
    people = {"doctor": Role.CLINICIAN, "coach": Role.COACH, "people team": Role.EMPLOYER}
    return {"manager": manager} | {name: colleague(manager, role) for name, role in people.items()}


def told(world: World, hospital: dict[str, Actor], statement: UUID, reader: Reader, **to: str) -> set[str]:
    """Who of the hospital gets a letter about a paper that Sam gives to it."""
    before = set(approved_rows(Message).values_list("id", flat=True))
    house = {"email": "", "organisation_id": hospital["manager"].organisation_id}
    kind = Kind.NOTE if reader is Reader.CLINICIAN else Kind.PLAN
    given(world.sam, statement, kind, reader, **house, **to)
    rows = approved_rows(Message).filter(kind="paper-given").exclude(id__in=before)
    names = {
        email_of(OPERATOR, actor.account_id): name for name, actor in hospital.items() if actor.account_id
    }
    return {names[row.to_email] for row in rows}


@pytest.mark.django_db
def test_only_those_whom_it_concerns_hear_of_a_paper_for_a_hospital(
    world: World, statement: UUID, hospital: dict[str, Actor]
) -> None:
    assert told(world, hospital, statement, Reader.EMPLOYER) == {"manager", "people team"}
    assert told(world, hospital, statement, Reader.CLINICIAN) == {"doctor"}


@pytest.mark.django_db
def test_the_one_whom_the_person_names_hears_and_nobody_else(
    world: World, statement: UUID, hospital: dict[str, Actor]
) -> None:
    address = email_of(OPERATOR, hospital["manager"].account_id).upper()  # type: ignore[arg-type]
    assert told(world, hospital, statement, Reader.EMPLOYER, contact=f" {address}") == {"manager"}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["doctor", "nobody"])
def test_whoever_cannot_read_it_there_is_not_named_and_nothing_is_given(
    world: World, statement: UUID, hospital: dict[str, Actor], name: str
) -> None:
    actor = hospital.get(name)
    address = email_of(OPERATOR, actor.account_id) if actor and actor.account_id else "who@x.example"
    with pytest.raises(Invalid) as wrong:
        told(world, hospital, statement, Reader.EMPLOYER, contact=address)
    assert wrong.value.field == "contact"
    assert (
        not approved_rows(Given).exists() and not approved_rows(Message).filter(kind="paper-given").exists()
    )


@pytest.mark.django_db
def test_a_colleague_in_the_clinic_does_not_read_what_was_given_to_the_employer(
    world: World, statement: UUID, hospital: dict[str, Actor]
) -> None:
    house = {"email": "", "organisation_id": hospital["manager"].organisation_id}
    given_id = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER, **house)
    assert queries.given(hospital["people team"], given_id).id == given_id
    with pytest.raises(NotFound):
        queries.given(hospital["doctor"], given_id)
    assert queries.received(hospital["doctor"]) == ()


@pytest.mark.django_db
def test_naming_somebody_without_their_organisation_is_put_right(world: World, statement: UUID) -> None:
    with pytest.raises(Invalid) as wrong:
        given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER, contact="ann@x.example")
    assert wrong.value.field == "contact" and "contact" in GiveForm.base_fields
