"""Stewards make the next version on pages; people see nothing of it until it is in force."""

from datetime import date

import pytest

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.place.programmes import commands, queries, starters
from cydwaith.place.programmes.rules import Cohort
from tests.place.programmes.conftest import START, House
from tests.place.programmes.test_rules import RAW
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR

FIRST = {**RAW, "organisation": "team", "valid_from": "2026-01-01"}
DAY = {"valid_from_day": "1", "valid_from_month": "4", "valid_from_year": "2026"}


@pytest.fixture
def steward(house: House) -> Actor:
    commands.load_programmes(OPERATOR, definitions=[FIRST])
    return house.steward


def test_a_draft_changes_nothing_until_it_is_put_in_force(steward: Actor) -> None:
    commands.begin_draft(steward, key="first-steps")
    limit = {"weeks": 12, "source": "agreed"}
    commands.change_draft(steward, key="first-steps", changes={"time_limits": [limit]})
    before = queries.version_on(steward, "first-steps", clock.today())
    assert before.weeks(Cohort.IN_WORK) is None
    commands.put_in_force(steward, key="first-steps", valid_from=date(2026, 4, 1), note="A limit")
    newest, oldest = queries.versions(steward, "first-steps")
    assert (newest.weeks(Cohort.IN_WORK), newest.note, newest.made_by) == (12, "A limit", steward.name)
    assert oldest.card.valid_to == date(2026, 3, 31)
    told, first = queries.version_changes(steward, "first-steps")
    assert [one.place for one in told] == ["time_limits"] and first == ()
    with pytest.raises(NotFound):
        queries.draft(steward, "first-steps")


def test_what_was_in_force_is_never_rewritten(steward: Actor) -> None:
    commands.begin_draft(steward, key="first-steps")
    with pytest.raises(Invalid, match="later day"):
        commands.put_in_force(steward, key="first-steps", valid_from=date(2026, 1, 1), note="Again")


def test_a_wrong_part_is_refused_and_the_draft_stays(steward: Actor) -> None:
    commands.begin_draft(steward, key="first-steps")
    with pytest.raises(Invalid, match="source"):
        commands.change_draft(steward, key="first-steps", changes={"time_limits": [{"weeks": 8}]})
    assert queries.draft(steward, "first-steps").changes == ()


def test_a_draft_is_called_by_its_name_in_the_language_of_the_page(steward: Actor, browser: Browser) -> None:
    commands.begin_draft(steward, key="first-steps")
    of = "/cy/programmes/of/first-steps/next"
    for path in ("/", "/stages/", "/stages/0/", "/outcome_rules/0/"):
        shown = browser(steward).get(f"{of}{path}").content.decode()
        assert "Camau Cyntaf" in shown and "First Steps" not in shown, path


def test_a_draft_from_what_comes_along_waits_for_who_runs_it(house: House) -> None:
    key = commands.begin_from_starter(house.steward, name="workwell")
    with pytest.raises(Invalid, match="organisation"):
        commands.put_in_force(house.steward, key=key, valid_from=clock.today(), note="New")
    commands.change_draft(house.steward, key=key, changes={"organisation": "team"})
    commands.put_in_force(house.steward, key=key, valid_from=clock.today(), note="New")
    assert queries.version_on(house.steward, "workwell", clock.today()).weeks(Cohort.IN_WORK) == 8
    with pytest.raises(Conflict):
        commands.begin_from_starter(house.steward, name="workwell")


def test_only_stewards_make_versions(house: House, steward: Actor) -> None:
    for change in (
        lambda: commands.begin_draft(house.team.coach, key="first-steps"),
        lambda: commands.change_draft(house.team.coach, key="first-steps", changes={}),
        lambda: commands.drop_draft(house.team.coach, key="first-steps"),
        lambda: commands.begin_from_starter(house.team.coach, name="local"),
        lambda: commands.put_in_force(house.team.coach, key="x", valid_from=clock.today(), note=""),
        lambda: commands.load_wages(house.team.coach, rates=[]),
        lambda: queries.draft(house.team.coach, "first-steps"),
    ):
        with pytest.raises(Refused):
            change()


