"""``method budgets``: what a vote buys, under a rule that is named."""

from __future__ import annotations

import argparse
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ..exits import USAGE, Halt
from ..verbs import Verbs
from . import reading
from .answering import Answer, aligned, said, verb

if TYPE_CHECKING:
    from cydwaith.methods.budgets import Ballot, Election, Outcome

HEADERS = {
    "en": ("Project", "Votes", "Cost", "Won", "Why"),
    "cy": ("Prosiect", "Pleidleisiau", "Cost", "Enillodd", "Pam"),
}
YES_NO = {"en": ("no", "yes"), "cy": ("na", "do")}
FINDINGS = {
    "en": "{rule}: {won} of {all} projects for {cost:,.0f} of {budget:,.0f}. "
    "{happy:.0f}% of voters have a project that won.",
    "cy": "{rule}: {won} o {all} prosiect am {cost:,.0f} o {budget:,.0f}. "
    "Mae gan {happy:.0f}% o bleidleiswyr brosiect a enillodd.",
}


def add(group: Verbs) -> None:
    parser = verb(group, "budgets", _count, "Count a shared budget, and say why each project won or lost.")
    parser.epilog = (
        f"{parser.epilog}\nThe file is Pabulib (.pb, .pb.gz), or JSON with budget, projects and ballots."
    )
    parser.add_argument("--rule", default="equal-shares", choices=("greedy", "equal-shares", "phragmen"))
    parser.add_argument("--by", default="votes", help="greedy: votes or points")
    parser.add_argument(
        "--completion", default="add1-overshoot", help="none, add1-exhaustive or add1-overshoot"
    )
    parser.add_argument("--satisfaction", default="cost", help="cost, number or points")


def _count(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import budgets, pictures

    election = _election(options.file)
    found: Outcome
    if options.rule == "greedy":
        found = budgets.greedy(election, by=options.by)
    elif options.rule == "phragmen":
        found = budgets.phragmen(election)
    else:
        found = budgets.equal_shares(
            election, completion=options.completion, satisfaction=options.satisfaction
        )
    finding = FINDINGS[options.language].format(
        rule=found.rule, won=len(found.selected), all=len(found.decisions), cost=found.cost,
        budget=found.budget,
        happy=found.with_a_win.percent,
    )  # fmt: skip
    won = YES_NO[options.language]
    bars = [
        pictures.Bar(one.name or one.project, one.votes, f"{one.votes} ({won[one.funded]})")
        for one in found.decisions
    ]
    picture = pictures.bars(bars, title=found.rule, finding=finding, words=HEADERS[options.language][:3])
    result: dict[str, Any] = found.to_dict()
    table = aligned(HEADERS[options.language], _rows(found, options.language))
    return Answer(result, [finding, *table, *said(result["notes"], options.language)], picture)


def _rows(found: Outcome, language: str) -> list[tuple[object, ...]]:
    won = YES_NO[language]
    return [
        (
            one.name or one.project,
            one.votes,
            f"{one.cost:,.0f}",
            won[one.funded],
            one.why.words.in_language(language),
        )
        for one in found.decisions
    ]


def _election(name: str) -> Election:
    from cydwaith.methods.budgets import Election, Project, read_pabulib
    from cydwaith.methods.budgets.election import amount

    text = reading.text(name)
    if not text.lstrip().startswith("{"):
        return read_pabulib(text)
    data = reading.document_of(text, name)
    try:
        projects = [
            Project(
                str(row["id"]),
                amount(row["cost"]) or Fraction(0),
                str(row.get("name") or ""),
                str(row.get("area") or ""),
                tuple(map(str, row.get("themes") or ())),
            )
            for row in data["projects"]
        ]
        ballots = [_ballot(row) for row in data["ballots"]]
        return Election.of(data["budget"], projects, ballots)
    except (KeyError, TypeError, AttributeError) as error:
        needs = "An election needs budget, projects (id, cost) and ballots (voter, vote)"
        raise Halt(f"{needs}: {error!r}.", USAGE) from None


def _ballot(row: dict[str, Any]) -> Ballot:
    from cydwaith.methods.budgets import Ballot

    vote = row["vote"]
    points = vote if isinstance(vote, dict) else dict.fromkeys(vote, 1.0)
    return Ballot(str(row["voter"]), {str(key): float(given) for key, given in points.items()})
