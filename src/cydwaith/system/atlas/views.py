"""Pages of places, open to everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from cydwaith.commons.people.doors import public
from cydwaith.web.sending import actor_of

from . import downloads, pictures, queries
from .forms import FindForm


@public
@require_http_methods(["GET", "HEAD", "POST"])
def places(request: HttpRequest) -> HttpResponse:
    """Where to start; what is typed goes by POST and is forgotten."""
    form = FindForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        code = queries.found_place(actor_of(request), form.cleaned_data["words"])
        if code:
            return redirect("atlas:place", code)
        form.add_error(
            "words", _("We do not know this place. Try a postcode such as CF10 1EP, or a council.")
        )
    return render(request, "atlas/places.html", {"form": form, "start": queries.start(actor_of(request))})


@public
@gzip_page  # the outlines of hundreds of neighbourhoods; the page holds nobody's secret
@require_safe
def place(request: HttpRequest, code: str) -> HttpResponse:
    """One place on one page."""
    page = queries.page(actor_of(request), code)
    context = {
        "page": page,
        "map": pictures.place_map(page),
        "beside": pictures.beside(page),
        "months": pictures.gaps_by_month(page),
        "trend": pictures.trend(page),
        "trend_title": pictures.trend_title(),
    }
    return render(request, "atlas/place.html", context)


@public
@require_safe
def figures_csv(request: HttpRequest, code: str) -> HttpResponse:
    """The figures of the page for a spreadsheet."""
    return downloads.as_csv(queries.page(actor_of(request), code))


@public
@require_safe
def figures_json(request: HttpRequest, code: str) -> HttpResponse:
    """The figures of the page for a program."""
    return downloads.as_json(queries.page(actor_of(request), code))


@public
@require_safe
def gaps(request: HttpRequest, code: str) -> HttpResponse:
    """What the place lacks, need by need and month by month."""
    page = queries.page(actor_of(request), code)
    context = {
        "page": page,
        "months": pictures.gaps_by_month(page),
        "trend": pictures.trend(page),
        "trend_title": pictures.trend_title(),
    }
    return render(request, "atlas/gaps.html", context)
