"""``method opinion``: groups of opinion from votes, and which statement to ask next."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..exits import USAGE, Halt
from ..verbs import Verbs
from . import reading
from .answering import Answer, aligned, said, verb

if TYPE_CHECKING:
    from cydwaith.methods.opinion import OpinionMap
    from cydwaith.methods.pictures import Picture

GROUPS = {"en": ("Group", "Across", "Up", "People"), "cy": ("Grŵp", "Ar draws", "I fyny", "Pobl")}
COLUMNS = {
    "en": ("Statement", "Votes", "Agree %", "Disagree %"),
    "cy": ("Gosodiad", "Pleidleisiau", "Cytuno %", "Anghytuno %"),
}
TITLES = {"en": "Groups of opinion", "cy": "Grwpiau barn"}
FINDINGS = {
    "en": "{groups} groups among {people} people.",
    "cy": "{groups} grŵp ymhlith {people} o bobl.",
}
ASKED = {"en": "Ask about statement {statement} next.", "cy": "Holwch am osodiad {statement} nesaf."}
DONE = {"en": "There is nothing left to ask.", "cy": "Does dim ar ôl i'w ofyn."}


def add(group: Verbs) -> None:
    opinion = group.group("opinion", "Groups of opinion (map), and which statement to ask next (next).")
    drawn = verb(opinion, "map", _map, "Who stands near whom, what each group holds, what all agree on?")
    _votes(drawn)
    drawn.add_argument("--resamples", type=int, default=20, metavar="NUMBER", help="for stability (20)")
    drawn.add_argument("--seed", type=int, default=1, metavar="NUMBER", help="of the resamples (1)")
    asked = verb(opinion, "next", _next, "Which statement should this person be asked about next?")
    _votes(asked)
    asked.add_argument("--participant", metavar="ID", help="leave out what this person voted on")
    asked.add_argument("--open", action="store_true", help="ask about statements that wait, too")
    asked.add_argument("--seed", type=int, required=True, metavar="NUMBER", help="the same draws the same")


def _votes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--when", metavar="COLUMN", help="the column of times; the last vote counts")
    for name in ("participant", "statement", "vote"):
        parser.add_argument(f"--{name}-column", metavar="COLUMN", default=name, help=f"({name})")
    parser.add_argument(
        "--statements", metavar="FILE", help="a table with statement, moderated (1, 0, -1) and is_meta (0, 1)"
    )


def _read(options: argparse.Namespace) -> Any:
    from cydwaith.methods import opinion

    return opinion.read_votes(
        reading.table(options.file),
        participant=options.participant_column,
        statement=options.statement_column,
        vote=options.vote_column,
        when=options.when,
    )


def _moderation(options: argparse.Namespace) -> tuple[dict[Any, Any], list[Any]]:
    """State of each statement, and which are about the person."""
    if not options.statements:
        return {}, []
    table = reading.table(options.statements)
    names = [_name(value) for value in reading.column(table, "statement")]
    states = dict(zip(names, reading.column(table, "moderated"), strict=True))
    flags = table.get("is_meta", [0] * len(names))
    return states, [name for name, flag in zip(names, flags, strict=True) if flag]


def _name(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _map(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import opinion

    states, meta = _moderation(options)
    found = opinion.opinion_map(
        _read(options), moderation=states, meta=meta, resamples=options.resamples, seed=options.seed
    )
    result: dict[str, Any] = found.to_dict()
    finding = FINDINGS[options.language].format(groups=len(found.groups), people=len(found.participants))
    picture = _picture(found, finding, options.language) if found.groups else None
    places = aligned(picture.headers, picture.rows) if picture else []
    rows = [_row(one) for one in result["statements"]]
    table = aligned(COLUMNS[options.language], rows)
    lines = [finding, *places, "", *table, *said(result["notes"], options.language)]
    return Answer(result, lines, picture)


def _picture(found: OpinionMap, finding: str, language: str) -> Picture:
    from cydwaith.methods import pictures

    spots = [pictures.Spot(str(one.name), one.x, one.y, one.spread, one.people) for one in found.groups]
    return pictures.opinion_map(spots, title=TITLES[language], finding=finding, words=GROUPS[language])


def _row(one: Mapping[str, Any]) -> tuple[object, ...]:
    return (one["statement"], one["n"], one["agree_percent"], one["disagree_percent"])


def _next(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import opinion

    states, meta = _moderation(options)
    votes = _read(options)
    found = opinion.opinion_map(votes, moderation=states, meta=meta, resamples=0)
    states = states or dict.fromkeys(votes.statements, 1)
    chosen = opinion.next_statement(
        list(dict.fromkeys([*votes.statements, *states])),
        _voted(votes, options.participant),
        priorities=found.priorities,
        moderation=states,
        strict=not options.open,
        seed=options.seed,
    )
    line = DONE if chosen is None else ASKED
    return Answer({"statement": chosen}, [line[options.language].format(statement=chosen)])


def _voted(votes: Any, participant: str | None) -> set[Any]:
    if participant is None:
        return set()
    known = {str(name): n for n, name in enumerate(votes.participants)}
    if participant not in known:
        raise Halt(f"Nobody called {participant} has voted here.", USAGE)
    mine = votes.item[votes.person == known[participant]]
    return {votes.statements[n] for n in mine}
