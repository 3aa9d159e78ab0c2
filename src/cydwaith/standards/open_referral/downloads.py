"""Downloads kept beside the database: made when somebody asks and anything has changed, and each night."""

from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings

from cydwaith.kernel.actor import Actor, system
from cydwaith.place.directory.queries import publishing

from . import bulk


@dataclass(frozen=True, slots=True)
class Download:
    """One file that anybody can take."""

    name: str
    form: str
    version: str
    media: str


DOWNLOADS = (
    Download("directory-3.0.jsonl", "jsonl", "3.0", "application/x-ndjson"),
    Download("directory-3.0.json", "json", "3.0", "application/json"),
    Download("directory-3.0.csv.zip", "csv", "3.0", "application/zip"),
    Download("directory-1.0.jsonl", "jsonl", "1.0", "application/x-ndjson"),
    Download("directory-1.0.json", "json", "1.0", "application/json"),
)
BY_NAME = {download.name: download for download in DOWNLOADS}


def folder() -> Path:
    """Where they are kept."""
    kept: Path = settings.DATA / "open-data"
    kept.mkdir(exist_ok=True)
    return kept


def ready(actor: Actor, download: Download) -> Path:
    """The file as the directory stands now; made first where it is older."""
    path = folder() / f"{_mark(publishing.stamp(actor).text)}-{download.name}"
    if not path.exists():
        _make(actor, download, path)
        _forget(download, keep=path)
    return path


def _mark(stamp: str) -> str:
    return blake2b(stamp.encode(), digest_size=8).hexdigest()


def _make(actor: Actor, download: Download, path: Path) -> None:
    """Beside its place first, so that nobody ever takes half a file."""
    with NamedTemporaryFile(dir=path.parent, prefix="part-", delete=False) as target:
        try:
            bulk.write(actor, target, form=download.form, version=download.version, said=_silence)  # type: ignore[arg-type]
        except BaseException:
            with suppress(OSError):
                Path(target.name).unlink()
            raise
    Path(target.name).replace(path)


def _silence(count: int) -> None:
    """Nobody watches."""


def _forget(download: Download, keep: Path) -> None:
    """Remove the older ones; who is taking one still gets all of it, where the system allows that."""
    for old in folder().glob(f"*-{download.name}"):
        if old != keep:
            with suppress(OSError):
                old.unlink()


def prepare() -> None:
    """Make whatever is not up to date."""
    actor = system("the nightly downloads")
    for download in DOWNLOADS:
        ready(actor, download)
