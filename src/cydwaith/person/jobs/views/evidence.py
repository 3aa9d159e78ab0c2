"""Evidence: adding, giving one's word, opening a file, asking the employer, staying in touch."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Role
from cydwaith.web.sending import actor_of, saved, sent

from .. import commands, queries
from ..forms import AskEmployerForm, ContactForm, FileForm, WordForm
from ..rules.files import LARGEST
from ..rules.following import Occasion
from ..words import OCCASIONS


@require_http_methods(["GET", "HEAD", "POST"])
def add_file(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Keep a payslip or another paper."""
    actor = actor_of(request)
    row = queries.job(actor, job_id)
    form = FileForm(sent(request), request.FILES or None)

    def change() -> None:
        given = dict(form.cleaned_data)
        given["content"] = _bytes(given.pop("file"))
        commands.add_file(actor, job_id=job_id, **given)

    return _change(request, row, form, _("Add a payslip or another paper"), change, has_file=True)


def _bytes(file: UploadedFile) -> bytes:
    """No more than one byte above what is taken: the command refuses it by its length."""
    found = file.read(LARGEST + 1)
    return found if isinstance(found, bytes) else found.encode()


@require_http_methods(["GET", "HEAD", "POST"])
def give_word(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Say that the work was done."""
    actor = actor_of(request)
    row = queries.job(actor, job_id)
    form = WordForm(sent(request))

    def change() -> None:
        commands.give_word(actor, job_id=job_id, **form.cleaned_data)

    return _change(request, row, form, _("Give your word"), change)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_employer(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Ask the employer by link."""
    actor = actor_of(request)
    row = queries.job(actor, job_id)
    form = AskEmployerForm(actor.is_person(row.person_id), sent(request))

    def change() -> None:
        commands.ask_employer(actor, job_id=job_id, **form.cleaned_data)

    return _change(request, row, form, _("Ask the employer to confirm"), change, asks=True)


def _change(
    request: HttpRequest,
    row: queries.JobRow,
    form: django_forms.Form,
    title: str,
    change: Callable[[], object],
    **more: bool,
) -> HttpResponse:
    if saved(form, change):
        messages.success(request, _("It is written down."))
        return redirect("jobs:job", row.id)
    return render(request, "jobs/change.html", {"form": form, "job": row, "title": title, **more})


@require_safe
def file(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    """Hand over a file: always to keep, never to open inside the site."""
    found = queries.file(actor_of(request), evidence_id)
    answer = HttpResponse(found.content, content_type=found.type)
    answer["Content-Disposition"] = f'attachment; filename="{found.name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def withdraw(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    """Take evidence back."""
    actor = actor_of(request)
    row = queries.one_piece(actor, evidence_id)
    commands.withdraw_evidence(actor, evidence_id=evidence_id)
    messages.success(request, _("It is taken back. The file is gone."))
    return redirect("jobs:job", row.job_id)


@require_POST
def take_back_question(request: HttpRequest, ask_id: UUID) -> HttpResponse:
    """The employer sees nothing of the question from now on."""
    job_id = commands.take_back_question(actor_of(request), ask_id=ask_id)
    messages.success(request, _("Taken back. They cannot see it any more."))
    return redirect("jobs:job", job_id)


@staff(Role.COACH, Role.LINK_WORKER)
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, job_id: UUID, occasion: str, planned: str) -> HttpResponse:
    """Note a contact about a job."""
    actor = actor_of(request)
    row = queries.job(actor, job_id)
    why, when = _planned(occasion, planned)
    form = ContactForm(sent(request))

    def change() -> None:
        commands.log_follow_up(actor, job_id=job_id, occasion=why, planned=when, **form.contact())

    return _change(request, row, form, str(OCCASIONS[why]), change)


def _planned(occasion: str, planned: str) -> tuple[Occasion, date]:
    try:
        return Occasion(occasion.replace("-", " ")), date.fromisoformat(planned)
    except ValueError:
        raise Http404 from None
