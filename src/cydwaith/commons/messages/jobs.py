"""What the worker does for this app: deliver what waits, give up after some tries."""

from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from cydwaith.commons.guard.scope import writing
from cydwaith.commons.people.queries import partnership
from cydwaith.kernel import clock
from cydwaith.kernel.actor import system

from . import rules
from .models import Message

TRIES = 5


@task()
def deliver_waiting() -> int:
    """Send every waiting message; one that cannot be sent stays for the next round.

    In a demonstration nothing leaves the machine: its letterbox shows what would have been sent.
    """
    sent = 0
    postman = system("to send messages")
    place = partnership(postman)
    in_a_demonstration = place is not None and place.is_demonstration
    for message in Message.objects.as_seen_by(postman).filter(sent_at=None, attempts__lt=TRIES):
        sent += _deliver(message, in_a_demonstration)
    return sent


def _deliver(message: Message, in_a_demonstration: bool) -> bool:
    message.attempts += 1
    with translation.override(message.language):
        words = rules.wording(message.kind)
        body = _("{line}\n\nOpen this page: {address}\n\nWe never put personal details in a message.").format(
            line=words.line, address=address(message.link_path, message.language)
        )
        try:
            if not in_a_demonstration:
                send_mail(str(words.subject), body, settings.DEFAULT_FROM_EMAIL, [message.to_email])
            message.sent_at = clock.now()
        except OSError:
            pass
    with writing():
        message.save(update_fields=["attempts", "sent_at"])
    return message.sent_at is not None


def address(link_path: str, language: str) -> str:
    """The full address of a path, in a language."""
    prefix = "/cy" if language == "cy" else ""
    return urljoin(settings.CYDWAITH_ADDRESS, prefix + link_path)
