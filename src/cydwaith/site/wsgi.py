"""The WSGI application that the server runs."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cydwaith.site.settings")
gc.disable()  # a sixth of the start would go into looking for garbage that is not there yet
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # before the first request rather than in it
gc.freeze()
gc.enable()
