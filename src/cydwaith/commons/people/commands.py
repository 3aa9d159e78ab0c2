"""Changes to the partnership, its organisations and accounts."""

from typing import Any
from uuid import UUID

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid, NotFound

from .accounts import new_account
from .memberships import fits
from .models import Account, Membership, Organisation, Partnership
from .policy import may_choose_language, may_look_after_partnership
from .queries import PARTNERSHIP


@command("partnership_set_up", permit=may_look_after_partnership)
def set_up_partnership(
    actor: Actor,
    *,
    name: str,
    name_cy: str = "",
    place_code: str = "",
    email: str = "",
    phone: str = "",
    is_demonstration: bool = False,
) -> Done[None]:
    """Name the partnership that runs this installation, or change what is known of it.

    A real place never becomes a demonstration, whose codes are printed and whose letters do not leave.
    """
    if is_demonstration and Partnership.objects.filter(is_demonstration=False).exists():
        raise Invalid(_("This place has a partnership already. Its stewards add people on their own page."))
    known: dict[str, Any] = {
        "name": name,
        "name_cy": name_cy,
        "place_code": place_code,
        "email": email,
        "phone": phone,
        "is_demonstration": is_demonstration,
    }
    Partnership.objects.update_or_create(id=1, defaults=known)
    cache.delete(PARTNERSHIP)
    return Done(None, fields=tuple(known))


@command("organisation_added", permit=may_look_after_partnership)
def add_organisation(
    actor: Actor,
    *,
    key: str,
    name: str,
    kind: str,
    name_cy: str = "",
    email: str = "",
    phone: str = "",
    place_code: str = "",
    is_front_door: bool = False,
) -> Done[UUID]:
    """Add a member organisation; its key is unique."""
    if Organisation.objects.filter(key=key).exists():
        raise Invalid(_("There is an organisation with this short name already."), "key")
    row = Organisation.objects.create(
        key=key,
        name=name,
        name_cy=name_cy,
        kind=kind,
        email=email,
        phone=phone,
        place_code=place_code,
        is_front_door=is_front_door,
    )
    return Done(row.id, subject=row.id, fields=("name", "kind"))


@command("account_opened", permit=may_look_after_partnership)
def open_account(
    actor: Actor, *, email: str, name: str, language: str = "en", is_demonstration: bool = False
) -> Done[UUID]:
    """Let somebody sign in to work here."""
    row = new_account(email, name=name, language=language, is_demonstration=is_demonstration)
    return Done(row.id, subject=row.id, fields=("email", "name"))


@command("role_given", permit=may_look_after_partnership)
def give_role(actor: Actor, *, account_id: UUID, organisation_id: UUID, role: Role) -> Done[UUID]:
    """Make an account a member of an organisation in a role; an account that was closed opens again.

    Raises ``Invalid`` where such an organisation has nobody in this role.
    """
    kind = Organisation.objects.filter(id=organisation_id).values_list("kind", flat=True).first() or ""
    if not fits(role, kind):
        raise Invalid(
            _(
                "A jobcentre or an employer has no coaches here: they read what people give them. "
                "Choose another role."
            ),
            "role",
        )
    Account.objects.filter(id=account_id).update(is_active=True)
    row = Membership.objects.create(
        account_id=account_id, organisation_id=organisation_id, role=role.value, since=clock.today()
    )
    return Done(row.id, subject=row.id, fields=("role",))


@command("member_added", permit=may_look_after_partnership)
def add_member(
    actor: Actor, *, email: str, name: str, organisation_id: UUID, role: Role, language: str = "en"
) -> Done[UUID]:
    """Give somebody a role, and an account to sign in with if their address has none."""
    known = Account.objects.filter(email__iexact=email.strip()).first()
    if known and not known.name:
        raise Invalid(_("This address belongs to a person's own page. Use a work address."), "email")
    if (
        known
        and Membership.objects.filter(
            account=known, organisation_id=organisation_id, role=role.value
        ).exists()
    ):
        raise Invalid(_("They have this role already."), "role")
    account_id = known.id if known else open_account(actor, email=email, name=name, language=language)
    membership_id = give_role(actor, account_id=account_id, organisation_id=organisation_id, role=role)
    return Done(membership_id, subject=account_id)


@command("role_ended", permit=may_look_after_partnership)
def end_role(actor: Actor, *, membership_id: UUID) -> Done[None]:
    """End a role: it opens nothing from the next request on.

    Whoever has no role left cannot sign in either: people let them in as somebody who works here.
    """
    row = Membership.objects.filter(id=membership_id).first()
    if row is None:
        raise NotFound("membership")
    if row.account_id == actor.account_id and row.role == Role.STEWARD:
        raise Invalid(_("Ask another steward to end your own role, so that somebody is left."))
    row.delete()
    Account.objects.filter(id=row.account_id, memberships=None).update(is_active=False)
    news = {"account": row.account_id, "organisation": row.organisation_id}
    return Done(None, subject=membership_id, fields=("role",), event=news)


@command("language_chosen", permit=may_choose_language)
def choose_language(actor: Actor, *, language: str) -> Done[None]:
    """Keep the language that somebody reads in; messages follow it."""
    if language not in ("en", "cy"):
        raise Invalid(_("Choose English or Welsh."), "language")
    Account.objects.filter(id=actor.account_id).update(language=language)
    return Done(None, subject=actor.account_id, fields=("language",))


@command("demonstration_enrolled", permit=may_look_after_partnership)
def enrol_demonstration(actor: Actor, *, account_id: UUID) -> Done[None]:
    """Give a demonstration account a second factor, so that signing in shows both steps."""
    account = Account.objects.get(id=account_id)
    if not account.is_demonstration:
        raise Invalid(_("Only a demonstration account has a printed second factor."))
    TOTP.activate(account, generate_totp_secret())
    return Done(None, subject=account_id, fields=("second_factor",))
