"""Beginning a version: a programme of one's own, and programmes as files, in and out."""

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Role
from cydwaith.web.sending import actor_of, done, saved, sent

from .. import commands, queries
from ..forms import FileForm, NewForm
from .shared import READERS


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a programme from nothing."""
    form, begun = NewForm(sent(request)), []

    def change() -> None:
        begun.append(commands.begin_new(actor_of(request), **form.cleaned_data))

    if request.method == "POST" and saved(form, change):
        return redirect("programmes:part", begun[0], "words")
    return render(request, "programmes/new.html", {"form": form})


@staff(Role.STEWARD)
@require_http_methods(["GET", "HEAD", "POST"])
def from_file(request: HttpRequest) -> HttpResponse:
    """Begin drafts from a file."""
    form, begun = FileForm(sent(request), request.FILES or None), []

    def change() -> None:
        content = form.cleaned_data["file"].read()
        begun.extend(commands.begin_from_file(actor_of(request), content=content))

    if request.method == "POST" and saved(form, change):
        told = _("Kept in the draft. Nothing changes for people until it is put in force.")
        to = ("programmes:draft", begun[0]) if len(begun) == 1 else ("programmes:list",)
        return done(request, told, *to)
    return render(request, "programmes/file.html", {"form": form})


@staff(*READERS)
@require_safe
def file(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """A version as a file that can be loaded here or elsewhere."""
    found = queries.as_file(actor_of(request), version_id)
    content = json.dumps({"programmes": [found]}, ensure_ascii=False, indent=1).encode()
    answer = HttpResponse(content, content_type="application/json")
    name = f"{found['key']}-{found['valid_from']}.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
