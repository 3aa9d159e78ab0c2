"""The steward's pages: what is due, what was proposed, how often to ask."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.web.paging import asked_page
from cydwaith.web.sending import actor_of, done, saved, sent

from .. import commands, queries
from ..forms import ReasonForm, RhythmForm
from ..queries.assurance import PAGE


@staff(Role.STEWARD)
@require_safe
def heap(request: HttpRequest, state: str) -> HttpResponse:
    """Entries that are due, asked, answered, or did not answer."""
    actor = actor_of(request)
    found = queries.heap(actor, queries.State(state), asked_page(request))
    page = Paginator(range(found.total), PAGE).get_page(found.page)
    return render(request, "keeping/heap.html", {"heap": found, "page": page})


@staff(Role.STEWARD)
@require_POST
def ask(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Write to a group now."""
    actor = actor_of(request)
    try:
        asked = commands.ask_group(actor, service_id=service_id)
    except Conflict as already:
        messages.info(request, str(already))
    else:
        said = _("The letter is on its way.") if asked else _("There is no e-mail to write to. Ring them.")
        messages.success(request, said) if asked else messages.info(request, said)
    return redirect("keeping:heap", queries.State.DUE.value)


@staff(Role.STEWARD)
def rhythm(request: HttpRequest) -> HttpResponse:
    """How often groups are asked."""
    actor = actor_of(request)
    now = queries.setting(actor)
    initial = {name: getattr(now, name) for name in RhythmForm.base_fields}
    form = RhythmForm(sent(request), initial=initial)
    if saved(form, lambda: commands.choose_rhythm(actor, **form.cleaned_data)):
        return done(request, _("Saved."), "keeping:heap", queries.State.DUE.value)
    return render(request, "keeping/rhythm.html", {"form": form})


@staff(Role.STEWARD)
@require_safe
def proposals(request: HttpRequest) -> HttpResponse:
    """What waits for a decision, and the latest decisions."""
    actor = actor_of(request)
    page = {"waiting": queries.waiting(actor), "decided": queries.decided(actor)}
    return render(request, "keeping/proposals.html", page)


@staff(Role.STEWARD)
def proposal(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    """One proposal with its differences; a steward says yes, or no and why."""
    actor = actor_of(request)
    form = ReasonForm(request.POST if "refuse" in request.POST else None)
    if request.method == "POST" and _decided(request, actor, proposal_id, form):
        return redirect("keeping:proposals")
    return render(
        request, "keeping/proposal.html", {"page": queries.proposal(actor, proposal_id), "form": form}
    )


def _decided(request: HttpRequest, actor: Actor, proposal_id: UUID, form: ReasonForm) -> bool:
    """Whether it was decided; if not, the page says why."""
    try:
        if "refuse" in request.POST:
            if not form.is_valid():
                return False
            commands.refuse(actor, proposal_id=proposal_id, reason=form.cleaned_data["reason"])
            messages.success(request, _("Left as it is. They hear why."))
        elif "same" in request.POST:
            commands.merge(actor, proposal_id=proposal_id, service_id=_id(request.POST["same"]))
            messages.success(request, _("It is one with the entry that was there. It lost nothing."))
        elif "accept" in request.POST:
            commands.accept(actor, proposal_id=proposal_id)
            messages.success(request, _("Done. Everybody sees it now."))
        else:
            return False
    except (Conflict, Invalid, NotFound) as problem:
        messages.error(request, str(problem))
        return False
    return True


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound(_("This service is no longer listed.")) from None
