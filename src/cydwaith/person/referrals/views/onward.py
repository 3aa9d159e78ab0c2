"""Asking a service for a person, and a service's own page when it signs in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import STAFF_ROLES
from cydwaith.kernel.errors import NotFound
from cydwaith.web.sending import actor_of, sent

from .. import commands, queries
from ..forms.answers import AnswerForm
from ..forms.onward import DraftForm, SendForm
from .by_link import answered


def ask(request: HttpRequest, person_id: UUID, service_id: UUID) -> HttpResponse:
    """What would be asked of a service, and what it would see."""
    actor = actor_of(request)
    service = queries.service_to_ask(actor, service_id)
    goal = queries.goal_for(actor, person_id, request.GET.get("goal", ""))
    form = DraftForm(sent(request), initial={"matters": goal.words if goal else ""})
    if request.method == "POST" and form.is_valid():
        draft = commands.draft_referral(
            actor,
            person_id=person_id,
            service=service,
            matters=form.cleaned_data["matters"],
            scopes=form.cleaned_data["scopes"],
            goal_id=goal.id if goal else None,
        )
        return redirect("referrals:preview", draft)
    who = queries.whom(actor, person_id)
    return render(request, "referrals/ask.html", {"form": form, "service": service, "goal": goal, "who": who})


def preview(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """What will they see? Then the person's yes, and it is sent."""
    actor = actor_of(request)
    try:
        page = queries.draft_page(actor, referral_id)
    except NotFound:
        return redirect("referrals:one", referral_id)
    form = SendForm(sent(request), is_own=page.is_own)
    if request.method == "POST" and form.is_valid():
        day = commands.send_referral(
            actor, referral_id=referral_id, they_agree=True, how=form.cleaned_data.get("how", "")
        )
        messages.success(
            request, _("Sent. They are asked to answer by {day}.").format(day=date_format(day, "j F Y"))
        )
        return redirect("referrals:one", referral_id)
    return render(request, "referrals/preview.html", {"form": form, "page": page})


@staff(*STAFF_ROLES)
def asked_of_us(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """A request to the actor's own organisation: the same page as by link."""
    actor = actor_of(request)
    page = queries.answer_page(actor, referral_id)
    form = AnswerForm(sent(request), choices=page.choices)
    if request.method == "POST" and form.is_valid() and answered(actor, referral_id, form):
        messages.success(request, _("Thank you. Your answer has been passed on."))
        return redirect("referrals:mine")
    return render(request, "referrals/answer.html", {"page": page, "form": form})
