"""Answering: one set of questions a page, by signed link or signed in; every question can be left."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from cydwaith.commons.people import links
from cydwaith.commons.people.doors import public
from cydwaith.commons.people.queries import partnership
from cydwaith.kernel.actor import Actor, anonymous, by_link
from cydwaith.methods.measures import instrument
from cydwaith.web.sending import actor_of, saved, sent

from .. import commands, queries
from ..forms import AnswersForm
from ..queries import Sitting
from ..rules import LINK_KIND
from ..words import WHAT, here


@dataclass(frozen=True, slots=True)
class _At:
    """Who answers what, and where its pages are."""

    actor: Actor
    sitting: Sitting
    page: Callable[[int], str]
    end: str


def _by_link(token: str) -> _At:
    subject = links.read(LINK_KIND, token)
    actor = by_link(LINK_KIND, subject, (get_language() or "en")[:2])
    return _At(
        actor,
        queries.sitting(actor, subject),
        lambda number: reverse("measures:answer", args=[token, number]),
        reverse("measures:thanks", args=[token]),
    )


def _signed_in(request: HttpRequest, invitation_id: UUID) -> _At:
    actor = actor_of(request)
    return _At(
        actor,
        queries.sitting(actor, invitation_id),
        lambda number: reverse("measures:fill", args=[invitation_id, number]),
        reverse("measures:filled", args=[invitation_id]),
    )


@public
def start(request: HttpRequest, token: str) -> HttpResponse:
    """What the link is about: how much, who sees it, that it can be left."""
    try:
        at = _by_link(token)
    except links.LinkExpired:
        return _expired(request)
    if not at.sitting.open:
        return redirect(at.end)
    sets = [(here(instrument(key).name), WHAT[key]) for key in at.sitting.pages]
    return render(request, "measures/start.html", {"sitting": at.sitting, "sets": sets, "first": at.page(1)})


@public
def answer(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """One set of questions, by link."""
    try:
        return _page(request, _by_link(token), number)
    except links.LinkExpired:
        return _expired(request)


@public
def thanks(request: HttpRequest, token: str) -> HttpResponse:
    """Thank you, and what the answers show."""
    try:
        return _end(request, _by_link(token))
    except links.LinkExpired:
        return _expired(request)


def fill(request: HttpRequest, invitation_id: UUID, number: int) -> HttpResponse:
    """One set of questions, signed in: the person, or somebody with them."""
    return _page(request, _signed_in(request, invitation_id), number)


def filled(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """Thank you, and what the answers show."""
    return _end(request, _signed_in(request, invitation_id))


def _page(request: HttpRequest, at: _At, number: int) -> HttpResponse:
    sitting = at.sitting
    if not sitting.open:
        return redirect(at.end)
    if not 1 <= number <= len(sitting.pages):
        raise Http404
    key, last = sitting.pages[number - 1], number == len(sitting.pages)
    form = AnswersForm(key, sitting.own_items, sent(request), sitting.given.get(key))
    if saved(form, lambda: _keep(at, key, form, last)):
        stop = last or "stop" in request.POST
        return redirect(at.end if stop else at.page(number + 1))
    return render(request, "measures/fill.html", _context(at, form, number))


def _keep(at: _At, key: str, form: AnswersForm, last: bool) -> None:
    commands.answer(at.actor, invitation_id=at.sitting.id, instrument=key, answers=form.answers(), last=last)


def _context(at: _At, form: AnswersForm, number: int) -> dict[str, object]:
    sitting = at.sitting
    definition = instrument(sitting.pages[number - 1])
    return {
        "form": form,
        "sitting": sitting,
        "number": number,
        "count": len(sitting.pages),
        "last": number == len(sitting.pages),
        "back": at.page(number - 1) if number > 1 else "",
        "name": here(definition.name),
        "intro": here(definition.intro) if definition.intro else "",
        "attribution": here(definition.attribution) if definition.attribution else "",
        "own": at.actor.link is not None or at.actor.is_person(sitting.person_id),
    }


def _end(request: HttpRequest, at: _At) -> HttpResponse:
    context = {
        "sitting": at.sitting,
        "results": queries.results(at.actor, at.sitting.id),
        "first": at.page(1),
        "by_link": at.actor.link is not None,
        "own": at.actor.is_person(at.sitting.person_id),
    }
    return render(request, "measures/thanks.html", context)


def _expired(request: HttpRequest) -> HttpResponse:
    who = partnership(anonymous((get_language() or "en")[:2]))
    return render(request, "measures/expired.html", {"who": who}, status=410)
