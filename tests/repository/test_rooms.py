"""The rooms: what each may know, and that nothing is asked or done without saying who."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import cydwaith

SRC = Path(cydwaith.__file__).parent
# Open data about places is the same for whoever asks; nobody's record is in it.
OPEN = ("cydwaith.commons.places.queries.",)
NOT_ROOMS = ("cydwaith.cli", "cydwaith.__main__")


def modules() -> list[str]:
    found = pkgutil.walk_packages(cydwaith.__path__, "cydwaith.")
    return [m.name for m in found if not m.name.startswith(NOT_ROOMS) and ".migrations" not in m.name]


def offered(room: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The functions that rooms of this name offer: those of the module, or those that the package shows.

    A package that shows nothing offers everything public in it.
    """
    for name in modules():
        if name.rpartition(".")[2] == room:
            yield from _functions(import_module(name))


def _functions(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    own = dict(_public(module))
    if hasattr(module, "__path__") and not own:
        for part in pkgutil.iter_modules(module.__path__, module.__name__ + "."):
            own |= dict(_public(import_module(part.name)))
    yield from own.items()


def _public(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, found in inspect.getmembers(module, inspect.isfunction):
        home = inspect.unwrap(found).__module__
        if not name.startswith("_") and home.startswith(module.__name__):
            yield f"{home}.{name}", inspect.unwrap(found)


@pytest.mark.parametrize("room", ["queries", "commands"])
def test_who_asks_comes_first(room: str) -> None:
    nameless = [
        name
        for name, function in offered(room)
        if next(iter(inspect.signature(function).parameters), None) != "actor" and not name.startswith(OPEN)
    ]
    assert not nameless, "\n".join(nameless)


def test_every_verb_is_said_by_one_command() -> None:
    verbs = [
        ast.literal_eval(decorator.args[0])
        for path in SRC.glob("**/*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "command"
    ]
    assert verbs
    assert [verb for verb, count in Counter(verbs).items() if count > 1] == []


def imports(path: Path) -> set[str]:
    """Every module that a file names in an import, relative ones by their own words."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module or ''}.{alias.name}" for alias in node.names} | {node.module or ""}
    return found


def files(room: str) -> list[Path]:
    return sorted([*SRC.glob(f"**/{room}.py"), *SRC.glob(f"**/{room}/**/*.py")])


def test_views_never_touch_a_model() -> None:
    assert [
        f"{path.relative_to(SRC)}: {name}"
        for path in files("views")
        for name in imports(path)
        if "models" in name.split(".") and not name.startswith("django.")
    ] == []


@pytest.mark.parametrize("pure", ["rules", "kernel", "methods"])
def test_pure_rooms_know_no_framework(pure: str) -> None:
    assert [
        f"{path.relative_to(SRC)}: {name}"
        for path in files(pure)
        for name in imports(path)
        if name.split(".")[0] in ("django", "allauth", "ninja")
    ] == []
