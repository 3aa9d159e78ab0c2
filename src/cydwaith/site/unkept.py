"""When the disk or the database takes no more: no fault of a page, and said as what it is.

A full disk, a database that is read-only, locked for too long, restarting or out of reach. Nothing of it
passes by writing another line of code, and what was asked for may be asked for again.
"""

import errno
import logging
import sqlite3
import sys

from django.db import Error, InterfaceError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.defaults import server_error

from cydwaith.commons.people.queries import PartnershipCard, partnership
from cydwaith.kernel.actor import anonymous

logger = logging.getLogger(__name__)

AGAIN_SECONDS = "120"
OF_SQLITE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
}
# Classes of SQLSTATE: connection, too little room or memory, stopped by the operator, system, tried at once.
OF_POSTGRESQL = ("08", "53", "57", "58", "40", "25006", "55P03")
OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}


def reason(error: BaseException) -> str:
    """What of the machine stands in the way, in one word for the log; nothing for a fault of ours."""
    if isinstance(error, OSError):
        return errno.errorcode[error.errno] if error.errno in OF_THE_DISK else ""
    if not isinstance(error, Error):
        return ""
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error):
        return cause.sqlite_errorname if _primary(cause) in OF_SQLITE else ""
    return _of_postgresql(error, cause)


def _primary(error: sqlite3.Error) -> int:
    """SQLite's own number without the finer one above it; 0 where Python alone complains."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _of_postgresql(error: Error, cause: BaseException | None) -> str:
    if isinstance(error, InterfaceError):
        return type(error).__name__
    state = getattr(cause, "sqlstate", None)
    lost = state is None and type(cause).__name__ == "OperationalError"
    return type(cause).__name__ if lost or (state or "").startswith(OF_POSTGRESQL) else ""


def answer(request: HttpRequest, error: Exception, *, for_programs: bool = False) -> HttpResponse | None:
    """The page for an error of the machine, in the language that is on; None leaves others to Django."""
    if not (why := reason(error)):
        return None
    logger.error("Nothing could be kept or read: %s", why)
    if for_programs:
        said = {"error": "This cannot be answered just now. Ask again in two minutes."}
        return JsonResponse(said, status=503, headers={"Retry-After": AGAIN_SECONDS})
    return _page(request, is_whole=True)


def fault(request: HttpRequest) -> HttpResponse:
    """The last page of all, as ``handler500``: what went wrong outside a view, such as keeping a session."""
    with translation.override("cy" if request.path_info.startswith("/cy/") else "en"):
        error = sys.exception()
        if error is None or not (why := reason(error)):
            return server_error(request)
        logger.error("Nothing could be kept or read: %s", why)
        return _page(request, is_whole=False)


def _page(request: HttpRequest, *, is_whole: bool) -> HttpResponse:
    """``is_whole`` says that what was sent was kept whole or not at all, and so not at all."""
    page = {"sent": request.method == "POST", "is_whole": is_whole, "partnership": _whom_to_ring()}
    headers = {"Retry-After": AGAIN_SECONDS}
    return HttpResponse(render_to_string("503.html", page), status=503, headers=headers)


def _whom_to_ring() -> PartnershipCard | None:
    """The partnership, where it is remembered or can still be read."""
    try:
        return partnership(anonymous(translation.get_language() or "en"))
    except Error:
        return None
