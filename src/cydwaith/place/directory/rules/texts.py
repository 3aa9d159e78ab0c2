"""What an entry says in one place, folded and parted into words once for all that read it."""

from dataclasses import dataclass

from cydwaith.place.needs.rules.words import LONGEST, fold

LETTERS = bytes(byte if chr(byte).isalnum() and byte < 128 else 32 for byte in range(256))


@dataclass(frozen=True, slots=True)
class Text:
    """As it is written; folded; its words in order (cut where none can be so long), and each word once."""

    written: str
    folded: str
    words: list[str]
    vocabulary: frozenset[str]


NOTHING = Text("", "", [], frozenset())


def text(written: str) -> Text:
    """Fold what is written and part it into words, as ``words`` of the needs do but many times as fast."""
    if not written:
        return NOTHING
    folded = fold(written)
    words = folded.encode("ascii", "replace").translate(LETTERS).decode().split()
    vocabulary = frozenset(words)
    if max(map(len, vocabulary), default=0) > LONGEST:
        words = [word[:LONGEST] for word in words]
        vocabulary = frozenset(words)
    return Text(written, folded, words, vocabulary)
