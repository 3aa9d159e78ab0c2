"""The words of messages: generic on purpose, since anyone may see a phone's lock screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Subject and one line of text; both may be lazy translations."""

    subject: str
    line: str


_kinds: dict[str, Wording] = {}


def register(kind: str, subject: str, line: str) -> None:
    """Say how a kind of message is worded; from an app's ``ready``. No names, no health words."""
    _kinds[kind] = Wording(subject, line)


def wording(kind: str) -> Wording:
    """How a kind is worded. Raises ``KeyError`` for a kind that nobody registered."""
    return _kinds[kind]
