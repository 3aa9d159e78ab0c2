"""What an employer can answer to the one question that they are asked."""

from enum import StrEnum


class Answer(StrEnum):
    """Were these hours worked?"""

    YES = "yes"
    DIFFERENT = "different"
    NO = "no"
