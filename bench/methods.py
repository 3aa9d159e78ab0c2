"""Every benchmark of the methods, one after the other, each in a process of its own.

``python -m bench methods [--full] [--peer]``: each can be run by itself as well (``python -m bench spc``). The words go
to those that know them. Ends with 1 if any of them does not hold what it should.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
METHODS = ("budgets", "disclosure", "effects", "effects_over_time", "matching", "opinion", "outcomes", "spc")


def main() -> int:
    """Run them; 1 when one ends otherwise than well."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--full", action="store_true", help="at the sizes that are promised; takes minutes")
    words.add_argument(
        "--peer", action="store_true", help="beside other people's programs, where there are any"
    )
    asked = [f"--{word}" for word, wanted in vars(words.parse_args()).items() if wanted]
    failed = [name for name in METHODS if not runs(name, asked)]
    print(
        f"\n{len(METHODS) - len(failed)} of {len(METHODS)} hold"
        + (f"; not: {', '.join(failed)}" if failed else "")
    )
    return 1 if failed else 0


def runs(name: str, words: list[str]) -> bool:
    """Whether the benchmark of that name ends well; what it says is shown as it comes."""
    text = (HERE / f"{name}.py").read_text(encoding="utf-8")
    print(f"\n== {name}", flush=True)
    begun = time.perf_counter()
    asked = [sys.executable, "-m", "bench", name, *(word for word in words if f'"{word}"' in text)]
    status = subprocess.run(asked, cwd=HERE.parent, check=False).returncode
    print(f"   ({time.perf_counter() - begun:.0f} s by the clock)", flush=True)
    return status == 0


if __name__ == "__main__":
    sys.exit(main())
