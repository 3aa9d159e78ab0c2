"""Search and recognition for other programs: public, JSON, the words forgotten as soon as they are answered.

``/api/search?q=&need=&near=&within=&limit=`` and ``/api/needs?q=&limit=``; ``lang=cy`` for Welsh.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import Actor, anonymous
from cydwaith.kernel.errors import Invalid, NotFound
from cydwaith.web.throttle import Throttle, address_of

from .forms import LONGEST_PLACE, LONGEST_WORDS
from .queries import Filters, plain

MOST, FARTHEST_KM = 100, 500.0
THROTTLE = Throttle(burst=60, per_second=5)
Answer = Callable[[Actor, dict[str, str]], Any]


def answering(*known: str) -> Callable[[Answer], Callable[[HttpRequest], JsonResponse]]:
    """A public JSON address with these parameters; faults are told in JSON, with what to do."""

    def wrap(answer: Answer) -> Callable[[HttpRequest], JsonResponse]:
        @public
        @require_safe
        @wraps(answer)
        def run(request: HttpRequest) -> JsonResponse:
            if wait := THROTTLE.wait(address_of(request)):
                again = f"Too many requests. Ask again in {wait} s."
                return _said({"error": again}, 429, {"Retry-After": str(wait)})
            try:
                given = _given(request, known)
                language = "cy" if given.get("lang") == "cy" else "en"
                with translation.override(language):
                    return _said(answer(anonymous(language), given), 200)
            except Invalid as fault:
                return _said({"error": str(fault), "parameter": fault.field}, 400)
            except NotFound as fault:
                return _said({"error": str(fault)}, 404)

        return run

    return wrap


def _said(content: Any, status: int, headers: dict[str, str] | None = None) -> JsonResponse:
    answer = JsonResponse(content, status=status, safe=False, json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Cache-Control"] = "no-store"
    for name, value in (headers or {}).items():
        answer[name] = value
    return answer


def _given(request: HttpRequest, known: tuple[str, ...]) -> dict[str, str]:
    unknown = sorted(set(request.GET) - {*known, "lang"})
    if unknown:
        raise Invalid(f"There is no parameter {unknown[0][:40]!r}. Use: {', '.join(known)}.", unknown[0][:40])
    given = {name: request.GET[name].strip() for name in request.GET}
    if "\x00" in "".join(given.values()):
        raise Invalid("Leave out the null character.")
    return given


@answering("q", "need", "near", "within", "limit")
def search(actor: Actor, given: dict[str, str]) -> dict[str, Any]:
    """Services for these words, or this need, near this place."""
    words, near = given.get("q", ""), given.get("near", "")
    if not (words or near or given.get("need")):
        raise Invalid("Say what to look for in q, need or near.", "q")
    _within(words, LONGEST_WORDS, "q")
    _within(near, LONGEST_PLACE, "near")
    filters = Filters(within_km=_number(given, "within", FARTHEST_KM))
    limit = int(_number(given, "limit", MOST, whole=True) or plain.LIMIT)
    return plain.found(actor, words, near, filters, limit, given.get("need") or None)


@answering("q", "limit")
def needs(actor: Actor, given: dict[str, str]) -> list[dict[str, Any]]:
    """The needs that these words speak of."""
    words = given.get("q", "")
    if not words:
        raise Invalid("Put somebody's words in q.", "q")
    _within(words, LONGEST_WORDS, "q")
    return plain.needs(actor, words, int(_number(given, "limit", MOST, whole=True) or 4))


def _within(text: str, longest: int, name: str) -> None:
    if len(text) > longest:
        raise Invalid(f"{name} is longer than {longest} characters. Shorten it.", name)


def _number(given: dict[str, str], name: str, most: float, *, whole: bool = False) -> float | None:
    """A number above 0 and up to ``most``; None when it is not given."""
    text = given.get(name, "")
    if not text:
        return None
    try:
        value = float(int(text)) if whole else float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= most:
        kind = "whole number" if whole else "number"
        raise Invalid(f"{name} is a {kind} from {1 if whole else 0} to {most:g}.", name)
    return value
