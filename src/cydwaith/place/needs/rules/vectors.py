"""An optional sentence model: the mean of word vectors, compared with those of the phrases.

What it takes in is any file of static vectors, a row for each word; nothing is learnt here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .listing import LANGUAGES, Listing
from .words import words

Floats = np.ndarray[Any, np.dtype[np.float32]]
ALIKE = 0.6
MOST_LIFT = 0.6


@dataclass(frozen=True)
class Vectors:
    """Words and their vectors: ``matrix`` has a row for each word."""

    places: Mapping[str, int]
    matrix: Floats

    def of(self, text: str) -> Floats | None:
        """The direction of a text, of length 1; None when no word of it is known."""
        rows = [self.places[word] for word in words(text) if word in self.places]
        if not rows:
            return None
        mean = self.matrix[rows].mean(axis=0)
        length = float(np.linalg.norm(mean))
        return mean / length if length else None


@dataclass(frozen=True)
class SentenceModel:
    """The vectors of every phrase, and which need each belongs to."""

    vectors: Vectors
    keys: tuple[str, ...]
    phrases: Floats

    def alike(self, text: str) -> dict[str, float]:
        """How far the text lifts each need, 0 to ``MOST_LIFT``; needs that it is not near are left out."""
        direction = self.vectors.of(text)
        if direction is None or not self.keys:
            return {}
        near: dict[str, float] = {}
        for key, cosine in zip(self.keys, self.phrases @ direction, strict=True):
            if cosine > ALIKE:
                lift = MOST_LIFT * (float(cosine) - ALIKE) / (1 - ALIKE)
                near[key] = min(MOST_LIFT, max(near.get(key, 0.0), lift))
        return near


def model_of(listing: Listing, names: Sequence[str], matrix: Floats) -> SentenceModel:
    """A model for this list from words and a matrix of shape (words, dimensions)."""
    vectors = Vectors({name: at for at, name in enumerate(names)}, matrix.astype(np.float32))
    said = [
        (entry.key, direction)
        for entry in listing.entries
        for language in LANGUAGES
        for phrase in entry.words[language].phrases
        if (direction := vectors.of(phrase)) is not None
    ]
    rows = np.array([direction for _, direction in said], dtype=np.float32)
    return SentenceModel(vectors, tuple(key for key, _ in said), rows)
