"""What happened with somebody's words about work, for their story."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.person.plans.moments import Moment

from ..documents import saying
from ..models import Given, Kept, Report
from ..rules.statement import read
from ..rules.vocabulary import Because, Sheet
from ..words import BECAUSE, SHEETS


def timeline(actor: Actor, person_id: UUID) -> list[Moment]:
    """Versions kept, papers given and reports signed, as far as they are open to the actor."""
    mine = {"person_id": person_id}
    kept = [_kept(row) for row in Kept.objects.as_seen_by(actor).filter(**mine)]
    given = [
        Moment(row.written_at, _("A paper was given"), row.content["title"], row.by_name)
        for row in Given.objects.as_seen_by(actor).filter(**mine)
    ]
    signed = [
        Moment(row.signed_at, _("A report was signed"), row.content["title"], row.by_name)
        for row in Report.objects.as_seen_by(actor).filter(signed_at__isnull=False, **mine)
    ]
    return [*kept, *given, *signed]


def _kept(row: Kept) -> Moment:
    sheet, words = Sheet(row.sheet), str(BECAUSE[Because(row.because)])
    hours = read(row.answers).hours_a_week if sheet is Sheet.STATEMENT else None
    if hours is not None:
        words = _("%(hours)s a week") % {"hours": saying.hours(hours)}
    return Moment(row.written_at, str(SHEETS[sheet]), words, row.by_name)
