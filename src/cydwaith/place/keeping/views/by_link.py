"""Still right? The page that a group opens from its letter."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from cydwaith.commons.people import links
from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import Actor, anonymous, by_link
from cydwaith.kernel.errors import NotFound
from cydwaith.place.directory.policy import ASSURE
from cydwaith.place.directory.queries import service_card, survivor

from .. import commands, queries
from ..forms import StillRightForm
from ..queries.proposals import OUTCOME


def _language() -> str:
    return (get_language() or "en")[:2]


def _closed(request: HttpRequest, why: NotFound) -> HttpResponse:
    status = 410 if isinstance(why, links.LinkExpired) else 404
    return render(request, "keeping/link_closed.html", {"sentence": str(why)}, status=status)


@public
def still_right(request: HttpRequest, token: str) -> HttpResponse:
    """What we say about a group; one press confirms it, or they change it."""
    try:
        service_id = survivor(anonymous(), links.read(ASSURE, token))
        return _still_right(request, by_link(ASSURE, service_id, _language()), service_id)
    except NotFound as why:
        return _closed(request, why)


def _still_right(request: HttpRequest, actor: Actor, service_id: UUID) -> HttpResponse:
    """Raises NotFound for an entry that is gone, or is now part of another."""
    entry = queries.entry(actor, service_id)
    standing = queries.standing(actor, [service_id])[service_id]
    data = request.POST if request.method == "POST" else None
    form = StillRightForm(data, texts=entry.texts, standing=standing)
    if request.method == "POST" and form.is_valid():
        answer = commands.Said(form.texts(), form.was_shown(), form.standing("send" in request.POST))
        proposed = commands.answer(actor, service_id=service_id, said=answer)
        return redirect("keeping:answered", "changed" if proposed else "right")
    lines, silent = queries.said(actor, entry)
    page = {
        "form": form,
        "lines": lines,
        "silent": silent,
        "card": service_card(actor, service_id),
        "standing": standing,
        "history": queries.of_service(actor, service_id),
        "room": queries.room_history(actor, service_id),
    }
    return render(request, "keeping/still_right.html", page)


@public
def answered(request: HttpRequest, what: str) -> HttpResponse:
    """Thank you; says nothing about anybody."""
    return render(request, "keeping/answered.html", {"what": what})


@public
def outcome(request: HttpRequest, token: str) -> HttpResponse:
    """What became of something that somebody suggested."""
    try:
        proposal_id = links.read(OUTCOME, token)
        found = queries.outcome(by_link(OUTCOME, proposal_id, _language()))
    except NotFound as why:
        return _closed(request, why)
    return render(request, "keeping/outcome.html", {"found": found})
