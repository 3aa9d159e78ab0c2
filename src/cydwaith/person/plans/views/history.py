"""Earlier versions, and two of them side by side."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cydwaith.web.sending import actor_of

from .. import queries
from ..forms import CompareForm

A_PAGE = 30


def history(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Every version, newest first."""
    view = queries.history(actor_of(request), person_id)
    page = Paginator(view.versions, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "plans/history.html", {"view": view, "page": page, "form": _form(None, view)})


def compare(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What was added, removed and changed between two versions."""
    actor = actor_of(request)
    view = queries.history(actor, person_id)
    form = _form(request.GET, view)
    if not form.is_valid():
        return redirect("plans:history", person_id)
    found = queries.comparison(actor, person_id, form.cleaned_data["before"], form.cleaned_data["after"])
    return render(request, "plans/compare.html", {"view": found, "form": form})


def _form(data: object, view: queries.History) -> CompareForm:
    numbers = [(version.number, _name(version)) for version in view.versions]
    initial = {"after": numbers[0][0], "before": _last_agreed(view)} if numbers else {}
    return CompareForm(data, versions=numbers, initial=initial)


def _name(version: queries.VersionRow) -> str:
    day = date_format(version.signed.at, "j F Y")
    parts = {"number": version.number, "day": day, "title": version.title}
    name = _("%(number)s: %(title)s, %(day)s") % parts
    return _("%(version)s (agreed)") % {"version": name} if version.agreed else name


def _last_agreed(view: queries.History) -> int:
    """The version to compare with first: the last one agreed, else the first of all."""
    agreed = [version.number for version in view.versions if version.agreed]
    return agreed[0] if agreed else view.versions[-1].number
