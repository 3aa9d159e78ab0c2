"""The contact's pages, by signed link or signed in: what was shared with them, and answering."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cydwaith.commons.people import links
from cydwaith.commons.people.doors import public, staff
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.actor import by_link as actor_by_link
from cydwaith.kernel.errors import NotFound
from cydwaith.person.work.rules.dates import Event, calendar_file
from cydwaith.web.sending import actor_of, done, saved, sent

from .. import commands, queries
from ..forms import AnswerForm, ChangedForm
from ..policy import LINK_KIND
from ..rules.agreeing import Ended

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Road:
    """Who came, to which invitation, and where its page is for them."""

    actor: Actor
    id: UUID
    page: str


Page = Callable[Concatenate[HttpRequest, Road, P], HttpResponse]


def _by_link(view: Page[P]) -> Callable[Concatenate[HttpRequest, str, P], HttpResponse]:
    """The page for whoever holds the signed link; a plain word where it is over."""

    @public
    @wraps(view)
    def run(request: HttpRequest, token: str, *args: P.args, **named: P.kwargs) -> HttpResponse:
        try:
            invitation_id = links.read(LINK_KIND, token)
            actor = actor_by_link(LINK_KIND, invitation_id, (get_language() or "en")[:2])
            page = reverse("workplace:by_link", args=[token])
            return view(request, Road(actor, invitation_id, page), *args, **named)
        except NotFound:
            return render(request, "workplace/over.html", {}, status=410)

    return run


def _signed_in(view: Page[P]) -> Callable[Concatenate[HttpRequest, UUID, P], HttpResponse]:
    """The same page for a contact who signs in."""

    @staff(Role.EMPLOYER)
    @wraps(view)
    def run(request: HttpRequest, invitation_id: UUID, *args: P.args, **named: P.kwargs) -> HttpResponse:
        page = reverse("workplace:with_us", args=[invitation_id])
        return view(request, Road(actor_of(request), invitation_id, page), *args, **named)

    return run


@staff(Role.EMPLOYER)
@require_safe
def invited_us(request: HttpRequest) -> HttpResponse:
    """People who invited us."""
    return render(request, "workplace/invited_us.html", {"rows": queries.invited_us(actor_of(request))})


def _show(request: HttpRequest, road: Road) -> HttpResponse:
    page = queries.with_us(road.actor, road.id)
    return render(request, "workplace/with_us.html", {"page": page, "road": road})


def _answer(request: HttpRequest, road: Road, adjustment_id: UUID) -> HttpResponse:
    page = queries.with_us(road.actor, road.id)
    row = next((row for row in page.adjustments if row.id == adjustment_id), None)
    if row is None or not row.moves:
        raise NotFound(_("This is not here, or not open to you."))
    form = AnswerForm(sent(request), row)

    def change() -> None:
        commands.answer(road.actor, adjustment_id=adjustment_id, **form.said())

    if saved(form, change):
        return done(request, _("Thank you. They hear that there is an answer."), road.page)
    return render(request, "workplace/answer.html", {"row": row, "form": form, "road": road, "page": page})


def _changed(request: HttpRequest, road: Road) -> HttpResponse:
    page = queries.with_us(road.actor, road.id)
    form = ChangedForm(sent(request))

    def change() -> None:
        because = Ended(form.cleaned_data["because"])
        commands.say_changed(road.actor, invitation_id=road.id, because=because)

    if saved(form, change):
        return render(request, "workplace/over.html", {"said": True})
    return render(request, "workplace/changed.html", {"page": page, "form": form, "road": road})


def _dates(request: HttpRequest, road: Road) -> HttpResponse:
    days = queries.with_us(road.actor, road.id).days
    title = _("Working day: %(hours)s hours")
    events = [
        Event(f"{road.id.hex[-12:]}-{on:%Y%m%d}", on, title % {"hours": f"{hours:g}"}) for on, hours in days
    ]
    text = calendar_file(_("Working days"), events, clock.now())
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="working-days.ics"'
    return answer


by_link, with_us = _by_link(_show), _signed_in(_show)
answer_by_link, answer = _by_link(_answer), _signed_in(_answer)
changed_by_link, changed = _by_link(_changed), _signed_in(_changed)
dates_by_link, dates = _by_link(_dates), _signed_in(_dates)
