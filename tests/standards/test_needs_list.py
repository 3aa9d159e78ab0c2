"""A need list goes out as an Open Referral taxonomy and comes back the same."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.cli import parser
from cydwaith.cli.exits import Halt
from cydwaith.kernel import actor
from cydwaith.place.needs import queries
from cydwaith.place.needs.rules.listing import PARTS, THEMES, Listing, Wrong, read
from cydwaith.place.needs.starter import starter
from cydwaith.standards.open_referral import needs_list

WORDS = st.lists(st.text("abc ŵê;\n“|\"'", min_size=1, max_size=12), max_size=3)
SAID = st.fixed_dictionaries(dict.fromkeys(PARTS, WORDS))
LABEL = st.text("abcŷ", min_size=1, max_size=8)
LINK = st.fixed_dictionaries({"vocabulary": LABEL, "id": st.text(max_size=5), "name": st.text(max_size=5)})
KEYS = st.lists(st.text("abc-", min_size=1, max_size=6), min_size=1, max_size=4, unique=True)


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    keys = draw(KEYS)
    needs = [
        {
            "key": f"need-{key}",
            "theme": draw(st.sampled_from(THEMES)),
            "label": {"en": draw(LABEL), "cy": draw(LABEL)},
            "is_urgent": draw(st.booleans()),
            "related": [f"need-{keys[0]}"],
            "taxonomy": draw(st.lists(LINK, max_size=2)),
            "en": draw(SAID),
            "cy": draw(SAID),
        }
        for key in keys
    ]
    return read(
        {"needs": needs, "groups": draw(st.dictionaries(st.text("xyz", min_size=1), WORDS, max_size=2))}
    )


@settings(max_examples=60, deadline=None)
@given(listings(), st.integers(0, 99))
def test_out_and_in_again_is_the_same_list(listing: Listing, version: int) -> None:
    written = json.loads(json.dumps(needs_list.to_records(listing, version)))
    assert needs_list.from_records(written) == listing


def test_the_starter_loses_nothing_either() -> None:
    assert needs_list.from_records(needs_list.to_records(starter(), 0)) == starter()


def test_every_record_has_what_the_standard_asks_for() -> None:
    records = needs_list.to_records(starter(), 3)
    ids = [row["id"] for rows in records.values() for row in rows]
    assert len(ids) == len(set(ids))
    assert records["taxonomies"][0]["version"] == "3"
    for term in records["taxonomy_terms"]:
        assert {"id", "name", "description", "taxonomy_id", "term_uri"} <= set(term)
    parents = {term["id"] for term in records["taxonomy_terms"]}
    assert all(term.get("parent_id") in parents | {None} for term in records["taxonomy_terms"])
    assert all(isinstance(attribute["value"], str) for attribute in records["attributes"])


def test_a_taxonomy_of_another_system_gives_needs_by_name() -> None:
    terms = [
        {"id": "t", "code": "money", "name": "Money", "description": "-"},
        {"id": "a", "name": "Debt", "description": "-", "parent_id": "t"},
    ]
    need = needs_list.from_records({"taxonomy_terms": terms}).entries[0]
    assert (need.key, need.theme, need.label["en"]) == ("a", "money", "Debt")


@pytest.mark.parametrize("records", [[], {}, {"taxonomy_terms": 3}, {"taxonomy_terms": [1]}, "x"])
def test_what_is_no_taxonomy_is_said_to_be_none(records: Any) -> None:
    with pytest.raises(Wrong):
        needs_list.from_records(records)


def run(*words: str) -> int:
    options = parser.build().parse_args(["needs", *words])
    code: int = options.run(options)
    return code


@pytest.mark.django_db
def test_export_and_import_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "needs.json"
    assert run("export", str(file)) == 0
    assert "76 needs written" in capsys.readouterr().out
    records = json.loads(file.read_text())
    records["taxonomy_terms"] = [
        term for term in records["taxonomy_terms"] if term["code"] not in ("choir", "memory")
    ]
    for attribute in records["attributes"]:
        if attribute["link_type"] == "cydwaith:related":
            attribute["value"] = "[]"
    file.write_text(json.dumps(records))
    assert run("import", str(file), "--note", "no memory", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"needs": 75, "version": 1}
    assert queries.versions(actor.anonymous())[0].note == "no memory"


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["not JSON", "[]", '{"taxonomy_terms": []}'])
def test_a_file_that_is_no_list_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_text(text)
    with pytest.raises(Halt) as refused:
        run("import", str(file))
    assert refused.value.code == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not JSON", "JSON"),
        ('{"taxonomy_terms": []}', "“needs”"),
        ('{"taxonomy_terms": 3}', "“taxonomy_terms”"),
        (None, "bad.json"),
    ],
)
def test_what_is_wrong_is_said_in_the_readers_language(text: str | None, said: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    if text is not None:
        file.write_text(text)
    told = {}
    for language in ("en", "cy"):
        with pytest.raises(Halt) as refused:
            run("import", str(file), "--language", language)
        told[language] = str(refused.value)
        assert said in told[language]
    assert told["en"] != told["cy"]
