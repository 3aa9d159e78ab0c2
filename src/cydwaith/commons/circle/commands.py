"""Changes to the person's details and circle."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.people.accounts import new_account
from cydwaith.commons.people.queries import account_by_email
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from .models import Permission, Person
from .policy import (
    may_change_details,
    may_let_in,
    may_open_own_page,
    may_register,
    may_withdraw,
)
from .rules import Relation, Scope, is_too_much

NOT_FOR_WORK = gettext_lazy(
    "Nobody at your work can see your plan, your health, how things are or your referrals. "
    "Take these away, or say that they are somebody else."
)
DETAILS = frozenset(
    {
        "name",
        "known_as",
        "email",
        "phone",
        "contact_by",
        "contact_times",
        "safe_to_leave_message",
        "language",
        "communication_needs",
        "address",
        "postcode",
        "place_code",
    }
)


@command("person_registered", permit=may_register)
def register_person(
    actor: Actor,
    *,
    name: str,
    known_as: str = "",
    email: str = "",
    phone: str = "",
    contact_by: tuple[str, ...] = (),
    contact_times: str = "",
    safe_to_leave_message: bool | None = None,
    language: str = "en",
    communication_needs: str = "",
    address: str = "",
    postcode: str = "",
    place_code: str = "",
) -> Done[UUID]:
    """Write down who somebody is and how to reach them: no more than that is asked."""
    if not name.strip():
        raise Invalid(_("Enter a name."), "name")
    person = Person.objects.create(
        name=name.strip(),
        known_as=known_as.strip(),
        email=email.strip(),
        phone=phone.strip(),
        contact_by=list(contact_by),
        contact_times=contact_times.strip(),
        safe_to_leave_message=safe_to_leave_message,
        language=language,
        communication_needs=communication_needs.strip(),
        address=address.strip(),
        postcode=postcode,
        place_code=place_code,
        created=clock.now(),
    )
    return Done(person.id, person_id=person.id, subject=person.id, fields=("name", "contact"))


@command("details_changed", permit=may_change_details)
def change_details(actor: Actor, *, person_id: UUID, **details: Any) -> Done[None]:
    """Change contact details. Raises ``Invalid`` for what is no detail, or a record without a name."""
    if unknown := set(details) - DETAILS:
        raise Invalid(_("These are not contact details: {names}.").format(names=", ".join(sorted(unknown))))
    if "name" in details and not str(details["name"]).strip():
        raise Invalid(_("Enter a name."), "name")
    person = Person.objects.as_seen_by(actor).get(id=person_id)
    for field, value in details.items():
        setattr(person, field, value)
    person.save(update_fields=list(details))
    return Done(None, person_id=person_id, subject=person_id, fields=tuple(details))


@command("own_page_opened", permit=may_open_own_page)
def open_own_page(actor: Actor, *, person_id: UUID, email: str, language: str = "en") -> Done[UUID | None]:
    """Let a person sign in to their own record with an e-mailed code.

    Gives None, and changes nothing, where the address belongs to an account already: whoever
    can prove that address must not be handed somebody else's record by a slip of the pen.
    """
    if account_by_email(actor, email) is not None:
        return Done(None, person_id=person_id)
    account = new_account(email, language=language)
    approved_rows(Person).filter(id=person_id).update(account=account)
    return Done(account.id, person_id=person_id, subject=person_id, fields=("account",))


@command("let_in", permit=may_let_in)
def let_in(
    actor: Actor,
    *,
    person_id: UUID,
    purpose: str,
    scopes: Scope,
    how: str,
    until: datetime | None = None,
    account_id: UUID | None = None,
    organisation_id: UUID | None = None,
    link_subject_id: UUID | None = None,
    recipient_label: str = "",
    relation: str = "",
) -> Done[UUID]:
    """Let one account, organisation or signed link in, for a purpose, to some parts, until a time.

    ``how`` says who decided where: ``by the person``, ``with the person`` or ``front door``;
    ``relation`` what an account is to the person (``Relation``), where they said it.
    """
    _require_usable(purpose, scopes, until)
    if relation == Relation.WORK and is_too_much(relation, scopes):
        raise Invalid(NOT_FOR_WORK, "scopes")
    row = Permission.objects.create(
        person_id=person_id,
        account_id=account_id,
        organisation_id=organisation_id,
        link_subject_id=link_subject_id,
        relation=relation if account_id else "",
        recipient_label=recipient_label,
        purpose=purpose.strip(),
        scopes=int(scopes),
        since=clock.now(),
        until=until,
        how=how,
        recorded_by_id=actor.account_id,
    )
    return Done(row.id, person_id=person_id, subject=row.id, fields=("scopes", "purpose", "until"))


def _require_usable(purpose: str, scopes: Scope, until: datetime | None) -> None:
    if not purpose.strip():
        raise Invalid(_("Say what it is for."), "purpose")
    if not scopes:
        raise Invalid(_("Choose at least one thing that they can see."), "scopes")
    if until is not None and until <= clock.now():
        raise Invalid(_("The end must be in the future."), "until")


@command("supporter_invited", permit=may_let_in)
def invite(
    actor: Actor,
    *,
    person_id: UUID,
    purpose: str,
    scopes: Scope,
    how: str,
    until: datetime | None = None,
    organisation_id: UUID | None = None,
    email: str = "",
    label: str = "",
    relation: str = "",
) -> Done[UUID]:
    """Let in an organisation, or one person by e-mail address, who then signs in with a code.

    Whoever comes by address alone counts as somebody at the person's work unless ``relation`` says
    that they are not. Raises ``Invalid`` where such a one would see what is never for employers.
    """
    if not organisation_id and is_too_much(relation, scopes):
        raise Invalid(NOT_FOR_WORK, "scopes")
    account_id = None if organisation_id else account_by_email(actor, email) or new_account(email).id
    permission_id = let_in(
        actor,
        person_id=person_id,
        purpose=purpose,
        scopes=scopes,
        how=how,
        until=until,
        account_id=account_id,
        organisation_id=organisation_id,
        recipient_label=label or email,
        relation=relation,
    )
    return Done(
        permission_id,
        person_id=person_id,
        subject=permission_id,
        event={"account": account_id} if account_id else None,
    )


@command("let_out", permit=may_withdraw)
def withdraw(actor: Actor, *, permission_id: UUID) -> Done[UUID]:
    """Withdraw a permission: it opens nothing from the next request on. Gives the person's id."""
    row = approved_rows(Permission).get(id=permission_id)
    if row.withdrawn_at is None:
        row.withdrawn_at = clock.now()
        row.save(update_fields=["withdrawn_at"])
    return Done(row.person_id, person_id=row.person_id, subject=row.id, fields=("withdrawn_at",))
