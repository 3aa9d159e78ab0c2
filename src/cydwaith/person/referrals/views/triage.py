"""The team's list of requests, and its answers."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Role
from cydwaith.web.sending import actor_of, done, saved, sent

from .. import commands, queries
from ..forms.answers import AcceptForm, CloseForm, HandOverForm, ReasonForm, RedirectForm
from ..rules import Closing, Status

TEAM = (Role.COACH, Role.LINK_WORKER, Role.MANAGER)


@staff(*TEAM)
def triage(request: HttpRequest) -> HttpResponse:
    """Who waits for an answer, the longest due first."""
    actor = actor_of(request)
    return render(request, "referrals/triage.html", {"rows": queries.waiting(actor)})


def decide(
    request: HttpRequest,
    referral_id: UUID,
    form: forms.Form,
    act: Callable[[dict[str, Any]], None],
    **words: Any,
) -> HttpResponse:
    """Show a form about one referral; when it is right, act and go back to the referral's page."""
    if saved(form, lambda: act(form.cleaned_data)):
        return done(request, words["done"], "referrals:one", referral_id)
    page = queries.one(actor_of(request), referral_id)
    return render(request, "referrals/decide.html", {"form": form, "page": page} | words)


@staff(*TEAM)
def accept(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Say yes, with a programme and a coach."""
    actor = actor_of(request)
    initial = {"coach": str(actor.account_id)}
    form = AcceptForm(sent(request), initial=initial, door=queries.door(actor))

    def act(said: dict[str, Any]) -> None:
        commands.accept_request(
            actor,
            referral_id=referral_id,
            programme_key=said["programme"],
            coach_account_id=UUID(said["coach"]),
            words=said["words"],
        )

    return decide(
        request, referral_id, form, act, title=_("Say yes"), button=_("Say yes"), done=_("You said yes.")
    )


@staff(*TEAM)
def decline(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Say no, with a reason."""
    actor = actor_of(request)
    form = ReasonForm(sent(request), status=Status.REJECTED)

    def act(said: dict[str, Any]) -> None:
        commands.decline_request(actor, referral_id=referral_id, reason=said["reason"], words=said["words"])

    return decide(
        request,
        referral_id,
        form,
        act,
        title=_("Say no"),
        lead=_("The person and whoever asked will read the reason and your words."),
        button=_("Send this answer"),
        done=_("Your answer has been sent."),
    )


@staff(*TEAM)
def redirect_on(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Suggest somewhere better."""
    actor = actor_of(request)
    form = RedirectForm(sent(request), status=Status.REJECTED)

    def act(said: dict[str, Any]) -> None:
        commands.redirect_request(actor, referral_id=referral_id, **said)

    return decide(
        request,
        referral_id,
        form,
        act,
        title=_("Suggest somewhere else"),
        lead=_("Nothing is passed on without the person's yes. They and whoever asked will read this."),
        button=_("Send this answer"),
        done=_("Your answer has been sent."),
    )


@staff(*TEAM)
def hand_over(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Give the support to another coach."""
    actor = actor_of(request)
    form = HandOverForm(sent(request), door=queries.door(actor))

    def act(said: dict[str, Any]) -> None:
        commands.hand_over(actor, referral_id=referral_id, coach_account_id=UUID(said["coach"]))

    return decide(
        request,
        referral_id,
        form,
        act,
        title=_("Change the coach"),
        lead=_("The new coach can see the record from now on. The other coach no longer can."),
        button=_("Change the coach"),
        done=_("The coach has been changed."),
    )


@staff(*TEAM)
def close(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """End the support: a reason, a preview of the message back, the team's last day."""
    actor = actor_of(request)
    form = CloseForm(sent(request))
    if request.method == "POST" and "preview" in request.POST and form.is_valid():
        page = queries.one(actor, referral_id)
        context = {"form": form, "page": page, "said": form.cleaned_data}
        return render(request, "referrals/close_preview.html", context)

    def act(said: dict[str, Any]) -> None:
        closing = Closing(said["closing"])
        commands.close_support(actor, referral_id=referral_id, **said | {"closing": closing})

    return decide(
        request,
        referral_id,
        form,
        act,
        title=_("End the support"),
        lead=_("The person keeps their plan and their page. They will be asked how it went."),
        button=_("See what will be sent"),
        button_name="preview",
        done=_("The support has ended."),
    )
