"""A whole ledger in memory, on the rules of posting: for notebooks, simulations and proofs."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from . import posting
from .accounts import Account, checked
from .entry import Entry, Transfer
from .notes import wrong
from .posting import Standing


class Books:
    """Accounts and their postings. Every change goes through the rules; a refused one changes nothing."""

    def __init__(self, accounts: Iterable[Account] = ()) -> None:
        self._accounts: dict[str, Account] = {}
        self._balances: dict[str, int] = {}
        self._held: dict[str, int] = {}
        self._holds: dict[str, tuple[str, int]] = {}
        self._entries: list[Entry] = []
        self._by_key: dict[str, Entry] = {}
        self._reversed: set[UUID] = set()
        for account in accounts:
            self.open(account)

    @property
    def entries(self) -> Sequence[Entry]:
        """Every posting, oldest first."""
        return tuple(self._entries)

    def open(self, account: Account) -> None:
        """Open an account. Raises ``LedgerError``: ``account_exists``, ``not_a_floor``."""
        if account.key in self._accounts:
            raise wrong("account_exists", "key", account=account.key)
        self._accounts[account.key] = checked(account)
        self._balances[account.key] = self._held[account.key] = 0

    def close(self, key: str) -> None:
        """Close an empty account. Raises ``LedgerError``: ``no_such_account``, ``balance_left``."""
        standing = self.standing(key)
        if standing.balance or standing.held:
            raise wrong("balance_left", "key", account=key, minutes=standing.balance or standing.held)
        self._accounts[key] = replace(standing.account, closed=True)

    def standing(self, key: str) -> Standing:
        """An account with its balance. Raises ``LedgerError`` ``no_such_account``."""
        if key not in self._accounts:
            raise wrong("no_such_account", "account", account=key)
        return Standing(self._accounts[key], self._balances[key], self._held[key])

    def post(self, transfer: Transfer, posted: datetime) -> Entry:
        """Post a transfer; sent again, it is the same posting."""
        found = posting.post(
            transfer,
            giving=self.standing(transfer.giving),
            receiving=self.standing(transfer.receiving),
            posted=posted,
            last=self._last(),
            seen=self._by_key.get(transfer.key),
        )
        return self._kept(found)

    def post_all(self, transfers: Sequence[Transfer], posted: datetime) -> tuple[Entry, ...]:
        """Post linked transfers: all of them, or none."""
        before = len(self._entries)
        try:
            return tuple(self.post(one, posted) for one in transfers)
        except Exception:
            while len(self._entries) > before:
                self._forget(self._entries.pop())
            raise

    def reverse(self, entry_id: UUID, *, key: str, reason: str, posted: datetime) -> Entry:
        """Take a posting back whole, once."""
        was = next((one for one in self._entries if one.id == entry_id), None)
        if was is None:
            raise wrong("nothing_to_reverse", "entry")
        found = posting.reverse(
            was,
            key=key,
            reason=reason,
            giving=self.standing(was.transfer.receiving),
            receiving=self.standing(was.transfer.giving),
            posted=posted,
            last=self._last(),
            seen=self._by_key.get(key),
            reversed_before=entry_id in self._reversed,
        )
        return self._kept(found)

    def hold(self, key: str, account: str, minutes: int) -> None:
        """Promise minutes without giving them yet; they are not free for anything else.

        The same hold again changes nothing. Raises ``LedgerError``: ``key_used``, ``not_minutes``,
        ``not_enough``, ``never_gives``, ``account_closed``.
        """
        if key in self._holds:
            if self._holds[key] != (account, minutes):
                raise wrong("key_used", "key", key=key)
            return
        posting.may_hold(self.standing(account), minutes)
        self._holds[key] = (account, minutes)
        self._held[account] += minutes

    def release(self, key: str) -> None:
        """Let a promise go; one that is gone stays gone."""
        account, minutes = self._holds.pop(key, ("", 0))
        if account:
            self._held[account] -= minutes

    def balance(self, key: str) -> int:
        """Minutes in an account. Raises ``LedgerError`` ``no_such_account``."""
        return self.standing(key).balance

    def _last(self) -> Entry | None:
        return self._entries[-1] if self._entries else None

    def _kept(self, found: Entry) -> Entry:
        if found.transfer.key not in self._by_key:
            self._entries.append(found)
            self._by_key[found.transfer.key] = found
            self._move(found, 1)
            if found.reverses:
                self._reversed.add(found.reverses)
        return found

    def _forget(self, found: Entry) -> None:
        """Undo a posting that was never told to anybody."""
        del self._by_key[found.transfer.key]
        self._move(found, -1)

    def _move(self, found: Entry, way: int) -> None:
        self._balances[found.transfer.giving] -= way * found.transfer.minutes
        self._balances[found.transfer.receiving] += way * found.transfer.minutes
