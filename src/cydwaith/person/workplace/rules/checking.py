"""What an employer says of itself."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Far(StrEnum):
    """How far an employer has come with one statement."""

    NOT_YET = "not-yet"
    SOME = "some"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Said:
    """An employer's answer to one statement: how far, what they will do, and by when."""

    far: Far
    will: str = ""
    by: date | None = None
