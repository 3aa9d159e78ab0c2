"""Who may see what of a person, and who may change the circle."""

from functools import reduce
from operator import attrgetter, or_
from typing import Any
from uuid import UUID

from django.db.models import F, Q
from django.db.models.lookups import Exact

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.commons.people.queries import front_door_organisation
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import Refused

from . import grants
from .models import Permission, Person
from .rules import (
    ALL_SCOPES,
    FRONT_DOOR_SCOPES,
    NEVER_FOR_EMPLOYERS,
    Grant,
    Scope,
    acts_on_front_line,
    can_hold,
    is_employer,
    is_for_employers,
    opens,
    opens_in_confidence,
)

NOTHING = Q(pk__in=[])
ALL = reduce(or_, ALL_SCOPES)


def any_of(*reasons: Q | None) -> Q:
    """Rows that one of the reasons opens; no reason opens nothing."""
    return reduce(or_, [reason for reason in reasons if reason is not None] or [NOTHING])


class ScopedToPerson:
    """Rows of one scope: for the person, and for whoever holds a permission that covers it.

    ``person_path`` is the lookup from a row to the person's id, such as ``goal__person_id``.
    """

    def __init__(self, scope: Scope, person_path: str = "person_id", sentence: str = "") -> None:
        self.scope = scope
        self.person_path = person_path
        self.sentence = sentence or f"The person, and those they let in to: {scope.name}."

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        own = Q(**{self.person_path: actor.person_id}) if actor.person_id is not None else None
        return any_of(own, grants.let_in(actor, self.person_path, self.scope))

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return may_see(actor, attrgetter(self.person_path.replace("__", "."))(row), self.scope)


class NeverForEmployers(ScopedToPerson):
    """Rows for the person and their circle, but for no employer, whatever they were let in to.

    An employer is known by their role; somebody who was let in by name, by what they are to the person.
    """

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        own = Q(**{self.person_path: actor.person_id}) if actor.person_id is not None else None
        circle = grants.let_in(actor, self.person_path, self.scope, in_confidence=True)
        return any_of(own, None if is_employer(actor) else circle)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        person_id = attrgetter(self.person_path.replace("__", "."))(row)
        return may_see_in_confidence(actor, person_id, self.scope)


def may_see(actor: Actor, person_id: UUID, scope: Scope) -> bool:
    """Whether this scope of a person's record is open to the actor now."""
    if actor.is_system or actor.is_person(person_id):
        return True
    now = clock.now()
    return any(opens(grant, actor, scope, now) for grant in grants.of_person(actor, person_id))


def may_see_in_confidence(actor: Actor, person_id: UUID, scope: Scope) -> bool:
    """Whether what no employer ever reads of this part is open to the actor now."""
    if actor.is_system or actor.is_person(person_id):
        return True
    now = clock.now()
    return any(opens_in_confidence(grant, actor, scope, now) for grant in grants.of_person(actor, person_id))


def reads_as_employer(actor: Actor, person_id: UUID, scope: Scope) -> bool:
    """Whether a page says to the actor that this part is not for employers.

    Permissions are looked at only for somebody without a role; for all others the rows decide.
    """
    if is_employer(actor):
        return not actor.is_person(person_id)
    return not acts_on_front_line(actor) and not may_see_in_confidence(actor, person_id, scope)


def open_scopes(actor: Actor, person_id: UUID) -> Scope:
    """All parts of a person's record that are open to the actor now: one look at the permissions."""
    if actor.is_system or actor.is_person(person_id):
        return ALL
    return _opened(actor, grants.of_person(actor, person_id))


def _opened(actor: Actor, held: list[Grant]) -> Scope:
    now = clock.now()
    return reduce(or_, (part for part in Scope if any(opens(g, actor, part, now) for g in held)), Scope(0))


def open_and_called(actor: Actor, person_id: UUID) -> tuple[Scope, str]:
    """The parts that are open to somebody else, and what the person is called where contact is."""
    if actor.is_system:
        return ALL, ""
    held, called = grants.of_named_person(actor, person_id)
    seen = _opened(actor, held)
    return seen, called if Scope.CONTACT in seen else ""


