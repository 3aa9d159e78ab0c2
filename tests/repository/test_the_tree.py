"""What may stand in the repository at all."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
BINARY = {".png", ".jpg", ".zip", ".gz", ".ico", ".woff2", ".ttf", ".pdf", ".sqlite3", ".gpkg", ".parquet"}
# Written in pieces, or this file would find itself.
MACHINE = re.compile(
    r"/home"
    + r"/\w+/|/roo"
    + r"t/\.|/Us"
    + r"ers/\w+/|--(extra-)?inde"
    + r"x-url|--find"
    + r"-links \S|files\.pythonhosted"
    r"|\{ registr" + r"y = |://[^/\s\"'{}<>]+:[^/\s\"'{}<>@]+@(?!host)"
)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_path_of_a_machine_and_no_registry_address() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in tracked()
        if path.suffix not in BINARY and path.stat().st_size < 2_000_000
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if MACHINE.search(line)
    ]
    assert found == []


def locked(name: str) -> dict[str, list[str]]:
    """The lock's packages with their hashes."""
    found: dict[str, list[str]] = {}
    package = ""
    for line in (ROOT / "requirements" / name).read_text().splitlines():
        if head := re.match(r"([A-Za-z0-9._-]+)(\[.*\])?==", line):
            package = canonicalize_name(head[1])
            found[package] = []
        elif "--hash=sha256:" in line:
            found[package].append(line.strip())
    return found


def wanted(*requirements: str) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in requirements}


def test_the_locks_hold_what_the_project_names() -> None:
    run = wanted(*PROJECT["project"]["dependencies"])
    assert run - locked("run.txt").keys() == set()
    assert run | wanted(*PROJECT["dependency-groups"]["test"]) - locked("test.txt").keys() <= run
    assert locked("run.txt").keys() - locked("test.txt").keys() == set()


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_every_locked_package_has_hashes(name: str) -> None:
    assert [package for package, hashes in locked(name).items() if not hashes] == []


def versions(name: str) -> set[str]:
    text = (ROOT / "requirements" / name).read_text()
    return set(re.findall(r"^[A-Za-z0-9._\[\]-]+==[^ \\;]+", text, re.MULTILINE))


def test_both_locks_hold_the_same_versions() -> None:
    assert versions("run.txt") - versions("test.txt") == set()


def test_every_dependency_says_why() -> None:
    """A comment stands before each dependency, or before the group of lines that it opens."""
    silent, explained = [], False
    for line in (ROOT / "pyproject.toml").read_text().split("[tool.")[0].splitlines():
        if line.strip().startswith("#"):
            explained = True
        elif re.match(r'\s+"[a-z]', line) and not explained:
            silent.append(line.strip())
        elif line.strip() in ("]", "") or line.rstrip().endswith("["):
            explained = False
    assert silent == []
