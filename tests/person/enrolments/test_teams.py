"""Choosing a clinical team from a day on: who may, which days can be, and what stays on the record."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cydwaith.commons.audit.queries import about_me
from cydwaith.commons.circle.sections import sections
from cydwaith.commons.guard.scope import maintenance
from cydwaith.kernel import clock
from cydwaith.kernel.actor import system
from cydwaith.kernel.errors import Invalid, Refused
from cydwaith.person.enrolments import commands, queries
from cydwaith.person.enrolments.models import Enrolment
from cydwaith.person.enrolments.rules import Ending
from cydwaith.place.programmes import commands as programmes
from cydwaith.place.programmes.rules import TARGETS
from tests.person.enrolments.conftest import START, World, programme
from tests.person.enrolments.test_enrolments import TODAY, day, joins
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR

NORTH, SURGERY = (
    {"key": "north", "en": "North community team", "cy": "Tîm cymunedol y gogledd"},
    {"key": "surgery", "en": "The surgery", "cy": "Y feddygfa"},
)
LATER = START + timedelta(days=62)


def joins_with_teams(world: World) -> UUID:
    teams = programme("local", valid_from="2026-02-01", clinical_teams=[NORTH, SURGERY])
    programmes.load_programmes(OPERATOR, definitions=[teams])
    return joins(world)


def chooses(world: World, key: UUID, team: str, since: date) -> None:
    commands.choose_team(world.coach, enrolment_id=key, team=team, since=since)


def held(world: World, key: UUID) -> list[tuple[str, date, date | None]]:
    return [(one.name, one.since, one.until) for one in queries.enrolment(world.coach, key).teams]


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_a_clinical_team_is_chosen_from_the_programmes_list(
    world: World, browser: Browser, prefix: str
) -> None:
    before = joins(world)
    page, of = browser(world.coach), f"{prefix}/enrolment/{before}/team/"
    stage = f"{prefix}/enrolment/{before}/stage/"
    assert "/team/" not in page.get(stage).content.decode(), "no teams, no question"
    changed = programme("local", valid_from="2026-02-01", clinical_teams=[NORTH, SURGERY])
    programmes.load_programmes(OPERATOR, definitions=[changed])
    assert "/team/" in page.get(stage).content.decode(), "a team that came later serves those before too"
    name = str(NORTH["cy" if prefix else "en"])
    assert name in page.get(of).content.decode()
    today = day("since", TODAY)
    assert page.post(of, {"team": "nowhere", **today}).status_code == 200
    assert page.post(of, {"team": "north", **today}).status_code == 302
    assert name in page.get(f"{prefix}/person/{world.person_id}/programmes/").content.decode()
    assert 'value="-"' in page.get(of).content.decode(), "none of them can be chosen as well"
    assert page.post(of, {"team": "-", **today}).status_code == 302
    assert queries.enrolment(world.coach, before).team_key == ""


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_day_is_today_unless_another_is_given_and_what_was_said_stands_below(
    world: World, browser: Browser, prefix: str
) -> None:
    key = joins_with_teams(world)
    page, of = browser(world.coach), f"{prefix}/enrolment/{key}/team/"
    chooses(world, key, "north", TODAY)
    with clock.at(LATER):
        shown = page.get(of).content.decode()
        assert all(f'value="{part}"' in shown for part in ("3", "5", "2026")), "3 May 2026"
        written = "Beth gafodd ei ysgrifennu" if prefix else "What was written down"
        assert written in shown and world.coach.name in shown
        assert page.post(of, {"team": "surgery", **day("since", clock.today())}).status_code == 302
        told = page.get(f"{prefix}/person/{world.person_id}/programmes/").content.decode()
    assert ("2 Mai 2026" if prefix else "from 2 March 2026 to 2 May 2026") in told
    assert [since for _name, since, _until in held(world, key)] == [date(2026, 5, 3), TODAY]


def test_what_was_chosen_before_stays_true_of_the_days_before(world: World) -> None:
    key = joins_with_teams(world)
    chooses(world, key, "north", TODAY)
    with clock.at(LATER):
        chooses(world, key, "surgery", date(2026, 5, 3))
        assert held(world, key) == [
            ("The surgery", date(2026, 5, 3), None),
            ("North community team", TODAY, date(2026, 5, 2)),
        ]
    row = Enrolment.objects.as_seen_by(system("look")).get(id=key)
    assert [one["key"] for one in row.team_choices] == ["north", "surgery"], "added, not rewritten"


def test_a_day_before_the_start_after_the_end_or_to_come_is_refused_in_words(
    world: World, browser: Browser
) -> None:
    key = joins_with_teams(world)
    early, tomorrow = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    for since, told in ((early, "The first day is 02/03/2026"), (tomorrow, "still to come")):
        with pytest.raises(Invalid, match=told) as wrong:
            chooses(world, key, "north", since)
        assert wrong.value.field == "since"
    shown = browser(world.coach).post(
        f"/enrolment/{key}/team/", {"team": "north", "since_day": "31", "since_month": "2", "since_year": ""}
    )
    assert shown.status_code == 200 and "govuk-error-summary" in shown.content.decode()
    with clock.at(START + timedelta(days=9)):
        commands.end(world.sam, enrolment_id=key, ended=tomorrow, reason=Ending.FINISHED)
        with pytest.raises(Invalid, match="The last day was 03/03/2026"):
            chooses(world, key, "north", tomorrow + timedelta(days=1))
        chooses(world, key, "north", tomorrow)
        assert held(world, key) == [("North community team", tomorrow, tomorrow)]


def test_nothing_is_said_of_somebody_who_has_not_started(world: World, browser: Browser) -> None:
    joins_with_teams(world)
    key = joins(world, "social-prescribing", started=TODAY + timedelta(days=7))
    with pytest.raises(Invalid, match=r"not started yet\. The first day is 09/03/2026"):
        commands.move(world.coach, enrolment_id=key, stage="plan", on=TODAY)
    shown = browser(world.coach).get(f"/person/{world.person_id}/programmes/").content.decode()
    assert f"/enrolment/{key}/stage/" not in shown


def test_the_same_team_again_for_the_same_day_is_not_written_twice(world: World) -> None:
    key = joins_with_teams(world)
    with pytest.raises(Invalid, match="already"):
        chooses(world, key, "", TODAY)
    chooses(world, key, "north", TODAY)
    with pytest.raises(Invalid, match="already"):
        chooses(world, key, "north", TODAY)
    assert len(queries.enrolment(world.coach, key).said_of_teams) == 1


def test_only_whoever_supports_them_chooses_and_the_person_reads_all_that_was_said(
    world: World, browser: Browser
) -> None:
    key = joins_with_teams(world)
    for other in (world.sam, world.manager, world.stranger, *world.others):
        with pytest.raises(Refused):
            commands.choose_team(other, enrolment_id=key, team="north", since=TODAY)
    chooses(world, key, "north", TODAY)
    chooses(world, key, "surgery", TODAY)
    (section,) = [one for one in sections() if one.key == "enrolments"]
    said = [(one.label, one.value, one.by) for one in section.read(world.sam, world.person_id)][1:]
    label = "Clinical team, Good Work"
    assert said == [
        (label, "The surgery: from 02/03/2026", world.coach.name),
        (label, "North community team: from 02/03/2026", world.coach.name),
    ]
    assert "clinical_team_chosen" in {seen.verb for seen in about_me(world.sam)}
    own = browser(world.sam).get("/my/programmes/").content.decode()
    assert "The surgery" in own and "since 2 March 2026" in own and "North" not in own


BEFORE, AFTER = ("enrolments", "0002_clinical_team"), ("enrolments", "0003_team_choices")


def migrate(to: tuple[str, str]) -> Any:
    """To a migration, and what the tables are then."""
    executor = MigrationExecutor(connection)
    executor.migrate([to])
    return MigrationExecutor(connection).loader.project_state([to]).apps.get_model


def spells(model: Any, *teams: Any) -> list[UUID]:
    """A spell of somebody with each team, as it was kept before choices had days."""
    house = model("people", "Organisation").objects.create(key="team", name="Team")
    targets = dict.fromkeys(TARGETS, 2)
    version = model("programmes", "Programme").objects.create(
        key="local", name="Local", name_cy="Lleol", organisation=house, valid_from=TODAY, **targets
    )
    person = model("circle", "Person").objects.create(name="Sam", created=START)
    made = {"person": person, "programme": version, "started": TODAY, "cohort": "in_work", "made_at": START}
    rows = model("enrolments", "Enrolment").objects
    return [rows.create(clinical_team=team, **made).id for team in teams]


@pytest.mark.django_db(transaction=True)
def test_teams_that_were_chosen_before_they_had_days_hold_from_the_start() -> None:
    with maintenance():
        try:
            chosen, bare = spells(migrate(BEFORE), NORTH, None)
        finally:
            model = migrate(AFTER)
        rows = {row.id: row.team_choices for row in model("enrolments", "Enrolment").objects.all()}
    assert rows == {chosen: [{"since": "2026-03-02", **NORTH, "by": "", "said": None}], bare: []}
