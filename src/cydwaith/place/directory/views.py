"""Pages of the directory, open to all."""

from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import Actor

from . import asked, queries
from .forms import SearchForm
from .queries.results import PAGE

CARRIED = ("goal", "person")


@public
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Words and a place in, services out. What is typed does not stand in an address."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        asked.keep(request, form.cleaned_data)
        return redirect(f"{request.path}?{urlencode([(asked.AGAIN, 1), *_carried(request)])}")
    found = _found(request, actor, form) if form.is_valid() and form.asks else None
    if found and found.unknown_place:
        form.add_error("near", _("We do not know this place. Enter a postcode, like CF10 1EP, or a town."))
    return render(
        request,
        "directory/search.html",
        {
            "form": form,
            "found": found,
            "page": _page(found) if found else None,
            "size": 0 if found else queries.count(actor),
            "carried": _carried(request),
            "keep": _keep(request),
        },
    )


def _form(request: HttpRequest) -> SearchForm:
    if request.method == "POST":
        return SearchForm(request.POST)
    if request.GET.keys() & {"words", "near"}:
        return SearchForm(request.GET)
    return SearchForm(asked.again(request))


def _found(request: HttpRequest, actor: Actor, form: SearchForm) -> queries.Results:
    said = form.cleaned_data
    return queries.search(actor, said["words"], said["near"], form.filters(), _number(request))


def _number(request: HttpRequest) -> int:
    asked = request.GET.get("page", "1")
    return int(asked) if asked.isdecimal() and len(asked) < 6 else 1


def _page(found: queries.Results) -> Page[int]:
    return Paginator(range(found.total), PAGE).get_page(found.page)


def _carried(request: HttpRequest) -> list[tuple[str, str]]:
    """For whose goal somebody looks, by id, so that asking a service can go back to it."""
    given = request.POST if request.method == "POST" else request.GET
    return [(key, given[key]) for key in CARRIED if _is_id(given.get(key, ""))]


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _keep(request: HttpRequest) -> str:
    carried = _carried(request)
    return f"?{urlencode(carried)}" if carried else ""


@public
@require_safe
def service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """One service with everything there is to say of it; a merged one's address leads to its survivor."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    shown = queries.survivor(actor, service_id)
    if shown != service_id:
        return redirect(reverse("directory:service", args=[shown]) + _keep(request), permanent=False)
    carried = dict(_carried(request))
    for_person = carried.get("person") or actor.person_id
    context = {
        "card": queries.service_card(actor, service_id),
        "keep": _keep(request),
        "for_person": for_person,
        "goal": carried.get("goal", ""),
        "may_ask": actor.account_id is not None,
    }
    return render(request, "directory/service.html", context)
