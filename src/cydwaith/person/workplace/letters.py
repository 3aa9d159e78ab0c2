"""Messages of this app: generic words and a path; no name, nothing about health."""

from datetime import datetime
from math import ceil
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cydwaith.commons.messages import rules
from cydwaith.commons.messages.commands import send
from cydwaith.commons.people import links
from cydwaith.kernel import clock
from cydwaith.kernel.actor import system

from .models import Invitation
from .policy import LINK_KIND

POSTMAN = system("to say that there is something new at work")
INVITED, NEWS, AGAIN, LATE = "workplace_invited", "workplace_news", "workplace_again", "workplace_late"
WAITS = "workplace_waits"


def register_wording() -> None:
    """How each kind of message is worded."""
    rules.register(
        INVITED,
        _("Somebody at work invites you to agree on something"),
        _("Somebody who works for you would like to agree with you on what helps at work."),
    )
    rules.register(NEWS, _("There is something new at work"), _("There is an answer for you, or a question."))
    rules.register(
        WAITS, _("Somebody waits for your answer"), _("You were asked what helps at work. Please answer.")
    )
    rules.register(
        AGAIN, _("A day to look again is near"), _("You wanted to look again at what you agreed on at work.")
    )
    rules.register(
        LATE, _("A day to look again has gone by"), _("Please look again at what you agreed on at work.")
    )


def path_of(invitation_id: UUID, until: datetime) -> str:
    """The contact's page by signed link, in English; the page leads to the Welsh one."""
    days = max(1, ceil((until - clock.now()).total_seconds() / links.DAY))
    with override("en"):
        return reverse("workplace:by_link", args=[links.make(LINK_KIND, invitation_id, days)])


def tell_contact(row: Invitation, kind: str) -> None:
    """To the contact who was invited, with their link."""
    send(POSTMAN, kind=kind, link_path=path_of(row.id, row.until), to_email=row.email, language="both")


def tell_person(person_id: UUID, kind: str) -> None:
    """To the person; no word where there is no address."""
    send(POSTMAN, kind=kind, link_path="/my/workplace/", to_person=person_id)
