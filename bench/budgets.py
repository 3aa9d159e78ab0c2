"""How long does a count by equal shares take, with its exact proof?

``python -m bench budgets FILE.pb [--peer [PYTHON]]``: equal shares with add1 (stopping when nothing more fits) and the
exact pass, against one greedy count of the same file; with ``--peer``, also against pabutools, under this Python or the
one named.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cydwaith.methods.budgets import equal_shares, greedy, read_pabulib

ELECTION = Path(__file__).parents[2] / "shared/data/pabulib/poland_warszawa_2018_rejon-6.pb.gz"
PEER = """
import sys, time
from pabutools.election import parse_pabulib, Cost_Sat
from pabutools.rules import method_of_equal_shares
instance, profile = parse_pabulib(sys.argv[1])
begun = time.perf_counter()
found = method_of_equal_shares(instance, profile, sat_class=Cost_Sat, voter_budget_increment=1)
print(time.perf_counter() - begun, *sorted(one.name for one in found))
"""


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("file", type=Path, nargs="?", default=ELECTION, help="an election in .pb")
    words.add_argument(
        "--peer",
        metavar="PYTHON",
        nargs="?",
        const=sys.executable,
        help="beside pabutools, by this Python or another",
    )
    options = words.parse_args()
    packed = options.file.suffix == ".gz"
    text = (gzip.decompress(options.file.read_bytes()) if packed else options.file.read_bytes()).decode()
    election = read_pabulib(text)
    begun = time.perf_counter()
    greedy(election)
    simple = time.perf_counter() - begun
    begun = time.perf_counter()
    found = equal_shares(election, completion="add1-exhaustive")
    took = time.perf_counter() - begun
    print(
        f"{election.voters} voters, {len(election.projects)} projects, shares raised {found.rounds} times, proven: {found.proven}"
    )
    print(f"equal shares and its proof {took:8.2f} s  {took / simple:8.0f} x one greedy count")
    if options.peer:
        plain = Path(tempfile.mkdtemp()) / "election.pb"
        plain.write_text(text)
        said = subprocess.run(
            [options.peer, "-c", PEER, str(plain)], check=True, capture_output=True, text=True
        )
        seconds, *names = said.stdout.split()
        same = sorted(found.selected) == names
        print(
            f"pabutools                  {float(seconds):8.2f} s  {float(seconds) / took:8.1f} x ours; the same outcome: {same}"
        )


if __name__ == "__main__":
    main()
