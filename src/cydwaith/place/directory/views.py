"""Pages of the directory, open to all."""

from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import Actor

from . import queries
from .forms import SearchForm
from .queries.results import PAGE

CARRIED = ("goal", "person")


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Words and a place in, services out. What was typed is not kept."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    form = SearchForm(request.GET) if request.GET.keys() & {"words", "near"} else SearchForm()
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


def _found(request: HttpRequest, actor: Actor, form: SearchForm) -> queries.Results:
    asked = form.cleaned_data
    return queries.search(actor, asked["words"], asked["near"], form.filters(), _number(request))


def _number(request: HttpRequest) -> int:
    asked = request.GET.get("page", "1")
    return int(asked) if asked.isdecimal() and len(asked) < 6 else 1


def _page(found: queries.Results) -> Page[int]:
    return Paginator(range(found.total), PAGE).get_page(found.page)


def _carried(request: HttpRequest) -> list[tuple[str, str]]:
    """For whose goal somebody looks, by id, so that asking a service can go back to it."""
    return [(key, request.GET[key]) for key in CARRIED if _is_id(request.GET.get(key, ""))]


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
    """One service with everything there is to say of it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
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
