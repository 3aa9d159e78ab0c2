"""The house's measures: small functions, small files, everything named and typed."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "cydwaith"
VAGUE = {"utils", "util", "helpers", "helper", "misc", "managers"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def written(folder: str) -> list[Path]:
    """The files that people write; migrations are generated."""
    return [path for path in sorted((ROOT / folder).glob("**/*.py")) if "migrations" not in path.parts]


def sources() -> list[Path]:
    return written("src")


@cache
def functions() -> list[tuple[str, Function]]:
    """Every function of ours with where it stands."""
    return [
        (f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node)
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, Function)
    ]


def length(node: Function) -> int:
    """Lines of code, without the docstring and the signature's own lines."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return 1 + (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 1


def test_no_function_is_long() -> None:
    assert [place for place, node in functions() if length(node) > 60] == []


def test_most_functions_are_small() -> None:
    lengths = [length(node) for _, node in functions()]
    assert median(lengths) <= 8
    assert quantiles(lengths, n=20)[-1] <= 30


@pytest.mark.parametrize("folder", ["src", "tests", "bench", "scripts"])
def test_no_file_is_long(folder: str) -> None:
    lines = {path: len(path.read_text().splitlines()) for path in written(folder)}
    assert [str(path) for path, count in lines.items() if count > 400] == []


def unannotated(node: Function) -> list[str]:
    words = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    words += [word for word in (node.args.vararg, node.args.kwarg) if word]
    missing = [word.arg for word in words if word.annotation is None and word.arg not in ("self", "cls")]
    return missing + (["return"] if node.returns is None else [])


def test_everything_is_annotated() -> None:
    assert {place: missing for place, node in functions() if (missing := unannotated(node))} == {}


def test_no_name_is_vague() -> None:
    assert [str(path) for path in SRC.glob("**/*") if path.stem in VAGUE] == []


def test_nothing_is_left_for_later() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "raise NotImplemented" + "Error", "# BUIL" + "DING")
    assert [
        f"{path.relative_to(ROOT)}: {mark}"
        for path in sources()
        for mark in marks
        if mark in path.read_text()
    ] == []


def test_the_command_line_needs_only_the_standard_library_until_a_verb_runs() -> None:
    import subprocess
    import sys

    check = "import sys; from cydwaith.cli.parser import build; build(); print('django' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", check], env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True
    )
    assert (said.stdout.strip(), said.stderr) == ("False", "")
