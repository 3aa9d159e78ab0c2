"""The first hour of a place: partnership, front-door team and first steward in one step."""

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
) -> str:
    """Set up an empty place; all of it or nothing. Raises ``Invalid`` where one stands already."""
    if queries.partnership(actor) is not None:
        raise Invalid(_("This place has a partnership already. Its stewards add people on their own page."))
    with transaction.atomic():
        commands.set_up_partnership(actor, name=name, name_cy=name_cy)
        team_id = commands.add_organisation(
            actor, key="front-door", name=team, name_cy=team_cy, kind="team", is_front_door=True
        )
        commands.add_member(
            actor, email=steward_email, name=steward_name, organisation_id=team_id, role=Role.STEWARD
        )
    return _("Done. {name} can sign in with {email} and add everybody else.").format(
        name=steward_name, email=steward_email
    )
