"""A person's jobs: the page, one job, writing it down, changing and ending it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Role
from cydwaith.kernel.errors import Refused
from cydwaith.web.sending import actor_of, saved, sent

from .. import commands, queries
from ..forms import AbsenceForm, EndJobForm, JobForm, RightForm, StepForm, TermsForm, WeeksForm
from ..words import terms as terms_in_words

PAGE = 15


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The person's own page of jobs."""
    person_id = actor_of(request).person_id
    if person_id is None:
        raise Refused(_("This page is for people with a record of their own."))
    return person(request, person_id)


@require_safe
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Somebody's jobs."""
    return render(request, "jobs/person.html", {"page": queries.page(actor_of(request), person_id)})


@require_safe
def job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """One job with all that hangs on it."""
    actor = actor_of(request)
    part = queries.job_page(actor, job_id)
    own = actor.is_person(part.job.person_id)
    can = {"writes": own or actor.is_practitioner, "supports": actor.is_practitioner and not own}
    held = part.job.held
    shown = {
        "terms": [(one.since, terms_in_words(one)) for one in held.terms],
        "worked": [(monday, f"{hours:g}") for monday, hours in sorted(held.worked.items(), reverse=True)],
    }
    return render(request, "jobs/job.html", {"part": part, "job": part.job, "own": own, **can, **shown})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Write down a job; what is known of it from an interest is filled in."""
    actor = actor_of(request)
    queries.require(actor, person_id)
    known = queries.known_of(actor, person_id, request.GET.get("interest", ""))
    form = JobForm(sent(request), initial=known)

    def change() -> None:
        commands.add_job(actor, person_id=person_id, **form.job())

    if saved(form, change):
        messages.success(request, _("The job is written down."))
        return redirect("jobs:person", person_id)
    context = {"form": form, "person_id": person_id, "title": _("Write down a job")}
    return render(request, "jobs/add.html", context)


def _change(
    request: HttpRequest,
    row: queries.JobRow,
    form: django_forms.Form,
    title: str,
    change: Callable[[], object],
) -> HttpResponse:
    if saved(form, change):
        messages.success(request, _("It is written down."))
        return redirect("jobs:job", row.id)
    return render(request, "jobs/change.html", {"form": form, "job": row, "title": title})


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Put right what a job is."""
    actor = actor_of(request)
    row = queries.job(actor, job_id)
    form = RightForm(row, sent(request))
    return _change(
        request,
        row,
        form,
        _("Put the job right"),
        lambda: commands.correct_job(actor, job_id=job_id, **form.job()),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """New hours or pay."""
    actor = actor_of(request)
    row = queries.job(actor, job_id)
    form = TermsForm(row, sent(request))
    return _change(
        request,
        row,
        form,
        _("New hours or pay"),
        lambda: commands.change_terms(actor, job_id=job_id, since=form.cleaned_data["since"], **form.terms()),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def weeks(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Hours really worked, week by week."""
    actor = actor_of(request)
    row = queries.job(actor, job_id)
    form = WeeksForm(row, _until(request), sent(request))
    return _change(
        request,
        row,
        form,
        _("Hours that were worked"),
        lambda: commands.record_weeks(actor, job_id=job_id, worked=form.worked()),
    )


def _until(request: HttpRequest) -> date:
    """Up to which day weeks are shown; today where nothing else can be read."""
    try:
        return date.fromisoformat(request.GET.get("until", ""))
    except ValueError:
        return clock.today()


@require_http_methods(["GET", "HEAD", "POST"])
def absence(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Days off sick."""
    actor = actor_of(request)
    row = queries.job(actor, job_id)
    going_on = next((first for first, last in row.held.absences if last is None), None)
    form = AbsenceForm(sent(request), initial={"first": going_on})
    return _change(
        request,
        row,
        form,
        _("Days off sick"),
        lambda: commands.add_absence(actor, job_id=job_id, **form.cleaned_data),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """The last day of a job."""
    actor = actor_of(request)
    row = queries.job(actor, job_id)
    form = EndJobForm(sent(request))
    return _change(
        request,
        row,
        form,
        _("The job ended"),
        lambda: commands.end_job(actor, job_id=job_id, **form.cleaned_data),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What would be good next at work."""
    actor = actor_of(request)
    queries.require(actor, person_id)
    form = StepForm(sent(request))

    def change() -> None:
        commands.add_step(actor, person_id=person_id, **form.cleaned_data)

    if saved(form, change):
        messages.success(request, _("It is written down."))
        return redirect("jobs:person", person_id)
    context = {"form": form, "person_id": person_id, "title": _("Next at work")}
    return render(request, "jobs/add.html", context)


@require_POST
def step_done(request: HttpRequest, person_id: UUID, step_id: UUID) -> HttpResponse:
    """It came about."""
    commands.finish_step(actor_of(request), step_id=step_id)
    messages.success(request, _("Well done. It is written down."))
    return redirect("jobs:person", person_id)


@staff(Role.COACH, Role.LINK_WORKER)
@require_safe
def due(request: HttpRequest) -> HttpResponse:
    """What is due about work over the coach's own people."""
    page = Paginator(queries.due(actor_of(request)), PAGE).get_page(request.GET.get("page"))
    return render(request, "jobs/due.html", {"page": page})
