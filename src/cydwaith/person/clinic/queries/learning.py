"""One's own record of learning."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from .. import lessons
from ..models import LessonDone


@dataclass(frozen=True, slots=True)
class Learnt:
    """A lesson that somebody did."""

    id: UUID
    title: str
    at: datetime
    minutes: int
    reflection: str


def learnt(actor: Actor) -> tuple[Learnt, ...]:
    """The lessons that the actor did, newest first."""
    rows = LessonDone.objects.as_seen_by(actor).order_by("-done_at")
    titles = {one.key: one.title for one in lessons.lessons(actor.language)}
    return tuple(
        Learnt(row.id, titles.get(row.lesson, row.lesson), row.done_at, row.minutes, row.reflection)
        for row in rows
    )


def one_learnt(actor: Actor, done_id: UUID) -> tuple[Learnt, dict[str, str], str]:
    """One of them, with the answers and the key of the lesson. Raises NotFound."""
    row = LessonDone.objects.as_seen_by(actor).filter(id=done_id).first()
    if row is None:
        raise NotFound(_("There is no such page."))
    title = lessons.lesson(row.lesson, actor.language).title
    return Learnt(row.id, title, row.done_at, row.minutes, row.reflection), row.answers, row.lesson
