"""The WSGI application that the server runs."""

import gc
import os
from importlib import import_module
from threading import Timer

from django.conf import settings
from django.core.signals import request_finished
from django.core.wsgi import get_wsgi_application

from cydwaith.kernel.actor import system

SOON, LATER = 0.5, 5.0
"""Seconds after the first page, or without one after the start, until what a search needs is built."""
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cydwaith.site.settings")
gc.disable()  # a sixth of the start would go into looking for garbage that is not there yet
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # before the first request rather than in it
gc.freeze()
gc.enable()
get_ready = import_module("cydwaith.place.needs.queries").make_ready


def warm(seconds: float) -> Timer:
    """Build it in a thread of its own, when nobody is likely to wait for something else."""
    timer = Timer(seconds, get_ready, [system("to be ready in time")])
    timer.daemon = True
    timer.start()
    return timer


def after_first_page(**_: object) -> None:
    """The first page has gone out: from here on it slows nobody down."""
    request_finished.disconnect(after_first_page)
    if not later.finished.is_set():
        later.cancel()
        warm(SOON)


later = warm(LATER)
request_finished.connect(after_first_page)
