"""Urgent help in the language of the reader."""

from collections.abc import Iterable
from dataclasses import dataclass

from cydwaith.kernel.actor import Actor

from ..rules.crisis import Help, urgent


@dataclass(frozen=True, slots=True)
class Line:
    """A number to ring, or to text a word to, ready to show."""

    name: str
    number: str
    dial: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class UrgentHelp:
    """What stands first on the page; ``exit`` when a quick way out of it is needed."""

    lines: tuple[Line, ...] = ()
    exit: bool = False

    def __bool__(self) -> bool:
        return bool(self.lines)


def urgent_help(actor: Actor, words: str, needs: Iterable[str] = (), nation: str = "") -> UrgentHelp:
    """Who helps at once with what these words or needs speak of; nothing where they speak of no crisis."""
    found = urgent(words, needs, nation)
    return UrgentHelp(tuple(_line(each, actor.language) for each in found.help), found.exit)


def _line(one: Help, language: str) -> Line:
    shown = "cy" if language == "cy" else "en"
    return Line(one.name[shown], one.number, one.number.replace(" ", ""), one.about[shown], one.text)
