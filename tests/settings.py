"""The product's own settings over a data folder that lives as long as the test run.

CYDWAITH_TEST_DATABASE=postgresql starts a real PostgreSQL; the default is SQLite.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "CYDWAITH_TEST_DATA" not in os.environ:  # workers of the same run inherit it
    os.environ["CYDWAITH_TEST_DATA"] = tempfile.mkdtemp(prefix="cydwaith-test-")
    atexit.register(shutil.rmtree, os.environ["CYDWAITH_TEST_DATA"], ignore_errors=True)
    os.environ.pop("CYDWAITH_DATABASE_URL", None)
    if os.environ.get("CYDWAITH_TEST_DATABASE") == "postgresql":
        from tests.support import postgresql

        os.environ["CYDWAITH_DATABASE_URL"] = postgresql.start()
os.environ["CYDWAITH_DATA"] = os.environ["CYDWAITH_TEST_DATA"]

from cydwaith.cli import folder

folder.prepare(Path(os.environ["CYDWAITH_DATA"]))

from cydwaith.site.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
