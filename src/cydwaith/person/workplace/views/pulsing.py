"""A few questions to everybody who works here, without a name."""

from secrets import token_urlsafe

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from cydwaith.commons.people import links
from cydwaith.commons.people.doors import public, staff
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Role
from cydwaith.kernel.actor import by_link as actor_by_link
from cydwaith.kernel.errors import NotFound
from cydwaith.person.measures.forms import AnswersForm
from cydwaith.web.sending import actor_of, saved, sent

from .. import commands, queries
from ..forms import PulseForm
from ..policy import PULSE_KIND
from ..queries.pulsing import INSTRUMENTS

COOKIE = "pulse"
COOKIE_SECONDS = 100 * 86_400


@staff(Role.EMPLOYER)
@require_http_methods(["GET", "HEAD", "POST"])
def ours(request: HttpRequest) -> HttpResponse:
    """Our rounds, and opening another."""
    actor, form = actor_of(request), PulseForm(sent(request))
    if saved(form, lambda: commands.open_pulse(actor, **form.cleaned_data)):
        return redirect("workplace:pulse")
    rows = queries.pulses(actor)
    page = {"form": form, "rows": [(row, _link(request, row)) for row in rows]}
    return render(request, "workplace/pulse.html", page | {"may_open": not any(row.is_open for row in rows)})


def _link(request: HttpRequest, row: queries.PulseRow) -> str:
    if not row.is_open:
        return ""
    days = (row.closes_on - clock.today()).days + 1
    token = links.make(PULSE_KIND, row.id, days)
    return request.build_absolute_uri(reverse("workplace:pulse_take", args=[token]))


@public
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest, token: str) -> HttpResponse:
    """The questions, for whoever works here; no name, no account."""
    language = (get_language() or "en")[:2]
    try:
        pulse_id = links.read(PULSE_KIND, token)
    except NotFound:
        return render(request, "workplace/pulse_over.html", {}, status=410)
    actor = actor_by_link(PULSE_KIND, pulse_id, language)
    if not queries.taking(actor, pulse_id):
        return render(request, "workplace/pulse_over.html", {}, status=410)
    device = request.COOKIES.get(COOKIE) or token_urlsafe(24)
    forms = [AnswersForm(key, {}, sent(request)) for key in INSTRUMENTS]
    last = forms[-1]

    def change() -> None:
        said = {key: value for form in forms for key, value in form.answers().items()}
        told = {key: value for key, value in said.items() if isinstance(value, int)}
        commands.answer_pulse(actor, pulse_id=pulse_id, device=device, answers=told)

    if all(form.is_valid() for form in forms) and saved(last, change):
        return render(request, "workplace/pulse_over.html", {"thanks": True})
    parts = zip(queries.introductions(actor), forms, strict=True)
    answer = render(request, "workplace/pulse_take.html", {"parts": list(parts), "last": last})
    answer.set_cookie(
        COOKIE, device, COOKIE_SECONDS, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return answer
