"""``directory export``: the whole directory in one file."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from .. import exits
from ..verbs import Verbs

FORMATS, VERSIONS = ("jsonl", "json", "csv"), ("3.0", "1.0")
NO_TABLES = "Version 1.0 has no tables. Ask for --format jsonl or json, or for --version 3.0."


def add(group: Verbs) -> None:
    giving = group.verb("export", run_export, "Write all that the directory publishes as Open Referral.")
    giving.add_argument("file", metavar="FILE", nargs="?", default="-", help="where to; - is the output (-)")
    giving.add_argument(
        "--format", choices=FORMATS, default="jsonl", help="csv is a zip with a table for each kind (jsonl)"
    )
    giving.add_argument("--version", choices=VERSIONS, default="3.0", help="of Open Referral UK (3.0)")


def run_export(options: argparse.Namespace) -> int:
    if options.format == "csv" and options.version == "1.0":
        raise exits.Halt(NO_TABLES, exits.USAGE)
    count = _to_output(options) if options.file == "-" else _to_file(options, Path(options.file))
    said = {"records": count, "file": options.file, "format": options.format, "version": options.version}
    print(json.dumps(said) if options.json else f"{count} records written.", file=sys.stderr)
    return exits.FINE


def _to_output(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.standards.open_referral import bulk

    return bulk.write(
        actor.system("an export of the directory"),
        sys.stdout.buffer,
        form=options.format,
        version=options.version,
        said=_progress if sys.stderr.isatty() and not sys.stdout.isatty() else _silence,
    )


def _to_file(options: argparse.Namespace, path: Path) -> int:
    """Beside it first, then in its place: a broken export leaves the old file as it was."""
    from cydwaith.kernel import actor
    from cydwaith.standards.open_referral import bulk

    beside = path.with_name(f"{path.name}.part")
    try:
        with beside.open("wb") as target:
            count = bulk.write(
                actor.system("an export of the directory"),
                target,
                form=options.format,
                version=options.version,
                said=_progress if sys.stderr.isatty() else _silence,
            )
        beside.replace(path)
    except OSError as error:
        raise exits.Halt(f"{path} could not be written: {error.strerror}.") from error
    return count


def _progress(count: int) -> None:
    if count % 100 == 0:
        print(f"\r{count} records", end="", file=sys.stderr, flush=True)


def _silence(count: int) -> None:
    """Nobody watches."""
