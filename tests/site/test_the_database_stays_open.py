"""A page does not open the database anew: that took longer than many a page."""

import subprocess
import sys
from pathlib import Path

from tests.support.server import environment

BETWEEN_TWO_PAGES = """
import django
django.setup()
from django.core.signals import request_finished, request_started
from django.db import connection
connection.ensure_connection()
opened = connection.connection
request_finished.send(None)
request_started.send(None)
assert connection.connection is opened
"""


def test_the_next_page_finds_it_open(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("of a test")
    known = environment(tmp_path) | {"DJANGO_SETTINGS_MODULE": "cydwaith.site.settings"}
    subprocess.run([sys.executable, "-c", BETWEEN_TWO_PAGES], env=known, check=True)
