"""Pages: the returns of a team, one before it is sent, rates, and a person's yes or no."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cydwaith.commons.people.doors import staff
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Role
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.web.sending import actor_of, sent

from . import commands, queries
from .forms import AgreementForm, DaysForm
from .writing import FORMS


@staff(Role.MANAGER)
@require_safe
def returns(request: HttpRequest) -> HttpResponse:
    """Which returns there are, and those that were sent."""
    actor = actor_of(request)
    context = {"team": queries.called(actor), "choices": queries.choices(actor), "sent": queries.sent(actor)}
    return render(request, "returns/returns.html", context)


@staff(Role.MANAGER)
def draft(request: HttpRequest, programme: str, template: str) -> HttpResponse:
    """Which days a return is of."""
    choice = queries.choice(actor_of(request), programme, template)
    form = DaysForm(sent(request), initial=_days(request) or _quarter(clock.today()))
    if form.is_bound and form.is_valid():
        return redirect(
            f"{reverse('returns:look', args=[programme, template])}?{_in_address(form.cleaned_data)}"
        )
    return render(request, "returns/draft.html", {"form": form, "choice": choice})


@staff(Role.MANAGER)
def look(request: HttpRequest, programme: str, template: str) -> HttpResponse:
    """A return of the days in the address as it would be sent now; and sending it."""
    days, problem = _days(request), ""
    if days is None:
        return redirect("returns:draft", programme, template)
    if request.method == "POST":
        try:
            return _sent(request, programme, template, days)
        except (Conflict, Invalid) as wrong:
            problem = str(wrong)
    made = queries.draft(actor_of(request), programme, template, **days)
    context = {"draft": made, "days": _in_address(days), "problem": problem, "error_title": problem}
    return render(request, "returns/look.html", context)


@staff(Role.MANAGER)
@require_safe
def lines(request: HttpRequest, programme: str, template: str) -> HttpResponse:
    """Every line of a return before it is sent, some at a time."""
    days = _days(request)
    if days is None:
        return redirect("returns:draft", programme, template)
    found = queries.lines(actor_of(request), programme, template, **days, number=request.GET.get("page"))
    return render(request, "returns/lines.html", {"found": found, "days": _in_address(days)})


def _days(request: HttpRequest) -> dict[str, date] | None:
    """The days in the address; None where there are none, or none that can be."""
    try:
        days = {name: date.fromisoformat(request.GET[name]) for name in ("first", "last")}
    except (KeyError, ValueError):
        return None
    return days if days["first"] <= days["last"] else None


def _in_address(days: dict[str, date]) -> str:
    return urlencode({name: day.isoformat() for name, day in days.items()})


def _sent(request: HttpRequest, programme: str, template: str, days: dict[str, date]) -> HttpResponse:
    """Raises Invalid while anything is wrong, Conflict where it changed since it was looked at."""
    seen = request.POST.get("seen", "")
    commands.send_return(actor_of(request), programme=programme, template=template, seen=seen, **days)
    messages.success(request, _("Kept as sent. Download the file, and pass it on."))
    return redirect("returns:returns")


def _quarter(today: date) -> dict[str, date]:
    """The quarter of the year that today lies in, until today."""
    return {"first": date(today.year, 3 * ((today.month - 1) // 3) + 1, 1), "last": today}


@staff(Role.MANAGER)
@require_safe
def file(request: HttpRequest, sent_id: UUID, form: str) -> HttpResponse:
    """One that was sent, as a file."""
    if form not in FORMS:
        raise NotFound(_("There is no such file."))
    card, columns, rows = queries.sent_file(actor_of(request), sent_id)
    content_type, write = FORMS[form]
    answer = HttpResponse(write(columns, rows), content_type=content_type)
    name = f"{card.programme}-{card.template}-{card.first:%Y-%m-%d}-{card.last:%Y-%m-%d}.{form}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@staff(Role.MANAGER)
@require_safe
def rates(request: HttpRequest) -> HttpResponse:
    """How many met each rule, cohort by cohort."""
    actor = actor_of(request)
    return render(
        request, "returns/rates.html", {"team": queries.called(actor), "rates": queries.rates(actor)}
    )


def mine(request: HttpRequest) -> HttpResponse:
    """The person's own yes or no."""
    person_id = actor_of(request).person_id
    if person_id is None:
        raise NotFound(_("There is no such page."))
    return _agreements(request, person_id)


@staff(Role.COACH, Role.LINK_WORKER)
def of_person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The same, written down by a coach together with the person."""
    return _agreements(request, person_id)


def _agreements(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    rows = queries.agreements(actor, person_id)
    asked = request.POST.get("programme", "") if request.method == "POST" else ""
    parts = [
        (row, AgreementForm(request.POST if row.programme == asked else None, prefix=row.programme))
        for row in rows
    ]
    for row, form in parts:
        if row.programme == asked and form.is_valid():
            agrees = form.cleaned_data["agrees"] == "yes"
            commands.say_agreement(actor, person_id=person_id, programme=asked, agrees=agrees)
            messages.success(request, _("Saved."))
            return redirect(request.path)
    wrong = next((form for row, form in parts if row.programme == asked), None)
    context = {"parts": parts, "form": wrong, "person_id": person_id, "own": actor.is_person(person_id)}
    return render(request, "returns/agreements.html", context)
