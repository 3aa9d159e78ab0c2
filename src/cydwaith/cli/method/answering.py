"""Answering: JSON for machines, a table for people, a picture on request, and refusals in words."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..exits import FINE, PROBLEMS, Halt
from ..verbs import Verbs

if TYPE_CHECKING:
    from cydwaith.methods.pictures import Picture


@dataclass(frozen=True)
class Answer:
    """What a method found: plain values, lines for people, and where there is one a picture."""

    result: Mapping[str, Any]
    lines: Sequence[str]
    picture: Picture | None = None


Ask = Callable[[argparse.Namespace], Answer]


def verb(group: Verbs, name: str, ask: Ask, summary: str) -> argparse.ArgumentParser:
    """A method's verb: a file in; ``--svg`` and ``--language`` besides its own options."""
    parser = group.verb(name, partial(_run, ask), summary, database=False)
    parser.epilog = (
        "Without a terminal, or with --json, the answer is one JSON object.\n\n"
        "exit codes:\n  0  answered\n  1  the input is wrong, or the question was refused\n  2  wrong usage\n"
    )
    parser.add_argument("file", metavar="FILE", help="CSV, JSON or Parquet; - for standard input")
    parser.add_argument("--svg", metavar="FILE", type=Path, help="write the picture here")
    parser.add_argument("--language", choices=("en", "cy"), default="en", help="of what is said (en)")
    return parser


def _run(ask: Ask, options: argparse.Namespace) -> int:
    from cydwaith.methods.notes import MethodError

    try:
        answer = ask(options)
    except MethodError as error:
        raise Halt(error.note.words.in_language(options.language), PROBLEMS) from None
    if options.svg:
        _draw(answer, options.svg)
    refusals = answer.result.get("refusals") or ()
    if options.json or not sys.stdout.isatty():
        print(json.dumps(answer.result, ensure_ascii=False, allow_nan=False))
    else:
        print("\n".join([*answer.lines, *said(refusals, options.language)]))
    return PROBLEMS if refusals else FINE


def _draw(answer: Answer, path: Path) -> None:
    if answer.picture is None:
        raise Halt("There is no picture of this answer.", PROBLEMS)
    path.write_text(answer.picture.svg(), encoding="utf-8")


def said(notes: Sequence[Mapping[str, Any]], language: str) -> list[str]:
    """Notes as lines, in a language: as ``Note.to_dict`` or ``plain`` gives them."""
    return [str((one.get("words") or one)[language]) for one in notes]


def aligned(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """A table of text with its columns in line."""
    cells = [list(headers), *([("" if cell is None else str(cell)) for cell in row] for row in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(headers))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]
