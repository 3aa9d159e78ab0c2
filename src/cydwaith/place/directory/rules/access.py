"""What makes coming easier, read from the words of an entry: a set of bits."""

import re
from collections.abc import Iterable
from enum import IntFlag
from functools import lru_cache, reduce
from operator import or_

from cydwaith.place.needs.rules.words import fold

from .texts import Text


class Access(IntFlag):
    """Something that a person may need in order to come."""

    STEP_FREE = 1
    BSL = 2
    WELSH = 4
    CHILDCARE = 8
    HEARING_LOOP = 16
    PARKING = 32
    TOILET = 64


# Each begins with a letter, so that a search leaps to where one stands: "\blift" would be tried everywhere.
SIGNS: dict[Access, re.Pattern[str]] = {
    Access.STEP_FREE: re.compile(
        r"step.?free|wheelchair|level access|level entrance|ramp(ed|s)?\b|l(?<!\w.)ift\b|fully accessible"
        r"|heb risiau|cadair olwyn|cadeiriau olwyn|mynediad gwastad"
    ),
    Access.BSL: re.compile(r"b(?<!\w.)sl\b|british sign language|sign language|iaith arwyddion"),
    Access.WELSH: re.compile(r"welsh[- ](speak|language)|in welsh|through welsh|yn gymraeg|siarad cymraeg"),
    Access.CHILDCARE: re.compile(r"creche|childcare (is )?(provided|available|on site)|gofal plant"),
    Access.HEARING_LOOP: re.compile(r"hearing (induction )?loop|induction loop|dolen (clyw|sain)"),
    Access.PARKING: re.compile(
        r"(disabled|accessible|blue badge) parking|parcio i bobl anabl|parcio hygyrch"
    ),
    Access.TOILET: re.compile(
        r"(disabled|accessible) (toilet|wc)|changing places|toiled (hygyrch|i bobl anabl)"
    ),
}
CUES: dict[Access, tuple[str, ...]] = {
    Access.STEP_FREE: (
        *("step", "wheelchair", "level access", "level entrance", "ramp", "lift", "fully accessible"),
        *("heb risiau", "olwyn", "mynediad gwastad"),
    ),
    Access.BSL: ("bsl", "sign language", "arwyddion"),
    Access.WELSH: ("welsh", "gymraeg"),
    Access.CHILDCARE: ("creche", "childcare", "gofal plant"),
    Access.HEARING_LOOP: ("loop", "dolen"),
    Access.PARKING: ("parking", "parcio"),
    Access.TOILET: ("toilet", "accessible wc", "disabled wc", "changing places", "toiled"),
}
"""Without one of these in a text its sign cannot be there: cheaper to look for than the sign."""
FIRST = {cue.split()[0]: access.value for access, cues in CUES.items() for cue in cues}
BEGINS = re.compile("|".join(FIRST))
MOST_QUIET = 50_000
_quiet: set[str] = set()
DENIED = re.compile(r"\b(no|not|without|isnt|nid|dim|nid oes) (\w+ )?$")
LANGUAGES = {"cy": Access.WELSH, "welsh": Access.WELSH, "cymraeg": Access.WELSH, "bfi": Access.BSL}
LANGUAGES |= {"bsl": Access.BSL, "british sign language": Access.BSL}


def access_bits(texts: Iterable[Text], languages: Iterable[str]) -> int:
    """What these words and languages (names or codes) say is there; "no lift" says nothing."""
    found = 0
    for text in texts:
        for access in _cued(_cues(text.vocabulary)):
            if any(cue in text.folded for cue in CUES[access]) and _shows(text.folded, access):
                found |= access
    for language in languages:
        found |= LANGUAGES.get(fold(language).strip(), 0)
    return int(found)


def _cues(vocabulary: frozenset[str]) -> int:
    """What the cues are for that these words may begin. A word that begins none is looked into once."""
    fresh = vocabulary - _quiet
    begun = list(filter(BEGINS.search, fresh))
    if len(begun) < len(fresh) and len(_quiet) < MOST_QUIET:
        _quiet.update(fresh.difference(begun))
    return reduce(or_, map(_cue, begun), 0)


@lru_cache(maxsize=1000)
def _cue(word: str) -> int:
    return reduce(or_, (access for cue, access in FIRST.items() if cue in word))


@lru_cache(maxsize=1 << len(Access))
def _cued(bits: int) -> tuple[Access, ...]:
    return tuple(access for access in Access if bits & access)


def _shows(said: str, access: Access) -> bool:
    return any(not _is_denied(said, match.start()) for match in SIGNS[access].finditer(said))


def _is_denied(said: str, at: int) -> bool:
    """Whether the words just before say that it is not there."""
    return bool(DENIED.search(said[max(0, at - 24) : at]))
