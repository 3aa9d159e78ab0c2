"""``work``: the worker. Does what is queued, and queues what is due."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from . import exits, troubles
from .verbs import Verbs

TICK, PAUSE = 30.0, 5.0


def add(verbs: Verbs) -> None:
    verb = verbs.verb("work", run, "Run a worker: queued jobs, and the periodic ones when they are due.")
    verb.add_argument("--once", action="store_true", help="do what is queued and due now, then stop")


def run(options: argparse.Namespace) -> int:
    from django.utils.crypto import get_random_string
    from django_tasks_db.management.commands.db_worker import Worker

    from cydwaith.site import periodic

    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)  # being told to stop is no warning
    worker = Worker(
        queue_names=["*"],
        interval=1.0,
        batch=options.once,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
    worker.configure_signals()
    periodic.enqueue_due()
    if not options.once:
        threading.Thread(target=_tick, daemon=True).start()
    worker.run() if options.once else wait_out(worker.run, options.data)
    return exits.FINE


def wait_out(run: Callable[[], None], data: Path, pause: float = PAUSE) -> None:
    """Run to the end, past every while in which the database does not answer: a full disk, a restart.

    What is wrong is said once, and not each time that it is tried again.
    """
    from django.db import InterfaceError, OperationalError, connections

    said = ""
    while True:
        try:
            return run()
        except (OperationalError, InterfaceError) as error:
            what = (troubles.sentence(error, data) or (str(error), 0))[0]
            if what != said:
                print(f"{what} The worker waits and tries again.", file=sys.stderr, flush=True)
            said = what
            connections.close_all()
            time.sleep(pause)


def _tick() -> None:
    from django.db import close_old_connections

    from cydwaith.site import periodic

    parent, pause = os.getppid(), threading.Event()
    while not pause.wait(TICK):
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)
        try:
            periodic.enqueue_due()
        except Exception:
            logging.getLogger(__name__).exception("The periodic jobs could not be queued; trying again.")
        close_old_connections()
