"""Real cities' votes against their official results and a peer's recorded outcomes."""

import gzip
import json

import pytest

from cydwaith.methods.budgets import equal_shares, greedy, read_pabulib
from tests.methods import real

EXPECTED = json.loads((real.DATA / "pabulib" / "expected.json").read_text())
FILES = sorted(EXPECTED)
APPROVAL = [name for name in FILES if EXPECTED[name]["vote_type"] == "approval"]
COMPLETIONS = {
    "none": "equal_shares_cost_utility_no_completion",
    "add1-exhaustive": "equal_shares_cost_utility_add1_stop_when_exhaustive",
    "add1-overshoot": "equal_shares_cost_utility_add1_until_overshoot",
}


def election(name):
    with gzip.open(real.DATA / "pabulib" / f"{name}.gz", "rt", encoding="utf-8") as lines:
        return read_pabulib(lines.read())


@pytest.mark.parametrize("name", FILES)
def test_every_vote_of_the_file_is_counted(name):
    found, wanted = election(name), EXPECTED[name]
    assert (found.voters, len(found.projects), float(found.budget)) == (
        wanted["voters"], wanted["projects"], wanted["budget"],
    )  # fmt: skip
    if wanted.get("votes_by_project"):
        assert found.votes() == wanted["votes_by_project"]


@pytest.mark.parametrize("name", FILES)
def test_greedy_gives_the_recorded_result(name):
    by = "votes" if "greedy_by_votes" in EXPECTED[name] else "points"
    wanted = EXPECTED[name][f"greedy_by_{by}"]
    found = greedy(election(name), by=by)
    assert set(found.selected) == set(wanted["selected"])
    assert found.cost == wanted.get("cost", found.cost)


@pytest.mark.parametrize("completion", COMPLETIONS)
@pytest.mark.parametrize("name", APPROVAL)
def test_equal_shares_gives_the_recorded_result_under_either_reading(name, completion):
    wanted = EXPECTED[name][COMPLETIONS[completion]]
    found = equal_shares(election(name), completion=completion)
    assert set(found.selected) == set(wanted["selected"])
    assert found.cost == wanted["cost"]
    assert found.proven
