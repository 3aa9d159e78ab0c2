"""The messages of this app: generic words, since anyone may see a phone's lock screen."""

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cydwaith.commons.messages import rules as messages
from cydwaith.commons.messages.commands import send
from cydwaith.kernel.actor import Actor


def register_wording() -> None:
    """How each kind of message is worded."""
    messages.register(
        "paper-given", _("Somebody gave you a paper to read"), _("Somebody gave you a paper to read.")
    )
    messages.register("paper-answered", _("A paper of yours is signed"), _("A paper of yours is signed."))
    messages.register(
        "work-again", _("Something to look at again"), _("There is something of yours to look at again.")
    )


def path(name: str, *args: object) -> str:
    """A path of this app without a language prefix."""
    with override("en"):
        return reverse(f"work:{name}", args=args)


def tell_reader(actor: Actor, given_id: UUID, account_ids: Iterable[UUID]) -> None:
    """To those who shall hear that there is a paper."""
    for account_id in account_ids:
        send(actor, kind="paper-given", link_path=path("given", given_id), to_account=account_id)


def tell_person(actor: Actor, person_id: UUID, report_id: UUID) -> None:
    """That a professional has signed."""
    send(actor, kind="paper-answered", link_path=path("report_signed", report_id), to_person=person_id)


def tell_to_look_again(actor: Actor, person_id: UUID) -> None:
    """That what they want from work may be something else now."""
    send(actor, kind="work-again", link_path=path("sheet", person_id, "profile"), to_person=person_id)
