"""A return as an auditor reads it: of its last day, called the same for ever, with what they would ask."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.enrolments import commands as enrolments
from cydwaith.person.enrolments.queries import current
from cydwaith.person.enrolments.rules import Ending
from cydwaith.person.jobs import commands as jobs
from cydwaith.person.jobs.models import Evidence
from cydwaith.person.jobs.rules.held import Kind
from cydwaith.place.programmes import commands as programmes
from cydwaith.place.programmes import starters
from cydwaith.place.programmes.rules import Cohort
from cydwaith.system.returns import commands, queries
from cydwaith.system.returns.models import ReferenceKey
from cydwaith.system.returns.rules import Doubt, doubts_of_start
from tests.person.enrolments.conftest import programme
from tests.support.worlds import OPERATOR
from tests.system.fidelity.conftest import TODAY, Valley, day, valley, works
from tests.system.returns.test_returns import FIRST, KEY, agree, drafted, line_of, send, shows

__all__ = ["valley"]
Browser = Callable[[Actor], Client]
START = day(0)


def on(moment: date) -> object:
    return clock.at(datetime(moment.year, moment.month, moment.day, 12, tzinfo=UTC))


# What a spell is called.


def test_a_new_secret_of_the_place_changes_no_reference(valley: Valley, settings: Any) -> None:
    agree(valley, 0, 1)
    send(valley)
    before = [row.reference for row in drafted(valley).rows]
    settings.SECRET_KEY = "quite another secret"
    after = drafted(valley)
    assert [row.reference for row in after.rows] == before
    assert after.difference is not None and after.difference.nothing


def test_references_are_those_that_earlier_returns_were_sent_with(valley: Valley, settings: Any) -> None:
    agree(valley, 0)
    ReferenceKey.objects.all().delete()
    settings.SECRET_KEY = "s" * 67
    (spell,) = current(valley.coach, valley.people[0].person_id)
    earlier = (
        hmac.digest(f"return {settings.SECRET_KEY}".encode(), spell.id.bytes, "sha256").hex()[:12].upper()
    )
    assert [row.reference for row in drafted(valley).rows] == [earlier]


def test_there_is_one_key_of_references_from_the_first_day(db: None) -> None:
    assert [len(one.key) for one in ReferenceKey.objects.all()] == [64]


# What stands in a line is what was so on the last day.


def test_a_line_says_how_far_somebody_was_on_the_last_day(valley: Valley) -> None:
    agree(valley, 0)
    (spell,) = current(valley.coach, valley.people[0].person_id)
    for number, stage in ((10, "profile"), (60, "matching"), (30, "employers")):
        enrolments.move(valley.coach, enrolment_id=spell.id, stage=stage, on=day(number))
    told = {number: line_of(valley, day(number))["stage"] for number in (9, 10, 29, 30, 59, 60)}
    assert told == {
        9: "engagement", 10: "profile", 29: "profile", 30: "employers", 59: "employers", 60: "matching",
    }  # fmt: skip


def test_a_line_whose_outcome_is_shown_of_a_later_day_has_no_evidence_yet(valley: Valley) -> None:
    agree(valley, 0)
    key = works(valley, 0, "Driver", "Buses")
    shows(valley, 0)
    withdrawn = approved_rows(Evidence).filter(kind="own word").get()
    assert line_of(valley, day(44))["outcome:job-start:evidence"] == "enough"
    jobs.withdraw_evidence(valley.people[0], evidence_id=withdrawn.id)
    jobs.give_word(
        valley.people[0], job_id=key, first=day(50), last=day(60), words="I was.", typed_name="Ann"
    )
    early, late = line_of(valley, day(44)), line_of(valley, day(60))
    assert (early["outcome:job-start"], early["outcome:job-start:evidence"]) == ("open", "missing")
    assert (late["outcome:job-start:on"], late["outcome:job-start:evidence"]) == (str(day(50)), "enough")


def test_evidence_that_is_taken_back_after_a_return_stands_in_the_next_difference(valley: Valley) -> None:
    agree(valley, 0)
    works(valley, 0, "Driver", "Buses")
    shows(valley, 0)
    send(valley)
    given = approved_rows(Evidence).get()
    jobs.withdraw_evidence(valley.people[0], evidence_id=given.id)
    found = drafted(valley).difference
    assert found is not None
    assert {(column, was, now) for _key, column, was, now in found.changed} == {
        ("outcome:job-start", "yes", "open"),
        ("outcome:job-start:on", str(day(40)), ""),
        ("outcome:job-start:evidence", "enough", "missing"),
    }


def test_every_line_may_change_while_the_last_day_is_to_come(valley: Valley) -> None:
    agree(valley, 0)
    works(valley, 0, "Driver", "Buses")
    shows(valley, 0)

    def provisional(last: date) -> bool:
        return queries.draft(valley.manager, KEY, "plain", FIRST, last).rows[0].provisional

    assert not provisional(TODAY)
    assert provisional(TODAY + timedelta(days=1))


# What an auditor would ask.


@pytest.mark.parametrize(
    ("in_work", "jobs_held", "code"),
    [
        (False, [], None),
        (False, [(START - timedelta(days=1), START - timedelta(days=1))], None),
        (False, [(START - timedelta(days=9), START)], "work_at_start"),
        (False, [(START - timedelta(days=9), None)], "work_at_start"),
        (False, [(START, None)], None),
        (True, [], "no_work_at_start"),
        (True, [(START + timedelta(days=1), None)], "no_work_at_start"),
        (True, [(START - timedelta(days=9), START - timedelta(days=1))], "no_work_at_start"),
        (True, [(START, START)], None),
        (True, [(START - timedelta(days=9), None)], None),
    ],
)
def test_work_on_record_at_the_start_is_asked_about_where_it_is_not_as_was_said(
    in_work: bool, jobs_held: list[tuple[date, date | None]], code: str | None
) -> None:
    found = list(doubts_of_start("AB12", START, jobs_held, in_work=in_work))
    assert found == ([Doubt("AB12", code)] if code else [])


def test_a_job_from_before_the_start_is_asked_about_and_holds_nothing_back(
    valley: Valley, browser: Browser
) -> None:
    agree(valley, 0, 1)
    works(valley, 0, "Driver", "Buses", start=-30)
    jobs.add_job(
        valley.coach,
        person_id=valley.people[1].person_id,
        employer="Food bank",
        title="Helper",
        kind=Kind.VOLUNTEERING,
        start=day(-30),
        hours=8.0,
    )
    (doubt,) = drafted(valley).doubts
    assert doubt.startswith("Said to be out of work at the start, and a job that began before is on record. ")
    address = f"/returns/make/{KEY}/plain/look/?first={FIRST}&last={TODAY}"
    page = browser(valley.manager).get(address).content.decode()
    assert "An auditor would ask about these" in page and doubt in page
    send(valley)


def test_what_is_asked_of_several_lines_is_said_once(valley: Valley) -> None:
    agree(valley, 0, 1, 2)
    for number in (0, 2):
        works(valley, number, "Driver", "Buses", start=-30)
    made = drafted(valley)
    (doubt,) = made.doubts
    assert sum(row.reference in doubt for row in made.rows) == 2


def test_whoever_cannot_be_judged_for_want_of_a_birthday_is_asked_about(valley: Valley) -> None:
    programmes.load_wages(OPERATOR, rates=starters.wages())
    kept = {
        "en": "Kept", "cy": "Cadw", "source": "the grant",
        "rule": {"shape": "sustained", "key": "kept", "min_hours": 7, "min_weeks": 2, "window_weeks": 2},
    }  # fmt: skip
    programmes.load_programmes(
        OPERATOR, definitions=[programme(KEY, valid_from="2026-03-03", outcome_rules=[kept], returns=[])]
    )
    one = valley.people[0]
    (spell,) = current(valley.coach, one.person_id)
    enrolments.end(valley.coach, enrolment_id=spell.id, ended=day(1), reason=Ending.OTHER)
    enrolments.enrol(
        valley.coach, person_id=one.person_id, programme=KEY, started=day(2), cohort=Cohort.OUT_OF_WORK
    )
    commands.say_agreement(one, person_id=one.person_id, programme=KEY, agrees=True)
    works(valley, 0, "Driver", "Buses")
    (doubt,) = drafted(valley).doubts
    assert doubt.startswith(
        "It cannot be said yet whether it counts: The pay floor depends on age. Give the date of birth."
    )
    enrolments.give_birthday(valley.coach, person_id=one.person_id, born=date(1980, 1, 1))
    assert drafted(valley).doubts == ()
    with on(date(2027, 5, 3)):
        made = queries.draft(valley.manager, KEY, "plain", FIRST, date(2027, 5, 2))
        (doubt,) = made.doubts
        assert doubt.startswith(
            "Weeks were judged by the minimum wage of 1 April 2026. Load the newer one first."
        )
        assert [row.provisional for row in made.rows if row.reference in doubt] == [True]
