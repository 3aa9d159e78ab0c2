"""``python -m bench NAME [words]``: run one benchmark; without a name, say which there are."""

from __future__ import annotations

import sys
from pathlib import Path
from pkgutil import iter_modules
from runpy import run_module

HERE = Path(__file__).parent
NOT_BENCHMARKS = {"__main__", "measure", "valley", "working"}
sys.path.insert(0, str(HERE.parent / "src"))


def names() -> list[str]:
    """The benchmarks there are."""
    return [module.name for module in iter_modules([str(HERE)]) if module.name not in NOT_BENCHMARKS]


def main(words: list[str]) -> int:
    """Run the benchmark as a program with these words; 2 when there is none of that name."""
    if not words or words[0] not in names():
        print("python -m bench NAME [words], where NAME is one of: " + ", ".join(names()), file=sys.stderr)
        return 2
    sys.argv = list(words)
    run_module(f"bench.{words[0]}", run_name="__main__")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
