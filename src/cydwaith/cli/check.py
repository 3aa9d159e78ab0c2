"""``check``: is this installation in order?"""

from __future__ import annotations

import argparse
import json

from . import exits
from .verbs import Verbs


def add(verbs: Verbs) -> None:
    verbs.verb("check", run, "Check the settings, the tables and the audit chain.", stands=True)


def run(options: argparse.Namespace) -> int:
    problems = _problems()
    if options.json:
        print(json.dumps({"ok": not problems, "problems": problems}))
    else:
        print("\n".join(problems) or "All is in order.")
    return exits.PROBLEMS if problems else exits.FINE


def _problems() -> list[str]:
    from django.core import checks

    from cydwaith.commons.audit.queries import verify
    from cydwaith.kernel import actor

    found = [str(problem) for problem in checks.run_checks(include_deployment_checks=False)]
    report = verify(actor.system("a check of the installation"))
    return found if report.ok else [*found, report.sentence]
