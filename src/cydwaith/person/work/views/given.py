"""A paper that was given: for its one reader, and for the person who may stop it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cydwaith.commons.circle.commands import withdraw
from cydwaith.kernel.errors import NotFound
from cydwaith.web.sending import actor_of, done

from .. import queries
from .papers import calendar_of, pdf_of


def given_to(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """To whom papers were given, and stopping it."""
    return render(request, "work/given_to.html", {"view": queries.given_to(actor_of(request), person_id)})


def received(request: HttpRequest) -> HttpResponse:
    """What others gave me to read."""
    return render(request, "work/received.html", {"rows": queries.received(actor_of(request))})


def given(request: HttpRequest, given_id: UUID) -> HttpResponse:
    """The paper, just as it was shown before it was given."""
    view = queries.given(actor_of(request), given_id)
    return render(request, "work/given.html", {"view": view, "easy": request.GET.get("layout") == "easy"})


def pdf(request: HttpRequest, given_id: UUID) -> HttpResponse:
    """The paper as a tagged PDF."""
    paper = queries.given(actor_of(request), given_id).paper
    return pdf_of(paper, easy=request.GET.get("layout") == "easy")


def dates(request: HttpRequest, given_id: UUID) -> HttpResponse:
    """Its days as a calendar file."""
    view = queries.given(actor_of(request), given_id)
    return calendar_of(view.paper, view.person_id)


@require_POST
def stop(request: HttpRequest, person_id: UUID, given_id: UUID) -> HttpResponse:
    """Withdraw the paper: its reader sees nothing from the next request on."""
    actor = actor_of(request)
    row = next((row for row in queries.given_by(actor, person_id) if row.id == given_id), None)
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    withdraw(actor, permission_id=row.permission_id)
    return done(request, _("Stopped. They cannot see it from now on."), "work:given_to", person_id)
