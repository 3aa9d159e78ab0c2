"""The work page of a person, and one sheet of answers."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cydwaith.web.sending import actor_of

from .. import pictures, queries
from ..rules.vocabulary import Sheet
from .shared import own_id


def mine(request: HttpRequest) -> HttpResponse:
    """The way to one's own work page."""
    return redirect("work:home", own_id(request))


def home(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Where things are, and the next thing to do."""
    return render(request, "work/home.html", {"view": queries.home(actor_of(request), person_id)})


def sheet(request: HttpRequest, person_id: UUID, which: Sheet) -> HttpResponse:
    """What is said in one sheet; for the statement also how ability has changed."""
    actor = actor_of(request)
    page = {"view": queries.sheet(actor, person_id, which), "figures": []}
    if which is Sheet.STATEMENT:
        moments = queries.ability(actor, person_id)
        drawn = (pictures.hours_picture(moments), pictures.grades_picture(moments))
        page["figures"] = [picture for picture in drawn if picture]
    return render(request, "work/sheet.html", page)


def versions(request: HttpRequest, person_id: UUID, which: Sheet) -> HttpResponse:
    """Every version, newest first."""
    return render(
        request, "work/versions.html", {"view": queries.kept_versions(actor_of(request), person_id, which)}
    )


def compare(request: HttpRequest, person_id: UUID, which: Sheet, before: int, after: int) -> HttpResponse:
    """What changed between two versions."""
    view = queries.comparison(actor_of(request), person_id, which, before, after)
    return render(request, "work/compare.html", {"view": view})
