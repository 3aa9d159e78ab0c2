"""A start that was written down wrongly is put right: nobody stays in the wrong group for ever."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from cydwaith.commons.audit.queries import about_me
from cydwaith.kernel import clock
from cydwaith.kernel.errors import Invalid, Refused
from cydwaith.person.enrolments import commands, queries
from cydwaith.person.enrolments.rules import Ending
from cydwaith.place.programmes import commands as programmes
from cydwaith.place.programmes.rules import Cohort
from tests.person.enrolments.conftest import START, World, programme
from tests.person.enrolments.test_enrolments import TODAY, day, joins
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR

OUT, IN = Cohort.OUT_OF_WORK, Cohort.IN_WORK


def puts_right(world: World, key: UUID, started: date = TODAY, cohort: Cohort = OUT) -> None:
    commands.put_right(world.coach, enrolment_id=key, started=started, cohort=cohort)


def test_whoever_was_put_into_the_wrong_group_is_judged_by_the_rules_of_the_right_one(world: World) -> None:
    key = joins(world, cohort=OUT)
    puts_right(world, key, cohort=IN)
    row = queries.enrolment(world.coach, key)
    assert (row.cohort, row.time.of) == (IN, 8)
    assert all(one.cohort is IN for one in row.version.rules(row.cohort, row.started))
    (seen,) = [one for one in about_me(world.sam) if one.verb == "enrolment_put_right"]
    assert tuple(seen.fields) == ("cohort",)


def test_another_day_is_judged_by_the_version_that_held_on_it(world: World) -> None:
    shorter = programme(
        "local", valid_from="2026-02-10", time_limits=[{"weeks": 4, "source": "x"}], stages=[]
    )
    programmes.load_programmes(OPERATOR, definitions=[shorter])
    key = joins(world)
    assert queries.enrolment(world.coach, key).time.of == 4
    puts_right(world, key, started=date(2026, 2, 9))
    row = queries.enrolment(world.coach, key)
    assert (row.version.number, row.time.of) == ("good-work 2026-01-01", 16)
    puts_right(world, key, started=TODAY)
    assert queries.enrolment(world.coach, key).stage == "", "a stage that the version does not have"


def test_a_team_is_told_from_the_start_that_was_put_right(world: World) -> None:
    teams = [{"key": key, "en": key, "cy": key} for key in ("north", "surgery")]
    programmes.load_programmes(
        OPERATOR, definitions=[programme("local", valid_from="2026-02-01", clinical_teams=teams)]
    )
    key = joins(world)
    with clock.at(START + timedelta(days=30)):
        for number, team in ((0, "north"), (4, "surgery")):
            since = TODAY + timedelta(days=number)
            commands.choose_team(world.coach, enrolment_id=key, team=team, since=since)
        puts_right(world, key, TODAY + timedelta(days=9))
        (one,) = queries.enrolment(world.coach, key).teams
        assert (one.name, one.since) == ("surgery", TODAY + timedelta(days=9))


def test_what_the_version_did_not_allow_stays_refused(world: World) -> None:
    key = joins(world, "supported-employment")
    with pytest.raises(Invalid, match="stands here already"):
        puts_right(world, key)
    for started, cohort, field in (
        (TODAY, IN, "cohort"),
        (date(2025, 12, 31), OUT, "started"),
        (TODAY + timedelta(days=61), OUT, "started"),
    ):
        with pytest.raises(Invalid) as wrong:
            puts_right(world, key, started, cohort)
        assert wrong.value.field == field
    assert queries.enrolment(world.coach, key).started == TODAY


def test_two_spells_on_one_programme_stay_apart_and_none_ends_before_it_starts(world: World) -> None:
    first = joins(world)
    with clock.at(START + timedelta(days=40)):
        commands.end(world.coach, enrolment_id=first, ended=TODAY + timedelta(days=10), reason=Ending.NOT_NOW)
        second = joins(world, started=TODAY + timedelta(days=20))
        with pytest.raises(Invalid, match="on that day already"):
            puts_right(world, second, TODAY + timedelta(days=9))
        with pytest.raises(Invalid, match="The last day was"):
            puts_right(world, first, TODAY + timedelta(days=11))
        puts_right(world, second, TODAY + timedelta(days=10))
        puts_right(world, first, TODAY + timedelta(days=10))


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_page_begins_with_what_was_written_down(world: World, browser: Browser, prefix: str) -> None:
    key = joins(world)
    page, of = browser(world.coach), f"{prefix}/enrolment/{key}/start/"
    assert of in page.get(f"{prefix}/person/{world.person_id}/programmes/").content.decode()
    shown = page.get(of).content.decode()
    assert 'value="2026"' in shown and shown.count(" checked") == 1
    assert "govuk-error-summary" in page.post(of, {}).content.decode()
    sent = {"cohort": "in_work", **day("started", TODAY)}
    assert page.post(of, sent)["Location"] == f"{prefix}/person/{world.person_id}/programmes/"
    assert queries.enrolment(world.coach, key).cohort is IN


def test_only_whoever_supports_them_puts_it_right(world: World, browser: Browser) -> None:
    key = joins(world)
    for other in (world.sam, world.manager, world.stranger, *world.others):
        with pytest.raises(Refused):
            commands.put_right(other, enrolment_id=key, started=TODAY, cohort=IN)
    assert browser(world.stranger).get(f"/enrolment/{key}/start/").status_code in (403, 404)
    assert "/start/" not in browser(world.sam).get("/my/programmes/").content.decode()
