"""Messages of this app: generic words and a path."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cydwaith.commons.messages import rules
from cydwaith.commons.messages.commands import send
from cydwaith.commons.people.queries import colleagues
from cydwaith.kernel.actor import Role, system
from cydwaith.place.opportunities import letters as posting

ANSWERED = "role_answered"
POSTMAN = system("to pass on what a person chose to share")

rules.register(ANSWERED, _("There is an answer for you"), _("Somebody has answered you. Look at your page."))


def tell_employer(opportunity_id: UUID, organisation_id: UUID | None) -> None:
    """Tell whoever keeps the posting that there is news; not a word of whom or what."""
    posting.write(opportunity_id, posting.NEWS)
    staff = colleagues(POSTMAN, organisation_id, Role.EMPLOYER, Role.CHARITY) if organisation_id else []
    for one in staff:
        path = f"/opportunities/{opportunity_id}/people/"
        send(POSTMAN, kind=posting.NEWS, link_path=path, to_account=one.account_id)


def tell_person(person_id: UUID) -> None:
    """Tell the person that there is an answer."""
    send(POSTMAN, kind=ANSWERED, link_path="/my/what-fits/", to_person=person_id)
