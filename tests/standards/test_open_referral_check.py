"""Our own check says what the official validator says, and says where."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.standards.open_referral import checking
from cydwaith.standards.open_referral.checking import check_api, page_faults, record_faults
from tests.standards.publishing import OFFICIAL, VALIDATOR
from tests.standards.test_the_validator import mocked
from tests.support.validator import CHECKED, Draft202012Validator, envelope, schema

PASS, WARN, FAIL = VALIDATOR / "mocks" / "pass", VALIDATOR / "mocks" / "warn", OFFICIAL / "uk-3.0-fail"
PAGE = json.loads((PASS / "service_list.json").read_text())
SERVICE = json.loads((PASS / "service_full.json").read_text())


def test_it_passes_what_must_pass_and_warns_where_it_must() -> None:
    assert check_api(mocked(PASS)).faults == []
    warned = check_api(mocked(WARN))
    assert warned.passes and warned.faults


def test_it_fails_what_must_fail_and_says_where() -> None:
    found = check_api(mocked(FAIL))
    said = {(fault.field, fault.said) for fault in found.faults if not fault.is_warning}
    assert not found.passes
    assert ("name", "is missing") in said and ("profile", "is missing") in said
    assert any(field == "email" and "not an e-mail address" in words for field, words in said)


def test_an_address_that_does_not_answer_is_an_error_only_where_it_must() -> None:
    def get(path: str) -> Any:
        if path.startswith(("/taxonom", "/service_at")):
            raise checking.NotGiven("did not answer: 404")
        return mocked(PASS)(path)

    found = check_api(get)
    assert found.passes and len(found.faults) == 3
    assert not check_api(lambda path: (_ for _ in ()).throw(checking.NotGiven("no"))).passes


WRONG = st.sampled_from([None, 7, True, "", "x y", [], {}, [1], "a@b", {"id": 1}])
KEYS = st.sampled_from(sorted(SERVICE))


@settings(deadline=None)
@given(KEYS, WRONG)
def test_it_agrees_with_the_official_schema_about_a_record_with_one_wrong_value(key: str, value: Any) -> None:
    """But for ids, and for what is empty, which is said as a warning."""
    record = {**SERVICE, key: value}
    official = list(
        Draft202012Validator(schema("V3.0-UK/service.json"), format_checker=CHECKED).iter_errors(record)
    )
    ours = list(record_faults("service", record, "3.0", "here"))
    hard = [fault for fault in ours if not fault.is_warning]
    assert bool(ours) >= bool(official)
    if value not in (None, "", [], {}):
        assert bool(hard) == bool(official) or key in (
            "last_modified",
            "email",
            "assurer_email",
            "assured_date",
            "phones",
        )


@settings(deadline=None)
@given(st.sampled_from(sorted(PAGE)), WRONG)
def test_it_agrees_about_the_envelope(key: str, value: Any) -> None:
    page = {**PAGE, key: value}
    assert bool(list(page_faults("here", page))) == bool(envelope(page))


def test_faults_have_an_end() -> None:
    check = checking.Check("3.0")
    check.add((checking.Fault("here", "x", "is wrong") for _ in range(1000)), warnings=True)
    check.add([checking.Fault("here", "y", "is missing")])
    assert len(check.faults) == checking.MOST + 1 and check.more == 1000 - checking.MOST and not check.passes


@pytest.mark.parametrize(
    "path", sorted((OFFICIAL / "uk-3.0").glob("*_full.json")), ids=lambda path: path.stem
)
def test_the_official_examples_pass(path: Path) -> None:
    kind = path.stem.removesuffix("_full")
    assert list(record_faults(kind, json.loads(path.read_text()), "3.0", path.name)) == []
