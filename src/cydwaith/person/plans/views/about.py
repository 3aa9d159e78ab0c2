"""About Me: reading it, and writing under one heading."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cydwaith.kernel.errors import NotFound
from cydwaith.web.sending import actor_of, done, saved

from .. import commands, queries
from ..forms import EntryForm
from ..rules.vocabulary import Heading, scope_of
from .shared import form_page, is_clash, seen_now, whose, writer


def mine(request: HttpRequest) -> HttpResponse:
    """The way to one's own About Me."""
    return redirect("plans:about", _own_id(request))


def my_plan(request: HttpRequest) -> HttpResponse:
    """The way to one's own plan."""
    return redirect("plans:plan", _own_id(request))


def _own_id(request: HttpRequest) -> UUID:
    person_id = actor_of(request).person_id
    if person_id is None:
        raise NotFound(_("You do not have a plan of your own here."))
    return person_id


def about(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """About Me on one page: what matters is the headline."""
    return render(request, "plans/about.html", {"view": queries.about(actor_of(request), person_id)})


def entry(request: HttpRequest, person_id: UUID, heading: str) -> HttpResponse:
    """Write, change or empty one heading; two writers are shown each other's words."""
    asked = _heading(heading)
    by = writer(request, person_id, scope_of(asked))
    row = queries.entry(by.actor, person_id, asked)
    form = _form(request, row, whose(by))
    if request.method == "POST" and saved(form, lambda: _save(form, by, asked)):
        return done(request, _("It is kept."), "plans:about", person_id)
    if is_clash(form):
        row = queries.entry(by.actor, person_id, asked)
        seen_now(form, version=row.version)
    back = reverse("plans:about", args=[person_id])
    return form_page(request, by, form, row.title, row=row, clash=is_clash(form), back=back)


def _heading(text: str) -> Heading:
    try:
        return Heading(text)
    except ValueError as error:
        raise Http404 from error


def _form(request: HttpRequest, row: queries.EntryRow, who: dict[str, object]) -> EntryForm:
    return EntryForm(
        request.POST or None,
        hint=row.hint,
        may_decline=row.may_be_declined,
        initial={"words": row.words, "declined": row.declined, "version": row.version},
        **who,
    )


def _save(form: EntryForm, by: queries.Reader, heading: Heading) -> None:
    commands.save_entry(
        by.actor,
        person_id=by.person_id,
        heading=heading,
        version=form.cleaned_data["version"] or 0,
        declined=form.cleaned_data.get("declined", False),
        **form.kept("words"),
    )
