"""Finding support: words, then what they sound like, then what there is; nothing typed is in an address."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import Actor
from cydwaith.place.needs.queries import NeedCard, all_needs
from cydwaith.web.paging import asked_page
from cydwaith.web.sending import actor_of

from .. import asked, queries
from ..commands import note_gap
from ..forms import SearchForm
from ..queries.results import PAGE
from .carrying import carried, keep
from .showing import SHOWN, View, filters_of, lines_of, map_of, share_of

MOST_NEEDS = 6
CHOICES = {"need", "add", "drop", "filter", "everything"}


@public
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """The box, and what was found. Every choice is a POST, kept half an hour in the person's own session."""
    actor = actor_of(request)
    form, needs = _form(request)
    if request.method == "POST" and form.is_valid():
        return _chosen(request, actor, form.cleaned_data, needs)
    found = _found(request, actor, form, needs) if form.is_valid() and (form.asks or needs) else None
    if found and found.unknown_place:
        form.add_error("near", _("We do not know this place. Enter a postcode, like CF10 1EP, or a town."))
    view = _view(request)
    return render(request, SHOWN[view if found else View.LIST], _context(request, actor, form, found, view))


def _form(request: HttpRequest) -> tuple[SearchForm, list[str]]:
    """What is asked now: as it was sent, as an address says, or as it was kept."""
    if request.method == "POST":
        return SearchForm(request.POST), asked.needs(request)
    if request.GET.keys() & {"words", "near"}:
        return SearchForm(request.GET), []
    return SearchForm(asked.again(request)), asked.needs(request) if asked.AGAIN in request.GET else []


def _chosen(
    request: HttpRequest, actor: Actor, said: dict[str, Any], needs: list[str]
) -> HttpResponseRedirect:
    """Keep what was chosen, and lead on: new words are recognised first."""
    post = request.POST
    asked.keep(request, said | {"needs": queries.on_the_list(actor, _needs_after(post, needs))})
    picked = queries.on_the_list(actor, [post.get("need") or post.get("add") or ""])
    for key in picked:
        note_gap(actor, need_key=key, words=said["words"], near=said["near"])
    is_new = not post.keys() & CHOICES
    if is_new and queries.is_to_be_asked(actor, said["words"], said["near"]):
        return redirect(reverse("directory:sounds_like") + keep(request))
    return redirect(_results_address(request))


def _needs_after(post: QueryDict, before: list[str]) -> list[str]:
    """One need instead of those before, one more, one less, the same for other filters, or none."""
    if "need" in post:
        return [post["need"]]
    if "add" in post:
        return [*before, post["add"]][-MOST_NEEDS:]
    if "drop" in post:
        return [key for key in before if key != post["drop"]]
    return before if "filter" in post else []


def _results_address(request: HttpRequest) -> str:
    again = urlencode([(asked.AGAIN, 1), *carried(request)])
    return f"{reverse('directory:search')}?{again}#results"


def _found(request: HttpRequest, actor: Actor, form: SearchForm, needs: list[str]) -> queries.Results:
    said, view = form.cleaned_data, _view(request)
    return queries.search(
        actor,
        said["words"],
        said["near"],
        form.filters(),
        asked_page(request),
        need=queries.on_the_list(actor, needs),
        phones=view is View.PRINT,
    )


def _context(
    request: HttpRequest, actor: Actor, form: SearchForm, found: queries.Results | None, view: View
) -> dict[str, object]:
    words = form.cleaned_data.get("words", "") if form.is_bound and hasattr(form, "cleaned_data") else ""
    drawn = map_of(found, keep(request)) if found and view is View.MAP else None
    return {
        "form": form,
        "filters": filters_of(form),
        "found": found,
        "page": _page(found) if found else None,
        "size": 0 if found else queries.count(actor),
        "carried": carried(request),
        "keep": keep(request),
        "urgent": queries.urgent_help(actor, words, [need.key for need in found.needs] if found else ()),
        "also": queries.others(actor, words, found.needs) if found else (),
        "narrowed": found and form.narrows,
        "view": view,
        "map": drawn,
        "lines": lines_of(found, keep(request), numbered=bool(drawn)) if found else [],
        "remember": bool(found) and _may_offer_to_remember(request, actor, found),
        "share": share_of(found) if found and view is View.PRINT else None,
        "query": urlencode([(key, value) for key, value in request.GET.items() if key != "view"]),
    }


def _may_offer_to_remember(request: HttpRequest, actor: Actor, found: queries.Results) -> bool:
    """To a person who looks for themselves, for a need that is not kept yet."""
    for_whom = dict(carried(request)).get("person", str(actor.person_id))
    if actor.person_id is None or not found.needs or for_whom != str(actor.person_id):
        return False
    return not queries.is_remembered(actor, actor.person_id, found.needs)


def _view(request: HttpRequest) -> View:
    name = request.GET.get("view", "")
    return View(name) if name in SHOWN else View.LIST


def _page(found: queries.Results) -> Page[int]:
    return Paginator(range(found.total), PAGE).get_page(found.page)


@public
@require_safe
def sounds_like(request: HttpRequest) -> HttpResponse:
    """What the words sound like, to choose from; urgent help first."""
    actor = actor_of(request)
    words = asked.words(request)
    if not words:
        return redirect(reverse("directory:search") + keep(request))
    guesses = queries.guesses(actor, words)
    context = {
        "words": words,
        "near": asked.near(request),
        "guesses": guesses,
        "urgent": queries.urgent_help(actor, words, _urgent_first(guesses)),
        "carried": carried(request),
        "keep": keep(request),
    }
    return render(request, "directory/sounds_like.html", context)


def _urgent_first(guesses: Sequence[NeedCard]) -> list[str]:
    """The likeliest need where it is urgent: what the reviewed phrases do not foresee is helped too."""
    return [guess.key for guess in guesses[:1] if guess.is_urgent]


@public
@require_safe
def needs(request: HttpRequest) -> HttpResponse:
    """Every need of the list, by theme, to choose from."""
    actor = actor_of(request)
    context = {
        "themes": all_needs(actor),
        "words": asked.words(request),
        "near": asked.near(request),
        "carried": carried(request),
        "keep": keep(request),
    }
    return render(request, "directory/needs.html", context)
