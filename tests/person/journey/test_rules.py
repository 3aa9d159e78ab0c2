"""Who to think of today: the reasons, and their order."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cydwaith.person.journey.rules import PRESSING, QUIET_AFTER_DAYS, Facts, Reason, Why, reasons, urgency
from cydwaith.person.journey.words import sentence

TODAY = date(2026, 3, 2)

days = st.one_of(st.none(), st.integers(-400, 400).map(lambda n: TODAY + timedelta(days=n)))
counts = st.integers(0, 5)
facts = st.builds(
    Facts,
    first_contact_by=days,
    reached=st.booleans(),
    last_contact_on=days,
    unanswered_referrals=counts,
    waiting_for_person=counts,
    review_on=days,
    stuck_goals=counts,
    changed_since_agreed=st.booleans(),
)


def whys(known: Facts) -> list[Why]:
    return [reason.why for reason in reasons(known, TODAY)]


def test_nothing_known_is_no_reason() -> None:
    assert whys(Facts()) == []


def test_a_first_contact_is_due_until_somebody_was_reached() -> None:
    due = TODAY + timedelta(days=1)
    assert whys(Facts(first_contact_by=due)) == [Why.FIRST_CONTACT_DUE]
    assert whys(Facts(first_contact_by=due, reached=True)) == []


def test_a_first_contact_is_late_on_the_day_after_it_was_due_and_not_before() -> None:
    assert whys(Facts(first_contact_by=TODAY)) == [Why.FIRST_CONTACT_DUE]
    late = Facts(first_contact_by=TODAY - timedelta(days=1))
    assert reasons(late, TODAY) == (Reason(Why.FIRST_CONTACT_LATE, days=1),)


def test_a_review_is_due_on_its_day() -> None:
    assert whys(Facts(review_on=TODAY)) == [Why.REVIEW_DUE]
    assert whys(Facts(review_on=TODAY + timedelta(days=1))) == []


def test_silence_counts_only_after_somebody_was_reached() -> None:
    long_ago = TODAY - timedelta(days=QUIET_AFTER_DAYS)
    assert whys(Facts(last_contact_on=long_ago, reached=True)) == [Why.QUIET]
    assert whys(Facts(last_contact_on=long_ago)) == []


@given(facts)
def test_reasons_come_most_pressing_first_and_each_once(known: Facts) -> None:
    found = whys(known)
    assert found == sorted(set(found), key=PRESSING.index)


@given(st.lists(facts, min_size=2, max_size=6))
def test_nobody_with_a_late_first_contact_sorts_below_somebody_without(people: list[Facts]) -> None:
    ranked = sorted((reasons(known, TODAY) for known in people), key=urgency)
    late = [bool(found) and found[0].why is Why.FIRST_CONTACT_LATE for found in ranked]
    assert late == sorted(late, reverse=True)


@given(facts)
def test_every_reason_has_a_sentence(known: Facts) -> None:
    for reason in reasons(known, TODAY):
        assert sentence(reason).endswith(".")
