"""Walk and map: an installable page that keeps what is found and sends it later, once."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import anonymous
from cydwaith.kernel.errors import Invalid
from cydwaith.web.throttle import Throttle, address_of

from .. import commands
from ..forms import TellForm
from .suggesting import suggested_from, tell

MOST, LONGEST = 50, 200_000
LIMIT = Throttle(burst=60, per_second=1 / 10)


@public
def walk(request: HttpRequest) -> HttpResponse:
    """The page to take along. Without script it is the plain form."""
    return tell(request, "keeping/walk.html")


@public
@csrf_exempt  # nobody is signed in here: what comes is taken as from anybody, whoever's browser sent it
@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """What was found on a walk, as JSON: ``{"items": [{"id": .., "name": ..}]}``.

    Answers which ids are here now, ``landed``, and for each that cannot be taken why, ``refused``.
    """
    items = _items(request)
    if items is None:
        return JsonResponse({"sentence": _("This is not a list of things that were found.")}, status=400)
    if wait := LIMIT.wait(address_of(request)):
        return JsonResponse({"wait": wait}, status=429, headers={"Retry-After": str(wait)})
    landed, refused = [], []
    for item in items:
        sentence = _take(item)
        if sentence:
            refused.append({"id": str(item.get("id", "")), "sentence": sentence})
        else:
            landed.append(str(item["id"]))
    return JsonResponse({"landed": landed, "refused": refused})


def _items(request: HttpRequest) -> list[dict[str, Any]] | None:
    if len(request.body) > LONGEST:
        return None
    try:
        found = json.loads(request.body)["items"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    good = isinstance(found, list) and len(found) <= MOST and all(isinstance(one, dict) for one in found)
    return found if good else None


def _take(item: dict[str, Any]) -> str:
    """Keep one thing; a sentence that says what to do when it cannot be kept."""
    try:
        client_id = UUID(str(item.get("id")))
    except ValueError:
        return _("Something went wrong with this one on your phone. Write it down again.")
    form = TellForm({name: _text(item.get(name)) for name in TellForm.base_fields})
    if not form.is_valid():
        return " ".join(str(sentence) for sentences in form.errors.values() for sentence in sentences)
    try:
        commands.suggest(anonymous(_language()), suggested=suggested_from(form, client_id))
    except Invalid as problem:
        return str(problem)
    return ""


def _text(value: Any) -> str:
    """The value as text that a database takes: JSON may hold half a character."""
    return str(value or "").encode(errors="ignore").decode()


def _language() -> str:
    return (get_language() or "en")[:2]


@public
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, under the page that it serves, as browsers want it."""
    found = finders.find("keeping/worker.js")
    return HttpResponse(Path(str(found)).read_bytes(), content_type="text/javascript; charset=utf-8")


@public
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put the page on its home screen."""
    here = reverse("keeping:walk")
    icon = {"src": static("keeping/walk.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
    found = {
        "id": here,
        "name": _("Walk and map"),
        "short_name": _("Walk and map"),
        "description": _("Find what keeps people well near you, and tell us. It works without a signal."),
        "lang": _language(),
        "start_url": here,
        "scope": here,
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#123b3a",
        "icons": [icon],
    }
    return JsonResponse(found, content_type="application/manifest+json")
