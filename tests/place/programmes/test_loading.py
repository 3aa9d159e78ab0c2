"""Programmes are loaded as dated versions, and none is ever rewritten."""

from datetime import date

import pytest

from cydwaith.kernel.actor import anonymous
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.place.programmes.commands import Loaded, load_programmes
from cydwaith.place.programmes.queries import open_programmes, programme, programme_names
from tests.place.programmes.test_rules import RAW
from tests.support.worlds import OPERATOR, Team, a_team

pytestmark = pytest.mark.django_db

VISITOR = anonymous()
FIRST = {**RAW, "organisation": "team"}
SECOND = {**FIRST, "valid_from": "2026-10-01", "targets": {**RAW["targets"], "acknowledge": 1}}  # type: ignore[dict-item]


@pytest.fixture
def team(db: None) -> Team:
    return a_team()


def test_loading_again_changes_nothing(team: Team) -> None:
    assert load_programmes(OPERATOR, definitions=[FIRST]) == Loaded(created=1, unchanged=0)
    assert load_programmes(OPERATOR, definitions=[FIRST]) == Loaded(created=0, unchanged=1)


def test_a_new_version_ends_the_one_before_and_both_can_be_read(team: Team) -> None:
    load_programmes(OPERATOR, definitions=[FIRST, SECOND])
    before = programme(VISITOR, "first-steps", date(2026, 9, 30))
    after = programme(VISITOR, "first-steps", date(2026, 10, 1))
    assert (before.targets.acknowledge, after.targets.acknowledge) == (2, 1)
    assert before.valid_to == date(2026, 9, 30)
    assert len(open_programmes(VISITOR, date(2026, 11, 1))) == 1
    assert set(programme_names(VISITOR, [before.id, after.id])) == {before.id, after.id}


def test_loading_both_versions_again_changes_nothing(team: Team) -> None:
    load_programmes(OPERATOR, definitions=[FIRST, SECOND])
    assert load_programmes(OPERATOR, definitions=[FIRST, SECOND]).unchanged == 2


def test_a_version_in_use_is_not_rewritten(team: Team) -> None:
    load_programmes(OPERATOR, definitions=[FIRST])
    with pytest.raises(Invalid, match="new valid_from"):
        load_programmes(OPERATOR, definitions=[{**FIRST, "name": "Other"}])


def test_one_wrong_definition_leaves_nothing_behind(team: Team) -> None:
    with pytest.raises(Invalid, match="broken"):
        load_programmes(OPERATOR, definitions=[FIRST, {**FIRST, "key": "broken", "name_cy": ""}])
    assert open_programmes(VISITOR, date(2026, 11, 1)) == ()


def test_an_unknown_organisation_is_named(team: Team) -> None:
    with pytest.raises(Invalid, match="nobody"):
        load_programmes(OPERATOR, definitions=[{**FIRST, "organisation": "nobody"}])


def test_a_coach_does_not_load_programmes(team: Team) -> None:
    with pytest.raises(Refused):
        load_programmes(team.coach, definitions=[FIRST])


def test_a_programme_speaks_the_readers_language(team: Team) -> None:
    load_programmes(OPERATOR, definitions=[FIRST])
    assert programme(anonymous("cy"), "first-steps", date(2026, 11, 1)).name == "Camau Cyntaf"


def test_before_it_opens_there_is_none(team: Team) -> None:
    load_programmes(OPERATOR, definitions=[FIRST])
    with pytest.raises(NotFound):
        programme(VISITOR, "first-steps", date(2026, 3, 31))
