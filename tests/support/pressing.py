"""Two people, or one finger, at the very same moment."""

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connection

SEVERAL_WRITERS = connection.vendor == "postgresql"


def twice_at_once(press: Callable[[], None]) -> None:
    """In two connections; SQLite lets in one writer at a time, so there one comes after the other."""
    if not SEVERAL_WRITERS:
        press()
        press()
        return
    ready = Barrier(2)

    def run() -> None:
        ready.wait()
        press()
        connection.close()

    both = [Thread(target=run) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
