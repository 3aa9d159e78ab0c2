"""``migrate``: bring the tables up to date."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from . import exits, stamps
from .exits import Halt
from .verbs import Verbs


def add(verbs: Verbs) -> None:
    verbs.verb("migrate", run, "Bring the tables in the data folder up to date.")


def run(options: argparse.Namespace) -> int:
    migrate(options.data)
    print(json.dumps({"migrated": True}) if options.json else f"The tables in {options.data} are up to date.")
    return exits.FINE


def migrate(data: Path) -> None:
    """Apply every migration and remember which ones these were."""
    from django.core.management import call_command

    if _are_newer():
        raise Halt(
            f"The tables in {data} were made by a newer Cydwaith: start that one, "
            "or restore an older backup into another folder."
        )
    call_command("migrate", verbosity=0, interactive=False)
    stamps.remember(data, "migrations", stamps.migrations())


def _are_newer() -> bool:
    """Whether the database has been through a migration of ours that this version does not hold."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("cydwaith.")}
    loader = MigrationLoader(connection)
    return any(
        label in ours and (label, name) not in loader.disk_migrations
        for label, name in loader.applied_migrations
    )
