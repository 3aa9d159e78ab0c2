"""How we do as an employer: our own answers, then and now, and what we will do."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Role
from cydwaith.web.sending import actor_of, done, saved, sent

from .. import commands, queries
from ..forms import CheckForm


@staff(Role.EMPLOYER)
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The newest self-check beside the one before."""
    return render(request, "workplace/check.html", {"page": queries.our_check(actor_of(request))})


@staff(Role.EMPLOYER)
def answer(request: HttpRequest) -> HttpResponse:
    """Answer the statements."""
    actor = actor_of(request)
    form = CheckForm(sent(request), actor.language, queries.our_check(actor).said)
    if saved(form, lambda: commands.keep_check(actor, answers=form.said())):
        return done(request, _("Kept."), reverse("workplace:check"))
    return render(request, "workplace/check_answer.html", {"form": form})


@staff(Role.EMPLOYER)
@require_POST
def done_with(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """Something is done."""
    commands.check_done(actor_of(request), check_id=check_id, key=request.POST.get("key", ""))
    return done(request, _("Kept."), reverse("workplace:check"))
