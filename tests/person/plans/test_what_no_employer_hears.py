"""What is never for employers is not for somebody at the person's work either, however they came in."""

from __future__ import annotations

import pytest

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.queries import shared_view
from cydwaith.commons.circle.rules import Relation, Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.commons.people import commands as people
from cydwaith.commons.people.models import Account
from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.kernel.errors import Invalid, Refused
from cydwaith.person.plans import commands, queries
from cydwaith.person.plans.models import Hope
from cydwaith.person.plans.policy import hears_hope
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR, a_person, somebody_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def mair() -> Actor:
    return a_person("Mair Example")


@pytest.fixture
def hope(mair: Actor) -> Hope:
    commands.say_hope(mair, person_id=mair.person_id, value=2, persons_own=True)
    row: Hope = approved_rows(Hope).get()
    return row


def let_in(mair: Actor, address: str, relation: str) -> None:
    circle.invite(
        mair,
        person_id=mair.person_id,
        purpose="to talk about work",
        scopes=Scope.CONTACT | Scope.WORK,
        how="by the person",
        email=address,
        relation=relation,
    )


def somebody(address: str, *roles: Role) -> Actor:
    """Whoever signs in with this address, alone or with a role in an organisation."""
    if not roles:
        account = Account.objects.get(email=address)
        return Actor(account_id=account.id, strength=Strength.CODE, name="Alun")
    house = people.add_organisation(OPERATOR, key="house", name="The house", kind="team")
    return somebody_at(house, roles[0], address)


@pytest.mark.parametrize(
    ("relation", "roles", "hears"),
    [
        ("", (), False),
        (Relation.WORK, (), False),
        (Relation.CLOSE, (), True),
        (Relation.OTHER, (), True),
        ("", (Role.COACH,), True),
        (Relation.WORK, (Role.COACH,), False),
        (Relation.CLOSE, (Role.EMPLOYER,), False),
        ("", (Role.EMPLOYER,), False),
    ],
)
def test_hope_is_heard_by_whoever_is_known_to_be_no_employer(
    mair: Actor, hope: Hope, relation: str, roles: tuple[Role, ...], hears: bool
) -> None:
    actor = somebody("alun@away.example", *roles) if roles else None
    let_in(mair, "alun@away.example", relation)
    actor = actor or somebody("alun@away.example")
    assert Hope.objects.as_seen_by(actor).exists() is hears
    assert policy_for(Hope).check(actor, hope) is hears
    assert hears_hope(actor, hope.person_id) is hears


@pytest.mark.parametrize(("relation", "hears"), [(Relation.WORK, False), (Relation.CLOSE, True)])
def test_a_page_does_not_say_that_nothing_was_said_to_whom_it_is_not_for(
    mair: Actor, hope: Hope, relation: str, hears: bool
) -> None:
    let_in(mair, "alun@away.example", relation)
    actor = somebody("alun@away.example")
    assert ("hope" in [part.key for part in shared_view(actor, hope.person_id).parts]) is hears
    if hears:
        assert queries.hopes(actor, hope.person_id).voices
    else:
        with pytest.raises(Refused):
            queries.hopes(actor, hope.person_id)


@pytest.mark.parametrize("relation", ["", Relation.WORK])
def test_nobody_comes_by_a_bare_address_to_what_is_never_for_employers(mair: Actor, relation: str) -> None:
    asked = {"purpose": "p", "how": "by the person", "email": "alun@away.example", "relation": relation}
    with pytest.raises(Invalid) as wrong:
        circle.invite(mair, person_id=mair.person_id, scopes=Scope.WORK | Scope.HEALTH, **asked)
    assert wrong.value.field == "scopes"
    assert not Account.objects.filter(email="alun@away.example").exists()


def test_a_coach_of_theirs_reads_hope_though_a_manager_was_let_in_too(
    mair: Actor, hope: Hope, browser: Browser
) -> None:
    let_in(mair, "alun@away.example", Relation.WORK)
    let_in(mair, "gwen@home.example", Relation.CLOSE)
    assert Hope.objects.as_seen_by(somebody("gwen@home.example")).exists()
    manager = somebody("alun@away.example")
    page = browser(manager).get(f"/person/{mair.person_id}/shared/").content.decode()
    assert "Hope for work" not in page
