"""``demo load``: the demonstration place, once for each data folder."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from . import exits
from .parser import Verbs


def add(verbs: Verbs) -> None:
    verbs.group("demo", "The demonstration place.").verb("load", run, "Load the demonstration place once.")


def run(options: argparse.Namespace) -> int:
    loaded = load(options.data)
    if options.json:
        print(json.dumps({"loaded": loaded}))
    else:
        print(
            "The demonstration place is loaded." if loaded else "The demonstration place was there already."
        )
    return exits.FINE


def load(data: Path) -> bool:
    """Load it whole or not at all, and keep the sign-ins for the start to print; False when it was there."""
    from django.db import transaction

    from cydwaith.demo import build, signing

    kept = data / "demo.json"
    if kept.exists():
        return False
    with transaction.atomic():
        build.load()
    part = kept.with_suffix(".new")
    part.write_text(json.dumps([asdict(sign_in) for sign_in in signing.sign_ins()]))
    part.chmod(0o600)
    part.replace(kept)
    return True
