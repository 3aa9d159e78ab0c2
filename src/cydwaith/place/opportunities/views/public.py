"""What anybody finds."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import Actor

from .. import queries
from ..forms import WantedForm
from ..policy import is_checker
from ..queries.better_off import better_off as explained

PAGE = 20


@public
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Jobs, trials, apprenticeships and volunteering that are open now."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    form = WantedForm(request.GET, queries.places_offered(actor))
    wanted = form.wanted()
    found = queries.opportunities(actor, wanted)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "count": len(found),
        "narrowed": wanted != queries.Wanted(),
        "checks": is_checker(actor),
        "talks_with": actor.is_practitioner,
    }
    return render(request, "opportunities/list.html", context)


@public
@require_safe
def one(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """One posting."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = queries.opportunity(actor, opportunity_id)
    return render(request, "opportunities/one.html", {"found": found, "own": actor.person_id is not None})


@public
@require_safe
def better_off(request: HttpRequest) -> HttpResponse:
    """What to ask, whom, and before what: never a calculation."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return render(request, "opportunities/better_off.html", {"found": explained(actor)})
