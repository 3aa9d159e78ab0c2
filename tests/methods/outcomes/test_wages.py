"""Minimum wages, held against the plain reading of a table, however often and of whichever week it is asked."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.outcomes import Employment, PayFloor, Person, Spell, SustainedRule, WageRate, judge
from cydwaith.methods.outcomes.wages import age_on, birthday_after

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
AGES = st.integers(15, 70)
RATES = st.lists(
    st.builds(
        WageRate,
        valid_from=DAYS,
        hourly=st.integers(5, 20).map(float),
        from_age=st.sampled_from([0, 16, 18, 21]),
        to_age=st.sampled_from([17, 20, 200]),
        apprentice=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda rate: rate.valid_from,
)
ASKED = st.tuples(DAYS, AGES, st.sampled_from(list(Employment)), st.none() | DAYS)


def plainly(
    rates: list[WageRate], day: date, age: int, employment: Employment, began: date | None
) -> float | None:
    """The newest rate in force for this age; an apprentice's own first, under 19 or in the first year."""
    if employment is Employment.SELF_EMPLOYED:
        return 0.0
    first_year = began is None or (day.year, day.month, day.day) < (began.year + 1, began.month, began.day)
    kinds = [False]
    if employment is Employment.APPRENTICESHIP and (age < 19 or first_year):
        kinds = [True, False]
    for apprentice in kinds:
        in_force = [
            one
            for one in rates
            if one.apprentice == apprentice and one.valid_from <= day and one.from_age <= age <= one.to_age
        ]
        if in_force:
            return max(in_force, key=lambda one: one.valid_from).hourly
    return None


@given(RATES, st.lists(ASKED, min_size=1, max_size=12))
def test_one_table_asked_again_and_again_answers_as_the_table_says(
    rates: list[WageRate], asked: list[tuple[date, int, Employment, date | None]]
) -> None:
    floor = PayFloor(tuple(rates))
    for one in asked:
        assert floor.on(*one) == plainly(rates, *one)


@given(st.dates(date(1950, 1, 1), date(2010, 1, 1)) | st.just(date(2008, 2, 29)), DAYS)
def test_on_a_birthday_somebody_is_a_year_older_and_not_before(born: date, day: date) -> None:
    birthday = birthday_after(born, day)
    assert birthday > day
    assert age_on(born, birthday) == age_on(born, day) + 1 == age_on(born, birthday - timedelta(days=1)) + 1


BORN = st.dates(date(2003, 1, 1), date(2010, 12, 31)) | st.sampled_from([date(1970, 5, 6), date(2004, 2, 29)])
EMPLOYED = st.sampled_from(list(Employment))
RULE = SustainedRule(key="any", min_hours=1, min_weeks=1, window_weeks=1)


@settings(max_examples=200)
@given(RATES, BORN, DAYS, EMPLOYED, st.integers(5, 20), st.none() | DAYS)
def test_every_week_is_judged_by_the_wage_of_its_own_first_day(
    rates: list[WageRate], born: date, start: date, employment: Employment, pay: int, began: date | None
) -> None:
    spell = Spell(start, None, 10.0, float(pay), employment, began=began)
    person = Person(born=born, programme_start=start)
    on = start + timedelta(weeks=130) + timedelta(days=6 - start.weekday())
    weeks = judge(RULE, [spell], on, person, PayFloor(tuple(rates))).weeks
    assert len(weeks) == 131
    for week in weeks:
        day = max(week.monday, start)
        age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        least = plainly(rates, day, age, employment, began or start)
        enough = "no_floor_on_file" if least is None else "under_pay_floor" if pay < least else "counted"
        assert week.reason.code == enough
