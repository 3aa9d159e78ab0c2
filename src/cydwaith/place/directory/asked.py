"""What somebody asked the directory, kept out of addresses: for half an hour, in their own session."""

from typing import Any

from django.http import HttpRequest, QueryDict

from cydwaith.kernel import clock

SESSION = "directory_asked"
KEPT_SECONDS = 30 * 60
AGAIN = "again"


def keep(request: HttpRequest, answers: dict[str, Any]) -> None:
    """Remember a search, so that its page can be opened again with a plain address."""
    request.session[SESSION] = {**answers, "at": clock.now().timestamp()}


def again(request: HttpRequest) -> QueryDict | None:
    """The search that was remembered; None when there is none, or its time is over."""
    kept = request.session.get(SESSION)
    if AGAIN not in request.GET or not kept:
        return None
    if clock.now().timestamp() - kept["at"] > KEPT_SECONDS:
        del request.session[SESSION]
        return None
    found = QueryDict(mutable=True)
    found.update({"words": kept["words"], "near": kept["near"]})
    found.setlist("only", kept["only"])
    return found
