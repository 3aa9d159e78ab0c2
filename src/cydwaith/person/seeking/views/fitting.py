"""What fits somebody, and telling an employer what they choose."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cydwaith.kernel.errors import Refused
from cydwaith.web.sending import actor_of, saved

from .. import commands, queries
from ..forms import StageForm, TellForm
from ..rules.vocabulary import Stage
from ..words import STAGES


def _own_id(request: HttpRequest) -> UUID:
    person_id = actor_of(request).person_id
    if person_id is None:
        raise Refused(_("This page is for people with a record of their own."))
    return person_id


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What fits the person who is signed in."""
    return of_person(request, _own_id(request))


@require_safe
def of_person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What is open, the best fit first, with the reasons."""
    found = queries.matches(actor_of(request), person_id, request.GET.get("page", "1"))
    return render(request, "seeking/matches.html", {"found": found, "stages": STAGES.items()})


def interested(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    """The person says that they are interested, and chooses what is passed on."""
    return interested_with(request, _own_id(request), opportunity_id)


def interested_with(request: HttpRequest, person_id: UUID, opportunity_id: UUID) -> HttpResponse:
    """The same page for the person, or for a coach together with them."""
    actor = actor_of(request)
    shown = queries.preview(actor, person_id, opportunity_id)
    form = TellForm(request.POST if request.method == "POST" else None, shown)

    def change() -> None:
        commands.say_interested(
            actor,
            person_id=person_id,
            opportunity_id=opportunity_id,
            shared=form.shared(),
            with_person=form.cleaned_data.get("with_person", False),
        )

    noticed = form.to_read_again()
    if not noticed and saved(form, change):
        messages.success(request, _("They know now. You can take it back whenever you want."))
        return _back(shown.by.own, person_id)
    return render(request, "seeking/tell.html", {"form": form, "shown": shown, "noticed": noticed})


@require_POST
def interest(request: HttpRequest, person_id: UUID, interest_id: UUID) -> HttpResponse:
    """Say how far it has come, or take it back."""
    actor = actor_of(request)
    which = {"person_id": person_id, "interest_id": interest_id}
    form = StageForm(request.POST)
    if "withdraw" in request.POST:
        commands.withdraw(actor, **which)
        messages.success(request, _("Taken back. They cannot see it any more."))
    elif form.is_valid():
        if commands.move(actor, **which, stage=Stage(form.cleaned_data["stage"])):
            messages.success(request, _("Saved. Now write the job down. What is known is filled in."))
            return redirect(f"{reverse('jobs:add', args=[person_id])}?interest={interest_id}")
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Choose one of the stages."))
    return _back(actor.is_person(person_id), person_id)


def _back(own: bool, person_id: UUID) -> HttpResponse:
    return redirect("seeking:mine") if own else redirect("seeking:matches", person_id)
