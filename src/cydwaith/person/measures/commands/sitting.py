"""One page of a sitting: keep what was answered, end it after the last."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, NotFound

from ..models import MeasureInvitation, Reading
from ..policy import may_finish
from ..rules import MODES, Asking, How, is_open
from .asking import finish
from .readings import Answers, correct, record_reading


@command("questions_answered", permit=may_finish)
def answer(
    actor: Actor, *, invitation_id: UUID, instrument: str, answers: Answers, last: bool
) -> Done[UUID | None]:
    """Keep one page's answers, or none where all were left out; ``last`` ends the sitting.

    A page answered before is corrected. Raises ``Invalid`` naming the field, ``NotFound``,
    or ``Conflict`` when the sitting is over.
    """
    rows = MeasureInvitation.objects.as_seen_by(actor).select_for_update()
    invitation = rows.filter(id=invitation_id).first()
    if invitation is None:
        raise NotFound(_("This is not here, or not open to you."))
    if not is_open(Asking(invitation.expires_at, invitation.done_at), clock.now()):
        raise Conflict(_("The time for these questions is over. Nothing was changed."))
    given = {item: value for item, value in answers.items() if value is not None}
    reading_id = _keep(actor, invitation, instrument, given) if given else None
    if last:
        finish(actor, invitation_id=invitation_id)
    return Done(reading_id, person_id=invitation.person_id, subject=invitation_id)


def _keep(actor: Actor, invitation: MeasureInvitation, instrument: str, given: Answers) -> UUID:
    before = Reading.objects.as_seen_by(actor).filter(
        invitation_id=invitation.id, instrument=instrument, replaced_by=None
    )
    earlier = before.values_list("id", flat=True).first()
    if earlier is not None:
        return correct(actor, reading_id=earlier, answers=given)
    return record_reading(
        actor,
        person_id=invitation.person_id,
        instrument=instrument,
        answers=given,
        mode=MODES[How(invitation.how)],
        invitation_id=invitation.id,
    )
