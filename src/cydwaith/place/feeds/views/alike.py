"""Look-alikes: two services side by side, merged or told apart; and where each value is from."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Conflict, NotFound
from cydwaith.place.directory.commands import merge_services, part_services, tell_apart
from cydwaith.web.sending import actor_of

from .. import commands, queries
from ..queries.alike import PAGE


@staff(Role.STEWARD)
@require_safe
def duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs that may be the same, the likeliest first."""
    actor = actor_of(request)
    page = Paginator(range(queries.count_alike(actor)), PAGE).get_page(request.GET.get("page"))
    rows = queries.alike(actor, page.number)
    return render(request, "feeds/duplicates.html", {"rows": rows, "page": page})


@staff(Role.STEWARD)
@require_POST
def look_again(request: HttpRequest) -> HttpResponse:
    """Compare all services now."""
    actor = actor_of(request)
    commands.look_for_duplicates(actor)
    messages.success(request, _("All services were compared."))
    return redirect("feeds:duplicates")


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: HttpRequest, one: UUID, other: UUID) -> HttpResponse:
    """Two services side by side."""
    actor = actor_of(request)
    if request.POST.keys() & {"merge", "apart"}:
        return _decide(request, actor, one, other)
    return render(request, "feeds/pair.html", {"pair": queries.side_by_side(actor, one, other)})


def _decide(request: HttpRequest, actor: Actor, one: UUID, other: UUID) -> HttpResponse:
    if "apart" in request.POST:
        tell_apart(actor, one=one, other=other)
        messages.success(request, _("We will not ask about these two again."))
        return redirect("feeds:duplicates")
    try:
        merge_services(actor, survivor=one, other=other, take=request.POST.getlist("take"))
    except Conflict as late:
        messages.info(request, str(late))
        return redirect("feeds:duplicates")
    messages.success(request, _("They are shown as one now. You can undo this here."))
    return redirect("feeds:origin", one)


@staff(Role.STEWARD)
@require_safe
def origin(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Where everything about a service is from."""
    actor = actor_of(request)
    return render(request, "feeds/origin.html", {"origin": queries.origin_rows(actor, service_id)})


@staff(Role.STEWARD)
@require_POST
def part(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Undo a merge."""
    actor = actor_of(request)
    try:
        part_services(actor, key=service_id)
    except NotFound as late:
        messages.info(request, str(late))
    else:
        messages.success(request, _("It is shown as a service of its own again."))
    return redirect("feeds:origin", service_id)
