"""The plan: reading it, agreeing to it, choosing when to look at it again."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from cydwaith.commons.circle.rules import Scope
from cydwaith.web.sending import actor_of, done, saved

from .. import commands, queries
from ..forms import AgreeForm, HeardYesForm, ReviewForm
from .shared import form_page, is_clash, seen_now, whose, writer


def plan(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The plan on one page."""
    return render(request, "plans/plan.html", {"view": queries.plan(actor_of(request), person_id)})


def agree(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The person's yes; or, for whoever walks with them, a yes said in conversation."""
    by = writer(request, person_id, Scope.PLAN)
    view = queries.plan(by.actor, person_id)
    form = _agree_form(request.POST or None, by, view)
    if request.method == "POST" and saved(form, lambda: _agree(form, by)):
        return done(request, _("The plan is agreed."), "plans:plan", person_id)
    if is_clash(form):
        seen_now(form, number=view.newest)
    return render(request, "plans/agree.html", {"view": view, "by": by, "form": form})


def _agree_form(data: Any, by: queries.Reader, view: queries.PlanView) -> AgreeForm:
    initial = {"number": view.newest}
    if by.own:
        return AgreeForm(data, initial=initial)
    return HeardYesForm(data, initial=initial, called=by.called)


def _agree(form: AgreeForm, by: queries.Reader) -> None:
    values = {"person_id": by.person_id, **form.cleaned_data}
    if by.own:
        commands.agree(by.actor, **values)
    else:
        commands.write_down_yes(by.actor, **values)


def review(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Choose the day on which the plan is looked at again."""
    by = writer(request, person_id, Scope.PLAN)
    day = queries.plan(by.actor, person_id).review_on
    form = ReviewForm(request.POST or None, initial={"review_on": day}, **whose(by))
    if request.method == "POST" and saved(form, lambda: _set_review(form, by)):
        return done(request, _("The day is kept."), "plans:plan", person_id)
    back = reverse("plans:plan", args=[person_id])
    return form_page(request, by, form, _("When to look at the plan again"), back=back)


def _set_review(form: ReviewForm, by: queries.Reader) -> None:
    commands.set_review(by.actor, person_id=by.person_id, **form.kept("review_on"))
