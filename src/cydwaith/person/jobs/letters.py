"""The one message of this app: to an employer, with a link to one question."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cydwaith.commons.messages import rules as messages
from cydwaith.commons.messages.commands import send
from cydwaith.commons.people import links
from cydwaith.kernel.actor import Actor

from .policy import LINK_KIND

LINK_DAYS = 28


def register_wording() -> None:
    """Generic words only: no name, no health, nothing about a programme."""
    messages.register(
        "hours_to_confirm",
        _("Please confirm some hours of work"),
        _("Somebody who works for you asks you to confirm their hours. It takes a minute."),
    )


def path_of(ask_id: UUID) -> str:
    """Where the employer answers, in English; the page leads to the Welsh one."""
    with override("en"):
        return reverse("jobs:confirm", args=[links.make(LINK_KIND, ask_id, LINK_DAYS)])


def write_to_employer(actor: Actor, ask_id: UUID, email: str) -> None:
    """Send the link, in both languages."""
    send(actor, kind="hours_to_confirm", link_path=path_of(ask_id), to_email=email, language="both")
