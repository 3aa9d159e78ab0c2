"""Words of crisis and abuse: when urgent help stands first. Fails safe: one phrase anywhere is enough.

The phrases and where help is are data, reviewed by people (``data/crisis.toml`` says by whom and when).
No words around a phrase take it back: a phrase that is said harmlessly shows help that nobody needed.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from cydwaith.place.needs.rules.words import distance, roots, words

FILE = Path(__file__).resolve().parents[1] / "data" / "crisis.toml"
CHOICE = re.compile(r"\(([^)]*)\)|([^()\s]+)")
BETWEEN = 1
"""How many other words may stand between two words of a phrase."""
FORGIVING, VERY_FORGIVING = 5, 10
"""From what length on a word may hold one slip of the finger, and two."""
ALONE = 7
"""From what length on a phrase of a single word may hold one: "raped" is too near to "raced"."""
MUTABLE = 4

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Help:
    """One place where help is at once; ``nation`` is empty where it is for all, ``source`` says so."""

    key: str
    name: Mapping[str, str]
    number: str
    about: Mapping[str, str]
    source: str
    nation: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of crisis: its phrases, who helps, best first, and the needs of the list that are the same."""

    key: str
    phrases: tuple[Phrase, ...]
    help: tuple[Help, ...]
    needs: frozenset[str]
    exit: bool


@dataclass(frozen=True, slots=True)
class Urgent:
    """What to show: who helps, most urgent first, and whether a quick way out of the page is needed."""

    help: tuple[Help, ...] = ()
    exit: bool = False

    def __bool__(self) -> bool:
        return bool(self.help)


@cache
def topics() -> tuple[Topic, ...]:
    """The reviewed rules."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    helps = {key: Help(key=key, **said) for key, said in raw["help"].items()}
    return tuple(_topic(key, said, helps) for key, said in raw["topic"].items())


def _topic(key: str, raw: Mapping[str, list[str]], helps: Mapping[str, Help]) -> Topic:
    return Topic(
        key,
        tuple(phrase for line in raw["phrases"] for phrase in expand(line)),
        tuple(helps[name] for name in raw["help"]),
        frozenset(raw["needs"]),
        bool(raw.get("exit")),
    )


def expand(line: str) -> Iterator[Phrase]:
    """Every phrase that a line stands for: "(he|she) hits me" is two."""
    slots = [(inner or plain).split("|") for inner, plain in CHOICE.findall(line)]
    for chosen in product(*slots):
        yield tuple(words(" ".join(chosen)))


@cache
def _vocabulary() -> Mapping[str, tuple[str, ...]]:
    """The words of all phrases, the long ones by their first letter for slips of the finger."""
    found = {word for topic in topics() for phrase in topic.phrases for word in (*phrase, "".join(phrase))}
    long = [word for word in sorted(found) if len(word) >= FORGIVING]
    by_letter = {letter: tuple(w for w in long if w[0] == letter) for letter in {w[0] for w in long}}
    return {"": tuple(sorted(found)), **by_letter}


@cache
def _known() -> frozenset[str]:
    return frozenset(_vocabulary()[""])


def urgent(text: str, needs: Iterable[str] = (), nation: str = "") -> Urgent:
    """Who can help at once with what these words, or these needs, speak of; empty when nothing does.

    ``nation`` ("wales", "england" ..) leaves out lines that are only for another.
    """
    said, asked = words(text), set(needs)
    heard = [_may_be(word) for word in said]
    found = [topic for topic in topics() if topic.needs & asked or _speaks(topic, said, heard)]
    lines = {line.key: line for topic in found for line in topic.help}
    fitting = tuple(line for line in lines.values() if not (nation and line.nation) or line.nation == nation)
    return Urgent(fitting, any(topic.exit for topic in found))


def _may_be(word: str) -> frozenset[str]:
    """The words of phrases that a word may be: itself, its Welsh root, or one with a slip of the finger."""
    known = _known()
    found = {word} & known
    if len(word) >= MUTABLE:
        found |= known.intersection(roots(word))
    for other in _vocabulary().get(word[0], ()):
        slips = 2 if len(other) >= VERY_FORGIVING else 1
        if abs(len(other) - len(word)) <= slips and distance(word, other, slips) <= slips:
            found.add(other)
    return frozenset(found)


def _speaks(topic: Topic, said: Sequence[str], heard: Sequence[frozenset[str]]) -> bool:
    everything: frozenset[str] = frozenset().union(*heard)
    phrases = {phrase for word in everything for phrase in _by_start(topic.key).get(word, ())}
    return any(_is_said(phrase, said, heard, everything) for phrase in phrases)


@cache
def _by_start(key: str) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of a topic by their first word, and by all their words run together."""
    phrases = next(topic.phrases for topic in topics() if topic.key == key)
    starts: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        for start in {phrase[0], "".join(phrase)}:
            starts[start].append(phrase)
    return {start: tuple(found) for start, found in starts.items()}


def _is_said(
    phrase: Phrase, said: Sequence[str], heard: Sequence[frozenset[str]], everything: frozenset[str]
) -> bool:
    joined = "".join(phrase)
    if joined in everything and (len(joined) >= ALONE or joined in said):
        return True
    return len(phrase) > 1 and everything.issuperset(phrase) and _holds(heard, phrase)


def _holds(heard: Sequence[frozenset[str]], phrase: Phrase) -> bool:
    """Whether the words of the phrase stand in this order with little between them."""
    ends = {at for at, word in enumerate(heard) if phrase[0] in word}
    for part in phrase[1:]:
        ends = {
            at
            for end in ends
            for at in range(end + 1, min(len(heard), end + 2 + BETWEEN))
            if part in heard[at]
        }
    return bool(ends)
