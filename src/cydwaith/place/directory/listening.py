"""What the directory hears of referrals: which service, and what became of it. Nobody is named."""

from collections.abc import Mapping
from uuid import UUID

from cydwaith.commons.audit import listeners
from cydwaith.kernel.actor import system

from .commands import count_flow

News = Mapping[str, object]


def listen() -> None:
    """Be told of the referrals' news."""
    listeners.subscribe("referral_sent", asked)
    listeners.subscribe("referral_answered", answered)
    listeners.subscribe("referral_confirmed", confirmed)


def asked(news: News) -> None:
    """A service was asked."""
    _count(news, ("asked",))


def answered(news: News) -> None:
    """A service answered; yes is counted."""
    if news.get("status") == "accepted":
        _count(news, ("accepted",))


def confirmed(news: News) -> None:
    """The person said whether it happened, and whether it helped."""
    if news.get("happened") in ("yes", "partly"):
        _count(news, ("happened", "helped") if news.get("helped") == "yes" else ("happened",))


def _count(news: News, columns: tuple[str, ...]) -> None:
    try:
        service_id = UUID(str(news.get("service_id") or ""))
    except ValueError:  # support of the team's own, or a service that no entry describes
        return
    count_flow(
        system("to count the flow of referrals"),
        service_id=service_id,
        columns=columns,
        news=f"{columns[0]} {news.get('referral_id')}",
    )
