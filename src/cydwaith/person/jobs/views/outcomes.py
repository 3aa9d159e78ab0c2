"""What work counts for: the verdicts, and one of them week by week."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cydwaith.kernel import clock
from cydwaith.kernel.errors import Refused
from cydwaith.web.sending import actor_of

from .. import queries
from ..pictures import strip


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The person's own page."""
    person_id = actor_of(request).person_id
    if person_id is None:
        raise Refused(_("This page is for people with a record of their own."))
    return outcomes(request, person_id)


@require_safe
def outcomes(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A line for each programme and rule."""
    return render(request, "jobs/outcomes.html", {"page": queries.outcomes(actor_of(request), person_id)})


@require_safe
def outcome(request: HttpRequest, person_id: UUID, enrolment_id: UUID, key: str) -> HttpResponse:
    """One verdict, to be looked at closely or printed."""
    actor = actor_of(request)
    found = queries.outcome(actor, person_id, enrolment_id, key)
    weeks = found.weeks
    context = {
        "found": found,
        "weeks": weeks,
        "picture": strip(found, weeks),
        "own": actor.is_person(person_id),
        "person_id": person_id,
        "today": clock.today(),
    }
    return render(request, "jobs/outcome.html", context)
