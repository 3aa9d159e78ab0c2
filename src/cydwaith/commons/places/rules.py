"""Postcodes, codes of places and indices of deprivation: pure rules."""

import re
from dataclasses import dataclass
from enum import StrEnum

_GAPS = re.compile(r"[\s.\-]+")
_POSTCODE = re.compile(r"(?:[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}|GIR0AA)")
_OUTWARD = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
_CODE = re.compile(r"[A-Z][0-9]{8}")
_INVENTED = re.compile(r"X[0-9]{8}|ZZ[A-Z][0-9]{0,6}")
DEGREE = 1_000_000


class Level(StrEnum):
    """How large a place is, the smallest first."""

    NEIGHBOURHOOD = "neighbourhood"
    WARD = "ward"
    COUNCIL = "council"
    BOARD = "board"
    REGION = "region"
    NATION = "nation"


SIZES = {level: size for size, level in enumerate(Level)}

LEVELS_BY_PREFIX = {
    **dict.fromkeys(("E01", "W01", "S01", "N20", "N21", "X01", "ZZN"), Level.NEIGHBOURHOOD),
    **dict.fromkeys(("E05", "W05", "S13", "N08", "X05", "ZZW"), Level.WARD),
    **dict.fromkeys(("E06", "E07", "E08", "E09", "W06", "S12", "N09", "X06", "ZZL"), Level.COUNCIL),
    **dict.fromkeys(("E54", "W11", "S08", "X11", "ZZB"), Level.BOARD),
    **dict.fromkeys(("E12", "X12"), Level.REGION),
    **dict.fromkeys(("E92", "W92", "S92", "N92", "X92", "ZZC"), Level.NATION),
}

NATIONS = {"E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland", "X": "Wales", "Z": "Wales"}


def normalise_postcode(text: str) -> str | None:
    """The key of a full postcode, as in ``CF101EP``; ``None`` if it is not one."""
    key = _GAPS.sub("", text).upper()
    return key if _POSTCODE.fullmatch(key) else None


def normalise_outward(text: str) -> str | None:
    """The first half of a postcode, as in ``CF10``; ``None`` if it is not one."""
    key = _GAPS.sub("", text).upper()
    return key if _OUTWARD.fullmatch(key) else None


def outward_of(key: str) -> str:
    """The first half of a normalised postcode."""
    return key[:-3]


def spaced(key: str) -> str:
    """A normalised postcode as people write it: ``CF10 1EP``."""
    return f"{key[:-3]} {key[-3:]}"


def is_code(text: str) -> bool:
    """Whether the text has the shape of a statistical (GSS) code, as ``W06000015``."""
    return bool(_CODE.fullmatch(text))


def is_invented(code: str) -> bool:
    """Whether a code is one of an invented place: ``X01000001``, or ``ZZN001`` as its postcodes begin."""
    return bool(_INVENTED.fullmatch(code)) and level_of(code) is not None


def real_code(text: str) -> str:
    """The code, or nothing where the source has a blank or a filler such as ``E99999999``."""
    code = text.strip().upper()
    return code if is_code(code) and not code.endswith("99999999") else ""


def level_of(code: str) -> Level | None:
    """How large the place with this code is, from its first three characters."""
    return LEVELS_BY_PREFIX.get(code[:3])


def nation_of(code: str) -> str:
    """The nation that a code belongs to; invented places are in Wales."""
    return NATIONS.get(code[:1], "")


def fold(name: str) -> str:
    """A name as it is compared: lower case, single spaces, plain apostrophes and hyphens."""
    plain = name.replace("\u2019", "'").replace("\u2010", "-")
    return " ".join(plain.casefold().split())


def plausible(latitude: float, longitude: float) -> bool:
    """Whether a WGS84 point in degrees lies in or near the United Kingdom."""
    return 49.0 <= latitude <= 61.5 and -9.5 <= longitude <= 2.5


@dataclass(frozen=True, slots=True)
class Index:
    """One nation's index of deprivation: decile 1 is the most deprived tenth *of that nation*."""

    key: str
    nation: str
    name: str
    year: int
    neighbourhoods: int
    census: int


INDICES = {
    index.key: index
    for index in (
        Index("iod2025", "England", "English Indices of Deprivation", 2025, 33755, 2021),
        Index("wimd2019", "Wales", "Welsh Index of Multiple Deprivation", 2019, 1909, 2011),
    )
}
