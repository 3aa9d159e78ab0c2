"""Reading Pabulib's .pb files (pabulib.org/format): META, PROJECTS and VOTES, split by semicolons."""

import csv
from collections.abc import Iterator, Mapping
from fractions import Fraction

from .election import Ballot, Election, Project, amount
from .notes import wrong

SECTIONS = ("META", "PROJECTS", "VOTES")


def read_pabulib(text: str) -> Election:
    """The election of a file: approval, choose-1, cumulative, scoring and ordinal ballots.

    An ordinal ballot of n gives n points to its first, 1 to its last. Raises ``BudgetError``:
    ``not_pabulib`` with the line, and whatever ``Election.of`` raises.
    """
    meta: dict[str, str] = {}
    projects: list[Project] = []
    ballots: list[Ballot] = []
    for section, row, cells in _rows(text):
        if section == "META":
            meta[cells.get("key", "")] = cells.get("value", "")
        elif section == "PROJECTS":
            projects.append(_project(cells, row))
        else:
            ballots.append(_ballot(cells, row, meta.get("vote_type", "approval")))
    if "budget" not in meta:
        raise wrong("not_pabulib", "META", 1, why="META has no budget")
    return Election.of(meta["budget"].replace(",", "."), projects, ballots, meta)


def _rows(text: str) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    section, head = "", list[str]()
    for number, cells in enumerate(csv.reader(text.splitlines(), delimiter=";"), start=1):
        if not cells or not any(cell.strip() for cell in cells):
            continue
        if cells[0].strip().upper() in SECTIONS and len([cell for cell in cells if cell]) == 1:
            section, head = cells[0].strip().upper(), []
        elif not section:
            raise wrong("not_pabulib", "META", number, why="it must begin with META")
        elif not head:
            head = [cell.strip() for cell in cells]
        else:
            yield section, number, dict(zip(head, (cell.strip() for cell in cells), strict=False))


def _project(cells: Mapping[str, str], row: int) -> Project:
    cost = amount(cells.get("cost", "").replace(",", "."))
    if not cells.get("project_id") or cost is None:
        raise wrong("not_pabulib", "PROJECTS", row, why="a project needs project_id and cost")
    themes = tuple(theme for theme in cells.get("category", "").split(",") if theme)
    return Project(
        cells["project_id"], Fraction(cost), cells.get("name", ""), cells.get("neighborhood", ""), themes
    )


def _ballot(cells: Mapping[str, str], row: int, kind: str) -> Ballot:
    voter = cells.get("voter_id")
    if not voter:
        raise wrong("not_pabulib", "VOTES", row, why="a vote needs voter_id")
    chosen = [one for one in cells.get("vote", "").split(",") if one]
    if kind in ("cumulative", "scoring"):
        given = [amount(one) for one in cells.get("points", "").split(",") if one]
        if len(given) != len(chosen) or None in given:
            raise wrong("not_pabulib", "VOTES", row, why="there are not as many points as choices")
        return Ballot(voter, dict(zip(chosen, map(float, given), strict=True)))  # type: ignore[arg-type]
    if kind == "ordinal":
        return Ballot(voter, {one: float(len(chosen) - place) for place, one in enumerate(chosen)})
    return Ballot.approving(voter, *chosen)
