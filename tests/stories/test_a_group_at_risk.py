"""A group may not last: somebody sees it in time, says what they do, and what came of it."""

from __future__ import annotations

import csv
import io

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

LINK_WORKER, STEWARD, CHARITY = "mared@cwmteg.example", "elin@cwmteg.example", "huw@cwmteg.example"
ALLOTMENT, ALLOTMENT_CY = "Wren Wood Allotments: shared plot", "Rhandiroedd Gelli'r Dryw: llain i'w rhannu"
MENU = "How groups stand"


@pytest.fixture
def link_worker(arrive: Arrive) -> Reader:
    return Reader(arrive(phone=True)).sign_in(LINK_WORKER)


def test_a_link_worker_acts_and_a_steward_says_what_came_of_it(arrive: Arrive, link_worker: Reader) -> None:
    link_worker.go_to(MENU).pick("Why", "Funding ends within 90 days").press("Show")
    link_worker.follow(ALLOTMENT).sees("Why it is at risk").sees("Nothing yet.")
    link_worker.press("Write down what is being done").press("Save")
    link_worker.sees("There is a problem").sees("Say what is being done.")
    link_worker.fill("What is being done?", "A form for the parish fund").press("Save")
    link_worker.sees("It is written down.").reads("A form for the parish fund")

    steward = Reader(arrive(), "cy").sign_in(STEWARD)
    steward.go_to(MENU).follow(ALLOTMENT_CY).reads("A form for the parish fund")
    steward.follow("Say what came of it").press("Save").sees("Choose what came of it.")
    steward.choose("They are safe for now").fill("A line about it", "Tair blynedd arall").press("Save")
    steward.sees("What was done before").sees("They are safe for now").reads("Tair blynedd arall")


def test_the_list_goes_with_somebody_as_a_table(link_worker: Reader) -> None:
    link_worker.go_to(MENU)
    table = link_worker.page.request.get(link_worker.visitor.address + "/register/table.csv")
    rows = list(csv.DictReader(io.StringIO(table.body().decode("utf-8-sig"))))
    listed = link_worker.page.locator("main h3 a").all_inner_texts()
    assert [row["Name"] for row in rows][: len(listed)] == listed
    assert any(row["Why"] and not row["What is being done"] for row in rows)


def test_others_do_not_see_how_groups_stand(arrive: Arrive) -> None:
    charity = Reader(arrive()).sign_in(CHARITY)
    assert charity.page.get_by_role("link", name=MENU).count() == 0
    charity.is_turned_away("/register/")
