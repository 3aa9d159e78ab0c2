"""A line that is opened on a page and saved untouched is the line that it was."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.programmes import starters
from cydwaith.place.programmes.forms import LINES, RULES
from cydwaith.place.programmes.rules import outcome_rule, read_content
from cydwaith.web.fields import PARTS, DateInputField

EVERY = [(name, part) for name in starters.names() for part in LINES]


def untouched(form: forms.Form) -> dict[str, Any]:
    """What a browser sends of a form that somebody only looked at."""
    sent: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if isinstance(bound.field, DateInputField):
            parts = bound.field.widget.decompress(value)
            sent |= {f"{bound.name}_{part}": str(one or "") for part, one in zip(PARTS, parts, strict=True)}
        elif value is not None and value is not False:
            sent[bound.name] = value
    return sent


@pytest.mark.parametrize(("name", "part"), EVERY)
def test_a_line_that_is_only_looked_at_stays_as_it_was(name: str, part: str) -> None:
    raw = starters.starter(name)
    rows = list(raw.get(part) or [])
    known = [(one["programme"], "x") for one in raw.get("not_paid_with") or []]
    saved = []
    for row in rows:
        form = LINES[part](row, "en", known, untouched(LINES[part](row, "en", known)))
        assert form.is_valid(), form.errors
        saved.append(form.line([]))
    assert getattr(read_content(raw | {part: saved}, "it"), part) == getattr(read_content(raw, "it"), part)


DAYS = st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
WHOLE = st.one_of(st.none(), st.integers(1, 52))
SHAPED = st.one_of(
    st.fixed_dictionaries(
        {
            "shape": st.just("sustained"),
            "min_hours": st.sampled_from([1.5, 7, 16.0]),
            "min_weeks": st.just(13),
            "window_weeks": st.integers(13, 26),
            "pay_floor": st.booleans(),
            "sickness_counts": st.booleans(),
            "longest_gap": WHOLE,
        }
    ),
    st.fixed_dictionaries({"shape": st.just("earnings"), "pounds": st.integers(1, 9000)}),
    st.fixed_dictionaries({"shape": st.just("in work"), "within_days": st.integers(1, 3650)}),
    st.fixed_dictionaries({"shape": st.just("retention"), "after_days": st.integers(1, 365)}),
)
COMMON = st.fixed_dictionaries(
    {
        "valid_from": DAYS.map(lambda day: day and day.isoformat()),
        "within_weeks": WHOLE,
        "clock_start": st.sampled_from(["programme start", "programme end", "job start"]),
        "must_be_on_programme": st.booleans(),
        "employment": st.sampled_from([["employee"], ["employee", "zero-hours"]]),
    }
)
EVIDENCE = st.one_of(
    st.just({}),
    st.fixed_dictionaries(
        {
            "evidence": st.sampled_from([["payslip"], ["employer's word", "payslip"]]),
            "evidence_each": st.booleans(),
            "evidence_covers": st.sampled_from(["any", "start and end", "every week"]),
            "evidence_within_weeks": WHOLE,
        }
    ),
)


@given(SHAPED, COMMON, EVIDENCE)
def test_a_rule_that_is_only_looked_at_judges_as_it_did(
    shaped: dict[str, Any], common: dict[str, Any], evidence: dict[str, Any]
) -> None:
    given_ = {"key": "kept", **shaped, **common, **evidence}
    rule = {name: value for name, value in given_.items() if value is not None}
    raw = {"en": "Kept", "cy": "Cadw", "source": "x", "to_check": True, "rule": rule}
    kind = RULES[shaped["shape"]]
    form = kind(raw, "en", untouched(kind(raw, "en")))
    assert form.is_valid(), form.errors
    before, after = outcome_rule(raw), outcome_rule(form.line([]))
    assert (after.rule, after.name, after.source, after.to_check) == (
        before.rule, before.name, before.source, before.to_check
    )  # fmt: skip
