"""Goals: one page each to add, read, change, rate and move."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from cydwaith.commons.circle.rules import Scope
from cydwaith.web.sending import actor_of, done, saved

from .. import commands, queries
from ..forms import GoalForm, RatingForm, StatusForm
from ..pictures import ratings_picture
from .shared import form_page, is_clash, seen_now, whose, writer


def add(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A new goal in the person's words."""
    by = writer(request, person_id, Scope.PLAN)
    form = GoalForm(request.POST or None, **whose(by))
    if request.method == "POST" and saved(form, lambda: _add(form, by)):
        return done(request, _("The goal is in the plan."), "plans:plan", person_id)
    return form_page(request, by, form, _("A new goal"), back=reverse("plans:plan", args=[person_id]))


def _add(form: GoalForm, by: queries.Reader) -> None:
    commands.add_goal(by.actor, person_id=by.person_id, **form.kept("words", "kind", "why", "rating"))


def goal(request: HttpRequest, person_id: UUID, goal_id: UUID) -> HttpResponse:
    """One goal with its ratings over time and its steps."""
    by = queries.reader(actor_of(request), person_id)
    row = queries.goal(by.actor, person_id, goal_id)
    context = {"by": by, "goal": row, "picture": ratings_picture(row), "may_write": by.writes(Scope.PLAN)}
    return render(request, "plans/goal.html", context)


def change(request: HttpRequest, person_id: UUID, goal_id: UUID) -> HttpResponse:
    """Change what a goal says; two writers are shown each other's words."""
    by = writer(request, person_id, Scope.PLAN)
    row = queries.goal(by.actor, person_id, goal_id)
    initial = {"words": row.words, "why": row.why, "kind": row.kind.value, "version": row.version}
    form = GoalForm(request.POST or None, rated=False, initial=initial, **whose(by))
    if request.method == "POST" and saved(form, lambda: _change(form, by, goal_id)):
        return _to_goal(request, person_id, goal_id)
    if is_clash(form):
        row = queries.goal(by.actor, person_id, goal_id)
        seen_now(form, version=row.version)
    back = _address(person_id, goal_id)
    return form_page(request, by, form, _("Change this goal"), row=row, clash=is_clash(form), back=back)


def _change(form: GoalForm, by: queries.Reader, goal_id: UUID) -> None:
    commands.edit_goal(
        by.actor,
        person_id=by.person_id,
        goal_id=goal_id,
        version=form.cleaned_data["version"] or 0,
        **form.kept("words", "kind", "why"),
    )


def rate(request: HttpRequest, person_id: UUID, goal_id: UUID) -> HttpResponse:
    """How near the goal is today."""
    by = writer(request, person_id, Scope.PLAN)
    row = queries.goal(by.actor, person_id, goal_id)
    form = RatingForm(request.POST or None, **whose(by))
    if request.method == "POST" and saved(form, lambda: _rate(form, by, goal_id)):
        return _to_goal(request, person_id, goal_id)
    back = _address(person_id, goal_id)
    return form_page(request, by, form, _("How is this goal going?"), quote=row.words, back=back)


def _rate(form: RatingForm, by: queries.Reader, goal_id: UUID) -> None:
    commands.rate_goal(by.actor, person_id=by.person_id, goal_id=goal_id, **form.kept("value", "note"))


def status(request: HttpRequest, person_id: UUID, goal_id: UUID) -> HttpResponse:
    """Whether the goal is for now, for later, reached or let go."""
    by = writer(request, person_id, Scope.PLAN)
    row = queries.goal(by.actor, person_id, goal_id)
    form = StatusForm(request.POST or None, initial={"status": row.status.value}, **whose(by))
    if request.method == "POST" and saved(form, lambda: _move(form, by, goal_id)):
        return _to_goal(request, person_id, goal_id)
    back = _address(person_id, goal_id)
    return form_page(request, by, form, _("Where this goal is"), quote=row.words, back=back)


def _move(form: StatusForm, by: queries.Reader, goal_id: UUID) -> None:
    commands.move_goal(by.actor, person_id=by.person_id, goal_id=goal_id, **form.kept("status"))


def _address(person_id: UUID, goal_id: UUID) -> str:
    return reverse("plans:goal", args=[person_id, goal_id])


def _to_goal(request: HttpRequest, person_id: UUID, goal_id: UUID) -> HttpResponse:
    return done(request, _("It is kept."), "plans:goal", person_id, goal_id)
