"""Pages: how a team stands, one item with its evidence, what a team says of itself, a place's statement."""

from collections.abc import Callable
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cydwaith.commons.people.doors import staff
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Conflict, Invalid

from . import commands, forms, pictures, queries
from .scales import raw_from

LOOKING = (Role.COACH, Role.LINK_WORKER, Role.MANAGER, Role.STEWARD)
TEAM = (Role.COACH, Role.LINK_WORKER, Role.MANAGER)
IPS = "ips-25"


@staff(*LOOKING)
def teams(request: HttpRequest) -> HttpResponse:
    """The teams that may be looked at."""
    actor = _actor(request)
    context = {"teams": queries.teams(actor), "scale": IPS, "may_state": actor.has(Role.STEWARD)}
    return render(request, "fidelity/teams.html", context)


@staff(*LOOKING)
def standing(request: HttpRequest, organisation_id: UUID, scale: str) -> HttpResponse:
    """How a team stands on a scale."""
    page = queries.page(_actor(request), organisation_id, scale)
    return render(request, "fidelity/standing.html", {"page": page, "trend": pictures.trend(page)})


@staff(*LOOKING)
def item(request: HttpRequest, organisation_id: UUID, scale: str, key: str) -> HttpResponse:
    """One item: the evidence behind it, and a rating."""
    actor = _actor(request)
    page, row = queries.item(actor, organisation_id, scale, key)
    form = forms.RateForm(_posted(request), lowest=page.lowest, highest=page.highest)

    def save() -> None:
        commands.rate_item(
            actor, organisation_id=organisation_id, scale_key=scale, item=key, **form.cleaned_data
        )

    if _saved(request, form, save):
        return redirect("fidelity:standing", organisation_id, scale)
    return render(request, "fidelity/item.html", {"page": page, "row": row, "form": form})


@staff(*TEAM)
def team(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """What only the team can say of its work."""
    context = {"says": queries.team_says(_actor(request), organisation_id), "scale": IPS}
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
    form = form_class(_posted(request))

    def save() -> None:
        command(_actor(request), organisation_id=organisation_id, **form.cleaned_data)

    if _saved(request, form, save):
        return redirect("fidelity:team", organisation_id)
    context = {"form": form, "title": title, "organisation_id": organisation_id}
    return render(request, "fidelity/tell.html", context)


@staff(Role.COACH, Role.LINK_WORKER)
def benefits(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Help with benefits that somebody got, and a new line."""
    actor = _actor(request)
    form = forms.BenefitsForm(_posted(request))

    def save() -> None:
        commands.note_benefits_talk(actor, person_id=person_id, **form.cleaned_data)

    if _saved(request, form, save):
        return redirect("fidelity:benefits", person_id)
    context = {"form": form, "rows": queries.benefits_talks(actor, person_id), "person_id": person_id}
    return render(request, "fidelity/benefits.html", context)


@staff(Role.STEWARD)
def statement(request: HttpRequest) -> HttpResponse:
    """The place's own statement, on the same engine."""
    form = forms.StatementForm(_posted(request))

    def save() -> None:
        said = form.cleaned_data
        name = (said["name"], said["name_cy"])
        raw = raw_from(said["key"], said["version"], name, said["parts"], said["bands"])
        commands.make_statement(_actor(request), raw=raw)

    if _saved(request, form, save):
        return redirect("fidelity:teams")
    return render(request, "fidelity/statement.html", {"form": form})


def _saved(request: HttpRequest, form: django_forms.Form, save: Callable[[], None]) -> bool:
    """Whether a valid form could be saved; what is wrong stands beside its field."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        save()
    except Invalid as wrong:
        form.add_error(wrong.field if wrong.field in form.fields else None, str(wrong))
        return False
    except Conflict as clash:
        form.add_error(None, str(clash))
        return False
    messages.success(request, _("Saved."))
    return True


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
