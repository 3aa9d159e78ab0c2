"""Reading messages: only the software may, to send them or to show those of a demonstration."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import translation

from cydwaith.kernel.actor import Actor

from . import rules
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
    with translation.override(row.language):
        words = rules.wording(row.kind)
        return Letter(
            to=row.to_email,
            subject=str(words.subject),
            line=str(words.line),
            link_path=prefix + row.link_path,
            language=row.language,
            created=row.created,
            sent=row.sent_at is not None,
        )
