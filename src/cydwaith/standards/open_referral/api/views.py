"""Open Referral over HTTP. The same for everybody: nobody is signed in here."""

from pathlib import Path
from urllib.parse import quote

from django.http import FileResponse, HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect

from cydwaith.kernel.actor import anonymous

from ..downloads import BY_NAME, Download, ready
from .answering import answer
from .doors import as_json, as_lines, for_programs, problem, unless_known
from .openapi import VERSIONS
from .parameters import BadQuestion


@for_programs
def api(request: HttpRequest, version: str, path: str = "") -> HttpResponseBase:
    """One answer of one version of the standard."""
    if version not in VERSIONS:
        return problem(404, "The versions here are 3.0 and 1.0: /open-referral/3.0/ and /open-referral/1.0/.")
    actor = anonymous("en")
    return unless_known(actor, request, lambda: _made(request, version, path))


def _made(request: HttpRequest, version: str, path: str) -> HttpResponseBase:
    base = request.build_absolute_uri(f"/open-referral/{version}/")
    given = dict(request.GET.lists())
    try:
        found = answer(anonymous("en"), version, path, given, base)
    except BadQuestion as error:
        return problem(400, str(error), error.parameter)
    if found is None:
        return problem(
            404, "There is nothing here. It may have been withdrawn; /openapi.json lists what there is."
        )
    if found.moved_to:
        moved = HttpResponsePermanentRedirect(f"{base}services/{quote(found.moved_to, safe='')}")
        moved.status_code = 308
        return moved
    return as_lines(found.lines) if found.lines is not None else as_json(found.body)


@for_programs
def versions(request: HttpRequest) -> HttpResponseBase:
    """Which versions there are and where."""
    return as_json({name: request.build_absolute_uri(f"/open-referral/{name}/") for name in VERSIONS})


@for_programs
def download(request: HttpRequest, name: str) -> HttpResponseBase:
    """A whole download."""
    chosen = BY_NAME.get(name)
    if chosen is None:
        return problem(404, f"The downloads are {', '.join(BY_NAME)}.")
    actor = anonymous("en")
    return unless_known(actor, request, lambda: _file(ready(actor, chosen), chosen))


def _file(path: Path, chosen: Download) -> FileResponse:
    return FileResponse(path.open("rb"), as_attachment=True, filename=chosen.name, content_type=chosen.media)
