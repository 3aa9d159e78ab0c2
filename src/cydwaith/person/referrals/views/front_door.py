"""The front door, for everybody: one thing on a page, nothing kept once it is sent."""

from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cydwaith.commons.people.doors import public, staff
from cydwaith.commons.people.queries import front_door_organisation, organisation
from cydwaith.kernel import clock, ids
from cydwaith.kernel.actor import STAFF_ROLES, Actor
from cydwaith.kernel.errors import Invalid
from cydwaith.place.programmes.queries import openings
from cydwaith.web.sending import actor_of, sent

from .. import flow
from ..commands import Request, Sent, ask_for_support
from ..forms.front_door import QuickForm
from ..summary import summary

SESSION, SENT = "front_door", "front_door_sent"
AN_HOUR = 3600
LETTERS, WINDOW = 10, 600


@public
def start(request: HttpRequest) -> HttpResponse:
    """What this is, who it is for, and what happens next."""
    actor = actor_of(request)
    return render(
        request,
        "referrals/front_door/start.html",
        {"programmes": openings(actor, clock.today(), clock.today()), "team": front_door_organisation(actor)},
    )


@public
def step(request: HttpRequest, slug: str) -> HttpResponse:
    """One page of the front door."""
    actor = actor_of(request)
    kept = _kept(request)
    here = flow.page(actor, kept["answers"], slug)
    if here is None:
        return redirect("referrals:start")
    form = flow.form_for(here, kept["answers"], sent(request), _initial(actor, kept["answers"]))
    if request.method == "POST" and form.is_valid():
        _keep(request, kept, slug, form.cleaned_data)
        return _onward(request, kept["answers"], slug)
    before = flow.neighbour(actor, kept["answers"], slug, -1)
    context = {"form": form, "title": flow.heading(here, kept["answers"]), "before": before, "slug": slug}
    return render(request, "referrals/front_door/step.html", context | _only(form))


def _only(form: Any) -> dict[str, object]:
    """A page with one question lets its label be the heading."""
    fields = list(form)
    return {"only": fields[0] if len(fields) == 1 else None}


def _kept(request: HttpRequest) -> dict[str, Any]:
    kept: dict[str, Any] = request.session.get(SESSION) or {
        "send_key": str(ids.new_id()), "answers": {}, "done": [],
    }  # fmt: skip
    return kept


def _keep(request: HttpRequest, kept: dict[str, Any], slug: str, cleaned: dict[str, Any]) -> None:
    kept["answers"] |= cleaned
    kept["done"] = [*(done for done in kept["done"] if done != slug), slug]
    request.session[SESSION] = kept
    if not request.user.is_authenticated:
        request.session.set_expiry(AN_HOUR)


def _initial(actor: Actor, answers: dict[str, Any]) -> dict[str, Any]:
    """Somebody who is signed in for an organisation need not say again who they are."""
    known = _asker(actor) if actor.is_staff else {}
    return {"language": actor.language} | known | answers


def _asker(actor: Actor) -> dict[str, str]:
    of = organisation(actor, actor.organisation_id) if actor.organisation_id else None
    return {"requester_name": actor.name, "requester_organisation": of.name if of else ""}


def _onward(request: HttpRequest, answers: dict[str, Any], slug: str) -> HttpResponse:
    actor = actor_of(request)
    after = flow.neighbour(actor, answers, slug, 1)
    if "change" in request.GET or after is None:
        return redirect("referrals:check")
    return redirect("referrals:step", after)


@public
def check(request: HttpRequest) -> HttpResponse:
    """Check your answers, who will see them, and send."""
    actor = actor_of(request)
    if SESSION not in request.session:
        return redirect("referrals:sent" if SENT in request.session else "referrals:start")
    kept = _kept(request)
    gap = flow.missing(actor, kept["answers"], kept["done"])
    if gap is not None:
        return redirect("referrals:step", gap.slug)
    problem = ""
    if request.method == "POST":
        try:
            return _send(request, kept)
        except Invalid as wrong:
            problem = str(wrong)
    context = {
        "rows": summary(actor, kept["answers"]),
        "for_another": kept["answers"]["referred_by"] != "self",
        "team": front_door_organisation(actor),
        "error_title": problem,
    }
    return render(request, "referrals/front_door/check.html", context)


def _send(request: HttpRequest, kept: dict[str, Any]) -> HttpResponse:
    actor = actor_of(request)
    asked = flow.request_from(actor, kept["answers"], UUID(kept["send_key"]))
    _spare(asked)
    made = _once(actor, asked)
    request.session.pop(SESSION, None)
    return _remember(request, made)


def _spare(asked: Request) -> None:
    """Nobody fills somebody else's letterbox from a page that is open to all."""
    for address in {asked.email.lower(), asked.requester_email.lower()} - {""}:
        key = f"referrals.letters.{sha256(address.encode()).hexdigest()}"
        cache.add(key, 0, WINDOW)
        if cache.incr(key) > LETTERS:
            raise Invalid(_("Too many tries. Wait ten minutes, then try again."))


def _once(actor: Actor, asked: Request) -> Sent:
    """Two presses at the same moment make one referral: the second finds the first."""
    try:
        return ask_for_support(actor, request=asked)
    except IntegrityError:
        return ask_for_support(actor, request=asked)


def _remember(request: HttpRequest, sent: Sent) -> HttpResponse:
    request.session[SENT] = {
        "reference": sent.reference,
        "answer_by": sent.answer_by.isoformat() if sent.answer_by else "",
    }
    return redirect("referrals:sent")


@public
def reference(request: HttpRequest) -> HttpResponse:
    """The reference, and what happens next."""
    known = request.session.get(SENT)
    if known is None:
        return redirect("referrals:start")
    return render(request, "referrals/front_door/sent.html", {"sent": known, "answer_by": _day(known)})


def _day(known: dict[str, str]) -> date | None:
    return date.fromisoformat(known["answer_by"]) if known["answer_by"] else None


@public
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Start again: what was typed is wiped now."""
    request.session.pop(SESSION, None)
    return redirect("referrals:start")


@staff(*STAFF_ROLES)
def quick(request: HttpRequest) -> HttpResponse:
    """One page for somebody who is signed in and asks for a person in front of them."""
    actor = actor_of(request)
    initial = {"language": actor.language, "send_key": str(ids.new_id())}
    form = QuickForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        made = _once(actor, _quick_request(actor, request.POST.get("send_key", ""), form.cleaned_data))
        return redirect("referrals:asked", made.referral_id)
    key = request.POST.get("send_key") or initial["send_key"]
    return render(request, "referrals/front_door/quick.html", {"form": form, "send_key": key})


def _quick_request(actor: Actor, send_key: str, cleaned: dict[str, Any]) -> Request:
    answers = cleaned | _asker(actor) | {"referred_by": flow.referred_by(actor)}
    try:
        key = UUID(send_key)
    except ValueError:
        key = ids.new_id()
    return flow.request_from(actor, answers, key)
