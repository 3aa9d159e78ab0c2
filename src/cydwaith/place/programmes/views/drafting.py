"""Making the next version: its parts one page each, then the day from which it holds."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cydwaith.commons.people import queries as people
from cydwaith.commons.people.doors import staff
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid
from cydwaith.web.sending import actor_of, saved, sent

from .. import commands, queries, words
from ..forms import LINES, RULES, SINGLE, LineForm, PutInForceForm, RuleForm, ShapeForm
from ..rules import WrongProgramme, in_words, outcome_rule
from ..shown import changes_in_words, content_rows, rules_in_words

RULE_PART = "outcome_rules"


@staff(Role.STEWARD)
@require_POST
def begin(request: HttpRequest, key: str) -> HttpResponse:
    """Begin the next version."""
    commands.begin_draft(actor_of(request), key=key)
    return redirect("programmes:draft", key)


@staff(Role.STEWARD)
@require_POST
def begin_from(request: HttpRequest, name: str) -> HttpResponse:
    """Begin from a programme that comes with Cydwaith."""
    key = commands.begin_from_starter(actor_of(request), name=name)
    return redirect("programmes:draft", key)


@staff(Role.STEWARD)
@require_POST
def drop(request: HttpRequest, key: str) -> HttpResponse:
    """Let the draft go."""
    commands.drop_draft(actor_of(request), key=key)
    messages.success(request, _("The draft is gone. What is in force is as it was."))
    return redirect("programmes:list")


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, key: str) -> HttpResponse:
    """What the next version changes, and putting it in force."""
    actor = actor_of(request)
    found = queries.draft(actor, key)
    ends = found.last if found.last and found.last >= clock.today() else None
    form = PutInForceForm(sent(request), last=ends)

    def change() -> None:
        commands.put_in_force(actor, key=key, **form.cleaned_data)

    if request.method == "POST" and saved(form, change):
        messages.success(request, _("The new version is kept. It holds from the day that you chose."))
        return redirect("programmes:history", key)
    told = changes_in_words(found.changes)
    context = {"form": form, "draft": found, "parts": _parts(found, actor), "changes": told}
    return render(request, "programmes/draft.html", context)


def _parts(found: queries.Draft, actor: Actor) -> list[tuple[str, str, int | None]]:
    """Every part with its title, and how many lines it has where it is a list."""
    counts = {one.key: len(one.lines) for one in content_rows(found.content, actor.language)}
    counts[RULE_PART] = len(found.content.outcome_rules)
    return [(key, str(title), counts.get(key)) for key, title in words.PARTS.items()]


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, key: str, part: str) -> HttpResponse:
    """One part of the draft: a form, or a list of lines."""
    actor = actor_of(request)
    found = queries.draft(actor, key)
    if part in SINGLE:
        return _single(request, actor, found, part)
    if part not in LINES and part != RULE_PART:
        raise Http404
    context = {"draft": found, "part": part, "title": words.PARTS[part], "rows": _rows(found, part, actor)}
    return render(request, "programmes/part.html", context)


def _rows(found: queries.Draft, part: str, actor: Actor) -> list[Any]:
    if part == RULE_PART:
        return list(rules_in_words(found.content, actor.language))
    shown = content_rows(found.content, actor.language)
    return next(list(one.lines) for one in shown if one.key == part)


def _single(request: HttpRequest, actor: Actor, found: queries.Draft, part: str) -> HttpResponse:
    form = SINGLE[part](found.raw, _organisations(actor), sent(request))

    def change() -> None:
        commands.change_draft(actor, key=found.key, changes=form.part())

    if request.method == "POST" and saved(form, change):
        return _kept(request, "programmes:draft", found.key)
    context = {"form": form, "draft": found, "title": words.PARTS[part], "back": ""}
    return render(request, "programmes/line.html", context)


def _organisations(actor: Actor) -> list[tuple[str, str]]:
    return [(one.key, one.name) for one in people.organisations(actor)]


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def line(request: HttpRequest, key: str, part: str, number: int) -> HttpResponse:
    """One line of a list; number 0 is a new one."""
    actor = actor_of(request)
    found = queries.draft(actor, key)
    rows: list[Any] = list(found.raw.get(part) or [])
    if part not in (*LINES, RULE_PART) or number > len(rows):
        raise Http404
    if request.method == "POST" and "remove" in request.POST and number:
        del rows[number - 1]
        return _removed(request, actor, found, part, rows)
    one = rows[number - 1] if number else {}
    if part == RULE_PART:
        return _rule(request, actor, found, rows, one, number)
    form = LINES[part](one, actor.language, _others(actor, found.key, one), sent(request))

    def change() -> None:
        _put(actor, found, part, rows, number, form)

    if request.method == "POST" and saved(form, change):
        return _kept(request, "programmes:part", found.key, part)
    context = {
        "form": form,
        "draft": found,
        "title": words.PARTS[part],
        "back": part,
        "number": number,
        "facts": words.facts(found.content, actor.language) if part == "returns" else (),
    }
    return render(request, "programmes/line.html", context)


def _removed(
    request: HttpRequest, actor: Actor, found: queries.Draft, part: str, rows: list[Any]
) -> HttpResponse:
    """Without the line, unless something else needs it."""
    try:
        commands.change_draft(actor, key=found.key, changes={part: rows})
    except Invalid as wrong:
        messages.error(request, str(wrong))
        return redirect("programmes:part", found.key, part)
    return _kept(request, "programmes:part", found.key, part)


def _put(
    actor: Actor,
    found: queries.Draft,
    part: str,
    rows: list[Any],
    number: int,
    form: LineForm | RuleForm,
) -> None:
    others = [row for place, row in enumerate(rows, start=1) if place != number]
    new = form.line(others)
    changed = [*rows, new] if number == 0 else [*rows[: number - 1], new, *rows[number:]]
    commands.change_draft(actor, key=found.key, changes={part: changed})


def _others(actor: Actor, key: str, one: Any) -> list[tuple[str, str]]:
    """The other programmes, those that are over too, and what the line names though it is not here."""
    named = one.get("programme")
    known = ({named: named} if named else {}) | queries.names(actor)
    return sorted(((other, name) for other, name in known.items() if other != key), key=lambda pair: pair[1])


def _rule(
    request: HttpRequest, actor: Actor, found: queries.Draft, rows: list[Any], one: Any, number: int
) -> HttpResponse:
    """A rule: first which kind, then its numbers, with itself in one sentence before it is kept."""
    shape = (one.get("rule") or {}).get("shape") or request.GET.get("shape", "")
    if shape not in RULES:
        return render(
            request, "programmes/shape.html", {"form": ShapeForm(), "draft": found, "part": RULE_PART}
        )
    form = RULES[shape](one, actor.language, sent(request))

    def change() -> None:
        _put(actor, found, RULE_PART, rows, number, form)

    previewing = "preview" in request.POST
    if request.method == "POST" and not previewing and saved(form, change):
        return _kept(request, "programmes:part", found.key, RULE_PART)
    context = {
        "form": form,
        "draft": found,
        "title": words.SHAPES[shape][0],
        "back": RULE_PART,
        "number": number,
        "preview": _preview(form) if previewing and form.is_valid() else None,
        "is_rule": True,
    }
    return render(request, "programmes/line.html", context)


def _preview(form: RuleForm) -> dict[str, str] | None:
    """The rule in one sentence in both languages; what is wrong with it lands on the form."""
    try:
        told = in_words(outcome_rule(form.line([])).rule)
    except (WrongProgramme, Invalid) as wrong:
        form.add_error(None, str(wrong))
        return None
    return {"en": told.en, "cy": told.cy}


def _kept(request: HttpRequest, where: str, *at: str) -> HttpResponse:
    messages.success(request, _("Kept in the draft. Nothing changes for people until it is put in force."))
    return redirect(where, *at)
