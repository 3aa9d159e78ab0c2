"""Fetches the design system's stylesheet and script at build time; standard library only.

Nothing of it is kept in the repository. The package is pinned and its bytes are checked
against a known digest, so a registry cannot hand us anything else.
"""

import base64
import hashlib
import io
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
import urllib.request
from pathlib import Path

PACKAGE = "govuk-frontend"
VERSION = "6.6.0"
INTEGRITY = "sha512-xctkWrQvLnvQt7fyjQ3MGX9S0wz0x0RQuLxCeoXF+s8EjGICG81/DYQGKN5qgO+0KVT12UAaRwUsGY6fulRcRg=="
REGISTRY_VARIABLES = ("npm_config_registry", "NPM_CONFIG_REGISTRY")
TIMEOUT_SECONDS = 20

STATIC = Path(__file__).parent / "static"
VENDOR = STATIC / "vendor" / "govuk"
STYLE = "govuk-frontend.min.css"
SCRIPT = "govuk-frontend.min.js"
NOTICE = f"""{PACKAGE} {VERSION}, MIT licence, Crown Copyright (Government Digital Service).
Fonts, crest and source maps removed.
"""

NOT_FETCHED = (
    f"Could not fetch {PACKAGE} {VERSION}: pages will use Cydwaith's own stylesheet alone, which is enough."
)

_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
_CREST = re.compile(r"url\(/assets/images/[^)]*\)")
_SOURCE_MAP = re.compile(r"(/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=\S+)\s*")
_FONT_NOTE = re.compile(r"/\*! Copyright \(c\) 2011 by Margaret Calvert.*?\*/", re.DOTALL)


def fetch(target: Path = VENDOR, fixtures: Path | None = None) -> bool:
    """Put the stylesheet and script into `target`, and the HTML fixtures into `fixtures` if given.

    Returns False when the package cannot be had or is not the one we pinned; says so in one sentence.
    """
    if is_installed(target) and (fixtures is None or fixtures.is_dir()):
        return True
    package = _by_npm() or _by_http()
    if package is None:
        print(NOT_FETCHED)
        return False
    _unpack(package, target, fixtures)
    return True


def is_installed(target: Path = VENDOR) -> bool:
    """Whether the pinned version is already in place."""
    stamp = target / "NOTICE"
    return stamp.is_file() and stamp.read_text() == NOTICE


def is_genuine(package: bytes) -> bool:
    """Whether the bytes are the pinned package."""
    digest = base64.b64encode(hashlib.sha512(package).digest()).decode()
    return f"sha512-{digest}" == INTEGRITY


def plain(text: str) -> str:
    """The file without the fonts, crest and source maps, which we neither use nor serve."""
    for pattern in (_FONT_NOTE, _FONT_FACE, _SOURCE_MAP):
        text = pattern.sub("", text)
    text = _CREST.sub("none", text)
    return text.replace("GDS Transport,arial,sans-serif", "var(--web-font, system-ui, sans-serif)")


def _by_npm() -> bytes | None:
    npm = shutil.which("npm")
    if npm is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", "--silent", "--pack-destination", folder, f"{PACKAGE}@{VERSION}"]
        try:
            subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=TIMEOUT_SECONDS * 2)
            return _if_genuine(next(Path(folder).glob("*.tgz")).read_bytes())
        except (OSError, subprocess.SubprocessError, StopIteration):
            return None


def _by_http() -> bytes | None:
    registry = _registry()
    if registry is None:
        return None
    address = f"{registry}/{PACKAGE}/-/{PACKAGE}-{VERSION}.tgz"
    try:
        with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
            return _if_genuine(answer.read())
    except (OSError, ValueError):
        return None


def _registry() -> str | None:
    """The registry that the environment or the user's npm settings name; without npm there is no other."""
    named = next((os.environ[name] for name in REGISTRY_VARIABLES if os.environ.get(name)), None)
    found = named or _registry_in_settings()
    return found.rstrip("/") if found else None


def _registry_in_settings() -> str | None:
    settings = Path(os.environ.get("NPM_CONFIG_USERCONFIG") or Path.home() / ".npmrc")
    try:
        found = re.search(r"^\s*registry\s*=\s*(\S+)", settings.read_text(), re.MULTILINE)
    except OSError:
        return None
    return found[1] if found else None


def _if_genuine(package: bytes) -> bytes | None:
    return package if is_genuine(package) else None


def _unpack(package: bytes, target: Path, fixtures: Path | None) -> None:
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        target.mkdir(parents=True, exist_ok=True)
        for name in (STYLE, SCRIPT):
            text = _member(archive, f"package/dist/govuk/{name}").decode()
            (target / name).write_text(plain(text), encoding="utf-8")
        if fixtures is not None:
            _unpack_fixtures(archive, fixtures)
    (target / "NOTICE").write_text(NOTICE)


def _unpack_fixtures(archive: tarfile.TarFile, fixtures: Path) -> None:
    fixtures.mkdir(parents=True, exist_ok=True)
    wanted = re.compile(r"package/dist/govuk/components/([a-z-]+)/fixtures\.json")
    for name in archive.getnames():
        if found := wanted.fullmatch(name):
            (fixtures / f"{found[1]}.json").write_bytes(_member(archive, name))


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name)
    if member is None:
        raise KeyError(name)
    return member.read()
