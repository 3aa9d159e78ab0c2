"""The file of the optional sentence model: used when it is there and is the one that was pinned.

In the data folder, ``needs/vectors.npz`` with arrays ``words`` and ``matrix``, and beside it
``needs/vectors.sha256`` with its SHA-256. Everything works without.
"""

import hashlib
import logging
from functools import lru_cache
from pathlib import Path

import numpy as np
from django.conf import settings

from .rules.listing import Listing
from .rules.vectors import SentenceModel, model_of

_log = logging.getLogger(__name__)
_models: dict[tuple[int, str], SentenceModel | None] = {}


def sentence_model(listing: Listing) -> SentenceModel | None:
    """The model for this list, or None; read once in each process for each list."""
    folder = Path(settings.DATA) / "needs"
    if not _is_there(folder):
        return None
    key = (id(listing), str(folder))
    if key not in _models:
        _models.clear()
        _models[key] = _read(folder, listing)
    return _models[key]


@lru_cache(maxsize=8)
def _is_there(folder: Path) -> bool:
    return (folder / "vectors.npz").is_file()


def _read(folder: Path, listing: Listing) -> SentenceModel | None:
    file, pin = folder / "vectors.npz", folder / "vectors.sha256"
    pinned = pin.read_text().split()[:1] if pin.is_file() else []
    if pinned != [hashlib.sha256(file.read_bytes()).hexdigest()]:
        _log.warning("The sentence model is not the one that was pinned; needs are recognised without it.")
        return None
    with np.load(file, allow_pickle=False) as arrays:
        return model_of(listing, [str(word) for word in arrays["words"]], arrays["matrix"])
