"""What somebody asked the directory, kept out of addresses: for half an hour, in their own session."""

from typing import Any

from django.http import HttpRequest, QueryDict

from cydwaith.kernel import clock

SESSION = "directory_asked"
KEPT_SECONDS = 30 * 60
AGAIN = "again"
SINGLE = ("words", "near", "within", "kind", "age")
SEVERAL = ("only", "days", "parts", "access", "circumstances")


def keep(request: HttpRequest, answers: dict[str, Any]) -> None:
    """Remember a search, so that its page can be opened again with a plain address."""
    plain = {name: str(answers.get(name) or "") for name in SINGLE}
    plain |= {name: list(answers.get(name) or ()) for name in (*SEVERAL, "needs")}
    request.session[SESSION] = {**plain, "at": clock.now().timestamp()}


def _kept(request: HttpRequest) -> dict[str, Any]:
    """What is remembered; nothing when its time is over."""
    kept: dict[str, Any] = request.session.get(SESSION) or {}
    if kept and clock.now().timestamp() - kept["at"] > KEPT_SECONDS:
        del request.session[SESSION]
        return {}
    return kept


def again(request: HttpRequest) -> QueryDict | None:
    """The search that was remembered, as it was sent; None when there is none or it was not asked for."""
    kept = _kept(request) if AGAIN in request.GET else {}
    if not kept:
        return None
    found = QueryDict(mutable=True)
    found.update({name: kept.get(name, "") for name in SINGLE})
    for name in SEVERAL:
        found.setlist(name, kept.get(name, []))
    return found


def needs(request: HttpRequest) -> list[str]:
    """The needs that were chosen."""
    return list(_kept(request).get("needs", []))


def words(request: HttpRequest) -> str:
    """The words that were typed."""
    return str(_kept(request).get("words", ""))


def near(request: HttpRequest) -> str:
    """The place that was typed."""
    return str(_kept(request).get("near", ""))
