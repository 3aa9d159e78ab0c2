"""The way in for other programs: how often, in which words, and whether anything changed since."""

from collections.abc import Callable, Iterable, Iterator
from email.utils import format_datetime
from functools import wraps
from hashlib import blake2b
from http import HTTPStatus
from json import JSONEncoder
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from cydwaith.commons.people.doors import public
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.queries import publishing
from cydwaith.web.throttle import Throttle, address_of

from .answers import Record

FORM = 1  # one more whenever the same records are written differently
THROTTLE = Throttle(burst=600, per_second=10)
METHODS = ("GET", "HEAD", "OPTIONS")
KEPT_FOR = "public, max-age=60"
JSON = "application/json"
LINES = "application/x-ndjson"
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Retry-After, Location",
    "Access-Control-Max-Age": "86400",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
ENCODE = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
View = Callable[..., HttpResponseBase]


def for_programs(view: View) -> View:
    """A public address for programs: no cookie, any origin, a polite limit, GET and HEAD only."""

    @csrf_exempt
    @wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = _answer(view, request, args, kwargs)
        for name, value in OPEN_TO_ALL.items():
            answer.headers[name] = value
        return _without_body(answer) if request.method == "HEAD" else answer

    return public(run)  # type: ignore[type-var]


def _answer(view: View, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": ", ".join(METHODS)})
    if request.method not in METHODS:
        said = "This address only gives: ask with GET or HEAD."
        return problem(405, said, headers={"Allow": ", ".join(METHODS)})
    wait = THROTTLE.wait(address_of(request))
    if wait:
        said = f"Please wait {wait} seconds. For everything at once, take a download from /open-data/."
        return problem(429, said, headers={"Retry-After": str(wait)})
    return view(request, *args, **kwargs)


def _without_body(answer: HttpResponseBase) -> HttpResponseBase:
    """The same head, and nothing after it."""
    if isinstance(answer, HttpResponse):
        answer.headers.setdefault("Content-Length", str(len(answer.content)))
        answer.content = b""
    else:
        answer.streaming_content = iter(())  # type: ignore[attr-defined]
    return answer


def problem(
    status: int, said: str, parameter: str = "", headers: dict[str, str] | None = None
) -> HttpResponse:
    """What went wrong and what to do, as RFC 9457 has it."""
    body: Record = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": said,
    }
    if parameter:
        body["parameter"] = parameter
    return HttpResponse(
        ENCODE(body), status=status, content_type="application/problem+json", headers=headers or {}
    )


def unless_known(
    actor: Actor, request: HttpRequest, make: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """304 for whoever has the newest state of the directory already; else what ``make`` gives, stamped."""
    stamp = publishing.stamp(actor)
    state = f"{FORM} {stamp.text}"
    tag = f'"{blake2b(state.encode(), digest_size=12).hexdigest()}"'
    at = stamp.at.replace(microsecond=0) if stamp.at else None
    known = get_conditional_response(request, etag=tag, last_modified=int(at.timestamp()) if at else None)
    answer = known if known is not None else make()
    if answer.status_code < 300 or answer.status_code == 304:
        answer.headers["ETag"] = tag
        answer.headers["Cache-Control"] = KEPT_FOR
        if at:
            answer.headers["Last-Modified"] = format_datetime(at, usegmt=True)
    return answer


def as_json(body: Any) -> HttpResponse:
    """A value as JSON, in as few letters as it takes."""
    return HttpResponse(ENCODE(body), content_type=JSON)


def as_lines(records: Iterable[Record]) -> StreamingHttpResponse:
    """Records as they come, one a line."""
    return StreamingHttpResponse(_lines(records), content_type=LINES)


def _lines(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield ENCODE(record) + "\n"
