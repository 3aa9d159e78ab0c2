"""Sending a message: kept in the same transaction as the change that it tells of."""

from uuid import UUID

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.audit.outbox import once_committed
from cydwaith.commons.circle import queries as circle
from cydwaith.commons.people import queries as people
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system

from . import rules
from .models import Message
from .policy import may_send

LANGUAGES = ("cy", "both")


@command("message_queued", permit=may_send)
def send(
    actor: Actor,
    *,
    kind: str,
    link_path: str,
    to_person: UUID | None = None,
    to_account: UUID | None = None,
    to_email: str = "",
    language: str = "",
) -> Done[UUID | None]:
    """Queue a message in the recipient's language ("both" for an address whose language nobody knows).

    None where there is no address to send to.

    ``link_path`` is a path on this site, without the language prefix.
    """
    rules.wording(kind)
    address, chosen = _address(to_person, to_account, to_email, language)
    if not address:
        return Done(None, person_id=to_person)
    row = Message.objects.create(
        kind=kind, to_email=address, language=chosen, link_path=link_path, created=clock.now()
    )
    once_committed(_wake)
    return Done(row.id, person_id=to_person, subject=row.id, fields=("kind",))


def _address(
    to_person: UUID | None, to_account: UUID | None, to_email: str, language: str
) -> tuple[str, str]:
    postman = system("to send a message")
    if to_person is not None:
        card = circle.person_card(postman, to_person)
        account_id = circle.account_of_person(postman, to_person)
        chosen = people.language_of(postman, account_id) if account_id else card.language
        return to_email or card.email, "cy" if chosen == "cy" else "en"
    if to_account is not None:
        return people.email_of(postman, to_account), people.language_of(postman, to_account)
    return to_email, language if language in LANGUAGES else "en"


def _wake() -> None:
    from .jobs import deliver_waiting

    deliver_waiting.enqueue()
