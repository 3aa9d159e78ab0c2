"""A programme from nothing, taken as a file, loaded again; and files that cannot be."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Conflict, Invalid, Refused
from cydwaith.place.programmes import commands, queries, starters
from cydwaith.place.programmes.rules.files import LARGEST
from tests.place.programmes.conftest import START, House
from tests.place.programmes.test_next_version import DAY, FIRST, RULE
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR, somebody_at

OF = "/programmes/of/steps-in-llanteg"
NAMES = {"name": "Steps in Llanteg", "name_cy": "Camau yn Llanteg"}
WORDS = NAMES | {
    "for_whom": "Anyone here",
    "for_whom_cy": "Unrhyw un yma",
    "intro": "We walk with you",
    "intro_cy": "Cydgerddwn â chi",
    "organisation": "team",
    "sources": "",
}


def test_a_steward_makes_a_programme_from_nothing_and_carries_it_in_a_file(
    house: House, browser: Browser
) -> None:
    page = browser(house.steward)
    with clock.at(START):
        assert "/programmes/new/" in page.get("/programmes/").content.decode()
        assert page.post("/programmes/new/", NAMES)["Location"] == f"{OF}/next/words/"
        early = page.post(f"{OF}/next/", {**DAY, "note": "first"}).content.decode()
        assert "Say which organisation runs the programme." in early
        assert page.post(f"{OF}/next/words/", WORDS).status_code == 302
        days = dict.fromkeys(queries.draft(house.steward, "steps-in-llanteg").raw["targets"], "3")
        wrong = page.post(f"{OF}/next/targets/", days | {"closed_days": "Christmas"}).content.decode()
        assert "like 2026-12-25" in wrong
        page.post(f"{OF}/next/targets/", days | {"closed_days": "2026-12-25\n2026-04-03\n2026-12-25"})
        page.post(f"{OF}/next/outcome_rules/0/?shape=sustained", RULE)
        assert page.post(f"{OF}/next/", {**DAY, "note": "first"}).status_code == 302
        listed = page.get("/programmes/").content.decode()
        assert "Not in force today" in listed and "from 1 April 2026" in listed
        (kept,) = queries.versions(house.steward, "steps-in-llanteg")
        assert [day.isoformat() for day in sorted(kept.card.closed_days)] == ["2026-04-03", "2026-12-25"]
        taken = page.get(f"/programmes/version/{kept.id}/file/")
        assert taken["Content-Disposition"] == 'attachment; filename="steps-in-llanteg-2026-04-01.json"'
        raw = json.loads(taken.content)
        rule = raw["programmes"][0]["outcome_rules"][0]["rule"] | {"min_hours": 8}
        raw["programmes"][0]["outcome_rules"][0]["rule"] = rule
        changed = SimpleUploadedFile("changed.json", json.dumps(raw).encode())
        assert page.post("/programmes/file/", {"file": changed})["Location"] == f"{OF}/next/"
        drafted = page.get(f"{OF}/next/").content.decode()
        assert "8 hours or more a week" in drafted and "7 hours or more a week" in drafted
        later = DAY | {"valid_from_month": "5"}
        assert page.post(f"{OF}/next/", {**later, "note": "8 hours"}).status_code == 302
        history = page.get(f"/cy{OF}/history/").content.decode()
        assert "8 awr neu fwy yr wythnos" in history and "min_hours" not in history


def test_two_programmes_of_one_name_have_two_keys(house: House) -> None:
    keys = [commands.begin_new(house.steward, **NAMES) for _ in range(2)]
    assert keys == ["steps-in-llanteg", "steps-in-llanteg-2"]
    assert commands.begin_new(house.steward, name="Tŷ Dŵr", name_cy="Tŷ Dŵr") == "ty-dwr"
    assert commands.begin_new(house.steward, name="???", name_cy="???") == "line"


def load(steward: Actor, content: Any) -> list[str]:
    plain = content if isinstance(content, bytes) else json.dumps(content).encode()
    return commands.begin_from_file(steward, content=plain)


def test_a_file_of_several_programmes_becomes_as_many_drafts(house: House) -> None:
    both = [starters.starter("local"), starters.starter("workwell")]
    assert load(house.steward, {"programmes": both, "wages": starters.wages()}) == ["good-work", "workwell"]
    with pytest.raises(Conflict, match="in the making"):
        load(house.steward, both[0])


def a_return(columns: Any) -> dict[str, Any]:
    return {"key": "a", "en": "a", "cy": "a", "version": "1", "source": "x", "columns": columns}


def a_rule(**changes: Any) -> dict[str, Any]:
    """Work kept for 13 weeks of 16."""
    rule = {"shape": "sustained", "key": "kept", "min_hours": 7, "min_weeks": 13, "window_weeks": 16}
    return {"en": "Kept", "cy": "Cadw", "source": "x", "rule": {**rule, **changes}}


WRONG = [
    b"",
    b"\xff\xfe",
    b"[" * 100_000,
    b"x" * (LARGEST + 1),
    b"3",
    b"[]",
    b"[3]",
    b"null",
    b'{"programmes": {}}',
    {},
    {**FIRST, "key": "../x"},
    {**FIRST, "key": "a" * 61},
    {**FIRST, "name": "n" * 121},
    {**FIRST, "sources": 3},
    {**FIRST, "closed_days": "2026-01-01"},
    {**FIRST, "closed_days": [3]},
    {**FIRST, "targets": 3},
    {**FIRST, "outcome_rules": {"a": 1}},
    {**FIRST, "outcome_rules": [{"en": "a", "cy": "a", "source": "x", "rule": {"shape": []}}]},
    {**FIRST, "time_limits": [{"weeks": "8", "source": "x"}]},
    {**FIRST, "measures": [{"instrument": 3, "when": 0}]},
    {**FIRST, "returns": [a_return(3)]},
    {**FIRST, "returns": [a_return([3])]},
    {**FIRST, "returns": [a_return([{"name": "ID", "fact": "reference", "pattern": "("}])]},
    {**FIRST, "cohorts": 3},
    {**FIRST, "cohorts": [3]},
    {**FIRST, "not_paid_with": [{"programme": 3, "source": ""}]},
    {**FIRST, "stages": "all"},
    {**FIRST, "intro": "a letter that is none: \x00"},
    json.dumps({**FIRST, "intro": "half a letter"}).replace("half a letter", "\\ud800").encode(),
    {**FIRST, "outcome_rules": [a_rule(min_hours=7, note=float("inf"))]},
    {**FIRST, "outcome_rules": [a_rule(), a_rule(valid_from="2027-04-01")]},
]


@pytest.mark.parametrize("content", WRONG)
def test_a_file_that_is_no_programme_is_refused_in_words(house: House, content: Any) -> None:
    with pytest.raises(Invalid) as wrong:
        load(house.steward, content)
    assert wrong.value.field == "file" and len(str(wrong.value)) > 20
    assert queries.draft_keys(house.steward) == {}


def test_a_rule_may_follow_another_of_its_name_on_the_day_after_it(house: House) -> None:
    rules = [a_rule(valid_to="2027-03-31"), a_rule(valid_from="2027-04-01", min_hours=16)]
    assert load(house.steward, {**FIRST, "outcome_rules": rules}) == ["first-steps"]


def test_a_wrong_file_is_a_page_that_says_so(house: House, browser: Browser) -> None:
    page = browser(house.steward)
    shown = page.post("/programmes/file/", {"file": SimpleUploadedFile("a.json", b"<html>")})
    assert shown.status_code == 200 and "is not a programme as Cydwaith writes one" in shown.content.decode()
    assert "Choose a file." in page.post("/programmes/file/", {}).content.decode()
    empty = page.post("/programmes/file/", {"file": SimpleUploadedFile("a.json", b"")})
    assert "The file is empty" in empty.content.decode()


def test_others_read_files_and_begin_nothing(house: House, browser: Browser) -> None:
    commands.load_programmes(OPERATOR, definitions=[FIRST])
    with clock.at(START):
        (version,) = queries.versions(house.steward, "first-steps")
        coach = browser(house.team.coach)
        assert coach.get(f"/programmes/version/{version.id}/file/").status_code == 200
        assert coach.get("/programmes/new/").status_code in (403, 404)
        assert coach.get("/programmes/file/").status_code in (403, 404)
        employer = browser(somebody_at(house.team.organisation_id, Role.EMPLOYER, "e@x.example"))
        assert employer.get(f"/programmes/version/{version.id}/file/").status_code in (403, 404)
    for attempt in (
        lambda: commands.begin_new(house.team.coach, **NAMES),
        lambda: commands.begin_from_file(house.team.coach, content=b"{}"),
    ):
        with pytest.raises(Refused):
            attempt()
