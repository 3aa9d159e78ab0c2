"""Pages of the need list: open to read, kept by stewards."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cydwaith.commons.people.doors import public, staff
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.numbers import whole
from cydwaith.web.sending import actor_of, done, saved, sent

from . import commands, queries
from .forms import NeedForm, PublishForm, TryForm, initial
from .rules.listing import mark


@public
@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """The list by theme in plain words, each with its support."""
    themes = queries.all_needs(actor_of(request))
    return render(request, "needs/all.html", {"themes": themes})


@staff(Role.STEWARD)
@require_safe
def keep(request: HttpRequest) -> HttpResponse:
    """Where stewards choose a need to change."""
    actor = actor_of(request)
    context = {"themes": queries.all_needs(actor), "draft": queries.draft(actor)}
    return render(request, "needs/keep.html", context)


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def need(request: HttpRequest, key: str) -> HttpResponse:
    """One need; what is saved goes to the draft."""
    actor = actor_of(request)
    whole = queries.whole_need(actor, key)
    form = NeedForm(request.POST) if request.method == "POST" else NeedForm(initial=initial(whole))
    if request.POST.get("seen", mark(whole)) != mark(whole):
        form.add_error(
            None, _("Somebody changed this need while you wrote. Save again to put yours in place.")
        )
    elif saved(form, lambda: commands.change_need(actor, key=key, entry=form.entry())):
        kept = _("Saved in the draft. Nothing changes for people until it is published.")
        return done(request, kept, "needs:draft")
    context = {"form": form, "need": whole, "name": _name(actor, whole), "seen": mark(whole)}
    return render(request, "needs/need.html", context)


def _name(actor: Actor, whole: dict[str, dict[str, str]]) -> str:
    return whole["label"]["cy" if actor.language == "cy" else "en"]


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest) -> HttpResponse:
    """What the draft changes, and publishing it."""
    actor = actor_of(request)
    form, numbers = PublishForm(sent(request)), []

    def change() -> None:
        numbers.append(commands.publish_draft(actor, note=form.cleaned_data["note"]))

    if saved(form, change):
        return done(request, _("Version {number} is in use now.").format(number=numbers[0]), "needs:versions")
    return render(request, "needs/draft.html", {"form": form, "draft": queries.draft(actor)})


@staff(Role.STEWARD)
@require_POST
def discard(request: HttpRequest) -> HttpResponse:
    """Let the draft go."""
    commands.discard_draft(actor_of(request))
    messages.success(request, _("The draft is gone. The list in use is as it was."))
    return redirect("needs:keep")


@staff(Role.STEWARD)
@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    """The history of the list."""
    return render(request, "needs/versions.html", {"versions": queries.versions(actor_of(request))})


@staff(Role.STEWARD)
@require_safe
def version(request: HttpRequest, number: int) -> HttpResponse:
    """What one version changed against another, at first the one before."""
    actor = actor_of(request)
    told = {one.number: one for one in queries.versions(actor)}
    other = _other(request, number, told)
    context = {
        "version": told.get(number),
        "number": number,
        "other": other,
        "others": [one for one in told if one != number],
        "changes": queries.compare(actor, number, other),
    }
    return render(request, "needs/version.html", context)


def _other(request: HttpRequest, number: int, told: dict[int, queries.Version]) -> int:
    asked = whole(request.GET.get("with", ""), max(told, default=0))
    return asked if asked in told else max(0, number - 1)


@staff(Role.STEWARD)
@require_POST
def restore(request: HttpRequest, number: int) -> HttpResponse:
    """Use an earlier version again."""
    note = _("Version {number} again").format(number=number)
    new = commands.restore_version(actor_of(request), number=number, note=note)
    messages.success(request, _("Version {number} is in use now.").format(number=new))
    return redirect("needs:versions")


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def try_it(request: HttpRequest) -> HttpResponse:
    """Type what somebody might say and see what is recognised, and by which words. Nothing is kept."""
    actor = actor_of(request)
    form = TryForm(request.POST or None)
    guesses = None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        guesses = queries.try_words(actor, said["words"], drafted=said["drafted"])
    return render(request, "needs/try.html", {"form": form, "guesses": guesses})
