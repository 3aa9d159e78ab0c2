"""``demo load``: the demonstration place, once for each data folder."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from . import exits
from .verbs import Verbs

SIGN_INS = "demo.json"


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

    there = build.loaded()
    if not there:
        with transaction.atomic():
            build.load()
    part = (data / SIGN_INS).with_suffix(".new")
    part.write_text(json.dumps([asdict(sign_in) for sign_in in signing.sign_ins()]))
    part.chmod(0o600)
    part.replace(data / SIGN_INS)
    return not there


def sign_ins(data: Path) -> list[dict[str, str]]:
    """The sign-ins of the demonstration in this folder; none where it was not loaded."""
    kept = data / SIGN_INS
    return list(json.loads(kept.read_text())) if kept.exists() else []


def in_words(sign_ins: list[dict[str, str]]) -> str:
    """The sign-ins as a table for the terminal."""
    lines = [
        f"  {one.get('stands_for', one['role']):12} {one['email']:26} "
        f"{one['code']:7} {one['second_code']:7} {one['shows']}"
        for one in sign_ins
    ]
    head = f"  {'role':12} {'e-mail':26} {'code':7} {'second':7} what to look at"
    return "\n".join(["Sign in as anyone of the demonstration:", "", head, *lines])
