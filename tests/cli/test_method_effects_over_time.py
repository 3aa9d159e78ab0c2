"""Effects over time from the command line: the published numbers, a picture each, refusals with 1."""

import csv
import gzip
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.test_method import ROOT, run

DATA = ROOT.parent / "shared" / "data"
ADMISSIONS = str(ROOT / "docs/methods/examples/admissions.csv")
COUNTIES = (
    "staggered", str(DATA / "mpdta/mpdta.csv"), "--unit", "countyreal", "--time", "year", "--outcome", "lemp",
    "--first-treated", "first.treat",
)  # fmt: skip
LAW = (
    "interrupted", ADMISSIONS, "--time", "month", "--outcome", "admissions", "--exposure", "people", "--family",
    "quasipoisson", "--change", "2024-01", "--no-slope", "--season", "12", "--errors", "model",
)  # fmt: skip


def ask(*words, **options):
    done = run("effects", *words, **options)
    assert "Traceback" not in done.stderr
    return done.returncode, json.loads(done.stdout) if done.stdout else done.stderr


def drawn(path: Path) -> str:
    return "".join(ElementTree.parse(path).getroot().itertext())


def test_the_overall_effect_of_mpdta_is_printed_with_its_picture(tmp_path):
    status, found = ask(*COUNTIES, "--anticipation", "0", "--svg", str(tmp_path / "p.svg"))
    assert status == 0
    assert round(found["result"]["effect"], 4) == -0.0400
    assert len(found["cells"]) == 12
    assert "since the start" in drawn(tmp_path / "p.svg")


def test_two_way_fixed_effects_end_with_1():
    status, found = ask(*COUNTIES, "--anticipation", "0", "--two-way")
    assert (status, found["refusals"][0]["code"]) == (1, "two_way_refused")
    assert ask(*COUNTIES)[0] == 1


def test_the_ratio_of_an_invented_law_is_printed_with_its_picture(tmp_path):
    status, found = ask(*LAW, "--protocol", "law", "--svg", str(tmp_path / "p.svg"))
    assert status == 0
    assert [round(found["level"][name], 3) for name in ("effect", "low", "high")] == [0.853, 0.785, 0.926]
    assert "0.8526" in drawn(tmp_path / "p.svg")
    assert ask(*LAW)[1]["refusals"][0]["code"] == "chosen_after_looking"


def test_before_and_after_by_row_or_by_person(tmp_path):
    rows = "who,before,after\na,1,2\nb,2,4\nc,3,3\n"
    status, found = ask("before-after", "-", "--person", "who", stdin=rows)
    assert (status, found["effect"], found["design"]["strength"]) == (0, 1.0, "E")
    assert ask("before-after", "-", stdin=rows)[1]["effect"] == 1.0
    later = tmp_path / "later.csv"
    later.write_text("who,after\nx,2\ny,4\n")
    status, found = ask("before-after", "-", "--person", "who", "--after-file", str(later), stdin=rows)
    assert (status, found["refusals"][0]["code"]) == (1, "unpaired")
    assert ask("before-after", "-", "--person", "before", stdin="before,after\n1,2\n1,3\n")[0] == 1


@pytest.fixture
def bonus(tmp_path):
    path = tmp_path / "bonus.csv"
    with gzip.open(DATA / "penn_bonus/penn_jae.csv.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["tg"] in ("0", "4")]
    weeks = [(float(row["inuidur1"]), row["tg"]) for row in rows]
    path.write_text("time,event,arm\n" + "\n".join(f"{min(w, 26)},{int(w < 26)},arm {a}" for w, a in weeks))
    return str(path)


def test_the_mean_times_of_the_bonus_are_printed_with_their_picture(bonus, tmp_path):
    asked = ("time-to-event", bonus, "--group", "arm", "--until", "26", "--at", "13")
    status, found = ask(*asked, "--clock", "assignment", "--randomised", "--svg", str(tmp_path / "p.svg"))
    assert status == 0
    assert [round(one["effect"], 2) for one in found["means"]] == [12.86, 12.07]
    assert "arm 4" in drawn(tmp_path / "p.svg")
    assert ask(*asked, "--clock", "first meeting")[1]["refusals"][0]["code"] == "immortal_time"
    assert ask(*asked)[0] == 1
