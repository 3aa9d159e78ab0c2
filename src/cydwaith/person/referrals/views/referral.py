"""One referral: its timeline, what the actor can do, and the person's last word."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import STAFF_ROLES, Actor
from cydwaith.web.sending import actor_of, sent

from .. import commands, queries
from ..forms.answers import MISTAKE, AnswerForm, TakeBackForm
from ..forms.onward import SayForm
from ..rules import Happened, Helped, Reason, Status
from .triage import decide


def one(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The page of one referral, for the person and those who walk with them."""
    actor = actor_of(request)
    return render(request, "referrals/one.html", {"page": queries.one(actor, referral_id)})


def timeline(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """All referrals of a person and everything that happened with them."""
    actor = actor_of(request)
    context = {
        "rows": queries.all_referrals(actor, person_id),
        "lines": queries.timeline(actor, person_id),
        "is_own": actor.is_person(person_id),
    }
    return render(request, "referrals/timeline.html", context)


@staff(*STAFF_ROLES)
def mine(request: HttpRequest) -> HttpResponse:
    """What this account asked for others, and what its organisation is asked."""
    actor = actor_of(request)
    context = {"asked": queries.my_requests(actor), "of_us": queries.asked_of_us(actor)}
    return render(request, "referrals/mine.html", context)


@staff(*STAFF_ROLES)
def asked(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """What came of a request that this account made."""
    actor = actor_of(request)
    return render(request, "referrals/asked.html", {"page": queries.my_request(actor, referral_id)})


def answer(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Write down what the service told the coach."""
    actor = actor_of(request)
    choices = queries.one(actor, referral_id).answers
    form = AnswerForm(sent(request), choices=choices)

    def act(said: dict[str, Any]) -> None:
        commands.answer(
            actor, referral_id=referral_id, to=Status(said["to"]), reason=said["reason"], words=said["words"]
        )

    return decide(
        request,
        referral_id,
        form,
        act,
        title=_("Write down their answer"),
        lead=_("Use this when the service told you itself, by phone for example."),
        button=_("Save"),
        done=_("The answer has been written down."),
    )


def take_back(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Change one's mind: what was shared closes at once."""
    actor = actor_of(request)
    form = TakeBackForm(sent(request))

    def act(said: dict[str, Any]) -> None:
        mistake = said["reason"] == MISTAKE
        commands.take_back(
            actor,
            referral_id=referral_id,
            reason=Reason.OTHER if mistake else said["reason"],
            words=said["words"] or (_("It was made by mistake") if mistake else ""),
            mistake=mistake,
        )

    return decide(
        request,
        referral_id,
        form,
        act,
        title=_("Take this back"),
        lead=_("They will no longer see anything that was shared for this."),
        button=_("Take it back"),
        done=_("This has been taken back."),
    )


def say(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Did it happen, did it help? By the person, or together with their coach."""
    actor = actor_of(request)
    form = SayForm(sent(request))
    is_own = queries.one(actor, referral_id).is_own

    def act(said: dict[str, Any]) -> None:
        confirm(actor, referral_id, said)

    return decide(
        request,
        referral_id,
        form,
        act,
        title=_("How did it go?"),
        lead="" if is_own else _("Write down what the person says, together with them."),
        button=_("Save and close"),
        done=_("Thank you. This is closed now."),
    )


def confirm(actor: Actor, referral_id: UUID, said: dict[str, Any]) -> None:
    """The last word, from the form to the command."""
    commands.confirm(
        actor,
        referral_id=referral_id,
        happened=Happened(said["happened"]),
        helped=Helped(said["helped"]) if said["helped"] else None,
        words=said["words"],
    )
