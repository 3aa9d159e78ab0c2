"""Changes: a person's yes or no to being listed, and a return that was sent."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit import trail
from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid
from cydwaith.person.enrolments.queries import enrolments

from . import queries
from .models import Agreement, SentReturn
from .policy import YES, may_agree, may_send, require_manager


@command("return_agreement_said", permit=may_agree)
def say_agreement(actor: Actor, *, person_id: UUID, programme: str, agrees: bool) -> Done[UUID]:
    """Whether the person's line may be sent in the returns of a programme that they are on."""
    if programme not in {row.version.key for row in enrolments(actor, person_id)}:
        raise Invalid(_("Choose a programme that you are on."), "programme")
    row = Agreement.objects.create(
        person_id=person_id,
        programme=programme,
        agrees=agrees,
        about=sorted(queries.about(actor).get(programme, ())),
        by_name="" if actor.is_person(person_id) else actor.name,
        at=clock.now(),
    )
    return Done(row.id, person_id=person_id, subject=row.id, fields=("agrees", "about"))


@command("return_sent", permit=may_send)
def send_return(
    actor: Actor, *, programme: str, template: str, first: date, last: date, seen: str
) -> Done[UUID]:
    """Keep a return to the letter as sent. Raises Invalid while anything in it is wrong.

    ``seen`` is the mark of the draft that the manager looked at; Conflict where it has changed since.
    """
    made = queries.draft(actor, programme, template, first, last)
    if made.problems:
        raise Invalid(_("Put right what is wrong first. Nothing was sent."))
    if made.mark != seen:
        raise Conflict(_("Something changed since you looked. Look at it again, then send it."))
    row = SentReturn.objects.create(
        organisation_id=require_manager(actor),
        programme=programme,
        template=template,
        version=made.choice.version,
        first=first,
        last=last,
        columns=list(made.columns),
        rows=[
            {"reference": one.reference, "values": list(one.values), "provisional": one.provisional}
            for one in made.rows
        ],
        left_out=made.left_out,
        sent_by=actor.name,
        sent_at=clock.now(),
    )
    for person_id in made.people:
        trail.record(actor, "return_line_sent", person_id=person_id, subject_id=row.id, rule=YES)
    return Done(row.id, subject=row.id, fields=("rows",))
