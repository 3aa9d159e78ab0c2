"""Reading programmes: the list, one version, the history, the minimum wages."""

from collections.abc import Sequence
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
    today = clock.today()
    found = queries.openings(actor, today, today)
    steward = actor.has(Role.STEWARD)
    drafts = queries.draft_keys(actor) if steward else {}
    others = queries.not_in_force(actor, today)
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
    return _version(request, now, found)


@staff(*READERS)
@require_safe
def version(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """One version, ended ones too."""
    actor = actor_of(request)
    found = queries.version(actor, version_id)
    return _version(request, found, queries.versions(actor, found.key))


def _version(
    request: HttpRequest, found: queries.Version, versions: Sequence[queries.Version]
) -> HttpResponse:
    """A version of several, the newest first; only the newest has a last day that can be said."""
    actor = actor_of(request)
    context = {
        "is_newest": found.id == versions[0].id,
        "to_come": found.card.valid_from > clock.today(),
        "is_over": found.card.valid_to is not None and found.card.valid_to < clock.today(),
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
    said = queries.said_of_last_days(actor, key)
    last_days = [[one for one in said if one.version_id == version.id] for version in found]
    told_of_each = list(zip(found, told, last_days, strict=True))
    context = {"versions": told_of_each, "name": found[0].name, "key": key}
    return render(request, "programmes/history.html", context)


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
