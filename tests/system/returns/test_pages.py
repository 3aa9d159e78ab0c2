"""The pages of a return: choosing its days, looking at it, its lines, sending it, the rates."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cydwaith.kernel.errors import NotFound, Refused
from cydwaith.person.enrolments import commands as enrolments
from cydwaith.place.programmes import commands as programmes
from cydwaith.system.returns import queries
from cydwaith.system.returns.models import SentReturn
from cydwaith.system.returns.queries import drafts
from tests.person.enrolments.conftest import programme
from tests.person.jobs.conftest import starts as begins
from tests.support.worlds import OPERATOR
from tests.system.fidelity.conftest import Valley, day, valley, works

from .test_returns import FIRST, KEY, LAST, LOOK, MAKE, Browser, agree, drafted, load_jobs_template, starts

__all__ = ["valley"]


def test_every_line_can_be_looked_at_in_the_order_in_which_it_will_stand(
    valley: Valley, monkeypatch: pytest.MonkeyPatch
) -> None:
    agree(valley, 0, 1, 2)
    monkeypatch.setattr(drafts, "A_PAGE", 2)
    pages = [queries.lines(valley.manager, KEY, "plain", FIRST, LAST, str(n)) for n in (1, 2)]
    assert [len(one.lines) for one in pages] == [2, 1]
    shown = [(one.reference, tuple(cell.value for cell in one.cells)) for p in pages for one in p.lines]
    assert shown == [(row.reference, row.values) for row in drafted(valley).rows]


def test_what_is_wrong_in_a_line_stands_beside_it(valley: Valley) -> None:
    load_jobs_template()
    agree(valley, 0, 1, 2)
    found = queries.lines(valley.manager, KEY, "jobs", FIRST, LAST, None)
    wrong = [f"{one.reference}: {cell.wrong}" for one in found.lines for cell in one.cells if cell.wrong]
    assert tuple(wrong) == drafted(valley, "jobs").told != ()


def test_nobody_else_looks_at_the_lines(valley: Valley) -> None:
    agree(valley, 0)
    for other in (valley.coach, valley.people[0], valley.reviewer):
        with pytest.raises((Refused, NotFound)):
            queries.lines(other, KEY, "plain", FIRST, LAST, None)


def test_a_page_of_lines_asks_no_more_for_more_of_them(valley: Valley) -> None:
    agree(valley, 0)
    queries.lines(valley.manager, KEY, "plain", FIRST, LAST, None)
    asked = []
    for more in ((), (1, 2)):
        agree(valley, *more)
        with CaptureQueriesContext(connection) as seen:
            queries.lines(valley.manager, KEY, "plain", FIRST, LAST, None)
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 12


def chosen(first: tuple[int, int, int], last: tuple[int, int, int]) -> dict[str, int]:
    """Two days as the form sends them."""
    parts = ("day", "month", "year")
    days = (("first", first), ("last", last))
    return {f"{name}_{part}": value for name, day in days for part, value in zip(parts, day, strict=True)}


def test_the_days_that_were_chosen_are_looked_at_in_an_address_to_come_back_to(
    valley: Valley, browser: Browser
) -> None:
    manager = browser(valley.manager)
    answer = manager.post(MAKE, chosen((1, 1, 2026), (31, 12, 2026)))
    assert (answer.status_code, answer["Location"]) == (302, LOOK)
    assert "What will be sent" in manager.get(LOOK).content.decode()
    wrong = manager.post(MAKE, chosen((31, 12, 2026), (1, 1, 2026))).content.decode()
    assert "The last day must not be before the first." in wrong


@pytest.mark.parametrize(
    "days", ["", "?first=2026-01-01", "?first=x&last=y", "?first=2026-02-01&last=2026-01-01"]
)
@pytest.mark.parametrize("page", ["look/", "lines/"])
def test_an_address_without_days_leads_to_choosing_them(
    valley: Valley, browser: Browser, page: str, days: str
) -> None:
    answer = browser(valley.manager).get(f"{MAKE}{page}{days}")
    assert (answer.status_code, answer["Location"]) == (302, MAKE)


def test_the_page_sends_only_what_was_looked_at(valley: Valley, browser: Browser) -> None:
    agree(valley, 0)
    manager, seen = browser(valley.manager), drafted(valley).mark
    agree(valley, 1)
    page = manager.post(LOOK, {"seen": seen})
    assert "Something changed since you looked" in page.content.decode()
    assert not SentReturn.objects.as_seen_by(OPERATOR).exists()
    assert manager.post(LOOK, {"seen": drafted(valley).mark}).status_code == 302
    assert queries.sent(valley.manager)[0].rows == 2


def test_whoever_cannot_be_judged_is_not_left_out_in_silence(valley: Valley, browser: Browser) -> None:
    kept = programme("ips", valid_from="2026-02-01", returns=[])
    programmes.load_programmes(OPERATOR, definitions=[kept])
    wage = {"valid_from": "2026-01-01", "hourly": 12.0, "from_age": 18, "source": "an example"}
    programmes.load_wages(OPERATOR, rates=[wage])
    for number in range(12):
        one = starts(valley, f"P{number}", "ips")
        begins(valley.coach, one, employer="Buses", title="Driver", start=date(2026, 3, 2))
        if number:
            enrolments.give_birthday(valley.coach, person_id=one, born=date(1980, 1, 1))
    found = {one.rule: one for one in queries.rates(valley.manager) if one.people == 11}
    assert [found[name].unjudged for name in sorted(found)] == [1, 1]
    page = browser(valley.manager).get("/returns/rates/").content.decode()
    assert "1 more cannot be judged yet" in page and "Evidence shows enough of 0 of them" in page


def test_a_return_costs_the_same_queries_however_many_lines(valley: Valley) -> None:
    agree(valley, 0)
    works(valley, 0, "Driver", "Buses")
    with CaptureQueriesContext(connection) as few:
        drafted(valley)
    agree(valley, 1, 2)
    works(valley, 1, "Cook", "Hotel")
    with CaptureQueriesContext(connection) as many:
        assert len(drafted(valley).rows) == 3
    assert len(few) == len(many)


def test_a_return_of_days_that_are_over_asks_at_most_twelve_times(valley: Valley, browser: Browser) -> None:
    agree(valley, 0, 1, 2)
    works(valley, 0, "Driver", "Buses")
    manager, address = (
        browser(valley.manager),
        f"/returns/make/{KEY}/plain/look/?first={FIRST}&last={day(60)}",
    )
    manager.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert manager.get(address).status_code == 200
    assert len(seen) <= 12
