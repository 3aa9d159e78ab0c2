"""Published data and results that nobody here wrote, kept beside the checkout."""

import csv
import gzip
from pathlib import Path

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file, packed or not, as text."""
    path = DATA / name
    packed = path.suffix == ".gz"
    with gzip.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))
