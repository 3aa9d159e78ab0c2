"""A sentence model is used when it is there and is the one that was pinned; else nothing changes."""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cydwaith.kernel import actor
from cydwaith.place.needs import model_file, queries
from cydwaith.place.needs.rules.index import build
from cydwaith.place.needs.rules.scoring import recognise
from cydwaith.place.needs.rules.vectors import model_of

from .conftest import small

WORDS = ["owe", "money", "everywhere", "skinted", "sing", "love", "warbling"]
MATRIX = np.array(
    [[1, 0, 0], [1, 0.1, 0], [0.9, 0, 0.1], [1, 0, 0.05], [0, 1, 0], [0, 1, 0.1], [0.05, 1, 0]],
    dtype=np.float32,
)


def test_a_word_of_no_phrase_is_recognised_by_its_neighbours() -> None:
    listing = small()
    model = model_of(listing, WORDS, MATRIX)
    assert recognise(build(listing), "warbling") == ()
    assert [m.key for m in recognise(build(listing), "warbling", model.alike)] == ["choir"]
    assert [m.key for m in recognise(build(listing), "skinted", model.alike)] == ["debt"]


def test_words_that_the_model_does_not_know_change_nothing() -> None:
    model = model_of(small(), WORDS, MATRIX)
    assert model.alike("zebra") == {}
    assert model.alike("") == {}


def _save(folder: Path, pin: str | None) -> None:
    folder.mkdir(exist_ok=True)
    np.savez(
        folder / "vectors.npz", words=np.array([*WORDS, "flibbert"]), matrix=np.vstack([MATRIX, MATRIX[4]])
    )
    digest = hashlib.sha256((folder / "vectors.npz").read_bytes()).hexdigest()
    (folder / "vectors.sha256").write_text(pin or f"{digest}  vectors.npz\n")


@pytest.mark.django_db
@pytest.mark.parametrize(("pin", "found"), [(None, ["arts-music"]), ("0" * 64, [])])
def test_only_the_pinned_file_is_used(
    pin: str | None, found: list[str], tmp_path: Path, settings: Any
) -> None:
    settings.DATA = tmp_path
    _save(tmp_path / "needs", pin)
    model_file._models.clear()
    assert [guess.need.key for guess in queries.recognise(actor.anonymous(), "flibbert", limit=1)] == found
