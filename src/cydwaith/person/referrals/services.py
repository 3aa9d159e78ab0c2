"""The service in the directory that is to be asked."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.people.queries import colleagues, organisations
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.place.directory.models import Service

from .commands import Asked


def service_to_ask(actor: Actor, service_id: UUID) -> Asked:
    """The service as it is today, in the reader's language. Raises NotFound for one that has gone."""
    row = Service.objects.select_related("organisation").filter(id=service_id, withdrawn_at=None).first()
    if row is None:
        raise NotFound(_("This service is no longer in the directory."))
    run_by = row.organisation
    return Asked(
        id=str(row.id),
        name=row.name_cy if actor.language == "cy" and row.name_cy else row.name,
        email=row.referral_email or row.email or (run_by.email if run_by else ""),
        organisation_id=_signs_in(actor, run_by.name) if run_by else None,
    )


def _signs_in(actor: Actor, name: str) -> UUID | None:
    """The partner organisation of the same name, if anybody signs in for it; else a link is sent."""
    english = Actor(purpose=actor.purpose)
    known = next((o for o in organisations(english) if o.name == name), None)
    return known.id if known and colleagues(actor, known.id) else None
