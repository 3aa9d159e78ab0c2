"""For whom an entry says that it is: carers, veterans, people out of work.. as sets of bits.

Read from its name, the audiences and terms it is listed under, who it says it is for, and its words:
"support for carers" is for them, "women only" is for nobody else. What says nothing is for everybody.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntFlag
from functools import cache, lru_cache

from cydwaith.place.needs.rules.words import fold


class Circumstance(IntFlag):
    """Something that may be true of a person, and by which services choose whom they are for."""

    CARER = 1
    DISABLED = 2
    VETERAN = 4
    PARENT = 8
    LOW_INCOME = 16
    OUT_OF_WORK = 32
    LGBT = 64
    NEWCOMER = 128
    WOMAN = 256
    MAN = 512


NOTHING = Circumstance(0)
GENDERS = Circumstance.WOMAN | Circumstance.MAN
PEOPLE: Mapping[Circumstance, str] = {
    Circumstance.CARER: r"carers?|caregivers|gofalwr|gofalwyr|ofalwyr",
    Circumstance.DISABLED: (
        r"disabled|disability|disabilities|wheelchair users?|long[- ]term (?:health )?conditions?"
        r"|long[- ]term ill(?:ness(?:es)?)?|chronic(?:ally)? ill(?:ness(?:es)?)?|chronic conditions?"
        r"|visually impaired|sensory impaired|pobl anabl|bobl anabl|anabledd(?:au)?|cyflyrau hirdymor"
    ),
    Circumstance.VETERAN: (
        r"veterans?|ex[- ]?forces|ex[- ]?service(?:men|women|personnel)?|armed forces|service leavers"
        r"|cyn[- ]?filwyr|gyn[- ]?filwyr|lluoedd arfog"
    ),
    Circumstance.PARENT: (
        r"parents?|mums?|mothers?|mums to be|dads?|fathers?|grandparents|pregnant|expectant"
        r"|new families|young families|rhieni|rieni|mamau|famau|tadau|dadau|beichiog|feichiog"
    ),
    Circumstance.LOW_INCOME: (
        r"low[- ]incomes?|(?:on|receiving|claiming|receipt of) (?:\w+ ){0,2}(?:benefits?|universal credit)"
        r"|incwm isel|budd[- ]?daliadau|fudd[- ]?daliadau"
    ),
    Circumstance.OUT_OF_WORK: (
        r"unemployed|unemployment|out of work|job[- ]?seekers?|workless|not in work"
        r"|di[- ]?waith|ddi[- ]?waith"
    ),
    Circumstance.LGBT: (
        r"lgbt\w*|lesbians?|gay|bisexual|trans|transgender|non[- ]binary|queer|lhdt\w*|trawsryweddol"
    ),
    Circumstance.NEWCOMER: (
        r"refugees?|asylum|migrants?|newly arrived|people seeking sanctuary"
        r"|ffoadur\w*|ceiswyr lloches|geiswyr lloches|mudwyr|fudwyr"
    ),
    Circumstance.WOMAN: r"wom[ae]ns?|ladies|menywod|merched|ferched|fenywod",
    Circumstance.MAN: r"mens?|males?|dynion|ddynion",
}
LOOKS_BACK, LOOKS_ON = 60, 40
FOR = re.compile(
    r"\b(?:for|support(?:s|ing)?|help(?:s|ing)?|to|empower(?:s|ing)?|aimed at|among|work(?:s|ing)? with"
    r"|(?:people|adults|children|those|anyone|living|somebody|someone) with"
    r"|i|ar gyfer|cefnogi|helpu|pobl (?:gyda|ag|sydd)) (?:(?!than )[\w-]+,? ){0,3}?$"
)
"""What stands before people whom something is for."""
ALONE_BEFORE = re.compile(
    r"\b(?<!not )(?:(?:only|exclusively|solely) (?:for|open to|available to|supports?|works? with)"
    r"|must be|dim ond i) (?:[\w-]+,? ){0,3}?$"
)
ALONE_AFTER = re.compile(r"^(?: and \w+)?(?: only|-only| yn unig)\b")
"""What stands around people for whom alone something is."""


@dataclass(frozen=True, slots=True)
class Meant:
    """For whom it is (more for them than for others), and for whom only."""

    most: Circumstance = NOTHING
    only: Circumstance = NOTHING


EVERYBODY = Meant()
LONGEST, KEPT = 1500, 2000


@cache
def _people() -> re.Pattern[str]:
    """Any of the people, in a group of the name of what is true of them."""
    groups = "|".join(f"(?P<{one.name}>{people})" for one, people in PEOPLE.items())
    return re.compile(rf"\b(?:{groups})\b")


@lru_cache(maxsize=KEPT)
def meant_for(name: str, audiences: tuple[str, ...], about: str) -> Meant:
    """For whom it says that it is. ``audiences`` are the groups and terms that it is listed under."""
    most, only = NOTHING, NOTHING
    for one, _at, _end in _named(f"{fold(name)} . {' . '.join(map(fold, audiences))}"):
        most |= one
    for text in (fold(name), fold(about[:LONGEST])):
        for one, at, end in _named(text):
            before = text[max(0, at - LOOKS_BACK) : at]
            if ALONE_AFTER.match(text[end : end + LOOKS_ON]) or ALONE_BEFORE.search(before):
                only |= one
            elif FOR.search(before):
                most |= one
    return Meant(most | only, only)


def _named(text: str) -> Iterable[tuple[Circumstance, int, int]]:
    """Whom a folded text names, and from where to where."""
    for found in _people().finditer(text):
        yield Circumstance[found.lastgroup or ""], found.start(), found.end()


def is_for(meant: Meant, true_of_them: Circumstance) -> Circumstance:
    """Of what is true of them, that which it is for."""
    return meant.most & true_of_them


def is_only_for_others(meant: Meant, true_of_them: Circumstance) -> bool:
    """Whether it is only for people of whom something else is true.

    Who says nothing of being a woman or a man may be either.
    """
    others = meant.only & ~true_of_them
    if not meant.only or others != meant.only:
        return False
    return bool(others & ~GENDERS) or bool(true_of_them & GENDERS)
