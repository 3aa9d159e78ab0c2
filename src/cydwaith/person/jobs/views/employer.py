"""The employer's page: one question by signed link, and nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from cydwaith.commons.people import links
from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import by_link
from cydwaith.web.sending import saved, sent

from .. import commands, queries
from ..forms import EmployerAnswerForm
from ..policy import LINK_KIND


@public
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Were these hours worked? Answered once; then only thanks."""
    try:
        ask_id = links.read(LINK_KIND, token)
    except links.LinkExpired:
        return render(request, "jobs/confirm_over.html", {}, status=410)
    actor = by_link(LINK_KIND, ask_id, (get_language() or "en")[:2])
    found = queries.ask(actor, ask_id)
    if found.answered_at is not None:
        return render(request, "jobs/confirmed.html", {})
    if not found.is_open:
        return render(request, "jobs/confirm_over.html", {}, status=410)
    form = EmployerAnswerForm(sent(request))

    def change() -> None:
        commands.answer_employer(actor, ask_id=ask_id, **form.cleaned_data)

    if saved(form, change):
        return redirect("jobs:confirm", token)
    return render(request, "jobs/confirm.html", {"form": form, "ask": found})
