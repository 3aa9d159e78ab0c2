"""Messages of this app: generic words and a path; no name, no age, no word of health."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cydwaith.commons.messages import rules
from cydwaith.commons.messages.commands import send
from cydwaith.kernel.actor import system

INVITED, AGAIN = "midlife_invited", "midlife_again"
POSTMAN = system("to invite people at a good moment")

rules.register(
    INVITED, _("Half an hour for yourself"), _("We would like to ask how you are, if you want to tell.")
)
rules.register(AGAIN, _("The day that you chose is here"), _("You wanted to look again at how things are."))


def write(person_id: UUID, kind: str) -> bool:
    """Write to the person; False where there is no address."""
    return send(POSTMAN, kind=kind, link_path="/my/midlife/", to_person=person_id) is not None
