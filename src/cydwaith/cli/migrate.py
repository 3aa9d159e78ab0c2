"""``migrate``: bring the tables up to date."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from . import exits, stamps
from .parser import Verbs


def add(verbs: Verbs) -> None:
    verbs.verb("migrate", run, "Bring the tables in the data folder up to date.")


def run(options: argparse.Namespace) -> int:
    migrate(options.data)
    print(json.dumps({"migrated": True}) if options.json else f"The tables in {options.data} are up to date.")
    return exits.FINE


def migrate(data: Path) -> None:
    """Apply every migration and remember which ones these were."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    stamps.set(data, "migrations", stamps.migrations())
