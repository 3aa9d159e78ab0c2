"""Steps: who does what by when."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from cydwaith.commons.circle.rules import Scope
from cydwaith.web.sending import done, saved

from .. import commands, queries
from ..forms import StepForm, StepStatusForm
from .shared import form_page, is_clash, seen_now, whose, writer


def add(request: HttpRequest, person_id: UUID, goal_id: UUID) -> HttpResponse:
    """A new step towards a goal."""
    by = writer(request, person_id, Scope.PLAN)
    goal = queries.goal(by.actor, person_id, goal_id)
    form = StepForm(request.POST or None, **whose(by))
    if request.method == "POST" and saved(form, lambda: _add(form, by, goal_id)):
        return _to_goal(request, person_id, goal_id)
    back = _address(person_id, goal_id)
    return form_page(request, by, form, _("A new step"), quote=goal.words, back=back)


def _add(form: StepForm, by: queries.Reader, goal_id: UUID) -> None:
    said = form.kept("words", "owner", "owner_name", "due")
    commands.add_step(by.actor, person_id=by.person_id, goal_id=goal_id, **said)


def change(request: HttpRequest, person_id: UUID, step_id: UUID) -> HttpResponse:
    """Change what a step says; two writers are shown each other's words."""
    by = writer(request, person_id, Scope.PLAN)
    row = queries.step(by.actor, person_id, step_id)
    form = StepForm(request.POST or None, initial=_initial(row), **whose(by))
    if request.method == "POST" and saved(form, lambda: _change(form, by, step_id)):
        return _to_goal(request, person_id, row.goal_id)
    if is_clash(form):
        row = queries.step(by.actor, person_id, step_id)
        seen_now(form, version=row.version)
    back = _address(person_id, row.goal_id)
    return form_page(request, by, form, _("Change this step"), row=row, clash=is_clash(form), back=back)


def _initial(row: queries.StepRow) -> dict[str, object]:
    return {
        "words": row.words,
        "owner": row.owner.value,
        "owner_name": row.owner_name,
        "due": row.due,
        "version": row.version,
    }


def _change(form: StepForm, by: queries.Reader, step_id: UUID) -> None:
    commands.edit_step(
        by.actor,
        person_id=by.person_id,
        step_id=step_id,
        version=form.cleaned_data["version"] or 0,
        **form.kept("words", "owner", "owner_name", "due"),
    )


def status(request: HttpRequest, person_id: UUID, step_id: UUID) -> HttpResponse:
    """Say whether a step is done, not done, or has something in its way."""
    by = writer(request, person_id, Scope.PLAN)
    row = queries.step(by.actor, person_id, step_id)
    initial = {"status": row.status.value, "blocked_because": row.blocked_because}
    form = StepStatusForm(request.POST or None, initial=initial, **whose(by))
    if request.method == "POST" and saved(form, lambda: _move(form, by, step_id)):
        return _to_goal(request, person_id, row.goal_id)
    back = _address(person_id, row.goal_id)
    return form_page(request, by, form, _("Where this step is"), quote=row.words, back=back)


def _move(form: StepStatusForm, by: queries.Reader, step_id: UUID) -> None:
    said = form.kept("status", "blocked_because")
    commands.move_step(by.actor, person_id=by.person_id, step_id=step_id, **said)


def _address(person_id: UUID, goal_id: UUID) -> str:
    return reverse("plans:goal", args=[person_id, goal_id])


def _to_goal(request: HttpRequest, person_id: UUID, goal_id: UUID) -> HttpResponse:
    return done(request, _("It is kept."), "plans:goal", person_id, goal_id)
