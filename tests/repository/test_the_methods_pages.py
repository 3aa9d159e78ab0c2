"""Every command on a method's page runs and says what the page says it says."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "methods").glob("*.md"))
COMMAND = re.compile(r"^\./cydwaith (method .+?)  # -> (.+)$", re.MULTILINE)
CASES = [(page.stem, *found) for page in PAGES for found in COMMAND.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    ("page", "words", "said"), CASES, ids=[f"{page}-{n}" for n, (page, *_) in enumerate(CASES)]
)
def test_a_command_on_a_page_says_what_the_page_says(page: str, words: str, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cydwaith", *shlex.split(words)],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert said in done.stdout


def test_every_method_has_a_page_with_a_command() -> None:
    from cydwaith import methods

    asked = {page.partition("-")[0] for page, *_ in CASES}
    assert asked >= set(methods.__all__) - {"pictures"}
