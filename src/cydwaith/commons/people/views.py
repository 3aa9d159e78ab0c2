"""The steward's pages: organisations of the partnership and who does what in them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cydwaith.kernel.actor import Role
from cydwaith.web.sending import actor_of, done, saved, sent

from . import commands, queries
from .doors import staff
from .forms import MemberForm, OrganisationForm
from .words import KINDS, ROLES


@staff(Role.STEWARD)
def partnership(request: HttpRequest) -> HttpResponse:
    """Everybody who works together here."""
    actor = actor_of(request)
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
    form = OrganisationForm(sent(request))

    def change() -> None:
        commands.add_organisation(actor_of(request), key=form.key(), **form.cleaned_data)

    if saved(form, change):
        return done(request, _("Saved."), "people:partnership")
    return render(request, "people/organisation.html", {"form": form})


@staff(Role.STEWARD)
def add_member(request: HttpRequest) -> HttpResponse:
    """Give somebody a role."""
    actor = actor_of(request)
    form = MemberForm(sent(request), organisations=queries.organisations(actor))

    def change() -> None:
        known = dict(form.cleaned_data)
        where, role = UUID(known.pop("organisation")), Role(known.pop("role"))
        commands.add_member(actor, organisation_id=where, role=role, **known)

    if saved(form, change):
        return done(request, _("Saved."), "people:partnership")
    return render(request, "people/member.html", {"form": form})


@staff(Role.STEWARD)
@require_POST
def end_role(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """End a role at once."""
    commands.end_role(actor_of(request), membership_id=membership_id)
    return done(request, _("Ended. It opens nothing from now on."), "people:partnership")
