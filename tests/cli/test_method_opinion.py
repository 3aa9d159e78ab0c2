"""``method opinion`` from files: a map that is shown or refused, and the next statement."""

import json
from xml.etree import ElementTree

from tests.cli.test_method import ROOT, run


def test_groups_of_opinion_and_the_next_statement_from_files(tmp_path):
    path = ROOT / "docs/methods/examples/statements_voted.csv"
    done = run("opinion", "map", str(path), "--svg", str(tmp_path / "o.svg"))
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert [group["name"] for group in said["groups"]] == ["A", "B"]
    ElementTree.parse(tmp_path / "o.svg")
    refused = run("opinion", "map", str(path), "--resamples", "0", "--svg", str(tmp_path / "none.svg"))
    assert refused.returncode == 1
    states = tmp_path / "statements.csv"
    states.write_text("statement,moderated,is_meta\n1,1,0\n2,-1,0\n3,0,1\n")
    words = ["opinion", "next", str(path), "--statements", str(states), "--seed", "4"]
    assert json.loads(run(*words).stdout) == {"statement": 1}
    assert json.loads(run(*words, "--participant", "1").stdout) == {"statement": None}
    assert "Nobody called 99" in run(*words, "--participant", "99").stderr
    path = tmp_path / "votes.csv"
    path.write_text("participant,statement,vote\n1,1,1\n1,2,7\n")
    assert "row 2" in run("opinion", "map", str(path)).stderr
