"""The faults that mutation testing makes: each one is Python, and each that is set aside can still be made."""

import ast
import importlib.util
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
METHODS = ROOT / "src/cydwaith/methods"
ASIDE = tomllib.loads((ROOT / "scripts/mutate-equivalent.toml").read_text(encoding="utf-8"))["equivalent"]


@pytest.fixture(scope="module")
def mutants():
    spec = importlib.util.spec_from_file_location("mutations", ROOT / "scripts/mutations.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutations"] = module
    spec.loader.exec_module(module)
    yield module.mutants
    del sys.modules["mutations"]


def made(mutants, text):
    return {(one.before, one.after) for one in mutants("a.py", text.encode())}


def test_each_kind_of_fault_is_made(mutants):
    assert made(mutants, "x = a < b") == {("x = a < b", "x = (a <= b)"), ("x = a < b", "x = (a >= b)")}
    assert ("y = a + 1", "y = (a - 1)") in made(mutants, "y = a + 1")
    assert ("y = a and b", "y = (a or b)") in made(mutants, "y = a and b")
    assert ("y = a and b", "y = (b)") in made(mutants, "y = a and b")
    assert ("y = not a", "y = (a)") in made(mutants, "y = not a")
    assert made(mutants, "LIMIT = 5") == {("LIMIT = 5", "LIMIT = 6"), ("LIMIT = 5", "LIMIT = 4")}
    assert made(mutants, "key = 'code'") == {("key = 'code'", "key = 'codeXX'")}
    assert made(mutants, "f(a, b, c=d)") == {
        ("f(a, b, c=d)", "f(b, a, c=d)"), ("f(a, b, c=d)", "f(a, b)"), ("f(a, b, c=d)", "pass"),
    }  # fmt: skip
    assert ("return a", "return None") in made(mutants, "def f():\n    return a\n")
    assert ("if a:", "if (not (a)):") in made(mutants, "if a:\n    b()\n")
    assert ("y = max(a)", "y = min(a)") in made(mutants, "y = max(a)")


@pytest.mark.parametrize(
    "text",
    [
        "'''Words about it.'''", "from a import b", "__all__ = ['a']", "x: 'list[int]'", "told = 'a whole sentence'",
        "y = Words('a', 'b')", "Kind = Literal['a', 'b']", "y = zip(a, b, strict=True)",
    ],
)  # fmt: skip
def test_prose_annotations_and_imports_are_left_alone(mutants, text):
    assert not {one for one in made(mutants, text) if "zip(b, a" not in one[1]}


def test_every_fault_is_python_and_so_is_what_tells_whether_it_is_reached(mutants):
    for name in ("spc/xmr.py", "outcomes/earnings.py"):
        found = mutants(name, (METHODS / name).read_bytes())
        assert len(found) > 100
        for one in found[::5]:
            ast.parse(one.changed)
            ast.parse(one.reached)
            assert one.changed != one.text


@pytest.mark.parametrize("path", sorted({one["file"] for one in ASIDE}))
def test_whatever_is_set_aside_can_still_be_made_and_has_its_reason(mutants, path):
    could = {(one.before, one.after) for one in mutants(path, (METHODS / path).read_bytes())}
    for one in (one for one in ASIDE if one["file"] == path):
        assert (one["line"], one["becomes"]) in could, one
        assert one["why"].endswith(".")
