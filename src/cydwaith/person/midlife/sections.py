"""What reviews add to "everything about me": each part under its own scope."""

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, no_employer, register
from cydwaith.kernel.actor import Actor

from .models import Answers, Review
from .queries.reviews import lines_of
from .rules import SCOPES, Moment, Pillar
from .words import MOMENTS


def _answers(pillar: Pillar) -> Callable[[Actor, UUID], list[Entry]]:
    def read(actor: Actor, person_id: UUID) -> list[Entry]:
        if not circle.may(actor, person_id, SCOPES[pillar]):
            return []
        rows = Answers.objects.as_seen_by(actor).filter(person_id=person_id, pillar=pillar.value)
        return [
            Entry(line.question, line.answer, row.written_at, row.by_name)
            for row in rows.order_by("written_at")
            for line in lines_of(row.values)
        ]

    return read


def reviews(actor: Actor, person_id: UUID) -> list[Entry]:
    """When reviews were and when the next one is."""
    if not circle.may(actor, person_id, Scope.PLAN):
        return []
    rows = Review.objects.as_seen_by(actor).filter(person_id=person_id).order_by("written_at")
    found = [Entry(_("Mid-life review"), str(MOMENTS[Moment(row.moment)]), row.written_at) for row in rows]
    return found + [Entry(_("We look again on"), "", row.next_on) for row in rows if row.next_on]


register(Section("midlife", gettext_lazy("Mid-life reviews"), Scope.PLAN, reviews))
for _pillar, _title in (
    (Pillar.WORK, gettext_lazy("Mid-life: work")),
    (Pillar.HEALTH, gettext_lazy("Mid-life: health")),
    (Pillar.MONEY, gettext_lazy("Mid-life: money and home")),
):
    register(Section(f"midlife-{_pillar}", _title, SCOPES[_pillar], _answers(_pillar), no_employer))
