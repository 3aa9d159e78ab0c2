"""Conflicts: the feed says something new where somebody here made a correction."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Actor, Role
from cydwaith.place.directory.commands import keep_ours, take_theirs
from cydwaith.web.sending import actor_of

from .. import queries

OURS, THEIRS = "ours", "theirs"


@staff(Role.STEWARD)
@require_safe
def conflicts(request: HttpRequest) -> HttpResponse:
    """Every record in which a feed has moved."""
    actor = actor_of(request)
    return render(request, "feeds/conflicts.html", {"conflicts": queries.moves(actor)})


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def conflict(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """One record side by side: ours, what the feed said, what it says now; kept or taken field by field."""
    actor = actor_of(request)
    found = queries.moved_rows(actor, kind, key)
    missing = False
    if request.method == "POST":
        chosen = {row.path: request.POST.get(f"field-{n}") for n, row in enumerate(found.rows, start=1)}
        missing = not all(choice in (OURS, THEIRS) for choice in chosen.values())
        if not missing:
            _settle(actor, kind, key, chosen)
            messages.success(request, _("Saved. Both values stay in the history."))
            return redirect("feeds:conflicts")
    return render(request, "feeds/conflict.html", {"conflict": found, "missing": missing})


def _settle(actor: Actor, kind: str, key: UUID, chosen: dict[str, str | None]) -> None:
    ours = [path for path, choice in chosen.items() if choice == OURS]
    theirs = [path for path, choice in chosen.items() if choice == THEIRS]
    if ours:
        keep_ours(actor, kind=kind, key=key, fields=ours)
    if theirs:
        take_theirs(actor, kind=kind, key=key, fields=theirs)
