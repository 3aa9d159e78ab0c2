"""The folder of a feed: answers as they came, and a list of them that is written after each."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from time import time
from uuid import UUID

from django.conf import settings

from ..rules import Saved, Why
from .asking import NoAnswer

LIST = "list.json"
GOES_ON_SECONDS = 6 * 3600
NOT_MODIFIED = 304
PAGE, DETAIL = "page", "detail"


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer in the folder: where from, and what to say when asking for it again."""

    address: str
    role: str
    file: str
    etag: str = ""
    modified: str = ""


class Folder:
    """Answers of one fetch. Opened again, it goes on where it stopped."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept: dict[str, Kept] = {}
        if (path / LIST).exists():
            rows = json.loads((path / LIST).read_text())
            self._kept = {row["address"]: Kept(**row) for row in rows}

    def get(self, address: str) -> Kept | None:
        """What was kept of this address."""
        return self._kept.get(address)

    def file(self, address: str) -> Path:
        """Where the answer of an address stands, or will."""
        self.path.mkdir(parents=True, exist_ok=True)
        return self.path / hashlib.blake2b(address.encode(), digest_size=16).hexdigest()

    def keep(self, address: str, role: str, etag: str = "", modified: str = "") -> Kept:
        """Say that the answer of this address is here."""
        kept = Kept(address, role, self.file(address).name, etag, modified)
        self._kept[address] = kept
        return kept

    def write(self) -> None:
        """Write the list, at once or not at all."""
        self.path.mkdir(parents=True, exist_ok=True)
        part = self.path / f"{LIST}.part"
        part.write_text(json.dumps([asdict(kept) for kept in self._kept.values()]))
        part.replace(self.path / LIST)

    def saved(self) -> Iterator[Saved]:
        """Every answer, pages before records of their own."""
        for role in (PAGE, DETAIL):
            for kept in self._kept.values():
                if kept.role == role:
                    yield Saved(kept.address, self.path / kept.file)

    def count(self) -> int:
        """How many answers."""
        return len(self._kept)

    def digest(self) -> str:
        """A fingerprint of all the answers, in their order."""
        found = hashlib.blake2b(digest_size=16)
        for saved in self.saved():
            found.update(saved.address.encode() + b"\n")
            with saved.path.open("rb") as file:
                while chunk := file.read(1 << 20):
                    found.update(chunk)
        return found.hexdigest()

    def take_from(self, other: "Folder", address: str, role: str) -> None:
        """Copy an answer that has not changed since. Raises NoAnswer where nobody asked about one."""
        kept = other.get(address)
        if kept is None:
            raise NoAnswer(Why.UNREADABLE, NOT_MODIFIED)
        shutil.copyfile(other.path / kept.file, self.file(address))
        self.keep(address, role, kept.etag, kept.modified)

    def clear(self) -> None:
        """Throw the answers away."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._kept = {}


def home(feed_id: UUID) -> Path:
    """The folder of a feed."""
    return Path(settings.DATA) / "feeds" / str(feed_id)


def latest(feed_id: UUID) -> Folder:
    """What is being fetched, or is held."""
    return Folder(home(feed_id) / "latest")


def unfinished(feed_id: UUID) -> Folder:
    """What a fetch that stopped half-way has left, while that is young enough to go on with."""
    found = latest(feed_id)
    if found.count() and time() - (found.path / LIST).stat().st_mtime > GOES_ON_SECONDS:
        found.clear()
    return found


def applied(feed_id: UUID) -> Folder:
    """What was last taken in."""
    return Folder(home(feed_id) / "applied")


def settle(feed_id: UUID) -> None:
    """What was fetched is taken in: next time is held against it."""
    old, new = home(feed_id) / "applied", home(feed_id) / "latest"
    shutil.rmtree(old, ignore_errors=True)
    if new.exists():
        new.replace(old)