def test_minimum_wages_are_put_right_not_doubled(house: House) -> None:
    assert commands.load_wages(OPERATOR, rates=starters.wages()).created == 27
    again = [{"valid_from": "2026-04-01", "from_age": 21, "hourly": 12.99, "source": "later"}]
    assert commands.load_wages(OPERATOR, rates=again).created == 0
    newest = max(queries.minimum_wages(OPERATOR).rates, key=lambda one: (one.valid_from, one.from_age))
    assert (newest.hourly, newest.source) == (12.99, "later")


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_a_steward_makes_a_version_by_forms(steward: Actor, browser: Browser, prefix: str) -> None:
    page, of = browser(steward), f"{prefix}/programmes/of/first-steps"
    with clock.at(START):
        assert page.get(f"{prefix}/programmes/").status_code == 200
        assert page.get(f"{of}/").status_code == 200
        assert page.post(f"{of}/begin/").status_code == 302
        for part in ("words", "targets", "cohorts", "stages", "measures", "outcome_rules", "not_paid_with"):
            assert page.get(f"{of}/next/{part}/").status_code == 200, part
        for part in (
            "eligibility",
            "stages",
            "time_limits",
            "measures",
            "documents",
            "not_paid_with",
            "to_set",
        ):
            assert page.get(f"{of}/next/{part}/0/").status_code == 200, part
        assert page.get(f"{of}/next/outcome_rules/0/").status_code == 200
        for shape in ("sustained", "earnings", "in work", "retention"):
            assert page.get(f"{of}/next/outcome_rules/0/", {"shape": shape}).status_code == 200
        stage = {"en": "First talk", "cy": "Sgwrs gyntaf", "days": "14", "source": "agreed"}
        assert page.post(f"{of}/next/stages/0/", stage)["Location"] == f"{of}/next/stages/"
        assert "First talk" in page.get(f"{of}/next/stages/1/").content.decode()
        assert page.post(f"{of}/next/", {**DAY, "note": "Stages"})["Location"] == f"{of}/history/"
        history = page.get(f"{of}/history/").content.decode()
        assert "first-talk" in history and "Stages" in history


RULE = {
    "en": "Job kept",
    "cy": "Cadw swydd",
    "source": "agreed",
    "for_whom": "out_of_work",
    "clock_start": "programme start",
    "must_be_on_programme": "no",
    "employment": ["employee", "self-employed", "apprenticeship", "zero-hours"],
    "min_hours": "7",
    "min_weeks": "13",
    "window_weeks": "16",
    "pay_floor": "yes",
    "sickness_counts": "yes",
    "evidence": ["payslip", "employer's word"],
    "evidence_each": "no",
    "evidence_covers": "every week",
    "evidence_within_weeks": "8",
}


def test_a_rule_is_read_in_one_sentence_before_it_is_kept(steward: Actor, browser: Browser) -> None:
    page, of = browser(steward), "/programmes/of/first-steps/next/outcome_rules"
    commands.begin_draft(steward, key="first-steps")
    told = page.post(f"{of}/0/?shape=sustained", {**RULE, "preview": "yes"}).content.decode()
    assert "7 hours or more a week" in told and "awr neu fwy yr wythnos" in told
    assert queries.draft(steward, "first-steps").content.outcome_rules == ()
    assert page.post(f"{of}/0/?shape=sustained", RULE).status_code == 302
    (rule,) = queries.draft(steward, "first-steps").content.outcome_rules
    assert (rule.key, rule.rule.min_weeks) == ("job-kept", 13)  # type: ignore[attr-defined]
    assert (rule.rule.evidence_each, rule.rule.evidence_covers.value) == (False, "every week")
    assert "one or more of these on record within 8 weeks of meeting it" in told
    assert "yn cwmpasu pob wythnos" in told
    shown = page.get(f"{of}/1/").content.decode()
    assert shown.count("checked") >= 8, "every question shows what holds, said or not"
    wrong = page.post(f"{of}/1/", {**RULE, "min_weeks": "17"}).content.decode()
    assert "min_weeks or more" in wrong
    page.post(f"{of}/1/", {"remove": "yes"})
    assert queries.draft(steward, "first-steps").content.outcome_rules == ()


