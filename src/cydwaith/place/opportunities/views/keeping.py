"""Keeping a posting right, by signing in or by link; checking what waits."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cydwaith.commons.people import links
from cydwaith.commons.people.doors import public, staff
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.actor import by_link as actor_by_link
from cydwaith.kernel.errors import Conflict, Invalid, NotFound

from .. import commands, queries
from ..forms import PostingForm, ReasonForm
from ..policy import CHECKERS, KEEP, OWNERS
from ..rules.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Road:
    """Who came, to which posting, and where its pages are for them."""

    actor: Actor
    id: UUID
    page: str
    change: str
    back: str = ""
    token: str = ""


@staff(*OWNERS, *CHECKERS)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What we offer."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return render(
        request, "opportunities/mine.html", {"lines": queries.mine(actor), "checks": actor.has(*CHECKERS)}
    )


@staff(*CHECKERS)
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """What waits to be looked at."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return render(request, "opportunities/check.html", {"lines": queries.waiting(actor)})


@staff(*OWNERS, *CHECKERS)
def keep(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """One posting for whoever keeps or checks it."""
    return _keep(request, _signed_in(request, opportunity_id))


@staff(*OWNERS, *CHECKERS)
def change(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """Write another version."""
    return _change(request, _signed_in(request, opportunity_id))


@public
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same page for whoever has the link."""
    try:
        return _keep(request, _linked(token))
    except NotFound as why:
        return _closed(request, why)


@public
def change_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same form for whoever has the link."""
    try:
        return _change(request, _linked(token))
    except NotFound as why:
        return _closed(request, why)


def _signed_in(request: HttpRequest, opportunity_id: UUID) -> Road:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page, form = (reverse(f"opportunities:{name}", args=[opportunity_id]) for name in ("keep", "change"))
    return Road(actor, opportunity_id, page, form, reverse("opportunities:mine"))


def _linked(token: str) -> Road:
    opportunity_id = links.read(KEEP, token)
    actor = actor_by_link(KEEP, opportunity_id, (get_language() or "en")[:2])
    page, form = (reverse(f"opportunities:{name}", args=[token]) for name in ("by_link", "change_by_link"))
    return Road(actor, opportunity_id, page, form, token=token)


def _closed(request: HttpRequest, why: NotFound) -> HttpResponse:
    status = 410 if isinstance(why, links.LinkExpired) else 404
    return render(request, "opportunities/link_closed.html", {"sentence": str(why)}, status=status)


def _keep(request: HttpRequest, road: Road) -> HttpResponse:
    form = ReasonForm(request.POST if "refuse" in request.POST else None)
    if request.method == "POST" and _done(request, road, form):
        return redirect(road.page)
    found = queries.kept(road.actor, road.id)
    return render(request, "opportunities/keep.html", {"found": found, "form": form, "road": road})


def _done(request: HttpRequest, road: Road, form: ReasonForm) -> bool:
    """Whether what was pressed went through; if not, the page says why."""
    try:
        said = _press(request, road, form)
    except (Conflict, Invalid) as problem:
        messages.error(request, str(problem))
        return True
    if said:
        messages.success(request, said)
    return bool(said)


def _press(request: HttpRequest, road: Road, form: ReasonForm) -> str:
    if "refuse" in request.POST:
        if not form.is_valid():
            return ""
        commands.refuse(road.actor, opportunity_id=road.id, reason=form.cleaned_data["reason"])
        return _("It stays as it was. They hear why.")
    if "through" in request.POST:
        is_open = commands.let_through(road.actor, opportunity_id=road.id, seen=request.POST.get("seen", ""))
        return _("Done. Everybody sees it now.") if is_open else _("Done. It shows once it is open again.")
    if "right" in request.POST:
        commands.confirm(road.actor, opportunity_id=road.id)
        return _("Thank you. Everybody can see that you checked it today.")
    return _moved(road, request.POST.get("move", ""))


def _moved(road: Road, to: str) -> str:
    if to not in (Status.OPEN, Status.PAUSED, Status.CLOSED):
        raise Invalid(_("Press one of the buttons on the page."))
    commands.move(road.actor, opportunity_id=road.id, to=Status(to))
    said = {
        Status.OPEN: _("It is open again."),
        Status.PAUSED: _("It is paused. Nobody finds it until you open it again."),
        Status.CLOSED: _("It is closed."),
    }
    return said[Status(to)]


def _change(request: HttpRequest, road: Road) -> HttpResponse:
    found = queries.kept(road.actor, road.id)
    form = PostingForm(request.POST if request.method == "POST" else None, posting=found.posting)
    if request.method == "POST" and form.is_valid():
        try:
            at_once = commands.change(road.actor, opportunity_id=road.id, posting=form.posting())
        except Invalid as wrong:
            form.add_error(wrong.field if wrong.field in form.fields else None, str(wrong))
        else:
            later = _("Thank you. Somebody looks at it first; until then it stays as it was.")
            messages.success(request, _("Saved.") if at_once else later)
            return redirect(road.page)
    return render(request, "opportunities/change.html", {"form": form, "road": road})
