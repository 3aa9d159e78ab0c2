"""What a part is written from."""

from dataclasses import dataclass

from ..rules.profile import ProfileAnswers
from ..rules.statement import StatementAnswers
from ..rules.vocabulary import Kind, Reader


@dataclass(frozen=True, slots=True)
class Source:
    """The answers of one person, as far as this document may use them."""

    kind: Kind
    reader: Reader
    said: StatementAnswers
    profile: ProfileAnswers | None
    health: str