RETURN = {
    "en": "Quarterly",
    "cy": "Chwarterol",
    "version": "2",
    "source": "the grant's annex",
    "columns": "ID = reference *\nGroup = cohort * (out_of_work: 1, in_work: 2)\nKept = outcome:job-kept",
}


def test_a_steward_changes_the_columns_of_a_return_by_a_form(steward: Actor, browser: Browser) -> None:
    page, of = browser(steward), "/programmes/of/first-steps/next"
    commands.begin_draft(steward, key="first-steps")
    wrong = page.post(f"{of}/returns/0/", RETURN).content.decode()
    assert "“outcome:job-kept”, which is not on record" in wrong
    assert page.post(f"{of}/outcome_rules/0/?shape=sustained", RULE).status_code == 302
    assert "<code>outcome:job-kept:on</code>" in page.get(f"{of}/returns/0/").content.decode()
    assert page.post(f"{of}/returns/0/", RETURN).status_code == 302
    (kept,) = queries.draft(steward, "first-steps").content.returns
    assert [(one.name, one.required) for one in kept.columns] == [("ID", 1), ("Group", 1), ("Kept", 0)]
    shown = page.get(f"{of}/returns/1/").content.decode()
    assert "Group = cohort * (in_work: 2, out_of_work: 1)" in shown
    assert "Quarterly (2): ID, Group, Kept" in page.get(f"{of}/returns/").content.decode()
    kept_back = page.post(f"{of}/outcome_rules/1/", {"remove": "yes"}, follow=True).content.decode()
    assert "take the column out" in kept_back, "a rule that a return tells of is not lost unseen"
    assert "is not a column" in page.post(f"{of}/returns/1/", RETURN | {"columns": "ID"}).content.decode()
    page.post(f"{of}/returns/1/", {"remove": "yes"})
    assert queries.draft(steward, "first-steps").content.returns == ()


def test_a_coach_reads_what_a_programme_counts_and_changes_nothing(
    house: House, steward: Actor, browser: Browser
) -> None:
    page = browser(house.team.coach)
    assert page.get("/programmes/of/first-steps/").status_code == 200
    assert page.get("/programmes/wages/").status_code == 200
    assert page.post("/programmes/of/first-steps/begin/").status_code in (403, 404)
    assert page.get("/programmes/of/first-steps/next/").status_code in (403, 404)
    assert page.post("/programmes/wages/take/").status_code in (403, 404)


def test_a_steward_takes_in_the_published_wages_and_adds_one(house: House, browser: Browser) -> None:
    page = browser(house.steward)
    page.post("/programmes/wages/take/")
    rate = {
        "valid_from_day": "1",
        "valid_from_month": "4",
        "valid_from_year": "2027",
        "hourly": "13.10",
        "source": "law",
    }
    assert page.post("/programmes/wages/", rate).status_code == 302
    assert "13.10" in page.get("/programmes/wages/").content.decode()


@pytest.mark.parametrize(
    "path", ["nowhere/", "of/first-steps/next/nothing/", "of/first-steps/next/stages/9/"]
)
def test_what_is_not_there_is_not_found(steward: Actor, browser: Browser, path: str) -> None:
    commands.begin_draft(steward, key="first-steps")
    assert browser(steward).get(f"/programmes/{path}").status_code == 404


def test_the_pages_ask_few_questions(steward: Actor, browser: Browser) -> None:
    from tests.person.test_pages_stay_cheap import asked

    page = browser(steward)
    commands.begin_draft(steward, key="first-steps")
    for path in ("", "of/first-steps/", "of/first-steps/history/", "of/first-steps/next/", "wages/"):
        assert asked(page, f"/programmes/{path}") <= 12, path
