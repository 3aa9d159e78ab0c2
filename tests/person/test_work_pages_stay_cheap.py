"""The pages of work ask no more of the database for many rows than for few: the world of the benchmark."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.valley import Page
from bench.working import Working

MANY, MOST = 6, 12
AROUND = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def asked(page: Page) -> int:
    """How many questions a page asks, once what is kept for a minute is there."""
    page()
    with CaptureQueriesContext(connection) as seen:
        page()
    return sum(not query["sql"].startswith(AROUND) for query in seen.captured_queries)


@pytest.mark.django_db
def test_no_page_of_work_asks_more_for_six_of_everything_than_for_two() -> None:
    world = Working()
    few = {name: asked(page) for name, page in world.pages().items()}
    world.grow(MANY)
    many = {name: asked(page) for name, page in world.pages().items()}
    assert many == few
    assert {name: count for name, count in many.items() if count > MOST} == {}
