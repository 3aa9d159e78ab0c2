"""A rule of wrong types, or for people whom it cannot be for, is refused in both languages."""

import pytest

from cydwaith.methods.outcomes import OutcomeError, rule_from

SUSTAINED = {"shape": "sustained", "key": "x", "min_hours": 7, "min_weeks": 13, "window_weeks": 16}


@pytest.mark.parametrize(
    ("changes", "cymraeg"),
    [
        ({"min_hours": "seven"}, "Rhowch rif"),
        ({"min_hours": float("nan")}, "Rhowch rif"),
        ({"min_hours": None}, "Rhowch rif"),
        ({"below_hours": float("inf")}, "Rhowch rif"),
        ({"min_hours": True}, "Rhowch rif"),
        ({"window_weeks": "16"}, "Rhowch rif cyfan, 1"),
        ({"within_weeks": 10**9}, "Rhowch rif cyfan, 1"),
        ({"longest_gap": -1}, "Rhowch rif cyfan, 0"),
        ({"pay_floor": "no"}, "true neu false"),
        ({"evidence": "payslip"}, "restr"),
        ({"evidence": [3]}, "restr"),
        ({"employment": "employee"}, "restr"),
        ({"employment": {"a": 1}}, "restr"),
        ({"evidence_each": "yes"}, "true neu false"),
        ({"evidence_within_weeks": 0}, "Rhowch rif cyfan, 1"),
        ({"shape": ["sustained"]}, "sustained, earnings"),
    ],
)
def test_a_rule_of_wrong_types_is_refused_in_both_languages(changes, cymraeg):
    with pytest.raises(OutcomeError) as found:
        rule_from(SUSTAINED | changes)
    assert found.value.field == next(iter(changes))
    assert cymraeg in found.value.note.words.cy


def test_whoever_was_out_of_work_is_never_counted_as_retained():
    with pytest.raises(OutcomeError) as found:
        rule_from({"shape": "retention", "key": "x", "after_days": 91, "counts_retention": False})
    assert found.value.field == "counts_retention"
