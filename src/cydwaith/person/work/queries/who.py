"""Who reads the answers behind the papers."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.circle.policy import reads_as_employer
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Refused
from cydwaith.person.plans.queries.who import Reader, reader_of


def answers_reader(actor: Actor, person_id: UUID) -> Reader:
    """Whoever may read what is said about work; never an employer. Raises ``Refused``."""
    by = reader_of(actor, person_id, Scope.WORK)
    if not by.own and reads_as_employer(actor, person_id, Scope.WORK):
        raise Refused(_("This is not here, or not open to you."))
    return by
