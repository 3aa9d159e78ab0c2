"""Letters to whoever keeps a posting: generic words and a link."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cydwaith.commons.messages import rules
from cydwaith.commons.messages.commands import send
from cydwaith.commons.people import links
from cydwaith.commons.people.queries import colleagues
from cydwaith.kernel.actor import system

from .models import Keeper, Opportunity
from .policy import KEEP, OWNERS

HERE, DECIDED, ASK, NEWS = "role_here", "role_decided", "role_still_right", "role_news"
LINK_DAYS = 90
POSTMAN = system("to keep what is offered right")

rules.register(
    HERE, _("What you offer is with us"), _("Keep this link. With it you change, pause or close it.")
)
rules.register(DECIDED, _("We have looked at what you offer"), _("This is what came of it."))
rules.register(
    ASK, _("Is it still open?"), _("People can read what you offer. One press says that it is right.")
)
rules.register(NEWS, _("There is news for you"), _("Something has come in about what you offer."))


def write(opportunity_id: UUID, kind: str) -> UUID | None:
    """Write to the keeper, with the link that opens this one posting; None where there is no address."""
    keeper = Keeper.objects.as_seen_by(POSTMAN).filter(opportunity_id=opportunity_id).first()
    if keeper is None or not keeper.email:
        return None
    path = f"/opportunities/kept/{links.make(KEEP, opportunity_id, LINK_DAYS)}/"
    return send(POSTMAN, kind=kind, link_path=path, to_email=keeper.email, language=keeper.language)


def ask(opportunity_id: UUID) -> bool:
    """Ask whether it is still right: by the link, or those who sign in for the organisation."""
    if write(opportunity_id, ASK) is not None:
        return True
    rows = Opportunity.objects.as_seen_by(POSTMAN).filter(id=opportunity_id, organisation__isnull=False)
    house = rows.values_list("organisation_id", flat=True).first()
    staff = colleagues(POSTMAN, house, *OWNERS) if house else []
    path = f"/opportunities/{opportunity_id}/keep/"
    sent = [send(POSTMAN, kind=ASK, link_path=path, to_account=one.account_id) for one in staff]
    return any(sent)
