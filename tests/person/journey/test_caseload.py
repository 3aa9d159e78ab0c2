"""Who needs a thought today is seen at a glance, and the glance overlooks nobody."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from cydwaith.person.journey.queries.caseload import Line, facts, may_need
from cydwaith.person.journey.queries.contacts import REACHED
from cydwaith.person.journey.rules import QUIET_AFTER_DAYS, reasons

TODAY = date(2026, 7, 2)
DUE, QUIET = TODAY.isoformat(), (TODAY - timedelta(days=QUIET_AFTER_DAYS - 1)).isoformat()

days = st.none() | st.integers(-60, 60).map(lambda n: (TODAY + timedelta(days=n)).isoformat())
moments = st.none() | st.integers(0, 60 * 24 * 60).map(
    lambda n: str(datetime(2026, 7, 2, 23, 59, 0, n, tzinfo=UTC) - timedelta(minutes=n))
)
lines = st.builds(
    Line,
    key=st.just("0" * 32),
    name=st.just("Mair"),
    known_as=st.just(""),
    place_code=st.just(""),
    language=st.just("cy"),
    open_referrals=st.none()
    | st.tuples(st.sampled_from(["0 0", "1 0", "0 2", "3 1"]), days.map(lambda day: day or "")).map(" ".join),
    review_on=days,
    stuck_goals=st.sampled_from([None, "1", "2"]),
    changed_since_agreed=st.sampled_from([None, "", "yes"]),
    last_talk=moments,
    last_attempt=moments | moments.map(lambda moment: moment and moment + REACHED),
)
JUST_QUIET = Line(*["0" * 32, "Mair", "", "", "cy"], None, None, None, None, "2026-06-03 22:59:00", None)


@given(lines)
@example(JUST_QUIET)
def test_whoever_the_rules_name_is_seen_at_a_glance(line: Line) -> None:
    assert may_need(line, DUE, QUIET) or not reasons(facts(line), TODAY)


def test_whoever_was_talked_with_lately_and_has_nothing_due_is_passed_over() -> None:
    quiet_line = JUST_QUIET._replace(
        last_talk="2026-07-01 10:00:00", review_on="2026-08-01", changed_since_agreed=""
    )
    assert not may_need(quiet_line, DUE, QUIET)
