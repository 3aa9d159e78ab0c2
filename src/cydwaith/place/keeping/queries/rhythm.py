"""How often the partnership asks, and which entries it asks sooner."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.models import Service

from .. import models
from ..rules.assurance import Rhythm

URGENT = (
    "crisis\nargyfwng\nabuse\ncam-drin\nsuicide\nhunanladdiad\nfood bank\nbanc bwyd\nhomeless\ndigartref\n"
    "refuge\nlloches\nnight shelter\nemergency"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """The whole setting, for the steward's form."""

    months: int
    urgent_months: int
    letters_a_day: int
    urgent_words: str

    @property
    def rhythm(self) -> Rhythm:
        """Its numbers."""
        return Rhythm(self.months, self.urgent_months, self.letters_a_day)

    @property
    def words(self) -> list[str]:
        """Its words, in small letters."""
        return [word.strip().lower() for word in self.urgent_words.splitlines() if word.strip()]


def setting(actor: Actor) -> Setting:
    """What the partnership chose, or what it starts with."""
    row = models.Rhythm.objects.filter(id=1).first() or models.Rhythm(urgent_words=URGENT)
    return Setting(row.months, row.urgent_months, row.letters_a_day, row.urgent_words)


def rhythm(actor: Actor) -> Rhythm:
    """The numbers of the setting."""
    return setting(actor).rhythm


def urgent(chosen: Setting, services: QuerySet[Service]) -> QuerySet[Service]:
    """Those of these services whose name has one of the setting's urgent words."""
    named = [Q(name__icontains=word) | Q(name_cy__icontains=word) for word in chosen.words]
    return services.filter(reduce(or_, named)) if named else services.none()
