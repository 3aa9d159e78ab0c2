"""The ways of asking the directory, each as a page or a person would."""

from __future__ import annotations

from dataclasses import dataclass

from cydwaith.kernel.actor import anonymous
from cydwaith.place.directory import queries as directory
from cydwaith.place.needs import queries as needs

from .scoring import DEPTH, Wording

KEYWORD, FIRST_GUESS, CONFIRMED, CHOSEN = "keyword", "recognise-first", "person-confirms", "from-the-list"
WAYS = (KEYWORD, FIRST_GUESS, CONFIRMED, CHOSEN)
SHOWN_GUESSES = 4


@dataclass(frozen=True)
class Answer:
    """What was guessed, and the services shown for each way, best first, by the feed's own ids."""

    guesses: tuple[str, ...]
    shown: dict[str, list[str]]


def ask(wording: Wording) -> Answer:
    """Ask all ways."""
    actor = anonymous(wording.language)
    guesses = tuple(guess.need.key for guess in needs.recognise(actor, wording.words, SHOWN_GUESSES))
    confirmed = next((need for need in wording.needs if need in guesses), None)
    first = guesses[0] if guesses else None
    taken = {KEYWORD: None, FIRST_GUESS: first, CONFIRMED: confirmed, CHOSEN: wording.needs[0]}
    return Answer(guesses, {way: _search(wording, need) for way, need in taken.items()})


def _search(wording: Wording, need: str | None) -> list[str]:
    """The services for these words and this need; for the words alone when no need is taken."""
    actor = anonymous(wording.language)
    taken = {"need": need} if need else {}
    found = directory.search(actor, wording.words, size=DEPTH, **taken)
    return [row.external_id for row in found.rows]
