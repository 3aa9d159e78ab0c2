"""The year of the demonstration ends today, whatever day that is; its story was written on one of them."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import connection

from cydwaith.demo import build
from cydwaith.kernel import clock

DAYS = (
    date(2027, 3, 28),  # a Sunday on which the clock changes
    date(2027, 5, 31),
    date(2028, 2, 29),  # a Tuesday
    date(2027, 6, 30),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 7, 31),
)


def test_every_day_of_the_week_is_among_them() -> None:
    assert {day.weekday() for day in DAYS} == set(range(7))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "day", DAYS if connection.vendor == "sqlite" else DAYS[2:3], ids="{:%A %d %B}".format
)
def test_it_can_be_told_on_any_day(day: date) -> None:
    with clock.at(datetime.combine(day, time(0, 30), UTC)):
        build.load()
    assert build.loaded()
