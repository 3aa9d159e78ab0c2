"""``prepare``: what is made from the source before the first page: the look and the compiled languages."""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import redirect_stdout

from . import exits, folder, stamps
from .verbs import Verbs


def add(verbs: Verbs) -> None:
    verbs.verb("prepare", run, "Fetch the look (govuk-frontend) and compile the languages.", database=False)


def run(options: argparse.Namespace) -> int:
    compiled = compile_catalogues()
    fetched = _fetch()
    stamps.remember(folder.CHECKOUT / "build", "assets", stamps.assets())
    if options.json:
        print(json.dumps({"catalogues": compiled, "look": fetched}))
    else:
        print(f"Compiled {compiled} catalogues.")
    return exits.FINE


def _fetch() -> bool:
    """Fetch the look; without a network our own sheet is good enough, and a sentence on stderr says so."""
    from cydwaith.web import assets

    with redirect_stdout(sys.stderr):
        return assets.fetch()


def compile_catalogues() -> int:
    """Compile every .po beside itself; returns how many there are."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    sources = sorted(stamps.PACKAGE.glob("**/LC_MESSAGES/*.po"))
    for source in sources:
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name)
        part = source.with_suffix(f".mo.{os.getpid()}")  # two starts at once do not share a part
        with part.open("wb") as file:
            write_mo(file, catalogue)
        part.replace(source.with_suffix(".mo"))
    return len(sources)
