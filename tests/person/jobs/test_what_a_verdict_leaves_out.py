"""The page of a verdict says nothing of what its rule does not ask for."""

from cydwaith.methods.outcomes import SustainedRule
from cydwaith.person.enrolments import commands as enrolments
from cydwaith.person.jobs import queries
from cydwaith.place.programmes.rules import Cohort
from tests.person.jobs.conftest import MONDAY, World
from tests.support.browsing import Browser


def test_a_rule_about_a_day_says_nothing_of_weeks_and_minimum_wages(world: World, browser: Browser) -> None:
    spell = enrolments.enrol(
        world.coach,
        person_id=world.person_id,
        programme="good-work",
        started=MONDAY,
        cohort=Cohort.IN_WORK,
    )
    page = browser(world.coach)
    for found in queries.verdicts(world.sam, world.person_id):
        text = page.get(f"/person/{world.person_id}/outcomes/{spell}/{found.key}/").content.decode()
        by_weeks = isinstance(found.rule.rule, SustainedRule) and found.verdict is not None
        assert ("A week is Monday to Sunday" in text) == (by_weeks and bool(found.weeks))
        assert ("Minimum wage" in text) == bool(found.wages)
    assert not found.wages
