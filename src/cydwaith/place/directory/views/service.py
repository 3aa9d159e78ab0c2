"""The page of one service, open to all."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cydwaith.commons.people.doors import public
from cydwaith.web.sending import actor_of

from .. import queries
from .carrying import carried, keep


@public
@require_safe
def service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """One service with everything there is to say of it; a merged one's address leads to its survivor."""
    actor = actor_of(request)
    shown = queries.survivor(actor, service_id)
    if shown != service_id:
        return redirect(reverse("directory:service", args=[shown]) + keep(request), permanent=False)
    for_whom = dict(carried(request))
    for_person = for_whom.get("person") or actor.person_id
    context = {
        "card": queries.service_card(actor, service_id),
        "keep": keep(request),
        "for_person": for_person,
        "goal": for_whom.get("goal", ""),
        "may_ask": actor.account_id is not None,
    }
    return render(request, "directory/service.html", context)
