"""What is asked to be posted, and what was posted: one giver, one receiver, for good."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from cydwaith.kernel import chain

NAMESPACE = UUID("0a4f0f0e-4f5a-5f0e-9a44-6d3c1f0f2b11")
START = chain.START


@dataclass(frozen=True, slots=True)
class Transfer:
    """A request: ``minutes`` from one account to another, under a key of the sender's own.

    ``effective`` is the day that it is for, where that is not the day of posting.
    """

    key: str
    giving: str
    receiving: str
    minutes: int
    reason: str
    effective: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A posting, as it stays. ``reverses`` is the id of the posting that it takes back."""

    id: UUID
    number: int
    posted: datetime
    transfer: Transfer
    reverses: UUID | None
    previous: str
    digest: str

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {
            **_plain(self.transfer),
            "id": str(self.id),
            "number": self.number,
            "posted": self.posted.isoformat(),
            "reverses": str(self.reverses) if self.reverses else None,
            "previous": self.previous,
            "digest": self.digest,
        }


def entry(number: int, posted: datetime, transfer: Transfer, reverses: UUID | None, previous: str) -> Entry:
    """A posting with its id, derived from its key so that a repeat is known, and its digest."""
    identity = uuid5(NAMESPACE, transfer.key)
    return Entry(
        identity, number, posted, transfer, reverses, previous,
        digest(identity, number, posted, transfer, reverses, previous),
    )  # fmt: skip


def digest(
    identity: UUID, number: int, posted: datetime, transfer: Transfer, reverses: UUID | None, previous: str
) -> str:
    """SHA-256 over the digest before and everything in the posting."""
    content = {
        **_plain(transfer),
        "id": str(identity),
        "number": number,
        "posted": posted.isoformat(),
        "reverses": str(reverses or ""),
    }
    return chain.digest(previous, content)


def _plain(transfer: Transfer) -> dict[str, object]:
    effective = transfer.effective.isoformat() if transfer.effective else None
    return {**asdict(transfer), "effective": effective}
