"""Effects from the command line: the published numbers, the refusals, the pictures, both languages."""

import json
from xml.etree import ElementTree

import pytest

from cydwaith.cli.method.answering import Answer
from cydwaith.cli.method.effects import instrumented, pooled, randomised, shown, weighted
from cydwaith.cli.parser import build
from tests.cli.test_method import run
from tests.methods.effects.samples import study, trial
from tests.methods.effects.test_instrumented import offers
from tests.methods.real import DATA

ASK = ("--outcome", "y", "--treated", "took", "--covariate", "before", "--covariate", "age")


def written(path, data):
    path.write_text(json.dumps({name: list(map(float, column)) for name, column in data.items()}))
    return str(path)


def test_the_experiment_from_its_file_and_its_picture(tmp_path):
    done = run(
        "effects", "randomised", str(DATA / "nsw/nsw_dw.csv"), "--outcome", "re78", "--arm", "treat",
        "--svg", str(tmp_path / "p.svg"),
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert (round(said["effect"], 2), round(said["standard_error"], 2)) == (1794.34, 671.0)
    assert said["design"]["strength"] == "A"
    ElementTree.parse(tmp_path / "p.svg")


def test_told_that_arms_should_be_equal_the_same_file_is_refused():
    done = run(
        "effects", "randomised", str(DATA / "nsw/nsw_dw.csv"), "--outcome", "re78", "--arm", "treat",
        "--allocation", "0.5",
    )  # fmt: skip
    assert done.returncode == 1
    said = json.loads(done.stdout)
    assert (said["effect"], said["refusals"][0]["code"]) == (None, "arm_sizes")


def asked(*words) -> Answer:
    """What a verb answers, without another process."""
    options = build().parse_args(["method", "effects", *words])
    verb: dict[str, object] = {
        "randomised": randomised._randomised, "weighted": weighted._weighted,
        "instrumented": instrumented._instrumented, "pooled": pooled._pooled,
    }  # fmt: skip
    return verb[words[0]](options)


def test_a_weighted_comparison_has_a_love_plot_and_says_it_in_welsh(tmp_path):
    path = written(tmp_path / "s.json", study())
    found = asked(
        "weighted", path, *ASK, "--earlier", "before", "--placebo", "long_before", "--language", "cy"
    )
    assert found.result["effect"] == pytest.approx(1.5, abs=0.6)
    assert "Cydnewidyn" in "\n".join(found.lines)
    assert "Cryfder C." in "\n".join(found.lines)
    assert found.picture is not None and found.picture.headers == ("Cydnewidyn", "Cyn", "Ar ôl")
    refused = asked("weighted", path, *ASK, "--earlier", "before", "--method", "nearest_neighbour")
    assert refused.result["refusals"][0]["code"] == "nearest_neighbour_not_offered"
    assert refused.picture is None
    dated = asked(
        "weighted",
        path,
        *ASK,
        "--earlier",
        "before",
        "--started",
        "2026-01-01",
        "--measured",
        "age=2026-01-02",
    )
    assert dated.result["refusals"][0]["code"] == "covariate_after_start"
    assert run("effects", "weighted", path, *ASK, "--measured", "age").returncode == 2


def test_taking_part_and_its_refusal(tmp_path):
    path = written(tmp_path / "o.json", offers())
    found = asked("instrumented", path, "--outcome", "y", "--offered", "offer", "--took-part", "part")
    assert found.result["low"] < 2 < found.result["high"]
    assert found.lines[0].startswith("y: ")
    assert len(found.picture.rows) == 3


def test_places_together_are_drawn_each_and_never_ranked(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("place,effect,se,how\nBala,1,1,randomised\nCorwen,2,1,weighted\nRuthin,6,1,weighted\n")
    words = ("pooled", str(path), "--estimate", "effect", "--standard-error", "se", "--place", "place")
    found = asked(*words, "--design", "how")
    assert found.result["design"]["strength"] == "C"
    assert [row[0] for row in found.picture.rows] == ["Bala", "Corwen", "Ruthin", "Together"]
    assert asked(*words).result["design"]["strength"] == "E"
    refused = asked(*words, "--rank")
    assert (refused.result["refusals"][0]["code"], refused.picture) == ("no_league_table", None)
    assert "no design" in run("effects", *words, "--design", "place").stderr


def test_what_people_read_has_the_number_the_design_and_the_warnings(tmp_path):
    data = trial()
    data["y"] = (data["y"] > 1).astype(float)
    path = written(tmp_path / "t.json", data)
    english = "\n".join(asked("randomised", path, "--outcome", "y").lines)
    assert "percentage points, from" in english and "Strength A." in english and "were not checked" in english
    welsh = "\n".join(asked("randomised", path, "--outcome", "y", "--language", "cy").lines)
    assert "pwynt canran, o " in welsh and "ni wiriwyd" in welsh


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (1406.304, "1,406.3"), (0.12345, "0.1235"), (-8497.5, "-8,497.5"), (12.0, "12")],
)
def test_numbers_are_short(value, text):
    assert shown.number(value) == text


def test_every_option_is_passed_on(tmp_path):
    path = written(tmp_path / "t.json", trial(48) | {"got": trial(48)["arm"]})
    found = asked(
        "randomised", path, "--outcome", "y", "--arm", "got", "--assigned", "arm", "--covariate", "x",
        "--cluster", "group", "--limits", "-20", "20", "--confidence", "0.9", "--unit", "hours",
        "--outcome-date", "2026-02-01", "--assigned-date", "2026-01-01", "--allocation", "0.5",
    )  # fmt: skip
    assert found.result["confidence"] == 0.9 and found.result["unit"] == "hours"
    assert found.result["design"]["key"] == "randomised_groups"
    assert not found.result["warnings"]
