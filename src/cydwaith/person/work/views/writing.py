"""Writing: one question a page, or a whole sheet on one; then keeping a version."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cydwaith.kernel.errors import Refused
from cydwaith.web.sending import actor_of, done, saved

from .. import commands, queries
from ..forms.keeping import HealthForm, KeepForm, WithPerson
from ..forms.question import QuestionForm
from ..rules.paper import seal_of
from ..rules.vocabulary import Because, Sheet
from ..telling import FORMS
from ..words import HEALTH
from .shared import writable


def question(request: HttpRequest, person_id: UUID, which: Sheet, key: str) -> HttpResponse:
    """One question: answer it, skip it, or go back to all of them."""
    view = writable(request, person_id, which)
    row = next((row for row in view.rows if row.key == key), None)
    if row is None:
        raise Http404
    form = FORMS[which][key](request.POST or None, initial_answer=view.answers.get(key))
    by = _by(request, view)
    if request.method == "POST" and _write(request, view, by, {key: form}):
        if row.after and "stop" not in request.POST:
            return redirect("work:question", person_id, which, row.after)
        return done(request, _("Your answers are kept."), "work:sheet", person_id, which)
    page = {"view": view, "row": row, "form": form, "by": by, "place": _place(view, key)}
    return render(request, "work/question.html", page)


def _place(view: queries.SheetView, key: str) -> dict[str, int]:
    keys = [row.key for row in view.rows]
    return {"number": keys.index(key) + 1, "of": len(keys)}


def whole(request: HttpRequest, person_id: UUID, which: Sheet) -> HttpResponse:
    """All questions on one page."""
    view = writable(request, person_id, which)
    forms = {
        row.key: FORMS[which][row.key](
            request.POST or None, prefix=row.key, initial_answer=view.answers.get(row.key)
        )
        for row in view.rows
    }
    by = _by(request, view)
    if request.method == "POST" and _write(request, view, by, forms):
        return done(request, _("Your answers are kept."), "work:sheet", person_id, which)
    pairs = [(row, forms[row.key]) for row in view.rows]
    problems = [form for form in forms.values() if form.is_bound and form.errors]
    page = {"view": view, "pairs": pairs, "problems": problems, "by": by, "error_title": bool(problems)}
    return render(request, "work/whole.html", page)


def _by(request: HttpRequest, view: queries.SheetView) -> WithPerson:
    return WithPerson(
        request.POST or None, own=view.own, called=view.called, initial={"version": view.version}
    )


def _write(
    request: HttpRequest, view: queries.SheetView, by: WithPerson, forms: dict[str, QuestionForm]
) -> bool:
    """Whether all was valid and is kept; after a clash saving again is a choice."""
    are_valid = [form.is_valid() for form in (by, *forms.values())]  # each form says what is wrong with it
    if not all(are_valid):
        return False
    kept = saved(
        by,
        lambda: commands.write(
            actor_of(request),
            person_id=view.person_id,
            sheet=view.sheet,
            answers={key: form.answer() for key, form in forms.items()},
            version=by.cleaned_data["version"] or 0,
            with_person=by.together,
        ),
    )
    if not kept:
        by.data = by.data.copy()
        by.data["version"] = str(view.version)
    return kept


def keep(request: HttpRequest, person_id: UUID, which: Sheet) -> HttpResponse:
    """Keep the answers as a dated version."""
    view = writable(request, person_id, which)
    form = KeepForm(
        request.POST or None, own=view.own, called=view.called, first=not view.number, asked=view.why_now
    )
    if request.method == "POST" and form.is_valid() and saved(form, lambda: _keep(request, view, form)):
        return done(request, _("Kept. You can change it at any time."), "work:sheet", person_id, which)
    return render(request, "work/keep.html", {"view": view, "form": form})


def _keep(request: HttpRequest, view: queries.SheetView, form: KeepForm) -> None:
    because = Because(form.cleaned_data["because"])
    actor, person_id = actor_of(request), view.person_id
    commands.keep(actor, person_id=person_id, sheet=view.sheet, because=because, with_person=form.together)


def health(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Words about health, which no paper shows until they are ticked there."""
    view = writable(request, person_id, Sheet.STATEMENT)
    words = queries.own_words(actor_of(request), person_id)
    if words is None:
        raise Refused(_("This is not here, or not open to you."))
    shown = {"words": words, "seen": seal_of(words)}
    form = HealthForm(request.POST or None, own=view.own, called=view.called, initial=shown)
    if request.method == "POST" and form.is_valid():
        if saved(form, lambda: _write_health(request, view, form)):
            return done(request, _("Your words are kept."), "work:papers", person_id)
        form.show(shown["seen"])
    page: dict[str, Any] = {"view": view, "form": form, "title": HEALTH.title, "words": words}
    return render(request, "work/own_words.html", page)


def _write_health(request: HttpRequest, view: queries.SheetView, form: HealthForm) -> None:
    words, seen = form.cleaned_data["words"], form.cleaned_data["seen"]
    known = {"person_id": view.person_id, "with_person": form.together}
    commands.write_health(actor_of(request), words=words, seen=seen, **known)
