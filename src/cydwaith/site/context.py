"""What every page is given: the partnership, the navigation, demonstration hints."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cydwaith.commons.people import queries as people
from cydwaith.commons.people.signing_in import DEMONSTRATION_CODE, DEMONSTRATION_SECOND_CODE, on_this_machine
from cydwaith.kernel.actor import Actor, Role
from cydwaith.place.register.policy import HELPERS


@dataclass(frozen=True, slots=True)
class Item:
    """One link of the navigation."""

    href: str
    text: str
    current: bool


def page(request: HttpRequest) -> dict[str, object]:
    """The context of ``base.html``."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {}
    partnership = people.partnership(actor)
    demonstration = bool(partnership and partnership.is_demonstration)
    return {
        "partnership": partnership,
        "partnership_name": partnership.name if partnership else "",
        "demonstration": demonstration,
        "demonstration_code": _printed_code(request) if demonstration else None,
        "navigation": [_item(request, href, text) for href, text in _navigation(actor)],
        "actor": actor,
    }


def _printed_code(request: HttpRequest) -> str | None:
    if not on_this_machine(request):
        return None
    return DEMONSTRATION_SECOND_CODE if "/2fa/" in request.path else DEMONSTRATION_CODE


def _navigation(actor: Actor) -> tuple[tuple[str, str], ...]:
    return _menu(actor.roles, actor.person_id is not None, get_language())


@lru_cache(maxsize=256)
def _menu(roles: frozenset[Role], has_page: bool, language: str | None) -> tuple[tuple[str, str], ...]:
    """The addresses and words for everybody in these roles who reads this language: worked out once."""
    anybody = Actor(roles=roles, person_id=UUID(int=0) if has_page else None)
    return tuple((reverse(name), text) for name, text in _links(anybody))


def _item(request: HttpRequest, href: str, text: str) -> Item:
    return Item(href, text, request.path == href or (href.count("/") > 1 and request.path.startswith(href)))


def _links(actor: Actor) -> list[tuple[str, str]]:
    """Pages by name, with their words; decided by roles and by having a page of one's own alone."""
    links: list[tuple[str, str]] = []
    if actor.person_id:
        links += [
            ("journey:home", _("My page")),
            ("plans:mine", _("My plan")),
            ("circle:mine", _("My circle")),
        ]
    if actor.has(Role.COACH, Role.LINK_WORKER):
        links += [("journey:caseload", _("My people")), ("referrals:triage", _("Front door"))]
    if actor.has(Role.MANAGER):
        links += [("referrals:triage", _("Front door"))]
    if actor.has(Role.CLINICIAN):
        links += [("clinic:ask", _("Ask about work")), ("clinic:asked", _("Work in our clinic"))]
    if actor.has(Role.EMPLOYER, Role.CLINICIAN):
        links += [("work:received", _("Papers for me"))]
    if actor.has(Role.CHARITY):
        links += [("journey:home", _("Shared with you"))]
    if actor.has(Role.EMPLOYER):
        links += [("workplace:invited_us", _("People who invited us"))]
    if actor.has(Role.STEWARD):
        links += [("people:partnership", _("Our partnership")), ("keeping:proposals", _("The directory"))]
        links += [("programmes:list", _("Programmes"))]
    if actor.has(Role.MANAGER, Role.STEWARD):
        links += [("fidelity:teams", _("How our services work"))]
    if actor.has(Role.MANAGER):
        links += [("returns:returns", _("Returns"))]
    if actor.has(*HELPERS):
        links += [("register:register", _("How groups stand"))]
    if actor.is_staff:
        links += [("referrals:quick", _("Refer somebody")), ("referrals:mine", _("My referrals"))]
    if actor.has(Role.EMPLOYER, Role.CHARITY):
        links += [("opportunities:mine", _("What we offer"))]
    links += [("directory:search", _("Find support")), ("opportunities:list", _("Find work"))]
    return links
