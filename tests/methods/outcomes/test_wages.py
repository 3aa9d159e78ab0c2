"""A pay floor that was asked before answers as one that was not: held against the plain reading of a table."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.outcomes import Employment, PayFloor, WageRate

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
