"""What makes coming easier, read from the words of an entry: a set of bits."""

import re
from collections.abc import Iterable
from enum import IntFlag

from cydwaith.place.needs.rules.words import fold


class Access(IntFlag):
    """Something that a person may need in order to come."""

    STEP_FREE = 1
    BSL = 2
    WELSH = 4
    CHILDCARE = 8
    HEARING_LOOP = 16
    PARKING = 32
    TOILET = 64


SIGNS: dict[Access, re.Pattern[str]] = {
    Access.STEP_FREE: re.compile(
        r"step.?free|wheelchair|level access|level entrance|ramp(ed|s)?\b|\blift\b|fully accessible"
        r"|heb risiau|cadair olwyn|cadeiriau olwyn|mynediad gwastad"
    ),
    Access.BSL: re.compile(r"\bbsl\b|british sign language|sign language|iaith arwyddion"),
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
    Access.STEP_FREE: ("step", "wheelchair", "level", "ramp", "lift", "fully", "risiau", "olwyn", "gwastad"),
    Access.BSL: ("bsl", "sign language", "arwyddion"),
    Access.WELSH: ("welsh", "gymraeg"),
    Access.CHILDCARE: ("creche", "childcare", "gofal plant"),
    Access.HEARING_LOOP: ("loop", "dolen"),
    Access.PARKING: ("parking", "parcio"),
    Access.TOILET: ("toilet", "wc", "changing", "toiled"),
}
"""Without one of these in a text its sign cannot be there: cheaper to look for than the sign."""
DENIED = re.compile(r"\b(no|not|without|isnt|nid|dim|nid oes) (\w+ )?$")
LANGUAGES = {"cy": Access.WELSH, "welsh": Access.WELSH, "cymraeg": Access.WELSH, "bfi": Access.BSL}
LANGUAGES |= {"bsl": Access.BSL, "british sign language": Access.BSL}


def access_bits(texts: Iterable[str], languages: Iterable[str]) -> int:
    """What these words and languages (names or codes) say is there; "no lift" says nothing."""
    found = 0
    for text in texts:
        said = fold(text)
        for access, sign in SIGNS.items():
            if any(cue in said for cue in CUES[access]):
                found |= access * any(not _is_denied(said, match.start()) for match in sign.finditer(said))
    for language in languages:
        found |= LANGUAGES.get(fold(language).strip(), 0)
    return int(found)


def _is_denied(said: str, at: int) -> bool:
    """Whether the words just before say that it is not there."""
    return bool(DENIED.search(said[max(0, at - 24) : at]))
