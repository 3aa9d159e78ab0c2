"""What the pages share: who is at the page, and trying a command."""

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cydwaith.kernel.errors import NotFound, Refused
from cydwaith.web.sending import actor_of

from .. import queries
from ..rules.vocabulary import Sheet


def own_id(request: HttpRequest) -> UUID:
    """The record of whoever is signed in. Raises ``NotFound`` for those who have none."""
    person_id = actor_of(request).person_id
    if person_id is None:
        raise NotFound(_("You do not have a work page of your own here."))
    return person_id


def writable(request: HttpRequest, person_id: UUID, sheet: Sheet) -> queries.SheetView:
    """A sheet for whoever may write in it. Raises ``Refused``."""
    view = queries.sheet(actor_of(request), person_id, sheet)
    if not view.may_write:
        raise Refused(_("This is not here, or not open to you."))
    return view
