"""Letters that this app sends: generic words and a link."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cydwaith.commons.messages import rules
from cydwaith.commons.messages.commands import send
from cydwaith.commons.people import links
from cydwaith.kernel.actor import Actor, system
from cydwaith.place.directory.policy import ASSURE

from .models import Standing
from .queries.entry import address_of
from .queries.proposals import OUTCOME

ASK, ASK_AGAIN, DECIDED, BECAME = "still_right", "still_right_again", "change_decided", "suggestion_decided"
LINK_DAYS = 90
BOTH = "both"

rules.register(
    ASK,
    _("Is this still right?"),
    _("People find your group in our directory. Is what it says still right? One press is enough."),
)
rules.register(
    ASK_AGAIN,
    _("A reminder: is this still right?"),
    _("We have not heard from you yet. Is what the directory says about your group still right?"),
)
rules.register(
    DECIDED,
    _("We have looked at your change"),
    _("You sent us a change to what the directory says about your group. This is what came of it."),
)
rules.register(
    BECAME,
    _("What came of your suggestion"),
    _("You suggested something for the directory. This is what came of it."),
)


def language_of(service_id: UUID) -> str:
    """The language in which the group answered last; both until it has."""
    said = Standing.objects.filter(service=service_id).values_list("language", flat=True).first()
    return said or BOTH


def ask(actor: Actor, service_id: UUID, kind: str) -> tuple[UUID | None, str]:
    """Write to the group about its entry; the message, None without an address, and its language."""
    address, language = address_of(actor, service_id), language_of(service_id)
    if not address:
        return None, language
    return _write(
        address, kind, f"/still-right/{links.make(ASSURE, service_id, LINK_DAYS)}/", language
    ), language


def tell_group(service_id: UUID) -> None:
    """Tell the group that its change was decided."""
    ask(system("to tell a group of a decision"), service_id, DECIDED)


def tell_suggester(proposal_id: UUID, address: str, language: str) -> None:
    """Tell whoever left an address what became of their suggestion."""
    _write(address, BECAME, f"/suggested/{links.make(OUTCOME, proposal_id, LINK_DAYS)}/", language)


def _write(address: str, kind: str, link_path: str, language: str) -> UUID | None:
    postman = system("to keep the directory true")
    return send(postman, kind=kind, link_path=link_path, to_email=address, language=language)
