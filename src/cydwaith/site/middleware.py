"""The door: which language, who is asking, how strongly signed in, and polite refusals."""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from cydwaith.commons.circle.actors import actor_of
from cydwaith.commons.people.links import LinkExpired
from cydwaith.kernel.actor import Actor, Strength, anonymous
from cydwaith.kernel.errors import Conflict, CydwaithError, Invalid, NotFound, Refused, Unavailable

from . import unkept

Handler = Callable[[HttpRequest], HttpResponse]
SECOND_FACTOR_PAGES = ("/account/", "/static/")
FOR_PROGRAMS = ("/open-referral/", "/open-data/files/", "/api/")


def language(handler: Handler) -> Handler:
    """The address says the language: /cy/ is Welsh, all else English."""

    def run(request: HttpRequest) -> HttpResponse:
        chosen = "cy" if request.path_info.startswith("/cy/") or request.path_info == "/cy" else "en"
        with translation.override(chosen):
            request.LANGUAGE_CODE = chosen
            response = handler(request)
        response.headers.setdefault("Content-Language", chosen)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return run


def actor(handler: Handler) -> Handler:
    """A request becomes an actor once. Addresses for other programs know nobody: no cookie is looked at."""

    def run(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(FOR_PROGRAMS):
            request.user = AnonymousUser()
        request.actor = _actor(request)  # type: ignore[attr-defined]
        return handler(request)

    return run


def _actor(request: HttpRequest) -> Actor:
    chosen = translation.get_language() or "en"
    if not request.user.is_authenticated:
        return anonymous(chosen)
    records = get_authentication_records(request, request.user)
    strong = any(record.get("method") == "mfa" for record in records)
    strength = Strength.SECOND_FACTOR if strong else Strength.CODE
    return actor_of(request.user, strength, chosen, request.session.get("organisation", ""))


def second_factor(handler: Handler) -> Handler:
    """Staff set up a second factor before anything else."""

    def run(request: HttpRequest) -> HttpResponse:
        who: Actor = request.actor  # type: ignore[attr-defined]
        path = request.path_info.removeprefix("/cy")
        if (
            who.is_staff
            and who.strength < Strength.SECOND_FACTOR
            and not path.startswith(SECOND_FACTOR_PAGES)
        ):
            step = "mfa_reauthenticate" if is_mfa_enabled(request.user) else "mfa_activate_totp"
            return redirect(f"{reverse(step)}?{urlencode({'next': request.path})}")
        return handler(request)

    return run


STATUS: dict[type[CydwaithError], int] = {
    Refused: 403,
    LinkExpired: 410,
    NotFound: 404,
    Conflict: 409,
    Invalid: 400,
    Unavailable: 503,
}


class Refusals:
    """Turns our own errors into pages: a sentence, what to do next, no trace."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.handler(request)
        if answer.status_code != 405 or request.path_info.startswith(FOR_PROGRAMS):
            return answer
        return _only_from_a_page(request, answer)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an error of ours or of the machine; None leaves others to Django."""
        if not isinstance(error, CydwaithError):
            for_programs = request.path_info.startswith(FOR_PROGRAMS)
            return unkept.answer(request, error, for_programs=for_programs)
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
        if status == 500:
            return None
        hidden = 404 if status == 403 else status
        sentence = str(error) if status in (400, 409, 410, 503) else ""
        return render(
            request,
            f"{hidden}.html" if hidden == 404 else "refusal.html",
            {"sentence": sentence},
            status=hidden,
        )


def _only_from_a_page(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """What to do at an address that only takes what a page sends, such as after signing in again."""
    sentence = _("This is done with a button on a page. Go to that page, and press it there.")
    page = render(request, "refusal.html", {"sentence": sentence}, status=405)
    page["Allow"] = answer["Allow"]
    return page


def refusals(handler: Handler) -> Refusals:
    """The middleware above, under the name that the settings use."""
    return Refusals(handler)
