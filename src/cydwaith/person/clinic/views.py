"""Pages: the work question on one screen, what became of it, the practice's view, a lesson."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cydwaith.commons.people.doors import staff
from cydwaith.kernel import ids
from cydwaith.kernel.actor import STAFF_ROLES, Role
from cydwaith.kernel.errors import Conflict, Invalid
from cydwaith.web.sending import actor_of

from . import codes, lessons, pictures, queries
from .commands import Asked, finish_lesson
from .commands import ask as ask_about_work
from .forms import AskForm, LessonForm
from .rules.asking import Choice


@staff(Role.CLINICIAN)
def ask(request: HttpRequest) -> HttpResponse:
    """The work question about somebody, by the practice's reference."""
    return _asking(request, None)


@staff(Role.CLINICIAN)
def known(request: HttpRequest, at_practice_id: UUID) -> HttpResponse:
    """Somebody by the practice's own link: what was said before, and the question again."""
    return _asking(request, queries.known(actor_of(request), at_practice_id))


def _asking(request: HttpRequest, page: queries.KnownPage | None) -> HttpResponse:
    actor = actor_of(request)
    initial = {"language": actor.language}
    data = request.POST if request.method == "POST" else None
    key = request.POST.get("send_key") or str(ids.new_id())
    form = AskForm(data, initial=initial, language=actor.language, is_known=page is not None)
    problem = ""
    if data is not None and form.is_valid():
        try:
            return _sent(request, page, form)
        except Invalid as wrong:
            form.add_error(wrong.field if wrong.field in form.fields else None, str(wrong))
        except Conflict as clash:
            problem = str(clash)
    context = {"form": form, "page": page, "send_key": key, "problem": problem, "error_title": problem}
    return render(request, "clinic/ask.html", context)


def _sent(request: HttpRequest, page: queries.KnownPage | None, form: AskForm) -> HttpResponse:
    known_id = ask_about_work(actor_of(request), asked=_asked(request, page, form.cleaned_data))
    refer = form.cleaned_data["choice"] == Choice.REFER
    done = _("Referred. You will hear what comes of it.") if refer else _("Written down.")
    messages.success(request, done)
    return redirect("clinic:known", known_id)


def _asked(request: HttpRequest, page: queries.KnownPage | None, cleaned: dict[str, Any]) -> Asked:
    given = {name: cleaned[name] for name in ("status", "line", "name", "phone", "email", "they_agree")}
    return Asked(
        send_key=_key(request.POST.get("send_key", "")),
        choice=Choice(cleaned["choice"]),
        at_practice_id=page.id if page else None,
        reference=cleaned.get("reference", ""),
        language=cleaned.get("language") or "en",
        **given,
    )


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return ids.new_id()


@staff(Role.CLINICIAN)
def asked(request: HttpRequest) -> HttpResponse:
    """Whom the practice asked lately, and what became of it."""
    return render(request, "clinic/asked.html", {"rows": queries.asked(actor_of(request))})


@staff(Role.CLINICIAN, Role.MANAGER)
def practice(request: HttpRequest) -> HttpResponse:
    """How often the practice asks, and what comes of it."""
    actor = actor_of(request)
    page = queries.practice(actor)
    drawn = [(one, _pictures(one)) for one in page.quarters]
    context = {
        "page": page,
        "newest": drawn[:1],
        "earlier": drawn[1:],
        "statuses": codes.coded(actor.language),
        "is_clinician": actor.has(Role.CLINICIAN),
    }
    return render(request, "clinic/practice.html", context)


def _pictures(quarter: queries.QuarterPage) -> list[pictures.Drawn]:
    return [pictures.funnel(quarter), pictures.by_status(quarter)] if quarter.counts else []


@staff(*STAFF_ROLES)
def learning(request: HttpRequest) -> HttpResponse:
    """The lessons, and one's own record of learning."""
    actor = actor_of(request)
    context = {"lessons": lessons.lessons(actor.language), "learnt": queries.learnt(actor)}
    return render(request, "clinic/learning.html", context)


@staff(*STAFF_ROLES)
def lesson(request: HttpRequest, key: str) -> HttpResponse:
    """A lesson: three cases, then what is said about each answer."""
    actor = actor_of(request)
    taught = lessons.lesson(key, actor.language)
    form = LessonForm(request.POST if request.method == "POST" else None, lesson=taught)
    if request.method == "POST" and form.is_valid():
        answers = {case.key: form.cleaned_data[case.key] for case in taught.cases}
        reflection = form.cleaned_data["reflection"]
        done_id = finish_lesson(actor, lesson=key, answers=answers, reflection=reflection)
        return redirect("clinic:learnt", done_id)
    return render(request, "clinic/lesson.html", {"form": form, "lesson": taught})


@staff(*STAFF_ROLES)
def learnt(request: HttpRequest, done_id: UUID) -> HttpResponse:
    """What is said about each answer, and the record of it, to print."""
    actor = actor_of(request)
    done, answers, key = queries.one_learnt(actor, done_id)
    taught = lessons.lesson(key, actor.language)
    said = [
        (case, option)
        for case in taught.cases
        for option in case.options
        if option.key == answers.get(case.key)
    ]
    return render(request, "clinic/learnt.html", {"done": done, "lesson": taught, "said": said})
