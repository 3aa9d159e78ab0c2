"""Accounts: whose time it is, how far below nothing it may go, and whether it can give at all."""

from dataclasses import dataclass
from enum import StrEnum

from .notes import wrong


class AccountKind(StrEnum):
    """What an account is for. Time is issued, held, used (``retired``) or lost (``expired``)."""

    ISSUE = "issue"
    ORGANISATION = "organisation"
    MEMBER = "member"
    VENUE = "venue"
    RETIRED = "retired"
    EXPIRED = "expired"
    OTHER_PLACE = "other place"


NEVER_GIVES = frozenset({AccountKind.RETIRED, AccountKind.EXPIRED})
NO_FLOOR = frozenset({AccountKind.ISSUE, AccountKind.OTHER_PLACE})


@dataclass(frozen=True, slots=True)
class Account:
    """An account. ``floor`` in minutes, 0 or below: how low its balance may go (None: no limit).

    The key says nothing of a person's health or of why they came.
    """

    key: str
    kind: AccountKind
    floor: int | None = 0
    closed: bool = False

    @property
    def gives(self) -> bool:
        """Whether time can ever leave it."""
        return self.kind not in NEVER_GIVES


def checked(account: Account) -> Account:
    """The account, if it can be. Raises ``LedgerError`` ``not_a_floor``."""
    floor = account.floor
    if floor is None and account.kind not in NO_FLOOR:
        raise wrong("not_a_floor", "floor")
    if floor is not None and (isinstance(floor, bool) or not isinstance(floor, int) or floor > 0):
        raise wrong("not_a_floor", "floor")
    return account
