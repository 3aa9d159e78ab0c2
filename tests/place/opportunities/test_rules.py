"""Whether a posting can stand, and what another version of it changes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.opportunities.rules.posting import (
    FIELDS,
    Posting,
    as_values,
    changed,
    from_values,
    problem,
)

from .conftest import CAFE

TODAY = date(2026, 6, 15)

postings = st.builds(
    Posting,
    kind=st.sampled_from(["job", "volunteering"]),
    title=st.text(max_size=9),
    organisation_name=st.text(max_size=9),
    day_like=st.text(max_size=9),
    sectors=st.lists(st.sampled_from(["food", "care"]), unique=True).map(tuple),
    hours_from=st.integers(2, 20),
    hours_to=st.integers(2, 48),
    days=st.lists(st.integers(0, 6), unique=True).map(tuple),
    until=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
)


def test_four_hours_a_week_in_a_kitchen_can_stand() -> None:
    assert problem(CAFE, TODAY) is None


@pytest.mark.parametrize(
    ("differs", "field"),
    [
        ({"hours_from": 1}, "hours_from"),
        ({"hours_from": 6, "hours_to": 4}, "hours_to"),
        ({"hours_to": 60}, "hours_to"),
        ({"postcode": ""}, "postcode"),
        ({"pay": "nothing"}, "pay"),
        ({"kind": "apprenticeship", "pay": "expenses"}, "pay"),
        ({"kind": "volunteering"}, "pay"),
        ({"apply": ()}, "apply"),
        ({"until": date(2026, 6, 14)}, "until"),
    ],
)
def test_what_cannot_stand_says_which_field(differs: dict[str, Any], field: str) -> None:
    found = problem(replace(CAFE, **differs), TODAY)
    assert found is not None and found.field == field


def test_work_at_home_needs_no_postcode_and_a_trial_may_be_unpaid() -> None:
    assert problem(replace(CAFE, where="home", postcode=""), TODAY) is None
    assert problem(replace(CAFE, kind="work-trial", pay="expenses"), TODAY) is None


@given(postings, postings)
def test_a_version_kept_as_json_comes_back_as_it_was(before: Posting, after: Posting) -> None:
    assert from_values(as_values(after), before) == after


@given(postings, postings)
def test_nothing_changed_means_the_same_posting(before: Posting, after: Posting) -> None:
    assert (changed(before, after) == ()) == (before == after)
    assert set(changed(before, after)) <= set(FIELDS)
