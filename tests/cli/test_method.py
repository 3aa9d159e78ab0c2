"""The methods from the command line: a file in, one JSON object or a table out, a picture beside."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pytest

from tests.methods.value.test_case import FILE

ROOT = Path(__file__).resolve().parents[2]
SERIES = [5, 4] * 7 + [9]


def run(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cydwaith", "method", *words],
        input=stdin, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip


@pytest.fixture
def csv_file(tmp_path: Path) -> Path:
    path = tmp_path / "waits.csv"
    path.write_text("month,value\n" + "\n".join(f"m{n},{v}" for n, v in enumerate(SERIES)))
    return path


def test_a_csv_file_gives_one_json_object_and_a_picture(csv_file, tmp_path):
    done = run(
        "spc", "xmr", str(csv_file), "--when", "month", "--better", "low", "--svg", str(tmp_path / "p.svg")
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["kind"][-1] == "concern"
    ElementTree.parse(tmp_path / "p.svg")


def test_json_rows_json_columns_parquet_and_standard_input_say_the_same(csv_file, tmp_path):
    rows, columns, packed = tmp_path / "rows.json", tmp_path / "columns.json", tmp_path / "waits.parquet"
    rows.write_text(json.dumps([{"value": value} for value in SERIES]))
    columns.write_text(json.dumps({"value": SERIES}))
    duckdb.sql(f"SELECT * FROM read_csv('{csv_file}')").write_parquet(str(packed))
    answers = [run("spc", "xmr", str(path)).stdout for path in (csv_file, rows, columns, packed)]
    answers.append(run("spc", "xmr", "-", stdin=csv_file.read_text()).stdout)
    assert len({json.dumps(json.loads(answer)["upper"]) for answer in answers}) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "no rows"),
        ("value\n", "no rows"),
        ("value\n1,2\n", "line 2"),
        ("other\n1\n", "There are: other"),
        ("[1, 2]", "not a table"),
        ('{"value": [1', "not JSON"),
    ],
)
def test_a_wrong_file_is_one_sentence(tmp_path, content, sentence):
    path = tmp_path / "wrong.csv"
    path.write_text(content)
    done = run("spc", "xmr", str(path))
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_not_there_and_one_that_is_not_text_are_named(tmp_path):
    assert "cannot be read" in run("spc", "xmr", str(tmp_path / "none.csv")).stderr
    (tmp_path / "odd.csv").write_bytes(b"\xff\xfe\x00")
    assert "not text" in run("spc", "xmr", str(tmp_path / "odd.csv")).stderr


def test_a_wrong_cell_is_named_by_row_in_the_language_asked_for(tmp_path):
    path = tmp_path / "waits.csv"
    path.write_text("value\n1\nx\n")
    assert "row 2" in run("spc", "xmr", str(path)).stderr
    assert "rhes 2" in run("spc", "xmr", str(path), "--language", "cy").stderr


def test_a_refused_question_ends_with_1_and_says_why(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("place,numerator,denominator\n" + "\n".join(f"p{n},{n},50" for n in range(12)))
    done = run("spc", "funnel", str(path), "--rank")
    assert done.returncode == 1
    assert json.loads(done.stdout)["refusals"][0]["code"] == "no_league_table"


def test_a_job_outcome_explains_itself_from_a_file(tmp_path):
    path = tmp_path / "outcome.json"
    rule = {
        "shape": "sustained",
        "key": "13 in 16",
        "min_hours": 7,
        "min_weeks": 13,
        "window_weeks": 16,
        "pay_floor": False,
    }
    spells = [{"start": "2026-01-05", "hours": 12}]
    path.write_text(
        json.dumps({"rule": rule, "people": [{"programme_start": "2026-01-05", "spells": spells}]})
    )
    done = run("outcomes", str(path), "--on", "2026-05-04")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert (said["verdicts"][0]["met_on"], said["rate"]["met"]) == ("2026-04-05", 1)
    assert "rule" in run("outcomes", "-", stdin="[]").stderr


def test_fidelity_ratings_facts_and_agreement_from_files(tmp_path):
    ratings, facts = tmp_path / "ratings.csv", tmp_path / "facts.json"
    rows = [f"{item},4,{rater},independent,seen" for item in range(1, 26) for rater in ("A", "B")]
    ratings.write_text("item,score,rater,kind,evidence\n" + "\n".join(rows))
    done = run("fidelity", "rate", str(ratings), "--svg", str(tmp_path / "f.svg"))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["standings"][0]["band"]["en"] == "Good"
    assert json.loads(run("fidelity", "agreement", str(ratings)).stdout)["exact"]["percent"] == 100
    facts.write_text(
        json.dumps(
            {
                "first": "2026-01-01", "last": "2026-12-31", "clients": 41, "specialists": 2,
                "jobcentre": [{"on": "2026-02-01"}], "kept": [{"start": "2026-02-02", "contacts": ["2026-02-03"]}],
            }
        )
    )  # fmt: skip
    done = run("fidelity", "ips", str(facts))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["items"]["1"]["score"] == 4
    facts.write_text(json.dumps({"first": "2026-01-01", "last": "x"}))
    assert run("fidelity", "ips", str(facts)).returncode == 2


def test_a_ledger_posts_what_it_may_and_says_what_it_refused(tmp_path):
    path = tmp_path / "ledger.json"
    day = "2026-05-04T09:00:00"
    path.write_text(
        json.dumps(
            {
                "accounts": [
                    {"key": "issue", "kind": "issue", "floor": None},
                    {"key": "Mair", "kind": "member"},
                ],
                "transfers": [
                    {
                        "key": "1",
                        "giving": "issue",
                        "receiving": "Mair",
                        "minutes": 60,
                        "reason": "x",
                        "posted": day,
                    },
                    {"key": "2", "giving": "Mair", "receiving": "issue", "minutes": 61, "posted": day},
                    {"key": "3", "reverses": "1", "reason": "a slip", "posted": day},
                ],
            }
        )
    )
    done = run("ledger", str(path))
    said = json.loads(done.stdout)
    assert (done.returncode, said["balances"], said["chain"]) == (1, {"issue": 0, "Mair": 0}, "whole")
    assert [(one["key"], one["code"]) for one in said["refusals"]] == [("2", "not_enough")]
    path.write_text('{"accounts": [{"key": "a", "kind": "purse"}]}')
    assert run("ledger", str(path)).returncode == 2


def test_a_survey_question_and_stages_from_files(tmp_path):
    answers, steps = tmp_path / "answers.csv", tmp_path / "steps.csv"
    answers.write_text("answer\n" + "yes\n" * 12 + "no\n" * 3 + "prefer not to say\n")
    words = ["--option", "yes", "--option", "no", "--wave", "spring 2026", "--invited", "20"]
    done = run("survey", "tabulate", str(answers), *words, "--svg", str(tmp_path / "a.svg"))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["rows"][0]["percentage"]["percent"] == 80
    steps.write_text("stage,count\nreferred,20\nstarted,12\n")
    assert json.loads(run("survey", "stages", str(steps)).stdout)["stages"][1]["of_first"]["percent"] == 60


def test_a_money_case_and_wellbeing_in_pounds_from_files(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(json.dumps(FILE))
    done = run("value", "case", str(path), "--svg", str(tmp_path / "t.svg"))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["fiscal"]["benefits"] == 60_000
    path.write_text(json.dumps(FILE | {"assumptions": {"base_year": 2012, "corrections": {"1": 0}}}))
    assert "assumptions" in run("value", "case", str(path)).stderr
    assert json.loads(run("value", "wellby", "-", stdin='{"points": 0.2}').stdout)["a_year"] == 2600


def test_pairs_and_a_day_of_topics_from_files():
    stable = run("matching", "stable", "-", stdin='{"proposers": {"a": ["X"]}, "receivers": {"X": ["a"]}}')
    assert json.loads(stable.stdout)["pairs"] == [["a", "X"]]
    pairs = {"pairs": [{"one": "a", "other": "X", "parts": {"times": 1}}]}
    assert json.loads(run("matching", "assign", "-", stdin=json.dumps(pairs)).stdout)["score"] == 1
    day = {
        "topics": [{"name": "t"}],
        "slots": ["10"],
        "rooms": [{"name": "hall", "capacity": 9}],
        "wishes": {"p": ["t"]},
    }
    assert json.loads(run("matching", "timetable", "-", stdin=json.dumps(day)).stdout)["covered"] == 1
    assert (
        "Missing: rooms"
        in run("matching", "timetable", "-", stdin='{"topics": [], "slots": [], "wishes": {}}').stderr
    )


def test_a_shared_budget_is_counted_from_either_kind_of_file(tmp_path):
    path = tmp_path / "vote.json"
    ballots = [{"voter": "1", "vote": ["a"]}, {"voter": "2", "vote": {"b": 2}}]
    path.write_text(
        json.dumps(
            {"budget": 10, "projects": [{"id": "a", "cost": 5}, {"id": "b", "cost": 6}], "ballots": ballots}
        )
    )
    done = run("budgets", str(path), "--rule", "greedy", "--by", "points", "--svg", str(tmp_path / "b.svg"))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["selected"] == ["b"]
    assert "META" in run("budgets", "-", stdin="a;b").stderr
    assert run("budgets", "-", stdin="{}").returncode == 2


def test_answers_are_scored_and_compared_from_a_table(tmp_path):
    path = tmp_path / "wsas.csv"
    path.write_text("work,home,social,private,relationships\n1,2,3,4,5\n8,8,8,8,8\n")
    done = run("measures", "score", str(path), "--instrument", "wsas")
    assert [row["scores"][0]["value"] for row in json.loads(done.stdout)["rows"]] == [15, 40]
    path.write_text("work,home,social,private,relationships\n1,2,3,4,9\n")
    assert "Row 1" in run("measures", "score", str(path), "--instrument", "wsas").stderr
    assert run("measures", "score", str(path), "--instrument", "mood").returncode == 1


def test_a_table_is_made_safe_and_then_attacked(tmp_path):
    table = str(ROOT / "docs" / "methods" / "examples" / "table.json")
    release = tmp_path / "release.json"
    release.write_text(run("disclosure", "protect", table, "--key", "a-secret-of-the-place").stdout)
    assert json.loads(run("disclosure", "audit", str(release)).stdout)["passed"]
    assert "16 bytes" in run("disclosure", "protect", table, "--key", "short").stderr
    assert run("disclosure", "audit", "-", stdin='[{"name": "x"}]').returncode == 2


def test_a_way_of_publishing_is_tried_on_the_truth_and_a_star_says_what_it_may_be():
    table = str(ROOT / "docs/methods/examples/table.json")
    tried = json.loads(
        run(
            "disclosure", "trial", table, "--key", "a-secret-of-the-place", "--times", "3", "--people", "2"
        ).stdout
    )
    assert (tried["times"], tried["differing"], tried["visible"], len(tried["people"])) == (3, 0, 0, 2)
    hidden = run("disclosure", "protect", table, "--policy", "nhs-hes")
    assert json.loads(hidden.stdout)["star"] == [0, None]
    assert json.loads(run("disclosure", "audit", "-", stdin=hidden.stdout).stdout)["passed"]


def test_every_method_says_what_it_is_for():
    done = run("--help")
    assert done.returncode == 0
    for line in (
        "spc",
        "outcomes",
        "fidelity",
        "ledger",
        "survey",
        "value",
        "matching",
        "budgets",
        "measures",
    ):
        assert line in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("disclosure", "protect"),
            '{"name": "x", "dimensions": [{"key": "p", "parents": null}], "cells": []}',
        ),
        (("disclosure", "protect"), "[" * 100_000),
        (("budgets",), '{"budget": 5, "projects": [3], "ballots": []}'),
        (("ledger",), '{"accounts": [3], "transfers": []}'),
        (("matching", "stable"), '{"proposers": {"a": null}, "receivers": {}}'),
        (("outcomes",), '{"rule": null, "people": []}'),
        (("outcomes",), '{"rule": {"shape": "sustained"}, "people": [null]}'),
        (("fidelity", "ips"), '{"first": "2026-01-01", "last": "2026-02-01", "clients": "many"}'),
    ],
)
def test_a_document_of_another_shape_is_answered_in_a_sentence(words, said):
    done = run(*words, "-", stdin=said)
    assert done.returncode in (1, 2)
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
