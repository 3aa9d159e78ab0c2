"""The steward's pages: organisations of the partnership and who does what in them."""

from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid

from . import commands, queries
from .doors import staff
from .forms import MemberForm, OrganisationForm
from .words import KINDS, ROLES


@staff(Role.STEWARD)
def partnership(request: HttpRequest) -> HttpResponse:
    """Everybody who works together here."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    members = queries.members(actor)
    rows = [
        {
            "card": card,
            "kind": KINDS.get(card.kind, KINDS["other"]),
            "members": [(m, ROLES[m.role]) for m in members.get(card.id, [])],
        }
        for card in queries.organisations(actor)
    ]
    return render(request, "people/partnership.html", {"organisations": rows})


@staff(Role.STEWARD)
def add_organisation(request: HttpRequest) -> HttpResponse:
    """Add a member organisation."""
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        known = {**form.cleaned_data, "key": form.key()}
        if _saved(form, commands.add_organisation, request, known):
            return redirect("people:partnership")
    return render(request, "people/organisation.html", {"form": form})


@staff(Role.STEWARD)
def add_member(request: HttpRequest) -> HttpResponse:
    """Give somebody a role."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    form = MemberForm(request.POST or None, organisations=queries.organisations(actor))
    if request.method == "POST" and form.is_valid():
        known = dict(form.cleaned_data)
        known["organisation_id"] = UUID(known.pop("organisation"))
        known["role"] = Role(known["role"])
        if _saved(form, commands.add_member, request, known):
            return redirect("people:partnership")
    return render(request, "people/member.html", {"form": form})


def _saved(form: django_forms.Form, change: Any, request: HttpRequest, known: dict[str, Any]) -> bool:
    """Run a command; put its objection, if it has one, beside the field."""
    try:
        change(request.actor, **known)  # type: ignore[attr-defined]
    except Invalid as problem:
        form.add_error(problem.field if problem.field in form.fields else None, str(problem))
        return False
    messages.success(request, _("Saved."))
    return True


@staff(Role.STEWARD)
@require_POST
def end_role(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """End a role at once."""
    commands.end_role(request.actor, membership_id=membership_id)  # type: ignore[attr-defined]
    messages.success(request, _("Ended. It opens nothing from now on."))
    return redirect("people:partnership")
