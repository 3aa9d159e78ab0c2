"""The WSGI application that the server runs."""

import gc
import os
from importlib import import_module
from threading import Timer

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from cydwaith.kernel.actor import system

SOON = 1.0
"""Seconds until what the first search needs is built: the first page goes first."""
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cydwaith.site.settings")
gc.disable()  # a sixth of the start would go into looking for garbage that is not there yet
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # before the first request rather than in it
gc.freeze()
gc.enable()
warming = Timer(
    SOON, import_module("cydwaith.place.needs.queries").make_ready, [system("to be ready in time")]
)
warming.daemon = True
warming.start()
