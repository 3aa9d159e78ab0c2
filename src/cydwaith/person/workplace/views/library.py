"""For anybody: the library of adjustments, and a guide for managers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cydwaith.commons.people.doors import public

from .. import library
from ..forms import LibraryForm


@public
@require_safe
def adjustments(request: HttpRequest) -> HttpResponse:
    """What can help at work, by what makes it hard and by kind of work."""
    language = (get_language() or "en")[:2]
    form = LibraryForm(request.GET, language)
    asked = form.chosen()
    rows = library.entries(language, **asked)
    page = {"form": form, "rows": rows, "narrowed": any(asked.values()), "sources": library.sources(language)}
    return render(request, "workplace/library.html", page)


@public
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """What a manager does before, during and after."""
    return render(request, "workplace/guide.html", {})
