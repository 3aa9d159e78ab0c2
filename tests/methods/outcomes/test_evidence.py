"""What evidence proves: weeks that it covers, days that it lacks, and until when it is taken."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.outcomes import (
    AnchorPoint,
    Cover,
    EarningsRule,
    Employment,
    InWorkRule,
    OutcomeError,
    Person,
    Piece,
    RetentionRule,
    Spell,
    SustainedRule,
    judge,
    person_from,
    rule_from,
)

from . import oracle

MONDAY = date(2026, 1, 5)
LATER = MONDAY + timedelta(weeks=40)
RULE = SustainedRule(
    key="r", min_hours=7, min_weeks=3, window_weeks=4, pay_floor=False,
    evidence=frozenset({"payslip"}), evidence_covers=Cover.EVERY,
)  # fmt: skip
ENDS = replace(RULE, evidence_covers=Cover.ENDS)


def day(number):
    return MONDAY + timedelta(days=number)


def job(first, last=None, hours=10.0, **more):
    return Spell(day(first), None if last is None else day(last), hours, 13.0, **more)


def payslip(first, last, **more):
    return Piece("payslip", day(first), day(last), **more)


def verdict(*pieces, rule=RULE, jobs=None, on=LATER, **known):
    person = Person(programme_start=MONDAY, pieces=pieces, **known)
    return judge(rule, [job(0, 20)] if jobs is None else jobs, on, person)


def lacks(found):
    return [(first - MONDAY).days for first, _last in found.to_cover]


def test_weeks_that_count_and_that_nothing_covers_hold_the_claim_and_not_the_verdict():
    found = verdict(payslip(0, 6))
    assert (found.met, found.met_on, found.payable) == (True, day(20), False)
    assert (found.claimable_on, lacks(found), found.awaits_evidence) == (None, [7, 14], True)
    assert found.missing_evidence == ()
    assert "2026-01-12 – 2026-01-18" in found.notes[-1].words.en
    whole = verdict(payslip(0, 20))
    assert (whole.claimable_on, whole.payable, whole.to_cover, whole.awaits_evidence) == (
        day(20), True, (), False,
    )  # fmt: skip


def test_the_claim_is_of_the_weeks_that_are_shown_even_where_earlier_ones_met_the_rule():
    found = verdict(payslip(7, 27), jobs=[job(0)])
    assert (found.met_on, found.claimable_on) == (day(20), day(27))


def test_the_fewest_weeks_that_would_do_are_named():
    assert lacks(verdict(payslip(14, 27), jobs=[job(0)])) == [7]
    assert lacks(verdict(jobs=[job(0)])) == [0, 7, 14]


def test_a_week_is_covered_by_the_hours_of_the_days_that_evidence_is_about():
    parts = [payslip(0, 6), payslip(7, 13)]
    assert verdict(*parts, payslip(14, 18)).payable  # 10 hours by 5 days of 7
    short = verdict(*parts, payslip(14, 17))
    assert (lacks(short), [round(week.shown or 0, 2) for week in short.weeks[:3]]) == ([14], [10, 10, 5.71])
    assert verdict(*parts, payslip(14, 15), payslip(18, 20)).payable
    assert verdict().weeks[-1].shown is None


def test_hours_on_record_are_shown_by_the_days_of_the_week_in_the_job():
    worked = {day(14): 14.0}
    part = verdict(payslip(0, 17), jobs=[job(0, 20, hours=10.0, worked=worked)])
    assert part.weeks[2].shown == pytest.approx(8.0) and part.payable
    assert not verdict(payslip(0, 16), jobs=[job(0, 20, worked=worked)]).payable


def test_days_off_sick_are_shown_only_where_they_count():
    from cydwaith.methods.outcomes import Absence

    off = [job(0, 20, hours=14.0, absences=(Absence(day(14), day(16)),))]
    strict = replace(RULE, sickness_counts=False)
    assert verdict(payslip(0, 17), jobs=off).payable
    assert not verdict(payslip(0, 18), jobs=off, rule=strict).payable
    assert verdict(payslip(0, 20), jobs=off, rule=strict).payable


def test_of_two_jobs_it_is_enough_to_show_the_one_that_carries_the_week():
    both = [job(0, 20, hours=12.0, job="a"), job(0, 20, hours=4.0, job="b")]
    assert verdict(payslip(0, 20, job="a"), jobs=both).payable
    assert lacks(verdict(payslip(0, 20, job="b"), jobs=both)) == [0, 7, 14]
    halves = [job(0, 20, hours=4.0, job="a"), job(0, 20, hours=4.0, job="b")]
    assert not verdict(payslip(0, 20, job="a"), jobs=halves).payable
    assert verdict(payslip(0, 20, job="a"), payslip(0, 20, job="b"), jobs=halves).payable


def test_evidence_of_a_kind_that_the_rule_does_not_ask_for_covers_nothing():
    found = verdict(Piece("own word", day(0), day(20)))
    assert (found.missing_evidence, lacks(found)) == (("payslip",), [0, 7, 14])


def test_each_kind_must_be_there_and_together_they_cover_the_weeks():
    both = replace(RULE, evidence=frozenset({"payslip", "contract"}))
    contract = Piece("contract", day(0), day(0))
    assert not verdict(payslip(0, 20), rule=both).payable
    assert verdict(payslip(0, 20), contract, rule=both).payable


def test_one_of_several_kinds_is_enough_where_the_rule_says_so():
    either = replace(RULE, evidence=frozenset({"payslip", "employer's word"}), evidence_each=False)
    employer = Piece("employer's word", day(7), day(20))
    none = verdict(rule=either)
    assert none.missing_evidence == ("employer's word", "payslip")
    assert none.notes[-2].code == "evidence_missing_one"
    half = verdict(employer, rule=either)
    assert (half.missing_evidence, lacks(half)) == ((), [0])
    assert verdict(employer, payslip(0, 6), rule=either).payable


def test_at_the_start_and_the_end_is_enough_where_the_rule_says_so():
    assert verdict(payslip(0, 6), payslip(14, 20), rule=ENDS).claimable_on == day(20)
    assert lacks(verdict(payslip(0, 6), rule=ENDS)) == [14]
    assert lacks(verdict(payslip(7, 20), rule=ENDS)) == [0]
    assert verdict(payslip(7, 7 + 6), payslip(28, 34), rule=ENDS, jobs=[job(0)]).claimable_on == day(34)
    assert verdict(payslip(7, 13), payslip(35, 41), rule=ENDS, jobs=[job(0)]).claimable_on is None


def test_any_piece_is_enough_where_the_rule_says_no_more():
    found = verdict(payslip(0, 0), rule=replace(RULE, evidence_covers=Cover.ANY))
    assert (found.payable, found.to_cover, found.weeks[0].shown) == (True, (), None)


def test_evidence_that_comes_too_late_does_not_count():
    timed = replace(RULE, evidence_within_weeks=2)
    by = day(20 + 14)
    assert verdict(payslip(0, 20, given=by), rule=timed).payable
    late = verdict(payslip(0, 20, given=by + timedelta(days=1)), rule=timed)
    assert (late.payable, late.awaits_evidence, late.evidence_by) == (False, False, by)
    assert [note.code for note in late.notes][-1] == "evidence_too_late"
    still = verdict(rule=timed, on=by)
    assert (still.awaits_evidence, still.evidence_by) == (True, by)
    assert not verdict(rule=timed, on=by + timedelta(days=1)).awaits_evidence
    assert verdict(payslip(0, 20), rule=timed).payable


def test_before_it_is_met_the_weeks_that_wait_for_evidence_are_known():
    assert lacks(verdict(payslip(0, 6), on=day(13))) == [7]
    assert lacks(verdict(on=day(13), rule=ENDS)) == [0]
    assert verdict(on=day(13)).awaits_evidence is False
    assert verdict(jobs=[]).to_cover == ()


def test_a_rule_without_evidence_is_claimed_when_it_is_met():
    assert verdict(rule=replace(RULE, evidence=frozenset())).claimable_on == day(20)


def test_a_rule_about_a_day_wants_that_day_covered():
    kept = RetentionRule(key="k", after_days=30, evidence=RULE.evidence, evidence_covers=Cover.EVERY)
    jobs = [job(-50, job="a")]
    assert verdict(payslip(0, 29), rule=kept, jobs=jobs).to_cover == ((day(30), day(30)),)
    assert verdict(payslip(0, 30, job="a"), rule=kept, jobs=jobs).claimable_on == day(30)
    assert not verdict(payslip(0, 30, job="b"), rule=kept, jobs=jobs).payable
    began = InWorkRule(key="s", within_days=90, evidence=RULE.evidence, evidence_covers=Cover.ENDS)
    assert verdict(payslip(9, 12), rule=began, jobs=[job(3)]).claimable_on == day(9)
    assert verdict(payslip(91, 99), rule=began, jobs=[job(3)]).to_cover == ((day(3), day(3)),)


def test_pounds_are_shown_by_the_days_that_evidence_covers():
    rule = EarningsRule(key="e", pounds=260.0, evidence=RULE.evidence, evidence_covers=Cover.EVERY)
    jobs = [job(0, job="a")]
    found = verdict(payslip(0, 6), rule=rule, jobs=jobs)
    assert (found.met_on, found.claimable_on, lacks(found)) == (day(13), None, [7])
    assert verdict(payslip(7, 20), rule=rule, jobs=jobs).claimable_on == day(20)
    ends = replace(rule, evidence_covers=Cover.ENDS, pounds=390.0)
    assert verdict(payslip(0, 6), payslip(14, 20), rule=ends, jobs=jobs).claimable_on == day(20)
    assert lacks(verdict(payslip(0, 6), rule=ends, jobs=jobs)) == [14]


def test_self_employment_is_shown_from_day_to_day():
    rule = EarningsRule(
        key="e", pounds=9_999.0, self_employed_weeks=2, evidence=RULE.evidence, evidence_covers=Cover.EVERY
    )
    own = [replace(job(0), employment=Employment.SELF_EMPLOYED)]
    assert verdict(payslip(0, 6), payslip(7, 13), rule=rule, jobs=own).claimable_on == day(13)
    assert verdict(payslip(3, 16), rule=rule, jobs=own).claimable_on == day(16)
    gap = verdict(payslip(0, 6), payslip(8, 13), rule=rule, jobs=own)
    assert (gap.met_on, gap.claimable_on, lacks(gap)) == (day(13), None, [7])


def test_how_much_evidence_must_cover_is_read_from_a_programmes_file():
    given = {
        "shape": "sustained", "key": "r", "min_hours": 7, "min_weeks": 3, "window_weeks": 4,
        "pay_floor": False, "evidence": ["payslip"], "evidence_covers": "every week",
    }  # fmt: skip
    assert rule_from(given) == RULE
    assert rule_from(given | {"evidence_within_weeks": 8}).evidence_within_weeks == 8
    for wrong in ({"evidence_covers": "most"}, {"evidence_within_weeks": 0}):
        with pytest.raises(OutcomeError) as refused:
            rule_from(given | wrong)
        assert refused.value.field == next(iter(wrong))
    row = {"kind": "payslip", "first": "2026-01-05", "last": "2026-01-11", "job": "a", "given": "2026-02-01"}
    assert person_from({"pieces": [row]}).pieces == (Piece("payslip", day(0), day(6), "a", date(2026, 2, 1)),)
    with pytest.raises(OutcomeError) as refused:
        person_from({"pieces": [{"kind": "payslip", "first": "2026-01-05"}]})
    assert (refused.value.code, refused.value.field) == ("wrong_date", "last")


spans = st.builds(
    lambda first, length, hours, key: job(
        first, None if length is None else first + length, float(hours), job=key
    ),
    st.integers(-30, 150), st.none() | st.integers(0, 60), st.integers(0, 20), st.sampled_from("ab"),
)  # fmt: skip
papers = st.builds(
    lambda first, length, key: payslip(first, first + length, job=key),
    st.integers(-30, 170), st.integers(0, 80), st.sampled_from(["", "a", "b"]),
)  # fmt: skip
rules = st.builds(
    lambda need, more, gap, within, covers, below: replace(
        RULE, min_weeks=need, window_weeks=need + more, longest_gap=gap, within_weeks=within,
        evidence_covers=covers, below_hours=below,
    ),
    st.integers(1, 6), st.integers(0, 6), st.none() | st.integers(0, 3), st.none() | st.integers(1, 30),
    st.sampled_from([Cover.EVERY, Cover.ENDS]), st.none() | st.integers(8, 25),
)  # fmt: skip
lives = st.tuples(rules, st.lists(spans, max_size=4), st.lists(papers, max_size=4), st.integers(0, 220))


@settings(max_examples=200)
@given(lives)
def test_what_can_be_claimed_agrees_with_the_slow_oracle(life):
    rule, jobs, pieces, on = life
    found = verdict(*pieces, rule=rule, jobs=jobs, on=day(on))
    by_oracle = oracle.claimable_on(rule, jobs, pieces, MONDAY, day(on))
    assert found.claimable_on == (by_oracle if pieces else None)
    if found.claimable_on:
        assert found.met and found.met_on <= found.claimable_on


@settings(max_examples=200)
@given(lives)
def test_covering_just_the_weeks_that_are_named_makes_it_claimable(life):
    rule, jobs, pieces, on = life
    found = verdict(*pieces, rule=rule, jobs=jobs, on=day(on))
    if found.met and not found.payable:
        assert found.to_cover or found.missing_evidence
        more = [Piece("payslip", first, last) for first, last in found.to_cover]
        assert verdict(*pieces, *more, rule=rule, jobs=jobs, on=day(on)).payable
        if found.to_cover:
            assert not verdict(*pieces, *more[1:], rule=rule, jobs=jobs, on=day(on)).payable


@settings(max_examples=100)
@given(lives, papers)
def test_more_evidence_never_takes_a_claim_away_nor_makes_it_later(life, more):
    rule, jobs, pieces, on = life
    before = verdict(*pieces, rule=rule, jobs=jobs, on=day(on))
    after = verdict(*pieces, more, rule=rule, jobs=jobs, on=day(on))
    assert (after.met, after.met_on) == (before.met, before.met_on)
    if before.claimable_on:
        assert after.claimable_on and after.claimable_on <= before.claimable_on


def test_no_evidence_is_asked_for_days_after_the_last_that_may_count():
    rule = replace(RULE, min_weeks=4, within_weeks=3)
    person = Person(programme_start=day(2))
    found = judge(rule, [job(0, 40, hours=35.0)], LATER, person)
    assert (found.met_on, found.to_cover[-1]) == (day(22), (day(21), day(22)))


def test_the_clock_of_evidence_is_of_the_rule_and_not_of_the_claim():
    rule = replace(RULE, clock_start=AnchorPoint.JOB_START, evidence_within_weeks=1)
    found = verdict(payslip(7, 27, given=day(28)), rule=rule, jobs=[job(0)], on=day(30))
    assert (found.met_on, found.evidence_by, found.payable) == (day(20), day(27), False)
