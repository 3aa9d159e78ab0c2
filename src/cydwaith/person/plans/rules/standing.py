"""Whose words a plan holds, and whether the person stands behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cydwaith.commons.circle.rules import Scope


class Hand(StrEnum):
    """Whose hand an entry is in."""

    OWN = "own"
    TOGETHER = "together"
    OTHER = "other"


def hand(by_person: bool, with_person: bool) -> Hand:
    """Whose words these are: the person's, written with them, or another's about them."""
    if by_person:
        return Hand.OWN
    return Hand.TOGETHER if with_person else Hand.OTHER


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a record is in the person's own words: counts of entries."""

    own: int
    together: int
    total: int

    @property
    def fraction(self) -> float | None:
        """Own over total, from 0 to 1; None when nothing is written yet."""
        return self.own / self.total if self.total else None


def share(hands: Iterable[Hand]) -> Share:
    """The share over the entries as they stand now, whoever began them."""
    found = list(hands)
    return Share(found.count(Hand.OWN), found.count(Hand.TOGETHER), len(found))


class Standing(StrEnum):
    """Whether the person stands behind the plan as it is now."""

    NOT_AGREED = "not-agreed"
    AGREED = "agreed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Consent:
    """One agreement: the last change that it covers, and the parts that were on the table."""

    number: int
    scopes: Scope

    def covers(self, number: int, scope: Scope) -> bool:
        """Whether a change was in front of the person when they agreed."""
        return number <= self.number and scope in self.scopes


def standing(consent: Consent | None, by_others: Iterable[tuple[int, Scope]]) -> Standing:
    """Agreed only while everything that others wrote was there when the person agreed.

    ``by_others``: number and scope of changes not made by the person; the last of each
    scope is enough. Ratings are readings, not changes, and do not belong here.
    """
    if consent is None:
        return Standing.NOT_AGREED
    if all(consent.covers(number, scope) for number, scope in by_others):
        return Standing.AGREED
    return Standing.CHANGED
