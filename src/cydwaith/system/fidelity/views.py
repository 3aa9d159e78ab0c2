"""Pages: how a team stands, one item with its evidence, what a team says of itself, a place's statement."""

from collections.abc import Callable
from uuid import UUID

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Role
from cydwaith.web.sending import actor_of, done, saved, sent

from . import commands, forms, pictures, queries
from .policy import require_team
from .scales import raw_from

LOOKING = (Role.COACH, Role.LINK_WORKER, Role.MANAGER, Role.STEWARD)
TEAM = (Role.COACH, Role.LINK_WORKER, Role.MANAGER)
IPS = "ips-25"


@staff(*LOOKING)
def teams(request: HttpRequest) -> HttpResponse:
    """The teams that may be looked at."""
    actor = actor_of(request)
    context = {"teams": queries.teams(actor), "scale": IPS, "may_state": actor.has(Role.STEWARD)}
    return render(request, "fidelity/teams.html", context)


@staff(*LOOKING)
def standing(request: HttpRequest, organisation_id: UUID, scale: str) -> HttpResponse:
    """How a team stands on a scale."""
    page = queries.page(actor_of(request), organisation_id, scale)
    return render(request, "fidelity/standing.html", {"page": page, "trend": pictures.trend(page)})


@staff(*LOOKING)
def item(request: HttpRequest, organisation_id: UUID, scale: str, key: str) -> HttpResponse:
    """One item: the evidence behind it, and a rating."""
    actor = actor_of(request)
    page, row = queries.item(actor, organisation_id, scale, key)
    form = forms.RateForm(sent(request), lowest=page.lowest, highest=page.highest)

    def save() -> None:
        commands.rate_item(
            actor, organisation_id=organisation_id, scale_key=scale, item=key, **form.cleaned_data
        )

    if saved(form, save):
        return done(request, _("Saved."), "fidelity:standing", organisation_id, scale)
    return render(request, "fidelity/item.html", {"page": page, "row": row, "form": form})


@staff(*TEAM)
def team(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """What only the team can say of its work."""
    context = {"says": queries.team_says(actor_of(request), organisation_id), "scale": IPS}
    return render(request, "fidelity/team.html", context)


@staff(*TEAM)
def staffing(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """How many full-time workers there are."""
    return _tell(request, organisation_id, forms.StaffingForm, commands.say_staffing, _("How many work here"))


@staff(*TEAM)
def jobcentre(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """A talk with the jobcentre."""
    title = _("A talk with the jobcentre")
    return _tell(request, organisation_id, forms.JobcentreForm, commands.note_jobcentre_talk, title)


@staff(*TEAM)
def week(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """One's own week."""
    return _tell(request, organisation_id, forms.WeekForm, commands.say_week, _("My week"))


def _tell(
    request: HttpRequest,
    organisation_id: UUID,
    form_class: type[django_forms.Form],
    command: Callable[..., object],
    title: str,
) -> HttpResponse:
    require_team(actor_of(request), organisation_id)
    form = form_class(sent(request))

    def save() -> None:
        command(actor_of(request), organisation_id=organisation_id, **form.cleaned_data)

    if saved(form, save):
        return done(request, _("Saved."), "fidelity:team", organisation_id)
    context = {"form": form, "title": title, "organisation_id": organisation_id}
    return render(request, "fidelity/tell.html", context)


@staff(Role.COACH, Role.LINK_WORKER)
def benefits(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Help with benefits that somebody got, and a new line."""
    actor = actor_of(request)
    form = forms.BenefitsForm(sent(request))

    def save() -> None:
        commands.note_benefits_talk(actor, person_id=person_id, **form.cleaned_data)

    if saved(form, save):
        return done(request, _("Saved."), "fidelity:benefits", person_id)
    context = {"form": form, "rows": queries.benefits_talks(actor, person_id), "person_id": person_id}
    return render(request, "fidelity/benefits.html", context)


@staff(Role.STEWARD)
def statement(request: HttpRequest) -> HttpResponse:
    """The place's own statement, on the same engine."""
    form = forms.StatementForm(sent(request))

    def save() -> None:
        said = form.cleaned_data
        name = (said["name"], said["name_cy"])
        raw = raw_from(said["key"], said["version"], name, said["parts"], said["bands"])
        commands.make_statement(actor_of(request), raw=raw)

    if saved(form, save):
        return done(request, _("Saved."), "fidelity:teams")
    return render(request, "fidelity/statement.html", {"form": form})
