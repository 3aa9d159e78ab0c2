"""What the worker does for this app: deliver what waits, give up after some tries."""

import logging
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
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

logger = logging.getLogger(__name__)
TRIES = 5
REFUSED = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError)
"""What a mail server says of one letter; anything else is said of the server itself."""
BOTH = "both"
SEPARATOR = "\n\n* * *\n\n"


@task()
def deliver_waiting() -> int:
    """Send every waiting message. One that is refused is tried again; while no server answers, all wait.

    In a demonstration nothing leaves the machine: its letterbox shows what would have been sent.
    """
    sent = 0
    postman = system("to send messages")
    place = partnership(postman)
    in_a_demonstration = place is not None and place.is_demonstration
    for message in Message.objects.as_seen_by(postman).filter(sent_at=None, attempts__lt=TRIES):
        try:
            sent += _deliver(message, in_a_demonstration)
        except OSError as error:  # only its kind is written down: the words may repeat an address
            logger.error("No letter goes out, for the mail server does not answer: %s", type(error).__name__)
            break
    return sent


def _deliver(message: Message, in_a_demonstration: bool) -> bool:
    """Whether it went. Raises ``OSError`` when there is nobody to take it."""
    texts = [_text(message, language) for language in languages_of(message.language)]
    subject = " / ".join(subject for subject, _body in texts)
    body = SEPARATOR.join(body for _subject, body in texts)
    try:
        if not in_a_demonstration:
            send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [message.to_email])
        message.sent_at = clock.now()
    except REFUSED:
        pass
    message.attempts += 1
    with writing():
        message.save(update_fields=["attempts", "sent_at"])
    return message.sent_at is not None


def languages_of(language: str) -> tuple[str, ...]:
    """The languages that a message is written in, Welsh first."""
    return ("cy", "en") if language == BOTH else (language,)


def _text(message: Message, language: str) -> tuple[str, str]:
    """Subject and body in one language."""
    with translation.override(language):
        words = rules.wording(message.kind)
        body = _("{line}\n\nOpen this page: {address}\n\nWe never put personal details in a message.").format(
            line=words.line, address=address(message.link_path, language)
        )
        return str(words.subject), body


def address(link_path: str, language: str) -> str:
    """The full address of a path, in a language."""
    prefix = "/cy" if language == "cy" else ""
    return urljoin(settings.CYDWAITH_ADDRESS, prefix + link_path)
