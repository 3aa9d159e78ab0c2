"""A professional completes a draft and signs it; the person reads it and gives it on."""

from typing import Any
from uuid import UUID

from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cydwaith.commons.people.queries import organisations
from cydwaith.kernel.errors import Refused
from cydwaith.web.sending import actor_of, done, saved, sent

from .. import commands, queries
from ..forms.giving import GiveForm
from ..forms.report import ReportForm
from ..health_words import noticed
from ..telling import filled_in
from .papers import pdf_of


def complete(request: HttpRequest, given_id: UUID) -> HttpResponse:
    """Fill in and sign; what is filled in may be kept for later."""
    actor = actor_of(request)
    draft = queries.given(actor, given_id)
    if not draft.may_complete:
        raise Refused(_("This is not here, or not open to you."))
    begun = queries.report_on(actor, given_id)
    kept = begun.answers if begun else {}
    later = "later" in request.POST
    form = ReportForm(sent(request), draft=draft.paper, kept=kept, name=actor.name, is_begun=later)
    if begun and begun.signed_at and (not form.is_bound or _is_the_same(form, kept)):
        return redirect("work:report_signed", begun.id)
    if form.is_bound and saved(form, lambda: _save(request, given_id, form)):
        return _after(request, given_id)
    page = {"draft": draft, "form": form, "there": ()}
    if form.has_error(NON_FIELD_ERRORS, "conflict"):
        form.show(kept)
        page["there"] = filled_in(form, form.initial)
    return render(request, "work/report.html", page)


def _is_the_same(form: ReportForm, kept: dict[str, Any]) -> bool:
    """Whether the button was only pressed twice."""
    return form.is_valid() and form.answers() == kept


def _save(request: HttpRequest, given_id: UUID, form: ReportForm) -> None:
    save = commands.sign_report if "sign" in request.POST else commands.save_report
    save(actor_of(request), given_id=given_id, answers=form.answers(), seen=form.cleaned_data["seen"])


def _after(request: HttpRequest, given_id: UUID) -> HttpResponse:
    if "sign" in request.POST:
        return done(request, _("Signed. The person has been told."), "work:report", given_id)
    return done(request, _("Kept for later. It is not signed yet."), "work:report", given_id)


def signed(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """A signed report."""
    return render(request, "work/signed.html", {"view": queries.report(actor_of(request), report_id)})


def pdf(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """The same as a tagged PDF."""
    view = queries.report(actor_of(request), report_id)
    assert view.paper  # noqa: S101 - what is signed has its words
    return pdf_of(view.paper, easy=False)


def give(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """The person gives a signed report to their employer."""
    actor = actor_of(request)
    view = queries.report(actor, report_id)
    if not view.own:
        raise Refused(_("This is not here, or not open to you."))
    form = GiveForm(request.POST or None, organisations=organisations(actor))
    if (
        request.method == "POST"
        and form.is_valid()
        and saved(
            form,
            lambda: commands.give_report(
                actor, person_id=view.person_id, report_id=report_id, **form.recipient()
            ),
        )
    ):
        return done(request, _("Given. You can stop this at any time."), "work:given_to", view.person_id)
    page = {"view": view, "form": form, "noticed": noticed(view.paper) if view.paper else ()}
    return render(request, "work/give_report.html", page)
