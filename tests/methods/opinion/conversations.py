"""Recorded and published conversations, read for the tests."""

import gzip
import json
from functools import cache
from typing import NamedTuple

import numpy as np

from cydwaith.methods.opinion import Votes, read_votes
from tests.methods.real import DATA, rows


class Recorded(NamedTuple):
    """A live server's own result, and the votes that it came from."""

    math: dict
    votes: Votes
    moderation: dict[int, int]
    meta: list[int]
    groups: dict[int, int]


@cache
def recorded(name: str) -> Recorded:
    with gzip.open(DATA / f"polis-recorded-{name}" / "recorded-math.json.gz", "rt") as file:
        math = json.load(file)
    people = dict(zip(math["base-clusters"]["id"], math["base-clusters"]["members"], strict=True))
    groups = {
        who: group["id"]
        for group in math["group-clusters"]
        for base in group["members"]
        for who in people[base]
    }
    votes = rows(f"polis-recorded-{name}/votes.csv.gz")
    table = {
        title: [int(row[title]) for row in votes]
        for title in ("participant", "statement", "vote", "modified_ms")
    }
    state = {
        int(row["statement"]): int(row["moderated"]) for row in rows(f"polis-recorded-{name}/comments.csv.gz")
    }
    return Recorded(math, read_votes(table, when="modified_ms"), state, math["meta-tids"], groups)


class Published(NamedTuple):
    """A published conversation with its groups; None is in no group."""

    expected: dict
    votes: Votes
    moderation: dict[int, int]
    groups: list[str | None]


@cache
def published(name: str) -> Published:
    people = rows(f"polis-{name}/participants-votes.csv.gz")
    statements = [title for title in people[0] if title.isdecimal()]
    cells = [[float(row[title]) if row[title] else np.nan for title in statements] for row in people]
    votes = read_votes(
        np.array(cells),
        participants=[int(row["participant"]) for row in people],
        statements=[int(title) for title in statements],
    )
    state = {int(row["comment-id"]): int(row["moderated"]) for row in rows(f"polis-{name}/comments.csv.gz")}
    expected = json.loads((DATA / f"polis-{name}" / "expected.json").read_text())
    return Published(expected, votes, state, [row["group-id"] or None for row in people])


def camps(
    sizes: tuple[int, ...] = (30, 20), statements: int = 16, seed: int = 1, said: float = 0.8
) -> np.ndarray:
    """People in camps that vote apart; a fifth of the votes is not cast."""
    rng = np.random.default_rng(seed)
    sides = rng.choice([-1.0, 1.0], size=(len(sizes), statements))
    sides[1] = -sides[0]
    true = np.repeat(sides, sizes, axis=0)
    noise = rng.choice([-1.0, 0.0, 1.0], size=true.shape)
    votes = np.where(rng.random(true.shape) < 0.85, true, noise)
    return np.where(rng.random(true.shape) < said, votes, np.nan)