def require(actor: Actor, person_id: UUID, scope: Scope) -> None:
    """Raise ``Refused`` unless this scope is open to the actor."""
    if not may_see(actor, person_id, scope):
        raise Refused(f"The person has not let you in to: {scope.name}.")


class PermissionRows:
    """The person sees all of theirs; a recipient sees those that name them or that they recorded."""

    sentence = "People see whom they let in; whoever is let in sees their own permission."

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        seen = NOTHING
        if actor.person_id is not None:
            seen |= Q(person_id=actor.person_id)
        if not can_hold(actor):
            return seen
        if actor.account_id is not None:
            seen |= Q(account_id=actor.account_id) | Q(recorded_by_id=actor.account_id)
        if actor.organisation_id is not None and acts_on_front_line(actor):
            seen |= Q(organisation_id=actor.organisation_id) & _meant_for(actor)
        return seen

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        if actor.is_system or actor.is_person(row.person_id):
            return True
        if not can_hold(actor):
            return False
        if actor.account_id is not None and actor.account_id in (row.account_id, row.recorded_by_id):
            return True
        is_ours = actor.organisation_id is not None and row.organisation_id == actor.organisation_id
        is_meant = not is_employer(actor) or is_for_employers(Scope(row.scopes))
        return is_ours and is_meant and acts_on_front_line(actor)


def _meant_for(actor: Actor) -> Q:
    """Permissions to the actor's organisation that are not for its other hand; see ``is_for_employers``."""
    if not is_employer(actor):
        return Q()
    return Q(Exact(F("scopes").bitand(int(NEVER_FOR_EMPLOYERS)), 0)) | ~Q(
        Exact(F("scopes").bitand(int(Scope.WORK)), 0)
    )


register(Person, ScopedToPerson(Scope.CONTACT, person_path="id"))
register(Permission, PermissionRows())


ASKING = "Anyone may ask for support, for themselves or with somebody's knowledge."
OWN_CIRCLE = "The person decides who is let in; whoever walks with them may write down what they said."
OWN_DETAILS = "The person, and those they let in to their contact details, keep them right."


def may_register(actor: Actor, **_: Any) -> Decision:
    """Asking for support is open to all."""
    return Decision(True, ASKING)


def may_let_in(actor: Actor, *, person_id: UUID, how: str, **what: Any) -> Decision:
    """The person; a practitioner with them; or the front door, for the team that answers."""
    if how == "front door":
        return Decision(actor.is_system or _is_first_answer(person_id, **what), OWN_CIRCLE)
    if how == "by the person":
        return Decision(actor.is_system or actor.is_person(person_id), OWN_CIRCLE)
    return Decision(_walks_with(actor, person_id), OWN_CIRCLE)


def _is_first_answer(person_id: UUID, scopes: Scope, organisation_id: UUID | None = None, **_: Any) -> bool:
    team = front_door_organisation(system("who answers the front door"))
    is_team = team is not None and team.id == organisation_id
    return is_team and _nobody_is_in(person_id) and scopes in FRONT_DOOR_SCOPES


def _nobody_is_in(person_id: UUID) -> bool:
    return not approved_rows(Permission).filter(person_id=person_id).exists()


def may_withdraw(actor: Actor, *, permission_id: UUID) -> Decision:
    """The person, at any time; a practitioner who writes down what the person said."""
    row = approved_rows(Permission).filter(id=permission_id).first()
    return Decision(row is not None and _walks_with(actor, row.person_id), OWN_CIRCLE)


def _walks_with(actor: Actor, person_id: UUID) -> bool:
    """The person; a practitioner who sees their referrals, which no service that was asked does."""
    if actor.is_system or actor.is_person(person_id):
        return True
    return actor.is_practitioner and FRONT_DOOR_SCOPES in open_scopes(actor, person_id)


def may_change_details(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person, and practitioners who walk with them."""
    return Decision(_walks_with(actor, person_id), OWN_DETAILS)


def may_open_own_page(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """At the front door before anybody is let in, or later by whoever walks with the person."""
    row = approved_rows(Person).filter(id=person_id, account=None).first()
    if row is None:
        return Decision(False, OWN_DETAILS)
    made_just_now = (clock.now() - row.created).total_seconds() < 3600
    return Decision(
        (made_just_now and _nobody_is_in(person_id)) or _walks_with(actor, person_id), OWN_DETAILS
    )
