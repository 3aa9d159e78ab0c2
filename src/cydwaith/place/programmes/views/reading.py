"""Reading programmes: the list, one version, the history, the minimum wages."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Role
from cydwaith.web.sending import actor_of, saved, sent

from .. import commands, queries, starters
from ..forms import WageForm
from ..shown import changes_in_words, content_rows, rules_in_words
from .shared import READERS


@staff(*READERS)
@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """The programmes in force; for stewards also drafts, and those that come with Cydwaith."""
    actor = actor_of(request)
    found = queries.versions_on(actor, clock.today())
    steward = actor.has(Role.STEWARD)
    drafts = queries.draft_keys(actor) if steward else {}
    others = queries.not_in_force(actor, clock.today())
    here = {one.key for one in (*found, *others)} | set(drafts)
    column = "name_cy" if actor.language == "cy" else "name"
    ready = [(name, starters.starter(name)) for name in starters.names()] if steward else []
    context = {
        "programmes": found,
        "others": others,
        "steward": steward,
        "drafts": drafts,
        "starters": [(name, raw[column]) for name, raw in ready if raw["key"] not in here],
    }
    return render(request, "programmes/list.html", context)


@staff(*READERS)
@require_safe
def programme(request: HttpRequest, key: str) -> HttpResponse:
    """The version in force, else the newest."""
    found = queries.versions(actor_of(request), key)
    today = clock.today()
    now = next((one for one in found if one.card.valid_from <= today), found[0])
    return _version(request, now)


@staff(*READERS)
@require_safe
def version(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """One version, ended ones too."""
    return _version(request, queries.version(actor_of(request), version_id))


def _version(request: HttpRequest, found: queries.Version) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "version": found,
        "parts": content_rows(found.content, actor.language),
        "rules": rules_in_words(found.content, actor.language),
        "steward": actor.has(Role.STEWARD),
    }
    return render(request, "programmes/version.html", context)


@staff(*READERS)
@require_safe
def history(request: HttpRequest, key: str) -> HttpResponse:
    """Every version, with what it changed."""
    actor = actor_of(request)
    found = queries.versions(actor, key)
    told = [changes_in_words(one) for one in queries.version_changes(actor, key)]
    return render(
        request,
        "programmes/history.html",
        {"pairs": list(zip(found, told, strict=True)), "name": found[0].name, "key": key},
    )


@staff(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def wages(request: HttpRequest) -> HttpResponse:
    """The table of minimum wages; stewards add to it."""
    actor = actor_of(request)
    form = WageForm(sent(request))

    def change() -> None:
        commands.load_wages(actor, rates=[form.rate()])

    if request.method == "POST" and saved(form, change):
        messages.success(request, _("It is written down."))
        return redirect("programmes:wages")
    context = {"form": form, "rates": queries.minimum_wages(actor).rates, "steward": actor.has(Role.STEWARD)}
    return render(request, "programmes/wages.html", context)


@staff(Role.STEWARD)
@require_POST
def take_wages(request: HttpRequest) -> HttpResponse:
    """Take in the minimum wages that come with Cydwaith."""
    commands.load_wages(actor_of(request), rates=starters.wages())
    messages.success(request, _("The minimum wages are taken in, with their source."))
    return redirect("programmes:wages")
