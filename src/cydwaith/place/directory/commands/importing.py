"""Taking in a feed: good records land, bad ones are named, nothing is half-written."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice

from django.db import DatabaseError

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from .. import among
from ..models import FromFeed, Service, Source
from ..models.kinds import MODELS
from ..policy import may_keep_directory
from ..rules.incoming import Incoming, Reader, Rejected, canonical, digest, identity, storable
from ..rules.records import Problem, Severity, Withdrawn
from .indexing import reindex
from .staging import Staging

BATCH = 1000
MOST_PROBLEMS = 10_000
TWICE = "This id stands on another record of this feed ({where}). Give each record its own id."
UNTAKEN = "The database could not take it in: {error}"


@dataclass
class Report:
    """What became of the records of a feed. A note is about a record that landed."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def landed(self) -> int:
        """Records that are in the directory now."""
        return self.created + self.changed + self.unchanged

    def add(self, problem: Problem) -> None:
        """Count and keep a problem; past ten thousand they are only counted."""
        self.rejected += problem.severity is Severity.REJECTED
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)

    def include(self, other: "Report") -> None:
        """Add another report's counts and problems."""
        self.created += other.created
        self.changed += other.changed
        self.unchanged += other.unchanged
        for problem in other.problems:
            self.add(problem)


@dataclass(frozen=True, slots=True)
class Admitted:
    """A record with an id of its own, and its digest."""

    incoming: Incoming
    digest: str


def import_feed(
    actor: Actor,
    *,
    source: str,
    pieces: Iterable[Incoming | Problem],
    read: Reader,
    address: str = "",
    progress: Callable[[int], None] | None = None,
) -> Report:
    """Take in a whole feed, batch by batch; ``progress`` hears how many records were seen. Raises Refused."""
    open_source(actor, name=source, address=address)
    report, door, seen = Report(), _Door(), 0
    heard: set[str] = set()
    stream = iter(pieces)
    with _no_search_for_garbage():
        while batch := list(islice(stream, BATCH)):
            admitted = list(door.admit(batch, report))
            report.include(_import(actor, source, admitted, read, heard))
            seen += len(batch)
            if progress:
                progress(seen)
    return report


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """A batch makes many objects and no cycles: a search through all that the program holds finds nothing.

    It would take a fifth of the time of a large feed.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Door:
    """Lets each id in once: a feed that gives two records one id would overwrite the first each time."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str, str], tuple[str, str]] = {}

    def admit(self, pieces: Iterable[Incoming | Problem], report: Report) -> Iterator[Admitted]:
        """The records that may go on; problems go to the report."""
        for piece in pieces:
            if isinstance(piece, Problem):
                report.add(piece)
                continue
            try:
                yield self._check(piece)
            except Rejected as error:
                report.add(_problem(piece, str(error)))

    def _check(self, piece: Incoming) -> Admitted:
        name = identity(piece.data)
        text = canonical(piece.data)
        found = digest(text)
        before, where = self._seen.setdefault((piece.kind, piece.form, name), (found, piece.where))
        if before != found:
            raise Rejected(TWICE.format(where=where))
        data = storable(piece.data, text)
        return Admitted(piece if data is piece.data else replace(piece, data=data), found)


def _problem(piece: Incoming, reason: str, severity: Severity = Severity.REJECTED) -> Problem:
    return Problem(piece.name, piece.id, reason, piece.where, severity)


def _import(actor: Actor, source: str, batch: Sequence[Admitted], read: Reader, heard: set[str]) -> Report:
    """One batch; when the database refuses it, each of its records alone."""
    if not batch:
        return Report()
    try:
        return import_records(actor, source=source, batch=batch, read=read, heard=heard)
    except DatabaseError as error:
        heard.clear()
        if len(batch) == 1:
            report = Report()
            report.add(_problem(batch[0].incoming, UNTAKEN.format(error=error)))
            return report
    together = Report()
    for one in batch:
        together.include(_import(actor, source, [one], read, heard))
    return together


@command("directory_source_opened", permit=may_keep_directory)
def open_source(actor: Actor, *, name: str, address: str = "") -> Done[Source]:
    """The source of this name, made when there is none; remembers when it was last imported."""
    source, _ = Source.objects.get_or_create(name=name)
    source.address, source.imported_at = address or source.address, clock.now()
    source.save()
    return Done(source, subject=source.id, fields=("address", "imported_at"))


@command("directory_records_imported", permit=may_keep_directory)
def import_records(
    actor: Actor, *, source: str, batch: Sequence[Admitted], read: Reader, heard: set[str]
) -> Done[Report]:
    """Take in one batch of records in one transaction; ``heard`` are words remembered by earlier batches."""
    owner = Source.objects.get(name=source)
    staging, report = Staging(owner, read), Report()
    fresh = _fresh(owner, batch)
    report.unchanged = len(batch) - len(fresh)
    staging.load(admitted.incoming for admitted in fresh)
    for admitted in fresh:
        _stage(staging, admitted, report)
    reindex(staging.write(), staging.services(), heard)
    return Done(report, subject=owner.id)


def _fresh(owner: Source, batch: Sequence[Admitted]) -> list[Admitted]:
    """Those that are not as they came last time. Of most of a feed only the digests are read."""
    known: dict[tuple[str, str, str], str] = {}
    for kind in {one.incoming.kind for one in batch}:
        wanted = among.ids(one.incoming.data["id"] for one in batch if one.incoming.kind == kind)
        rows = MODELS[kind]._default_manager.filter(source=owner, external_id__in=wanted)
        if kind == "service":
            rows = rows.exclude(withdrawn_why=Withdrawn.GONE)
        for name, digests in rows.values_list("external_id", "digests"):
            known.update({(kind, form, name): found for form, found in digests.items()})
    return [one for one in batch if known.get(_key(one.incoming)) != one.digest]


def _key(piece: Incoming) -> tuple[str, str, str]:
    return piece.kind, piece.form, piece.data["id"]


def _is_gone(row: FromFeed) -> bool:
    return isinstance(row, Service) and row.withdrawn_why == Withdrawn.GONE


def _stage(staging: Staging, admitted: Admitted, report: Report) -> None:
    piece = admitted.incoming
    row = staging.row(piece)
    if row and row.digests.get(piece.form) == admitted.digest and not _is_gone(row):
        report.unchanged += 1
        return
    try:
        notes = staging.stage(piece, admitted.digest)
    except Rejected as error:
        report.add(_problem(piece, str(error)))
        return
    report.created += row is None
    report.changed += row is not None
    for note in notes:
        report.add(_problem(piece, note, Severity.NOTE))
