"""From a sentence to words that the list may know: in either language, misspelt, mutated or denied."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .common import BETWEEN, COMMON_ENGLISH, COMMON_WELSH, DENIALS, PASSED_OVER, SAME, TOGETHER
from .stems import english, welsh
from .words import WORD, fold, roots

SURFACE = re.compile(r"[\w'’‘`]+")
LEANT_ON = re.compile(r"(?<=\w)['’‘`](?:r|n|i|m|u|w|ch|th)$", re.IGNORECASE)
MOST_TOKENS = 120
E, W = "e", "w"


@dataclass(slots=True)
class Token:
    """One word of a sentence: as written, folded, and the stems that it may stand for."""

    surface: str
    word: str
    forms: tuple[str, ...] = ()
    trust: float = 1.0
    is_idle: bool = False
    is_denied: bool = False


def split(text: str) -> list[tuple[str, str]]:
    """Pairs of a word as written and as the list knows it; articles and such are passed over."""
    pairs = [(found, part) for found in SURFACE.findall(text) for part in WORD.findall(fold(_bare(found)))]
    joined = list(_joined(pairs[:MOST_TOKENS]))
    return [(surface, word) for surface, word in joined if word not in PASSED_OVER] or joined


def _bare(word: str) -> str:
    """Welsh words lean on the one before: "babi'n", "biliau'r"; what leans is passed over."""
    return LEANT_ON.sub("", word)


def _joined(pairs: Sequence[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    at = 0
    while at < len(pairs):
        for size in (3, 2):
            meant = TOGETHER.get(tuple(word for _, word in pairs[at : at + size]))
            if meant:
                yield " ".join(surface for surface, _ in pairs[at : at + size]), meant
                at += size
                break
        else:
            surface, word = pairs[at]
            yield surface, SAME.get(word, word)
            at += 1


def forms_of(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """The stems of the list that this word may be; a Welsh one also without its mutation."""
    own = [form for form in (E + english(word), W + welsh(word)) if known(form)]
    if is_ordinary(word) or any(form[0] == E for form in own):
        return tuple(own)
    unmutated = (form for root in roots(word) if known(form := W + welsh(root)))
    return tuple(dict.fromkeys([*own, *unmutated]))


def is_ordinary(word: str) -> bool:
    """Whether it is a word that everybody uses of everything."""
    return word in COMMON_ENGLISH or word in COMMON_WELSH


def lean(tokens: Sequence[Token]) -> None:
    """A word of both languages is taken in the language of the words around it."""
    welsh_only = sum(_only(token, W) or token.word in COMMON_WELSH for token in tokens)
    english_only = sum(_only(token, E) or token.word in COMMON_ENGLISH for token in tokens)
    if welsh_only == english_only:
        return
    spoken = W if welsh_only > english_only else E
    for token in tokens:
        if len({form[0] for form in token.forms}) == 2:
            token.forms = tuple(form for form in token.forms if form[0] == spoken)


def _only(token: Token, language: str) -> bool:
    return bool(token.forms) and all(form[0] == language for form in token.forms)


def deny(tokens: Sequence[Token], deniable: Callable[[Token], bool]) -> None:
    """Mark what somebody says they are not: "not depressed", "don't drink", "ddim yn ysmygu"."""
    for at, token in enumerate(tokens):
        if token.word in DENIALS:
            for other in tokens[at + 1 : at + 5]:
                if deniable(other):
                    other.is_denied = True
                elif other.word not in BETWEEN:
                    break
