"""Our small validator is right about the answers that the official one ships: pass, pass with warnings, fail."""

import json
from pathlib import Path
from typing import Any

from tests.standards.publishing import OFFICIAL, VALIDATOR
from tests.support.validator import envelope, validate

FILES = {
    "": "api_details",
    "services": "service_list",
    "services/": "service_full",
    "taxonomies": "taxonomy_list",
    "taxonomies/": "taxonomy",
    "taxonomy_terms": "taxonomy_term_list",
    "taxonomy_terms/": "taxonomy_term",
    "service_at_locations": "service_at_location_list",
    "service_at_locations/": "service_at_location_full",
}


def mocked(folder: Path) -> Any:
    """The sample answers as an API gives them."""

    def get(path: str) -> Any:
        name, slash, _ = path.strip("/").partition("?")[0].partition("/")
        return json.loads((folder / f"{FILES[name + slash]}.json").read_text())

    return get


def test_the_answers_that_must_pass_do() -> None:
    verdict = validate(mocked(VALIDATOR / "mocks" / "pass"))
    assert (verdict.errors, verdict.warnings) == ([], [])


def test_the_answers_that_must_warn_pass_with_warnings() -> None:
    verdict = validate(mocked(VALIDATOR / "mocks" / "warn"))
    assert verdict.passes and len(verdict.warnings) >= 3


def test_the_answers_that_must_fail_do() -> None:
    verdict = validate(mocked(OFFICIAL / "uk-3.0-fail"))
    said = " ".join(verdict.errors)
    assert not verdict.passes
    for fault in (
        "'profile' is a required property",
        "not a 'uri'",
        "not a 'email'",
        "'name' is a required property",
    ):
        assert fault in said


def test_an_envelope_that_lies_is_caught_though_the_schemas_do_not_read_it() -> None:
    page = json.loads((VALIDATOR / "mocks" / "pass" / "service_list.json").read_text())
    assert envelope(page) == []
    for wrong in (
        {"size": 7},
        {"empty": True},
        {"first_page": False},
        {"total_items": "1"},
        {"last_page": False},
    ):
        assert envelope(page | wrong)
