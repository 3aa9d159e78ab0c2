"""Reading messages: only the software may, to send them or to show those of a demonstration."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import translation

from cydwaith.kernel.actor import Actor, system

from . import rules
from .jobs import BOTH, TRIES, languages_of
from .models import Message


@dataclass(frozen=True, slots=True)
class Letter:
    """One message in the words that it goes out with."""

    to: str
    subject: str
    line: str
    link_path: str
    language: str
    created: datetime
    sent: bool


def sent(actor: Actor, limit: int = 100) -> list[Letter]:
    """The newest messages."""
    return [_letter(row) for row in Message.objects.as_seen_by(actor).order_by("-created")[:limit]]


def _letter(row: Message) -> Letter:
    prefix = "/cy" if row.language == "cy" else ""
    texts = [_text(row.kind, language) for language in languages_of(row.language)]
    return Letter(
        to=row.to_email,
        subject=" / ".join(subject for subject, _line in texts),
        line=" / ".join(line for _subject, line in texts),
        link_path=prefix + row.link_path,
        language="" if row.language == BOTH else row.language,
        created=row.created,
        sent=row.sent_at is not None,
    )


def _text(kind: str, language: str) -> tuple[str, str]:
    with translation.override(language):
        words = rules.wording(kind)
        return str(words.subject), str(words.line)


def undelivered(actor: Actor, message_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these messages could not be sent, after all the tries. For whoever sent them."""
    postman = system("to say which messages did not go out")
    rows = Message.objects.as_seen_by(postman).filter(id__in=list(message_ids))
    return set(rows.filter(sent_at=None, attempts__gte=TRIES).values_list("id", flat=True))
