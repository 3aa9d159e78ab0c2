"""What an installation may set is written where whoever keeps the machine looks."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = re.compile(r"\bCYDWAITH_[A-Z_]+\b")
READ = re.compile(r"environ(?:\.get\(|\[)\"(CYDWAITH_[A-Z_]+)\"")


def test_every_variable_that_the_program_reads_is_in_the_guide_and_no_other() -> None:
    files = [*(ROOT / "src").rglob("*.py"), ROOT / "cydwaith"]
    read = {name for path in files for name in READ.findall(path.read_text())}
    guide = (ROOT / "docs" / "how-to" / "run-a-place.md").read_text()
    assert read == set(VARIABLE.findall(guide))
