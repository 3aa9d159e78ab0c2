"""The rules of one posting, on the facts that it touches: any store can ask them inside its transaction."""

from dataclasses import dataclass
from datetime import datetime

from .accounts import Account
from .entry import START, Entry, Transfer, entry
from .notes import wrong


@dataclass(frozen=True, slots=True)
class Standing:
    """An account, its balance, and what is promised and not yet taken, in minutes."""

    account: Account
    balance: int
    held: int = 0

    @property
    def free(self) -> int | None:
        """How many minutes it can give; None without a limit."""
        if self.account.floor is None:
            return None
        return self.balance - self.held - self.account.floor


def post(
    transfer: Transfer,
    *,
    giving: Standing,
    receiving: Standing,
    posted: datetime,
    last: Entry | None,
    seen: Entry | None,
) -> Entry:
    """The posting that this request makes; the same one again when the key was ``seen`` with it.

    ``last`` is the newest posting of the ledger. Raises ``LedgerError``: ``no_key``, ``key_used``,
    ``not_minutes``, ``same_account``, ``account_closed``, ``never_gives``, ``not_enough``,
    ``before_the_last``.
    """
    if not transfer.key.strip():
        raise wrong("no_key", "key")
    if seen is not None:
        return _again(transfer, seen)
    _may(transfer, giving, receiving)
    if not giving.account.gives:
        raise wrong("never_gives", "giving")
    return _next(transfer, giving, posted, last, None)


def reverse(
    found: Entry | None,
    *,
    key: str,
    reason: str,
    giving: Standing,
    receiving: Standing,
    posted: datetime,
    last: Entry | None,
    seen: Entry | None,
    reversed_before: bool,
) -> Entry:
    """A posting that takes another back whole: ``giving`` is the account that received it.

    Raises ``LedgerError`` as ``post`` does, and ``nothing_to_reverse``, ``reversed_before``,
    ``reversal_stands``.
    """
    if found is None:
        raise wrong("nothing_to_reverse", "entry")
    was = found.transfer
    back = Transfer(key, was.receiving, was.giving, was.minutes, reason, was.effective)
    if not key.strip():
        raise wrong("no_key", "key")
    if seen is not None:
        return _again(back, seen)
    if found.reverses is not None:
        raise wrong("reversal_stands", "entry")
    if reversed_before:
        raise wrong("reversed_before", "entry")
    _may(back, giving, receiving)
    if not giving.account.gives:
        raise wrong("never_gives", "entry")
    return _next(back, giving, posted, last, found)


def may_hold(standing: Standing, minutes: int) -> None:
    """Whether an account can promise these minutes. Raises ``LedgerError``."""
    _whole(minutes)
    if standing.account.closed:
        raise wrong("account_closed", "account", account=standing.account.key)
    if not standing.account.gives:
        raise wrong("never_gives", "account")
    _enough(standing, minutes)


def _again(transfer: Transfer, seen: Entry) -> Entry:
    if seen.transfer != transfer:
        raise wrong("key_used", "key", key=transfer.key)
    return seen


def _may(transfer: Transfer, giving: Standing, receiving: Standing) -> None:
    _whole(transfer.minutes)
    if giving.account.key == receiving.account.key:
        raise wrong("same_account", "receiving")
    for standing in (giving, receiving):
        if standing.account.closed:
            raise wrong("account_closed", "giving", account=standing.account.key)


def _next(
    transfer: Transfer, giving: Standing, posted: datetime, last: Entry | None, takes_back: Entry | None
) -> Entry:
    _enough(giving, transfer.minutes)
    if last is not None and posted < last.posted:
        raise wrong("before_the_last", "posted", last=last.posted.isoformat())
    number, previous = (last.number + 1, last.digest) if last else (1, START)
    return entry(number, posted, transfer, takes_back.id if takes_back else None, previous)


def _whole(minutes: int) -> None:
    if isinstance(minutes, bool) or not isinstance(minutes, int) or minutes < 1:
        raise wrong("not_minutes", "minutes", minutes=minutes)


def _enough(giving: Standing, minutes: int) -> None:
    free = giving.free
    if free is not None and minutes > free:
        key = giving.account.key
        raise wrong("not_enough", "minutes", account=key, free=max(0, free), minutes=minutes)
