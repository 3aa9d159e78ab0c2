"""Six papers from one set of answers: looking at each as its reader would, then giving it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cydwaith.commons.people.queries import organisations
from cydwaith.kernel import clock
from cydwaith.kernel.errors import Conflict, Invalid, Refused
from cydwaith.web.sending import actor_of, done

from .. import commands, queries
from ..documents.files import as_calendar, as_pdf
from ..documents.warnings import told_concerns, told_holidays
from ..forms.giving import GiveForm, LookForm
from ..health_words import is_looked_through, noticed
from ..rules.contents import READERS, Part
from ..rules.paper import Paper, as_data, seal
from ..rules.vocabulary import Kind, Reader, StatementQuestion
from ..words import KINDS, STATEMENT

Page = Callable[[HttpRequest, UUID, Kind], HttpResponse]
MAKES = {Kind.PLAN: StatementQuestion.BUILD_UP, Kind.ACCESS: StatementQuestion.ACCESS}


def papers(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The list of papers, and whom they were given to."""
    page = queries.papers(actor_of(request), person_id)
    kinds = [(kind, KINDS[kind]) for kind in Kind]
    return render(request, "work/papers.html", {"page": page, "view": page.view, "kinds": kinds})


def of_what_is_kept(page: Page) -> Page:
    """Before a statement is kept there is no paper: the list of papers says what comes first."""

    @wraps(page)
    def answer(request: HttpRequest, person_id: UUID, kind: Kind) -> HttpResponse:
        try:
            return page(request, person_id, kind)
        except queries.NothingKept:
            return redirect("work:papers", person_id)

    return answer


@of_what_is_kept
def paper(request: HttpRequest, person_id: UUID, kind: Kind) -> HttpResponse:
    """One paper, just as the chosen reader would see it."""
    look, found = _look(request, person_id, kind)
    chosen = look.chosen()
    page = {
        "found": found,
        "look": look,
        "easy": look.is_easy,
        "title": KINDS[kind].title,
        "concerns": _too_far(found),
        "todo": _before_giving(request, found) if found.may_write else {},
        "chosen": urlencode(chosen),
        "may_give": found.may_write and look.reader_chosen is not Reader.PERSON,
        "own": actor_of(request).is_person(person_id),
    }
    return render(request, "work/paper.html", page | _words_about_health(found))


def _too_far(found: queries.Document) -> list[str]:
    """Where the calendar goes further than was said, for whoever may change it."""
    shows = found.may_write and Part.CALENDAR in _parts(found.paper)
    return told_concerns(found.concerns) if shows else []


def _unanswered(found: queries.Document) -> tuple[str, str] | None:
    """The question without whose answer this paper says little, with its words."""
    lacks = {Kind.PLAN: not found.weeks, Kind.ACCESS: not found.said.access.asks}
    if not lacks.get(found.kind):
        return None
    question = MAKES[found.kind]
    return question.value, str(STATEMENT[question].title)


def _before_giving(request: HttpRequest, found: queries.Document) -> dict[str, Any]:
    """What the person may want to put right first, as far as it shows in this paper; only what there is."""
    held, review_on = _parts(found.paper), found.said.review_on
    passed = Part.REVIEW in held and review_on is not None and review_on < clock.today()
    todo = {
        "first": _unanswered(found),
        "review_passed": review_on if passed else None,
        "holidays": told_holidays(found.weeks) if Part.CALENDAR in held else "",
        "unkept": queries.unkept(actor_of(request), found.person_id),
    }
    return {name: value for name, value in todo.items() if value}


def _parts(paper: Paper) -> set[str]:
    return {section.key for section in paper.sections}


def _words_about_health(found: queries.Document) -> dict[str, Any]:
    """What the paper seems to name, for readers to whom nobody should name it without meaning it."""
    looked = found.may_write and is_looked_through(found.kind, found.reader)
    return {"looked_through": looked, "noticed": noticed(found.paper) if looked else ()}


def _look(request: HttpRequest, person_id: UUID, kind: Kind) -> tuple[LookForm, queries.Document]:
    """How the paper is looked at, and the paper itself."""
    actor = actor_of(request)
    source = queries.source(actor, person_id)
    first = READERS[kind][0]
    usual = {"reader": first.value, "language": (get_language() or "en")[:2], "layout": "plain"}
    asked = {**usual, **{key: value for key, value in request.GET.items() if value}}
    has_health = bool(source.health)
    look = LookForm(asked, kind=kind, has_health=has_health)
    if not look.is_valid():
        look = LookForm(usual, kind=kind, has_health=has_health)
        look.full_clean()
    language = look.cleaned_data["language"]
    found = source.paper(kind, look.reader_chosen, language=language, with_health=look.with_health)
    return look, found


@of_what_is_kept
def pdf(request: HttpRequest, person_id: UUID, kind: Kind) -> HttpResponse:
    """The same paper as a tagged PDF."""
    look, found = _look(request, person_id, kind)
    return pdf_of(found.paper, easy=look.is_easy)


@of_what_is_kept
def dates(request: HttpRequest, person_id: UUID, kind: Kind) -> HttpResponse:
    """The days of the same paper as a calendar file."""
    _form, found = _look(request, person_id, kind)
    return calendar_of(found.paper, person_id)


def pdf_of(paper: Paper, *, easy: bool) -> HttpResponse:
    """A paper as a download whose name says nothing about anybody."""
    answer = HttpResponse(as_pdf(paper, easy=easy), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{paper.kind}-{paper.language}.pdf"'
    return answer


def calendar_of(paper: Paper, whose: UUID) -> HttpResponse:
    """A paper's days as a download."""
    answer = HttpResponse(as_calendar(paper, clock.now(), whose), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="dates-{paper.language}.ics"'
    return answer


@of_what_is_kept
def give(request: HttpRequest, person_id: UUID, kind: Kind) -> HttpResponse:
    """Give the paper that was looked at to one reader; it is shown again beside the form."""
    actor = actor_of(request)
    look, found = _look(request, person_id, kind)
    if not found.may_write:
        raise Refused(_("This is not here, or not open to you."))
    if look.reader_chosen is Reader.PERSON:
        return redirect("work:paper", person_id, kind)
    shown = seal(as_data(found.paper))
    form = GiveForm(request.POST or None, organisations=organisations(actor), seen=shown)
    if request.method == "POST" and form.is_valid():
        try:
            commands.give(
                actor,
                person_id=person_id,
                statement_id=found.statement_id,
                kind=kind,
                reader=look.reader_chosen,
                language=found.paper.language,
                with_health=look.with_health,
                seen=form.cleaned_data["seen"],
                **form.recipient(),
            )
        except Invalid as wrong:
            form.add_error(wrong.field if wrong.field in form.fields else None, str(wrong))
        except Conflict as wrong:
            form.add_error(None, str(wrong))
            form.show(shown)
        else:
            return done(request, _("Given. You can stop this at any time."), "work:given_to", person_id)
    page: dict[str, Any] = {"found": found, "form": form, "chosen": urlencode(look.chosen())}
    page |= {"reader": dict(look.fields["reader"].choices)[look.reader_chosen.value], "kind": kind}  # type: ignore[attr-defined]
    return render(request, "work/give.html", page | _words_about_health(found))
