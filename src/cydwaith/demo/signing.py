"""Who can be signed in as in the demonstration."""

from dataclasses import dataclass

from cydwaith.commons.people.signing_in import DEMONSTRATION_CODE, DEMONSTRATION_SECOND_CODE

from .content import read


@dataclass(frozen=True, slots=True)
class SignIn:
    """One printed sign-in: both codes for staff, one for people; ``shows`` says what to look at.

    ``stands_for`` is the word in the list: the role, or what a partner is who has none of its own.
    """

    role: str
    stands_for: str
    name: str
    email: str
    code: str
    second_code: str
    shows: str
    shows_cy: str


def sign_ins() -> list[SignIn]:
    """The sign-ins in the order of the tour."""
    return [
        SignIn(
            role=one["role"],
            stands_for=one.get("stands_for", one["role"].replace("_", " ")),
            name=one["name"],
            email=one["email"],
            code=DEMONSTRATION_CODE,
            second_code="" if one["role"] == "person" else DEMONSTRATION_SECOND_CODE,
            shows=one["shows"],
            shows_cy=one["shows_cy"],
        )
        for one in read("accounts")["sign_ins"]
    ]
