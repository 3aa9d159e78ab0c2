"""How a team stands: computed from what it did, rated by itself and by others, never mixed."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cydwaith.commons.audit.queries import about_me
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.enrolments import queries as enrolments
from cydwaith.person.enrolments.commands import choose_team
from cydwaith.person.referrals import commands as front_door
from cydwaith.person.seeking.rules.vocabulary import Way
from cydwaith.place.programmes import commands as programmes
from cydwaith.system.fidelity import commands, queries
from cydwaith.system.fidelity.facts import facts_of, half_year
from cydwaith.system.fidelity.models import Rated
from cydwaith.system.fidelity.pictures import trend
from cydwaith.system.fidelity.record import record_of
from cydwaith.system.fidelity.scales import raw_from
from tests.person.enrolments.conftest import START, programme
from tests.person.referrals.conftest import asks
from tests.support.worlds import OPERATOR, a_person, a_team, lets_in, somebody_at
from tests.system.fidelity.conftest import Valley, day, meets, staffs, works

IPS = "ips-25"


def computed(valley: Valley) -> dict[str, queries.Seen]:
    page = queries.page(valley.manager, valley.team_id, IPS)
    return {row.key: row.computed for row in page.rows if row.computed.score is not None}


def walks_with(valley: Valley, *people: Actor) -> None:
    """The coach takes on their requests."""
    for one in people:
        sent = asks(one)
        front_door.accept_request(
            valley.coach,
            referral_id=sent.referral_id,
            programme_key="supported-employment",
            coach_account_id=valley.coach.account_id,
        )


def test_the_share_from_one_or_two_clinical_teams_is_of_the_teams_that_were_chosen(valley: Valley) -> None:
    team = [{"key": "north", "en": "North community team", "cy": "Tîm cymunedol y gogledd"}]
    changed = programme("supported-employment", valid_from="2026-02-01", clinical_teams=team)
    programmes.load_programmes(OPERATOR, definitions=[changed])
    walks_with(valley, *valley.people)
    _page, row = queries.item(valley.manager, valley.team_id, IPS, "4")
    assert row.computed.score is None
    assert row.computed.evidence[-1].startswith("A clinical team is on record for 0 of 3 people. The score")
    for one in valley.people:
        (spell,) = enrolments.current(valley.coach, one.person_id)
        choose_team(valley.coach, enrolment_id=spell.id, team="north", since=day(0))
    _page, row = queries.item(valley.manager, valley.team_id, IPS, "4")
    assert row.computed.score == 5 and row.computed.evidence[0].startswith("100 per cent of people of one or")


def test_a_later_choice_of_team_leaves_the_months_before_it_as_they_were(valley: Valley) -> None:
    team = [{"key": "north", "en": "North community team", "cy": "Tîm cymunedol y gogledd"}]
    changed = programme("supported-employment", valid_from="2026-02-01", clinical_teams=team)
    programmes.load_programmes(OPERATOR, definitions=[changed])
    with clock.at(START):
        walks_with(valley, valley.people[0])
    (spell,) = enrolments.current(valley.coach, valley.people[0].person_id)
    choose_team(valley.coach, enrolment_id=spell.id, team="north", since=day(10))
    before = facts_of(record_of(valley.team_id), half_year(day(60)))
    choose_team(valley.coach, enrolment_id=spell.id, team="", since=day(61))
    record = record_of(valley.team_id)
    assert facts_of(record, half_year(day(60))) == before
    assert [facts_of(record, half_year(day(number))).teams for number in (9, 60, 61)] == [
        [{}], [{"north": 1}], [{}]
    ]  # fmt: skip


def test_the_caseload_is_counted_against_the_workers_that_the_team_gave(valley: Valley) -> None:
    assert "1" not in computed(valley)
    staffs(valley)
    (evidence,) = computed(valley)["1"].evidence[:1]
    assert computed(valley)["1"].score == 5 and evidence.startswith(
        "2 people for each full-time specialist (n = 3)"
    )


def test_talks_in_person_and_for_somebody_count_and_others_do_not(valley: Valley) -> None:
    staffs(valley)
    meets(valley, 0, 10)
    meets(valley, 0, 11, Way.PHONE)
    meets(valley, None, 12)
    assert "(n = 1)" in computed(valley)["17"].evidence[0]


def test_days_to_the_first_talk_with_an_employer_are_a_mean_of_those_who_had_one(valley: Valley) -> None:
    meets(valley, 0, 10)
    meets(valley, 0, 90)
    meets(valley, 1, 31, Way.PHONE)
    found = computed(valley)["15"]
    assert found.score == 5 and found.evidence[0].startswith("20.5 days")
    assert len(found.evidence) == 2, "one still waits, and that is said"


def test_jobs_that_began_are_counted_by_title_and_employer(valley: Valley) -> None:
    works(valley, 0, "Driver", "Buses")
    works(valley, 1, "driver", "Bakery")
    found = computed(valley)
    assert found["19"].evidence[0].startswith("50 per cent") and found["20"].score == 5
    assert found["21"].score == 1, "fewer than ten jobs"


def test_what_nobody_wrote_down_is_not_computed(valley: Valley) -> None:
    assert not {"6", "12", "24"} & set(computed(valley))
    commands.note_jobcentre_talk(valley.coach, organisation_id=valley.team_id, on=day(90), meeting=True)
    commands.say_week(
        valley.coach,
        organisation_id=valley.team_id,
        week=day(90),
        hours=Decimal(30),
        hours_out=Decimal(20),
    )
    person_id = valley.people[0].person_id
    commands.note_benefits_talk(valley.coach, person_id=person_id, on=day(20), advice="adviser")
    found = computed(valley)
    assert {"6", "12", "24"} <= set(found) and found["24"].score == 5


def test_the_teams_rating_others_and_the_record_stand_apart(valley: Valley) -> None:
    staffs(valley)
    for rater, score in ((valley.manager, 5), (valley.steward, 2), (valley.reviewer, 3)):
        commands.rate_item(
            rater,
            organisation_id=valley.team_id,
            scale_key=IPS,
            item="1",
            score=score,
            evidence="Saw the list",
        )
    _page, row = queries.item(valley.steward, valley.team_id, IPS, "1")
    assert (row.computed.score, row.own.score, row.independent.score) == (5, 5, 2)
    assert row.independent.scores == (2, 3)
    labels = {one.label for one in queries.page(valley.steward, valley.team_id, IPS).totals}
    assert labels == {"From the record", "Rated by the team", "Rated independently"}


def test_a_rater_who_rates_again_replaces_their_score_and_both_are_kept(valley: Valley) -> None:
    for score in (2, 4):
        commands.rate_item(
            valley.steward,
            organisation_id=valley.team_id,
            scale_key=IPS,
            item="9",
            score=score,
            evidence="Read it",
        )
    assert queries.item(valley.manager, valley.team_id, IPS, "9")[1].independent.scores == (4,)
    assert Rated.objects.count() == 2


def test_what_raters_agreed_on_stands_before_their_own_scores(valley: Valley) -> None:
    for rater, score, agreed in (
        (valley.steward, 2, False),
        (valley.reviewer, 5, False),
        (valley.steward, 4, True),
    ):
        commands.rate_item(
            rater,
            organisation_id=valley.team_id,
            scale_key=IPS,
            item="9",
            score=score,
            evidence="x",
            agreed=agreed,
        )
    seen = queries.item(valley.manager, valley.team_id, IPS, "9")[1].independent
    assert (seen.score, seen.agreed) == (4, True)


def test_a_total_is_a_range_while_items_are_missing_and_a_number_when_none_is(valley: Valley) -> None:
    page = queries.page(valley.manager, valley.team_id, IPS)
    assert all(one.total is None and one.low >= 25 and one.high <= 125 for one in page.totals)
    for row in page.rows:
        commands.rate_item(
            valley.steward,
            organisation_id=valley.team_id,
            scale_key=IPS,
            item=row.key,
            score=4,
            evidence="Seen",
        )
    independent = queries.page(valley.manager, valley.team_id, IPS).totals[-1]
    assert (independent.total, independent.band) == (100, "Good")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"item": "26"}, "item"),
        ({"score": 6}, "score"),
        ({"score": 0}, "score"),
        ({"evidence": " "}, "evidence"),
    ],
)
def test_a_rating_that_cannot_be_names_what_is_wrong(
    valley: Valley, said: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as wrong:
        commands.rate_item(
            valley.steward,
            **(
                {
                    "organisation_id": valley.team_id,
                    "scale_key": IPS,
                    "item": "1",
                    "score": 3,
                    "evidence": "x",
                }
                | said
            ),
        )
    assert wrong.value.field == field and not Rated.objects.exists()


def test_the_place_makes_its_own_statement_on_the_same_engine(valley: Valley) -> None:
    parts = [("Heard once", "Clywed unwaith"), ("A plan they own", "Cynllun sy'n eiddo iddyn nhw")]
    raw = raw_from(
        "ours",
        "2026-1",
        ("Our promise", "Ein haddewid"),
        parts,
        [(2, "Not yet", "Ddim eto"), (8, "Kept", "Cadwyd")],
    )
    commands.make_statement(valley.steward, raw=raw)
    for item, score in (("1", 5), ("2", 4)):
        commands.rate_item(
            valley.manager,
            organisation_id=valley.team_id,
            scale_key="ours",
            item=item,
            score=score,
            evidence="Asked ten",
        )
    (total,) = queries.page(valley.manager, valley.team_id, "ours").totals
    assert (total.total, total.band) == (9, "Kept")
    with pytest.raises(Conflict):
        commands.make_statement(valley.steward, raw=raw)


@pytest.mark.parametrize("bands", [[], [(8, "Kept", "Cadwyd"), (2, "Not yet", "Ddim eto")]])
def test_a_statement_that_cannot_be_is_refused_in_words(
    valley: Valley, bands: list[tuple[int, str, str]]
) -> None:
    raw = raw_from("ours", "1", ("Our promise", "Ein haddewid"), [("Heard", "Clywed")], bands)
    with pytest.raises(Invalid) as wrong:
        commands.make_statement(valley.steward, raw=raw)
    assert wrong.value.field == "bands"


def test_who_may_look_rate_and_tell(valley: Valley) -> None:
    ann = valley.people[0]
    employer = somebody_at(valley.team_id, Role.EMPLOYER, "e@x.example")
    for nobody in (ann, employer, a_person("Dai")):
        with pytest.raises(Refused):
            queries.page(nobody, valley.team_id, IPS)
        with pytest.raises(Refused):
            commands.rate_item(
                nobody, organisation_id=valley.team_id, scale_key=IPS, item="1", score=1, evidence="x"
            )
    for other in (valley.steward, valley.reviewer):
        with pytest.raises(Refused):
            commands.note_jobcentre_talk(other, organisation_id=valley.team_id, on=day(90), meeting=False)
        with pytest.raises(Refused):
            commands.note_benefits_talk(other, person_id=ann.person_id, on=day(9), advice="talked")


def test_a_specialists_weeks_are_seen_by_nobody_else(valley: Valley) -> None:
    said = {"organisation_id": valley.team_id, "week": day(90), "hours": Decimal(30)}
    commands.say_week(valley.coach, **said, hours_out=Decimal(12))
    commands.say_week(valley.coach, **said, hours_out=Decimal(15))
    assert [out for *_rest, out in queries.team_says(valley.coach, valley.team_id).weeks] == [15.0]
    assert queries.team_says(valley.manager, valley.team_id).weeks == ()


def test_help_with_benefits_is_no_news_for_an_employer_and_every_look_at_it_is_on_the_record(
    valley: Valley,
) -> None:
    ann = valley.people[0]
    commands.note_benefits_talk(valley.coach, person_id=ann.person_id, on=day(20), advice="adviser")
    bakery = a_team("bakery", front_door=False, role=Role.EMPLOYER)
    lets_in(ann, bakery, Scope.WORK)
    assert queries.benefits_rows(bakery.coach, ann.person_id) == ()
    for other in (bakery.coach, valley.reviewer, valley.steward):
        with pytest.raises(Refused):
            queries.benefits_talks(other, ann.person_id)
    assert len(queries.benefits_talks(valley.coach, ann.person_id)) == 1
    looks = [seen.account_id for seen in about_me(ann) if seen.verb == "benefits_talks_seen"]
    assert looks == [valley.coach.account_id]


def test_whoever_looks_from_outside_reads_no_number_that_is_of_one_or_two_people(valley: Valley) -> None:
    meets(valley, 0, 10)
    works(valley, 0, "Driver", "Buses")
    for outside in (valley.steward, valley.reviewer):
        page = queries.page(outside, valley.team_id, IPS)
        for row in page.rows:
            shown = " ".join(row.computed.evidence)
            assert "10 days" not in shown and "(n = 1)" not in shown
    assert "10 days from the start" in computed(valley)["15"].evidence[0], "the team reads its own"


def test_no_name_of_a_person_is_on_the_page(valley: Valley) -> None:
    works(valley, 0, "Driver", "Buses")
    meets(valley, 0, 10)
    shown = str(queries.page(valley.steward, valley.team_id, IPS))
    assert not [one for one in valley.people if one.name and one.name in shown]
    assert not [one for one in valley.people if str(one.person_id) in shown]


def test_the_trend_costs_no_more_queries_than_today(valley: Valley) -> None:
    staffs(valley)
    works(valley, 0, "Driver", "Buses")
    with CaptureQueriesContext(connection) as few:
        page = queries.page(valley.manager, valley.team_id, IPS)
    for number in range(3):
        works(valley, number, f"Job {number}", f"Employer {number}")
        meets(valley, number, 20)
    with CaptureQueriesContext(connection) as many:
        queries.page(valley.manager, valley.team_id, IPS)
    assert len(few) == len(many) <= 14
    drawn = trend(page)
    assert drawn and "<svg" in drawn.svg and str(page.months[-1].items) in drawn.table


def test_an_unknown_team_scale_or_item_is_not_there(valley: Valley) -> None:
    for team_id, scale, item in (
        (UUID(int=1), IPS, "1"),
        (valley.team_id, "nothing", "1"),
        (valley.team_id, IPS, "99"),
    ):
        with pytest.raises(NotFound):
            queries.item(valley.steward, team_id, scale, item)
