"""Pages of a person's programmes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Role
from cydwaith.kernel.errors import Refused
from cydwaith.place.programmes import queries as programmes
from cydwaith.web.sending import actor_of, done, saved, sent

from . import commands, queries
from .forms import BirthdayForm, EndForm, EnrolForm, MoveForm, StartForm, TeamForm


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The person's own page of programmes."""
    person_id = actor_of(request).person_id
    if person_id is None:
        raise Refused(_("This page is for people with a record of their own."))
    return person(request, person_id)


@require_safe
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The programmes that somebody is on, what is due, what clashes."""
    return render(request, "enrolments/person.html", {"page": queries.page(actor_of(request), person_id)})


@staff(Role.COACH, Role.LINK_WORKER)
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Join a programme."""
    actor = actor_of(request)
    page = queries.page(actor, person_id)
    today = clock.today()
    openings = programmes.openings(actor, today - commands.AROUND, today + commands.AROUND)
    known = queries.born(actor, person_id) is not None
    asked = queries.asked_for(actor, page)
    form = EnrolForm(openings, sent(request), asked=asked, has_birthday=known)

    def change() -> None:
        commands.enrol(actor, person_id=person_id, **form.cleaned_data)

    if request.method == "POST" and saved(form, change):
        messages.success(request, _("It is written down."))
        return redirect("enrolments:person", person_id)
    return render(request, "enrolments/enrol.html", {"form": form, "page": page})


@staff(Role.COACH, Role.LINK_WORKER)
@require_http_methods(["GET", "HEAD", "POST"])
def put_right(request: HttpRequest, enrolment_id: UUID) -> HttpResponse:
    """Put right when they started, or where they stood then."""
    actor = actor_of(request)
    row = queries.enrolment(actor, enrolment_id)
    form = StartForm(sent(request), initial={"started": row.started, "cohort": row.cohort.value})

    def change() -> None:
        commands.put_right(actor, enrolment_id=enrolment_id, **form.cleaned_data)

    if request.method == "POST" and saved(form, change):
        return done(request, _("It is written down."), "enrolments:person", row.person_id)
    return render(request, "enrolments/put_right.html", {"form": form, "row": row})


@staff(Role.COACH, Role.LINK_WORKER)
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, enrolment_id: UUID) -> HttpResponse:
    """Say how far they are."""
    actor = actor_of(request)
    row = queries.enrolment(actor, enrolment_id)
    form = MoveForm(row.version.content.stages, actor.language, sent(request), row.stage)

    def change() -> None:
        commands.move(actor, enrolment_id=enrolment_id, **form.cleaned_data)

    if request.method == "POST" and saved(form, change):
        messages.success(request, _("It is written down."))
        return redirect("enrolments:person", row.person_id)
    teams = queries.clinical_teams(actor, row.version.id)
    return render(request, "enrolments/move.html", {"form": form, "row": row, "teams": teams})


@staff(Role.COACH, Role.LINK_WORKER)
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: HttpRequest, enrolment_id: UUID) -> HttpResponse:
    """Say beside which clinical team this is."""
    actor = actor_of(request)
    row = queries.enrolment(actor, enrolment_id)
    teams = queries.clinical_teams(actor, row.version.id)
    form = TeamForm(teams, actor.language, sent(request), team=row.team_key, since=row.last_known)

    def change() -> None:
        commands.choose_team(actor, enrolment_id=enrolment_id, **form.cleaned_data)

    if request.method == "POST" and saved(form, change):
        return done(request, _("It is written down."), "enrolments:person", row.person_id)
    return render(request, "enrolments/team.html", {"form": form, "row": row})


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, enrolment_id: UUID) -> HttpResponse:
    """Leave a programme."""
    actor = actor_of(request)
    row = queries.enrolment(actor, enrolment_id)
    form = EndForm(sent(request))

    def change() -> None:
        commands.end(actor, enrolment_id=enrolment_id, **form.cleaned_data)

    if request.method == "POST" and saved(form, change):
        messages.success(request, _("It is written down."))
        return redirect("enrolments:person", row.person_id)
    return render(request, "enrolments/end.html", {"form": form, "row": row})


@require_http_methods(["GET", "HEAD", "POST"])
def birthday(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Give a date of birth."""
    actor = actor_of(request)
    page = queries.page(actor, person_id)
    form = BirthdayForm(sent(request), initial={"born": queries.born(actor, person_id)})

    def change() -> None:
        commands.give_birthday(actor, person_id=person_id, **form.cleaned_data)

    if request.method == "POST" and saved(form, change):
        messages.success(request, _("It is written down."))
        return redirect("enrolments:person", person_id)
    return render(request, "enrolments/birthday.html", {"form": form, "page": page})


@staff(Role.COACH, Role.LINK_WORKER)
@require_POST
def ask(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Ask together, in one sitting, everything that is due."""
    asked = commands.ask_what_is_due(actor_of(request), person_id=person_id)
    return redirect("measures:fill", asked.id, 1)
