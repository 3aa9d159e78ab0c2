"""The first hour of a place: partnership, front-door team and first steward in one step."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid

from . import commands, queries


def set_up(
    actor: Actor,
    *,
    name: str,
    team: str,
    steward_email: str,
    steward_name: str,
    name_cy: str = "",
    team_cy: str = "",
    email: str = "",
    phone: str = "",
) -> str:
    """Set up an empty place; all of it or nothing.

    Raises ``Invalid`` where one stands already, or somebody could not sign in or be reached.
    """
    _require_usable((name, team, steward_name), filter(None, (steward_email.strip() or " ", email)))
    if queries.partnership(actor) is not None:
        raise Invalid(_("This place has a partnership already. Its stewards add people on their own page."))
    with transaction.atomic():
        commands.set_up_partnership(actor, name=name, name_cy=name_cy, email=email, phone=phone)
        team_id = commands.add_organisation(
            actor, key="front-door", name=team, name_cy=team_cy, kind="team", is_front_door=True
        )
        commands.add_member(
            actor, email=steward_email, name=steward_name, organisation_id=team_id, role=Role.STEWARD
        )
    return _("Done. {name} can sign in with {email} and add everybody else.").format(
        name=steward_name, email=steward_email
    )


def _require_usable(names: Iterable[str], addresses: Iterable[str]) -> None:
    if not all(name.strip() for name in names):
        raise Invalid(_("Give a name for the partnership, for the team and for the steward."))
    for address in addresses:
        try:
            validate_email(address)
        except ValidationError:
            said = _("{address} is not an e-mail address. Nothing was set up.").format(
                address=address.strip()
            )
            raise Invalid(said) from None
