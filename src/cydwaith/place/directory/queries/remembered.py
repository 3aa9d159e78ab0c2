"""What somebody asked us to remember: needs of the list, newest first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section
from cydwaith.kernel.actor import Actor
from cydwaith.place.needs.queries import NeedCard, all_needs

from ..models import KeptNeed


@dataclass(frozen=True, slots=True)
class Remembered:
    """A need, and since when it is kept."""

    need: NeedCard
    since: datetime


def remembered(actor: Actor, person_id: UUID) -> list[Remembered]:
    """What the person keeps; nothing for anybody else. Needs that the list lost are called by their keys."""
    rows = KeptNeed.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-kept_at", "need")
    found = list(rows.values_list("need", "kept_at"))
    cards = {need.key: need for theme in all_needs(actor) for need in theme.needs} if found else {}
    return [Remembered(cards.get(key) or NeedCard(key, key, False), since) for key, since in found]


def is_remembered(actor: Actor, person_id: UUID, needs: tuple[NeedCard, ...]) -> bool:
    """Whether all of these are kept already."""
    keys = {need.key for need in needs}
    return KeptNeed.objects.as_seen_by(actor).filter(person_id=person_id, need__in=keys).count() == len(keys)


def _entries(actor: Actor, person_id: UUID) -> list[Entry]:
    return [Entry(_("I look for"), one.need.label, one.since) for one in remembered(actor, person_id)]


SECTION = Section("searches", gettext_lazy("What I look for"), Scope.ABOUT_ME, _entries)
