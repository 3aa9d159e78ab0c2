"""Digests of what a step was made from: while they hold, a start skips the step."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from .folder import CHECKOUT

PACKAGE = Path(__file__).resolve().parents[1]
LOCK = CHECKOUT / "requirements" / "run.txt"


def migrations() -> str:
    """Of every migration of ours, the locked packages (they bring their own) and the database's address."""
    return _digest(
        [*sorted(PACKAGE.glob("**/migrations/*.py")), LOCK], os.environ.get("CYDWAITH_DATABASE_URL", "")
    )


def known_migrations() -> set[tuple[str, str]]:
    """Every migration of ours by its app and its name."""
    return {(path.parents[1].name, path.stem) for path in PACKAGE.glob("**/migrations/[0-9]*.py")}


def assets() -> str:
    """Of what the look and the catalogues are made from."""
    return _digest([*sorted(PACKAGE.glob("**/*.po")), *sorted(PACKAGE.glob("web/assets*"))])


def _digest(files: Iterable[Path], *words: str) -> str:
    found = sha256("\0".join(words).encode())
    for file in files:
        if file.is_file():
            found.update(f"\0{file.name}\0".encode() + file.read_bytes())
    return found.hexdigest()


def read(folder: Path) -> dict[str, str]:
    try:
        return dict(json.loads((folder / "stamps.json").read_text()))
    except (OSError, ValueError):
        return {}


def holds(folder: Path, step: str, digest: str) -> bool:
    return read(folder).get(step) == digest


def remember(folder: Path, step: str, digest: str) -> None:
    """Remember that a step was done from what the digest stands for."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"stamps.json.{os.getpid()}"
    part.write_text(json.dumps(read(folder) | {step: digest}))
    part.replace(folder / "stamps.json")
