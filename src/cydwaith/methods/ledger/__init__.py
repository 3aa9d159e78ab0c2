"""A double-entry ledger of time: nothing is edited, nothing posts twice, balances can be worked out again."""

from .accounts import Account, AccountKind
from .books import Books
from .chain import Fault, balances_on, verify
from .entry import Entry, Transfer
from .notes import LedgerError
from .posting import Standing, post, reverse

__all__ = [
    "Account",
    "AccountKind",
    "Books",
    "Entry",
    "Fault",
    "LedgerError",
    "Standing",
    "Transfer",
    "balances_on",
    "post",
    "reverse",
    "verify",
]
