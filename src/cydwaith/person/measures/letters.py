"""The one message of this app: generic words and a signed path."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cydwaith.commons.messages import rules as messages
from cydwaith.commons.messages.commands import send
from cydwaith.commons.people import links
from cydwaith.kernel.actor import Actor

from .rules import LINK_DAYS, LINK_KIND


def register_wording() -> None:
    """Generic words only: anyone may see a phone's lock screen."""
    messages.register(
        "questions", _("Some questions for you"), _("There are some questions for you to answer.")
    )


def tell_person(actor: Actor, person_id: UUID, invitation_id: UUID) -> bool:
    """Send the link; False where the person has no e-mail address."""
    token = links.make(LINK_KIND, invitation_id, LINK_DAYS)
    with override("en"):
        where = reverse("measures:by_link", args=[token])
    return send(actor, kind="questions", link_path=where, to_person=person_id) is not None
