"""Whose time it is: by age, never twice in a year, never soon after a review; and whose day has come."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from cydwaith.commons.circle import queries as circle
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.person.enrolments.queries import born_of

from ..models import Invited, Review
from ..policy import is_steward
from ..rules import (
    AGAIN_AFTER_DAYS,
    INVITED_AGAIN_AFTER_DAYS,
    BandCount,
    age_on,
    band_of,
    counts,
)

COUNTER = system("to count who may be invited, by age")


@dataclass(frozen=True, slots=True)
class AgeList:
    """Who may be invited. ``people`` are those whom a coach walks with; ``counts`` are for a steward."""

    people: tuple[tuple[UUID, str], ...]
    counts: tuple[BandCount, ...]


def age_list(actor: Actor) -> AgeList:
    """For a coach their own people by name; for a steward how many there are, protected."""
    counted = counts(list(_due(COUNTER).values())) if is_steward(actor) else ()
    if not actor.is_practitioner:
        return AgeList((), counted)
    due = _due(actor)
    cards = circle.person_cards(actor, list(due)) if due else []
    return AgeList(tuple((card.id, card.called) for card in cards), counted)


def everybody_due(actor: Actor, band: str) -> list[UUID]:
    """Everybody of one age band who is due and open to the actor."""
    return sorted(person_id for person_id, age in _due(actor).items() if band_of(age) == band)


def _due(actor: Actor) -> dict[UUID, int]:
    """Age by person, of those in the ages that are invited and not left in peace for now."""
    today = clock.today()
    ages = {person_id: age_on(born, today) for person_id, born in born_of(actor).items()}
    due = {person_id: age for person_id, age in ages.items() if band_of(age)}
    rest = in_peace(due)
    return {person_id: age for person_id, age in due.items() if person_id not in rest}


def in_peace(people: Collection[UUID]) -> set[UUID]:
    """Those invited within a year, or who have a review that is open or not long done."""
    now = clock.now()
    invited = Invited.objects.as_seen_by(COUNTER).filter(
        person_id__in=people, at__gt=now - timedelta(days=INVITED_AGAIN_AFTER_DAYS)
    )
    long_ago = now - timedelta(days=AGAIN_AFTER_DAYS)
    reviews = Review.objects.as_seen_by(COUNTER).filter(person_id__in=people).exclude(done_at__lt=long_ago)
    return {*invited.values_list("person_id", flat=True), *reviews.values_list("person_id", flat=True)}


def to_remind(actor: Actor) -> list[UUID]:
    """Reviews whose next date has come, that nobody was reminded of, and that no later one has followed."""
    later = Review.objects.as_seen_by(actor).filter(
        person=OuterRef("person"), written_at__gt=OuterRef("done_at")
    )
    due = Review.objects.as_seen_by(actor).filter(next_on__lte=clock.today(), reminded_at=None)
    rows = due.exclude(Exists(later))
    return list(rows.order_by("next_on", "id").values_list("id", flat=True))
