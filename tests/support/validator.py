"""The official validator of Open Referral UK in small: its profile, its schemas, its levels.

Calls each endpoint that the profile names, checks the answer against the schema (formats too), checks the page
envelope by hand (in the schemas it stands where nothing reads it), and asks for pages as the validator does. Ids
are asked to be text, not UUIDs: feeds have others, and an id must stay as it is.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

HERE = Path(__file__).resolve().parents[1] / "standards" / "validator"
CHECKED = FormatChecker(("email", "date"))
ENVELOPES = {
    "contents": {
        "total_items": int,
        "total_pages": int,
        "page_number": int,
        "size": int,
        "first_page": bool,
        "last_page": bool,
        "empty": bool,
    },
    "content": {
        "totalElements": int,
        "totalPages": int,
        "number": int,
        "size": int,
        "first": bool,
        "last": bool,
        "empty": bool,
    },
}
Get = Callable[[str], Any]


@CHECKED.checks("uri")  # type: ignore[untyped-decorator]
def _is_uri(value: object) -> bool:
    """As .NET has it: a scheme, a colon, and no blanks."""
    if not isinstance(value, str):
        return True
    scheme, colon, rest = value.partition(":")
    return bool(colon and rest and scheme.isalnum() and scheme[0].isalpha() and not set(" \n\t") & set(value))


MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")


@CHECKED.checks("date-time")  # type: ignore[untyped-decorator]
def _is_moment(value: object) -> bool:
    """RFC 3339."""
    return not isinstance(value, str) or MOMENT.fullmatch(value) is not None


@dataclass
class Verdict:
    """What was found, by the level of the test that found it."""

    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def passes(self) -> bool:
        return not self.errors


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / "schemas" / name).read_text())
    return found


def validate(get: Get, profile: str = "HSDS-UK-3.0") -> Verdict:
    """Run a profile; ``get`` gives the JSON of a path, or raises LookupError."""
    verdict = Verdict()
    ids: dict[str, Any] = {}
    for group in json.loads((HERE / "profiles" / f"{profile}.json").read_text())["testGroups"]:
        said = verdict.errors if group["messageLevel"] == "error" else verdict.warnings
        for test in group["tests"]:
            said += [f"{test['name']}: {fault}" for fault in _test(get, test, ids)]
    return verdict


def _test(get: Get, test: dict[str, Any], ids: dict[str, list[str]]) -> list[str]:
    path = test["endpoint"]
    if source := test.get("useIdFrom"):
        known = ids.get(source.removesuffix("-id"), [])
        return [fault for one in known[:5] for fault in _one(get, path + one, test, wanted=one)]
    try:
        answer = get(path)
    except LookupError as error:
        return [f"{path} did not answer: {error}"]
    faults = _by_schema(answer, test["schema"])
    if test.get("pagination"):
        faults += pages(get, path, answer)
    if test.get("saveIds"):
        ids[path] = [str(record.get("id")) for record in answer.get(test["saveIdField"], [])]
    return faults


def _one(get: Get, path: str, test: dict[str, Any], wanted: str) -> list[str]:
    try:
        answer = get(path)
    except LookupError as error:
        return [f"{path} did not answer: {error}"]
    other = [] if answer.get("id") == wanted else [f"{path} has the id {answer.get('id')}"]
    return [*_by_schema(answer, test["schema"]), *other]


def _by_schema(answer: Any, name: str) -> list[str]:
    checker = Draft202012Validator(schema(name), format_checker=CHECKED)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:120]}" for e in checker.iter_errors(answer)]


def pages(get: Get, path: str, answer: dict[str, Any]) -> list[str]:
    """The envelope of this page, and of the last one."""
    faults = envelope(answer)
    total = answer.get("total_pages", answer.get("totalPages"))
    if faults or not isinstance(total, int) or total < 2:
        return faults
    try:
        last = get(f"{path}?page={total}")
    except LookupError as error:
        return [f"page {total} did not answer: {error}"]
    at = last.get("page_number", last.get("number"))
    return faults + envelope(last) + ([] if at == total else [f"page {total} says that it is page {at}"])


def envelope(answer: dict[str, Any]) -> list[str]:
    listed = "contents" if "contents" in answer else "content"
    records = answer.get(listed)
    if not isinstance(records, list):
        return ["no list of records"]
    wanted = ENVELOPES[listed]
    faults = [
        f"{name} is {answer.get(name)!r}"
        for name, kind in wanted.items()
        if type(answer.get(name)) is not kind
    ]
    if faults:
        return faults
    total, of_pages, number, size, first, last, empty = (answer[name] for name in wanted)
    claims = {
        "size": size == len(records),
        "empty": empty == (not records),
        "first": first == (number == 1),
        "last": last == (number >= of_pages),
        "total": size <= total,
        "pages": not size or number < of_pages or total <= number * max(size, 1) or of_pages > 1,
    }
    return [f"the envelope is wrong about {name}" for name, right in claims.items() if not right]
