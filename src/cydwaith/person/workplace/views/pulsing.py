"""A few questions to everybody who works here, without a name."""

from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cydwaith.commons.people import links
from cydwaith.commons.people.doors import public, staff
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.actor import by_link as actor_by_link
from cydwaith.kernel.errors import Invalid, NotFound
from cydwaith.person.measures.forms import AnswersForm
from cydwaith.web.sending import actor_of, done, saved, sent
from cydwaith.web.throttle import Throttle, address_of

from .. import commands, queries
from ..forms import CodeForm, PulseForm
from ..policy import PULSE_KIND
from ..queries.pulsing import INSTRUMENTS

COOKIE = "pulse"
COOKIE_SECONDS = 100 * 86_400
GUESSES = Throttle(burst=20, per_second=1 / 30)


@staff(Role.EMPLOYER)
@require_http_methods(["GET", "HEAD", "POST"])
def ours(request: HttpRequest) -> HttpResponse:
    """Our rounds, and opening another."""
    actor, form = actor_of(request), PulseForm(sent(request))
    if saved(form, lambda: commands.open_pulse(actor, **form.said())):
        return done(request, _("The round is open."), "workplace:pulse")
    page = queries.pulses(actor)
    rows = [(row, _link(request, row)) for row in page.rows]
    return render(request, "workplace/pulse.html", {"form": form, "page": page, "rows": rows})


def _link(request: HttpRequest, row: queries.PulseRow) -> str:
    if not row.is_open or row.by_codes:
        return ""
    days = (row.closes_on - clock.today()).days + 1
    token = links.make(PULSE_KIND, row.id, days)
    return request.build_absolute_uri(reverse("workplace:pulse_take", args=[token]))


@staff(Role.EMPLOYER)
@require_safe
def sheet(request: HttpRequest, pulse_id: UUID) -> HttpResponse:
    """The codes of a round, to print and cut apart."""
    codes = queries.sheet(actor_of(request), pulse_id)
    address = request.build_absolute_uri(reverse("workplace:pulse_code"))
    return render(request, "workplace/pulse_sheet.html", {"codes": codes, "address": address})


@public
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest, token: str) -> HttpResponse:
    """The questions by the one link for all; no name, no account."""
    try:
        pulse_id = links.read(PULSE_KIND, token)
    except NotFound:
        return _over(request)
    actor = _holder(pulse_id)
    if not queries.taking(actor, pulse_id):
        return _over(request)
    device = request.COOKIES.get(COOKIE) or token_urlsafe(24)
    asked = _questions(request)

    def change() -> None:
        commands.answer_pulse(actor, pulse_id=pulse_id, device=device, answers=_answers(asked))

    if all(form.is_valid() for form in asked) and saved(asked[-1], change):
        return _thanks(request)
    answer = render(request, "workplace/pulse_take.html", _page(actor, asked, asked[-1]))
    answer.set_cookie(
        COOKIE, device, COOKIE_SECONDS, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return answer


@public
@require_http_methods(["GET", "HEAD", "POST"])
def by_code(request: HttpRequest) -> HttpResponse:
    """The questions for whoever drew a code; no name, no account, nothing kept in the browser."""
    code, asked = CodeForm(sent(request)), _questions(request)

    def change() -> None:
        typed = code.cleaned_data["code"]
        actor = _of_code(request, typed)
        pulse_id = actor.link.subject_id if actor.link else UUID(int=0)
        commands.answer_pulse(actor, pulse_id=pulse_id, code=typed, answers=_answers(asked))

    if all(form.is_valid() for form in asked) and saved(code, change):
        return _thanks(request)
    reader = actor_of(request)
    return render(request, "workplace/pulse_take.html", _page(reader, asked, code) | {"code": code})


def _of_code(request: HttpRequest, typed: str) -> Actor:
    """Whoever holds this code. Raises ``Invalid`` for one that there is not, or after too many of them."""
    found = queries.round_of(actor_of(request), typed)
    if found is not None:
        return _holder(found)
    if GUESSES.wait(address_of(request)):
        raise Invalid(_("That was a lot at once. Wait a minute, then send it again."), "code")
    raise Invalid(_("We do not know this code. Look at it again, letter by letter."), "code")


def _holder(pulse_id: UUID) -> Actor:
    return actor_by_link(PULSE_KIND, pulse_id, (get_language() or "en")[:2])


def _questions(request: HttpRequest) -> list[AnswersForm]:
    return [AnswersForm(key, {}, sent(request)) for key in INSTRUMENTS]


def _answers(asked: list[AnswersForm]) -> dict[str, int]:
    said = {key: value for form in asked for key, value in form.answers().items()}
    return {key: value for key, value in said.items() if isinstance(value, int)}


def _page(actor: Actor, asked: list[AnswersForm], wrong: Any) -> dict[str, Any]:
    parts = list(zip(queries.introductions(actor), asked, strict=True))
    return {"parts": parts, "wrong": wrong}


def _over(request: HttpRequest) -> HttpResponse:
    return render(request, "workplace/pulse_over.html", {}, status=410)


def _thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "workplace/pulse_over.html", {"thanks": True})
