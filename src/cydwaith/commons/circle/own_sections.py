"""The part of the record that this app holds: contact details and the circle itself."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.kernel.actor import Actor

from . import queries
from .rules import Scope
from .sections import Entry, Section, register
from .words import LANGUAGES


def contact(actor: Actor, person_id: UUID) -> list[Entry]:
    """How to reach the person."""
    if not queries.may(actor, person_id, Scope.CONTACT):
        return []
    card = queries.person_card(actor, person_id)
    lines = [
        (_("Name"), card.name),
        (_("Likes to be called"), card.known_as),
        (_("Phone"), card.phone),
        (_("E-mail"), card.email),
        (_("Good times"), card.contact_times),
        (_("Language"), str(LANGUAGES.get(card.language, card.language))),
        (_("To help us talk"), card.communication_needs),
        (_("Address for letters"), card.address),
        (_("Postcode"), card.postcode),
        (_("Neighbourhood"), card.place_name),
    ]
    return [Entry(label, value) for label, value in lines if value]


register(Section("contact", gettext_lazy("Who I am and how to reach me"), Scope.CONTACT, contact))
