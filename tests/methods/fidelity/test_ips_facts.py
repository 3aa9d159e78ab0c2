"""The items that a record can score, at every anchor's edge."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.fidelity import (
    FidelityError,
    IpsFacts,
    JobcentreContact,
    JobKept,
    compute_ips,
    computed_to_dict,
    follow_along_level,
)

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def score(item, **facts):
    return compute_ips(IpsFacts(first=FIRST, last=LAST, **facts))[item].score


def days(every, count=None):
    length = (LAST - FIRST).days
    return [FIRST + timedelta(days=n) for n in range(0, length, every)][:count]


def test_without_facts_nothing_is_scored_and_that_is_said():
    found = compute_ips(IpsFacts(first=FIRST, last=LAST))
    assert set(found) == {"1", "4", "6", "12", "15", "17", "19", "20", "21", "23", "24"}
    assert {one.score for one in found.values()} == {None}
    assert {one.notes[0].code for one in found.values()} == {"not_enough_facts"}


@pytest.mark.parametrize(
    ("clients", "expected"),
    [(20, 5), (20.4, 5), (20.5, 4), (21, 4), (25, 4), (26, 3), (30, 3), (31, 2), (40, 2), (41, 1), (0, 5)],
)
def test_item_1_size_of_caseload(clients, expected):
    assert score("1", clients=int(clients * 10), specialists=10.0) == expected


@pytest.mark.parametrize(
    ("share", "expected"), [(100, 5), (90, 5), (89, 4), (75, 4), (74, 3), (50, 3), (49, 2)]
)
def test_item_4_share_from_one_or_two_teams(share, expected):
    others = {f"team {n}": 1 for n in range(100 - share)}
    assert score("4", teams=[{"a": share - share // 2, "b": share // 2, **others}]) == expected


@pytest.mark.parametrize(
    ("contacts", "meetings", "expected"),
    [
        (7, 30, 5),
        (7, None, 4),
        (None, 91, 4),
        (30, None, 3),
        (91, None, 2),
        (200, None, 1),
        (None, None, 1),
        (30, 30, 4),
    ],
)
def test_item_6_the_jobcentre(contacts, meetings, expected):
    found = [JobcentreContact(day) for day in (days(contacts) if contacts else [])]
    found += [JobcentreContact(day, meeting=True) for day in (days(meetings) if meetings else [])]
    assert score("6", jobcentre=found) == expected


@pytest.mark.parametrize(
    ("levels", "expected"),
    [([5, 5, 5, 1], 5), ([5, 5, 1, 1], 1), ([4, 4, 4, 2], 4), ([1], 1), ([3, 4, 5, 2], 3)],
)
def test_item_12_the_level_that_three_quarters_reached(levels, expected):
    assert score("12", incentives=levels) == expected


@pytest.mark.parametrize(
    ("mean", "expected"), [(30, 5), (31, 4), (60, 4), (61, 3), (150, 3), (151, 2), (270, 2), (271, 1)]
)
def test_item_15_days_to_the_first_employer(mean, expected):
    assert score("15", days_to_employer=[mean - 5, mean + 5]) == expected


def test_item_15_says_who_is_not_in_the_mean():
    found = compute_ips(IpsFacts(first=FIRST, last=LAST, days_to_employer=[10, None, None]))["15"]
    assert (found.score, found.of, found.notes[0].code) == (5, 1, "no_contact_yet")


@pytest.mark.parametrize(
    ("per_week", "review", "expected"),
    [
        (6, "weekly", 5), (6, "monthly", 3), (6, "none", 2), (5, "weekly", 4), (4, "monthly", 3), (4, "weekly", 3),
        (3.9, "weekly", 2), (2, "weekly", 2), (1.9, "weekly", 1), (1, "none", 1),
    ],
)  # fmt: skip
def test_item_17_employer_contacts_a_week(per_week, review, expected):
    last = FIRST + timedelta(weeks=10, days=-1)
    facts = IpsFacts(
        first=FIRST,
        last=last,
        employer_contacts=round(per_week * 10),
        specialists=1.0,
        contacts_reviewed=review,
    )
    assert compute_ips(facts)["17"].score == expected


@pytest.mark.parametrize(
    ("different", "expected"),
    [(100, 5), (85, 5), (84, 4), (70, 4), (69, 3), (60, 3), (59, 2), (50, 2), (49, 1)],
)
def test_items_19_and_20_how_many_are_different(different, expected):
    names = [f"kind {n}" for n in range(different - 1)] + ["Cook", " cook"] + ["COOK"] * (99 - different)
    assert score("19", job_types=names) == expected
    assert score("20", employers=names) == expected


@pytest.mark.parametrize(
    ("lasting", "expected"), [(95, 5), (94, 4), (85, 4), (84, 3), (75, 3), (74, 2), (65, 2), (64, 1)]
)
def test_item_21_lasting_jobs(lasting, expected):
    assert score("21", job_types=["x"] * 100, jobs_lasting=lasting) == expected
    assert score("21", job_types=["x"] * 9, jobs_lasting=9) == 1


@pytest.mark.parametrize(
    ("out", "expected"), [(65, 5), (64, 4), (50, 4), (49, 3), (40, 3), (39, 2), (30, 2), (29, 1)]
)
def test_item_24_time_out_of_the_office(out, expected):
    assert score("24", minutes_out=float(out), minutes=100.0) == expected


START = date(2026, 1, 5)
FULL = [START + timedelta(days=n) for n in (-3, 1, 8, 15, 22, *range(30, 400, 25))]


def level(contacts, on=START + timedelta(days=365), end=None):
    return follow_along_level(JobKept(START, contacts, end), on)


def test_follow_along_in_full_is_five_and_without_the_week_before_four():
    assert level(FULL) == 5
    assert level(FULL[1:]) == 4
    assert level([day for day in FULL if day != START + timedelta(days=1)] + [START + timedelta(days=5)]) == 4


def test_a_week_missed_in_the_first_month_leaves_three():
    assert level([day for day in FULL if day != START + timedelta(days=15)]) == 3


def test_contact_that_stops_after_two_months_is_two_and_after_one_is_one():
    assert level([day for day in FULL if day < START + timedelta(days=60)]) == 2
    assert level(FULL[:5]) == 1


def test_what_could_not_have_happened_yet_is_not_asked_for():
    assert level(FULL[:3], on=START + timedelta(days=13)) == 5


def test_a_lost_job_needs_a_contact_within_three_days():
    end = START + timedelta(days=60)
    assert level([*FULL[:6], end + timedelta(days=2)], end=end) == 5
    assert level(FULL[:6], end=end) == 4


# The last moments that count: a contact in each week of the first month and each month of the first year.
WEEKS = [(7 * n, 7 * n + 6) for n in range(4)]
MONTHS = [(30 * n, 30 * n + 29) for n in range(1, 12)]


def at(*after):
    return [START + timedelta(days=n) for n in after]


@pytest.mark.parametrize("end", [0, 1])
def test_the_first_and_the_last_day_of_each_week_and_month_count(end):
    assert level(at(*(span[end] for span in WEEKS + MONTHS))) == 4


@pytest.mark.parametrize("missed", WEEKS + MONTHS)
def test_each_week_of_the_first_month_and_each_month_of_the_year_is_asked_for(missed):
    days_kept = [n for n in range(-7, 400) if not missed[0] <= n <= missed[1]]
    assert level(at(*days_kept)) == 3
    assert level(at(*days_kept), on=START + timedelta(days=missed[1] - 1)) >= 4
    assert level(at(*days_kept), on=START + timedelta(days=missed[1])) < 4


@pytest.mark.parametrize(("after", "expected"), [(30, 1), (31, 2), (89, 2), (90, 3), (120, 3), (121, 2)])
def test_a_single_contact_is_in_the_fourth_month_or_only_after_the_first(after, expected):
    assert level(at(after)) == expected


@pytest.mark.parametrize(("before", "expected"), [(-8, 4), (-7, 5), (-1, 5), (0, 4)])
def test_the_week_before_the_start_is_seven_days(before, expected):
    assert level(at(before, *range(400))) == expected


@pytest.mark.parametrize(("first", "expected"), [(0, 5), (3, 5), (4, 4)])
def test_the_start_is_followed_within_three_days(first, expected):
    assert level(at(-1, *range(first, 400))) == expected


def test_three_days_after_the_start_are_waited_for():
    assert level(at(-1), on=START + timedelta(days=2)) == 5
    assert level(at(-1), on=START + timedelta(days=3)) == 4


@pytest.mark.parametrize(("after", "expected"), [(-1, 4), (0, 5), (3, 5), (4, 4)])
def test_a_lost_job_is_followed_within_three_days(after, expected):
    lost = START + timedelta(days=10)
    assert level([*at(-1, 1, 8), lost + timedelta(days=after)], end=lost) == expected


def test_three_days_after_a_lost_job_are_waited_for():
    lost = START + timedelta(days=10)
    assert level(at(-1, 1, 8), end=lost, on=lost + timedelta(days=2)) == 5
    assert level(at(-1, 1, 8), end=lost, on=lost + timedelta(days=3)) == 4


def test_item_23_counts_people():
    full, none = JobKept(START, FULL), JobKept(START, [])
    three = JobKept(START, [START + timedelta(days=100)])
    two = JobKept(START, [START + timedelta(days=40)])
    for kept, expected in (
        ([full] * 3 + [none], 5), ([full, three, none, none], 3), ([three, none, none], 2), ([none], 1), ([two, none], 2),
    ):  # fmt: skip
        assert score("23", kept=kept) == expected


@pytest.mark.parametrize(
    ("facts", "field", "value"),
    [
        ({"clients": -1}, "clients", "-1"),
        ({"specialists": float("nan")}, "specialists", "nan"),
        ({"specialists": float("inf")}, "specialists", "inf"),
        ({"employer_contacts": -2}, "employer_contacts", "-2"),
        ({"jobs_lasting": -3}, "jobs_lasting", "-3"),
        ({"minutes": -1.5}, "minutes", "-1.5"),
        ({"minutes_out": -0.5}, "minutes_out", "-0.5"),
        ({"minutes": 10.0, "minutes_out": 11.0}, "minutes_out", "11.0"),
        ({"job_types": ["a"], "jobs_lasting": 2}, "jobs_lasting", "2"),
        ({"incentives": [1, 6]}, "incentives", "6"),
        ({"incentives": [0]}, "incentives", "0"),
        ({"last": FIRST - timedelta(days=1)}, "last", "2025-12-31"),
    ],
)
def test_an_impossible_fact_is_named(facts, field, value):
    with pytest.raises(FidelityError, match=value) as refused:
        compute_ips(IpsFacts(**({"first": FIRST, "last": LAST} | facts)))
    assert (refused.value.code, refused.value.field) == ("impossible_fact", field)


def test_the_most_that_is_possible_is_answered():
    facts = {
        "minutes": 10.0, "minutes_out": 10.0, "job_types": ["a"] * 10, "jobs_lasting": 10, "incentives": [5, 5],
    }  # fmt: skip
    found = compute_ips(IpsFacts(first=FIRST, last=FIRST, **facts))
    assert [found[item].score for item in ("12", "21", "24")] == [5, 5, 5]
    assert score("21", employers=["x"] * 10, jobs_lasting=10) == 5


@pytest.mark.parametrize(
    ("item", "facts", "value", "of", "unit"),
    [
        ("1", {"clients": 50, "specialists": 2.0}, 25, 50, "clients for each"),
        ("4", {"teams": [{"a": 3, "b": 1}, {}, {"a": 1, "b": 1, "c": 2}]}, 87.5, 8, "clinical teams"),
        ("6", {"jobcentre": [JobcentreContact(FIRST)]}, 1, 1, "jobcentre"),
        ("12", {"incentives": [4, 4]}, 4, 2, "benefits advice"),
        ("15", {"days_to_employer": [10, 30, None]}, 20, 2, "days from entry"),
        ("17", {"employer_contacts": 730, "specialists": 2.0}, 7, 730, "employer contacts"),
        ("19", {"job_types": ["a", "b", "B ", "c"]}, 75, 4, "different"),
        ("20", {"employers": ["a", "b"]}, 100, 2, "different"),
        ("21", {"job_types": ["x"] * 20, "jobs_lasting": 15}, 75, 20, "permanent"),
        ("21", {"job_types": ["x"] * 4, "jobs_lasting": 3}, 75, 4, "permanent"),
        ("23", {"kept": [JobKept(START, FULL), JobKept(START, [])]}, 50, 2, "in touch"),
        ("24", {"minutes": 200.4, "minutes_out": 50.1}, 25, 200, "out of the office"),
    ],
)
def test_a_score_says_the_number_that_it_rests_on(item, facts, value, of, unit):
    found = compute_ips(IpsFacts(first=FIRST, last=LAST, **facts))[item]
    assert (found.item, found.value, found.of) == (item, pytest.approx(value), of)
    assert unit in found.unit
    told = computed_to_dict({item: found})[item]
    assert (told["item"], told["of"], told["unit"]) == (item, of, found.unit)
    bare = compute_ips(IpsFacts(first=FIRST, last=LAST))[item]
    assert (bare.item, bare.value, bare.of, bare.unit) == (item, None, 0, found.unit)


def test_a_weighty_absence_of_facts_is_no_score():
    assert score("1", clients=5, specialists=0.0) is None
    assert score("17", employer_contacts=5, specialists=0.0) is None
    assert score("24", minutes=0.0, minutes_out=0.0) is None
    assert score("21", jobs_lasting=0) is None
    assert score("24", minutes=10.0) is None


def test_few_jobs_are_said_beside_the_score_of_1():
    found = compute_ips(IpsFacts(first=FIRST, last=LAST, job_types=["x"] * 9, jobs_lasting=9))["21"]
    assert [one.code for one in found.notes] == ["few_jobs"]


def test_who_waits_for_a_first_contact_is_counted():
    found = compute_ips(IpsFacts(first=FIRST, last=LAST, days_to_employer=[10, None, None]))["15"]
    assert "2" in found.notes[0].words.en
    assert compute_ips(IpsFacts(first=FIRST, last=LAST, days_to_employer=[10]))["15"].notes == ()


@pytest.mark.parametrize(("weeks_held", "expected"), [(9, 4), (8, 3)])
def test_weekly_is_three_weeks_in_four_of_the_time_looked_at(weeks_held, expected):
    last = FIRST + timedelta(days=12 * 7 - 1)
    found = [JobcentreContact(FIRST + timedelta(weeks=n)) for n in range(weeks_held)]
    outside = [JobcentreContact(last + timedelta(days=n)) for n in (1, 8)]
    outside += [JobcentreContact(FIRST - timedelta(days=n)) for n in (1, 8)]
    assert compute_ips(IpsFacts(first=FIRST, last=last, jobcentre=found + outside))["6"].score == expected


def test_the_first_and_the_last_day_looked_at_count():
    for day in (FIRST, FIRST + timedelta(days=6)):
        facts = IpsFacts(first=FIRST, last=FIRST + timedelta(days=6), jobcentre=[JobcentreContact(day, True)])
        assert compute_ips(facts)["6"].score == 5


@given(st.integers(0, 500), st.integers(1, 20), st.integers(0, 50))
def test_more_clients_never_score_better(clients, specialists, more):
    assert score("1", clients=clients + more, specialists=float(specialists)) <= score(
        "1", clients=clients, specialists=float(specialists)
    )


@pytest.mark.parametrize(
    ("teams", "unknown", "score", "told"),
    [
        ([{"a": 9}], [1], 5, "teams_some_unknown"),
        ([{"a": 8}], [2], 5, "teams_some_unknown"),
        ([{"a": 6}], [4], None, "teams_unknown"),
        ([{}], [3], None, "teams_unknown"),
        ([{"a": 1, "b": 1, "c": 1, "d": 1}], [0], 3, None),
        ([{"a": 2}, {}], [0, 2], 5, "teams_some_unknown"),
    ],
)
def test_a_team_that_is_not_on_record_may_be_any(teams, unknown, score, told):
    found = compute_ips(IpsFacts(first=FIRST, last=LAST, teams=teams, teams_unknown=unknown))["4"]
    assert found.score == score
    assert [one.code for one in found.notes] == ([told] if told else [])


@given(
    st.lists(st.integers(0, 8), min_size=1, max_size=5), st.integers(0, 6), st.randoms(use_true_random=False)
)
def test_whatever_team_the_others_belong_to_the_score_is_the_one_that_was_said(counts, unknown, dice):
    known = {str(number): count for number, count in enumerate(counts)}

    def score(teams, rest=0):
        return compute_ips(IpsFacts(first=FIRST, last=LAST, teams=[teams], teams_unknown=[rest]))["4"].score

    said = score(known, unknown)
    filled = Counter(known)
    filled.update(dice.choice([*known, "new", "other"]) for _ in range(unknown))
    assert said is None or score(dict(filled)) == said
