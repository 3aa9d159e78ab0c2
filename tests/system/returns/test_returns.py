"""A return end to end: who is in it, what holds it back, what was sent, and who reads it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from cydwaith.commons.audit.models import Event
from cydwaith.commons.audit.queries import about_me
from cydwaith.commons.circle.commands import withdraw
from cydwaith.commons.circle.models import Permission
from cydwaith.commons.circle.queries import person_card
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.scope import writing
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.enrolments import commands as enrolments
from cydwaith.person.enrolments.queries import current
from cydwaith.person.enrolments.rules import Ending
from cydwaith.person.jobs.commands import give_word
from cydwaith.person.jobs.queries import jobs_of
from cydwaith.place.programmes import commands as programmes
from cydwaith.place.programmes.rules import Cohort
from cydwaith.system.returns import commands, queries
from cydwaith.system.returns.models import Agreement, SentReturn
from cydwaith.system.returns.rules import Row
from cydwaith.system.returns.writing import as_csv, as_json, as_xlsx
from tests.person.enrolments.conftest import EVERYTHING, programme
from tests.support.worlds import OPERATOR, a_person, a_team, lets_in, somebody_at
from tests.system.fidelity.conftest import Valley, day, valley, works

__all__ = ["valley"]
KEY = "supported-employment"
JOBS = {"key": "jobs", "version": "1", "en": "Jobs", "cy": "Swyddi", "source": "the grant"}
Browser = Callable[[Actor], Client]
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
MAKE = f"/returns/make/{KEY}/plain/"
LOOK = f"{MAKE}look/?first={FIRST}&last={LAST}"


def starts(valley: Valley, name: str, key: str) -> UUID:
    """Somebody new whom the team supports, out of work, on one of its programmes."""
    one = a_person(name, f"{name}@person.example".lower())
    assert one.person_id
    lets_in(one, valley.team, EVERYTHING)
    enrolments.enrol(
        valley.coach,
        person_id=one.person_id,
        programme=key,
        started=date(2026, 3, 2),
        cohort=Cohort.OUT_OF_WORK,
    )
    return one.person_id


def agree(valley: Valley, *numbers: int, agrees: bool = True) -> None:
    for number in numbers:
        one = valley.people[number]
        commands.say_agreement(one, person_id=one.person_id, programme=KEY, agrees=agrees)


def drafted(valley: Valley, template: str = "plain") -> queries.Draft:
    return queries.draft(valley.manager, KEY, template, FIRST, LAST)


def shows(valley: Valley, number: int) -> None:
    """Somebody gives their own word that they worked since the first day of their newest job."""
    one = valley.people[number]
    (job,) = jobs_of(one, [one.person_id])
    name = person_card(one, one.person_id).name
    give_word(
        one, job_id=job.id, first=job.start, last=clock.today(), words="Every day since.", typed_name=name
    )


def load_jobs_template() -> None:
    """A template that wants a job's title."""
    columns = [{"name": "ID", "fact": "reference"}, {"name": "Job", "fact": "job_title", "required": True}]
    changed = programme(KEY, valid_from="2026-02-01", returns=[JOBS | {"columns": columns}])
    programmes.load_programmes(OPERATOR, definitions=[changed])


def send(valley: Valley, template: str = "plain") -> object:
    seen = drafted(valley, template).mark
    return commands.send_return(
        valley.manager, programme=KEY, template=template, first=FIRST, last=LAST, seen=seen
    )


def test_only_those_who_said_yes_are_listed_and_the_others_are_counted(valley: Valley) -> None:
    assert (len(drafted(valley).rows), drafted(valley).left_out) == (0, 3)
    agree(valley, 0, 1)
    assert (len(drafted(valley).rows), drafted(valley).left_out) == (2, 1)
    agree(valley, 1, agrees=False)
    assert (len(drafted(valley).rows), drafted(valley).left_out) == (1, 2)


def test_no_name_or_way_to_reach_anybody_is_in_a_line(valley: Valley) -> None:
    agree(valley, 0, 1, 2)
    shown = str(drafted(valley).rows)
    for name in ("Ann", "Bob", "Cai"):
        assert name not in shown
    for one in valley.people:
        assert str(one.person_id) not in shown


def test_one_entry_stands_in_the_next_return_by_itself(valley: Valley) -> None:
    agree(valley, 0)
    send(valley)
    works(valley, 0, "Driver", "Buses")
    changed = {column: now for _key, column, _before, now in drafted(valley).difference.changed}
    assert changed["job_started"] == "2026-04-11" and changed["job_hours"] == "16.0"


def test_a_reference_stays_the_same_from_return_to_return(valley: Valley) -> None:
    agree(valley, 0, 1)
    assert [row.reference for row in drafted(valley).rows] == [row.reference for row in drafted(valley).rows]
    assert len({row.reference for row in drafted(valley).rows}) == 2


def test_the_last_return_of_a_programme_is_made_and_agreed_to_after_its_last_day(valley: Valley) -> None:
    programmes.say_last_day(OPERATOR, key=KEY, last=clock.today(), why="Funding ends")
    with clock.at(clock.now() + timedelta(days=20)):
        agree(valley, 0)
        (row,) = queries.agreements(valley.people[0], valley.people[0].person_id)
        assert row.tells and not row.is_less
        assert len(drafted(valley).rows) == 1
        send(valley)
    with clock.at(clock.now() + timedelta(days=400)), pytest.raises(NotFound):
        drafted(valley)


def test_what_is_wrong_holds_a_return_back(valley: Valley) -> None:
    load_jobs_template()
    agree(valley, 0)
    assert "Job is empty" in drafted(valley, "jobs").told[0]
    with pytest.raises(Invalid):
        send(valley, "jobs")
    assert not SentReturn.objects.as_seen_by(OPERATOR).exists()
    works(valley, 0, "Driver", "Buses")
    send(valley, "jobs")
    assert queries.sent(valley.manager)[0].rows == 1


def test_a_yes_goes_no_further_than_what_was_asked(valley: Valley) -> None:
    """The return that tells a pay came after the yes: the line is left out until they say yes again."""
    agree(valley, 0)
    columns = [{"name": "ID", "fact": "reference"}, {"name": "Pay", "fact": "job_pay"}]
    changed = programme(KEY, valid_from="2026-02-01", returns=[JOBS | {"columns": columns}])
    programmes.load_programmes(OPERATOR, definitions=[changed])
    assert (len(drafted(valley, "jobs").rows), drafted(valley, "jobs").left_out) == (0, 3)
    assert len(drafted(valley, "plain").rows) == 1
    one = valley.people[0]
    (row,) = queries.agreements(one, one.person_id)
    assert row.is_less and "your pay" in row.tells
    agree(valley, 0)
    assert len(drafted(valley, "jobs").rows) == 1
    assert not queries.agreements(one, one.person_id)[0].is_less


def test_a_yes_from_before_is_to_what_was_asked_before(valley: Valley) -> None:
    one = valley.people[0]
    agree(valley, 0)
    with writing():
        approved_rows(Agreement).update(about=["lasted", "way", "work"])
    assert len(drafted(valley, "plain").rows) == 1
    assert drafted(valley, KEY).rows == (), "its own return tells the age too"
    assert queries.agreements(one, one.person_id)[0].is_less


def test_a_programme_has_a_return_of_its_own_and_says_when_to_check_it(valley: Valley) -> None:
    own, plain = queries.choices(valley.manager)
    assert (own.template, own.to_check, plain.template, plain.to_check) == (KEY, True, "plain", False)
    assert "check them with the funder" in own.source
    agree(valley, 0)
    works(valley, 0, "Driver", "Buses")
    shows(valley, 0)
    made = drafted(valley, KEY)
    line = dict(zip(made.columns, made.rows[0].values, strict=True))
    assert (line["job_start_date"], line["met_job_start"]) == ("2026-04-11", "yes")
    assert not made.problems
    sent_id = send(valley, KEY)
    _card, columns, rows = queries.sent_file(valley.manager, sent_id)
    table = list(csv.DictReader(io.StringIO(as_csv(columns, rows).decode("utf-8-sig"))))
    told = json.loads(as_json(columns, rows))
    assert table == told and table[0]["group_at_start"] == "out_of_work"
    assert table[0]["provisional"] in {"yes", "no"}
    assert queries.sent(valley.manager)[0].title == own.title, "a return that was sent is called by its name"


def test_what_no_evidence_shows_is_not_claimed_and_may_still_change(valley: Valley) -> None:
    agree(valley, 0)
    works(valley, 0, "Driver", "Buses")
    before = drafted(valley)
    line = dict(zip(before.columns, before.rows[0].values, strict=True))
    told = [line[f"outcome:job-start{part}"] for part in ("", ":on", ":evidence")]
    assert (told, before.rows[0].provisional) == (["open", "", "missing"], True)
    shows(valley, 0)
    after = drafted(valley)
    line = dict(zip(after.columns, after.rows[0].values, strict=True))
    told = [line[f"outcome:job-start{part}"] for part in ("", ":on", ":evidence")]
    assert told == ["yes", "2026-04-11", "enough"]


def line_of(valley: Valley, last: date = LAST) -> dict[str, str]:
    made = queries.draft(valley.manager, KEY, "plain", FIRST, last)
    return dict(zip(made.columns, made.rows[0].values, strict=True))


def test_a_return_tells_of_its_days_and_nothing_that_came_after(valley: Valley) -> None:
    agree(valley, 0)
    works(valley, 0, "Driver", "Buses")
    shows(valley, 0)
    assert line_of(valley)["outcome:job-start"] == "yes"
    early = date(2026, 4, 10)
    told = line_of(valley, early)
    assert (told["job_started"], told["outcome:job-start"], told["outcome:job-start:on"]) == ("", "open", "")
    assert told["outcome:job-start:evidence"] == ""
    assert queries.draft(valley.manager, KEY, "plain", FIRST, early).rows[0].provisional
    (spell,) = current(valley.coach, valley.people[0].person_id)
    enrolments.end(valley.coach, enrolment_id=spell.id, ended=date(2026, 4, 20), reason=Ending.WORK)
    assert (line_of(valley)["ended"], line_of(valley, early)["ended"]) == ("2026-04-20", "")


def test_a_job_that_has_not_begun_or_began_after_they_left_is_none_of_the_spell(valley: Valley) -> None:
    agree(valley, 0)
    works(valley, 0, "Driver", "Buses", start=110)
    assert line_of(valley)["job_started"] == ""
    (spell,) = current(valley.coach, valley.people[0].person_id)
    enrolments.end(valley.coach, enrolment_id=spell.id, ended=day(60), reason=Ending.WORK)
    works(valley, 0, "Cook", "Hotel", start=70)
    assert line_of(valley)["job_started"] == ""
    works(valley, 0, "Cook", "Hotel", start=50)
    assert line_of(valley)["job_started"] == day(50).isoformat()


def test_whoever_may_be_paid_for_twice_is_named_before_a_return_is_sent(
    valley: Valley, browser: Browser
) -> None:
    agree(valley, 0, 1)
    assert drafted(valley).paid_twice == ()
    pair = [{"programme": KEY, "source": "the grant letter"}]
    programmes.load_programmes(OPERATOR, definitions=[programme("local", not_paid_with=pair)])
    enrolments.enrol(
        valley.coach,
        person_id=valley.people[0].person_id,
        programme="good-work",
        started=day(30),
        cohort=Cohort.OUT_OF_WORK,
    )
    made = drafted(valley)
    (twice,) = made.paid_twice
    assert twice in {row.reference for row in made.rows}
    page = browser(valley.manager).get(LOOK).content.decode()
    assert twice in page and "which may not be paid for beside this one" in page


def test_what_changed_while_somebody_looked_is_not_sent_unseen(valley: Valley) -> None:
    agree(valley, 0)
    seen = drafted(valley).mark
    agree(valley, 1)
    with pytest.raises(Conflict):
        commands.send_return(
            valley.manager, programme=KEY, template="plain", first=FIRST, last=LAST, seen=seen
        )


def test_what_was_sent_stays_to_the_letter(valley: Valley) -> None:
    agree(valley, 0)
    sent_id = send(valley)
    works(valley, 0, "Driver", "Buses")
    _card, columns, rows = queries.sent_file(valley.manager, sent_id)
    assert dict(zip(columns, rows[0].values, strict=True))["job_started"] == ""
    assert rows[0].provisional


def test_the_last_day_is_not_before_the_first(valley: Valley) -> None:
    with pytest.raises(Invalid) as wrong:
        queries.draft(valley.manager, KEY, "plain", LAST, FIRST)
    assert wrong.value.field == "last"


def test_days_outside_a_spell_leave_it_out(valley: Valley) -> None:
    agree(valley, 0)
    before = queries.draft(valley.manager, KEY, "plain", FIRST, date(2026, 2, 1))
    assert (before.rows, before.left_out) == ((), 0)


def test_nobody_else_makes_reads_or_answers(valley: Valley) -> None:
    agree(valley, 0)
    sent_id = send(valley)
    for other in (valley.coach, valley.steward, somebody_at(valley.team_id, Role.EMPLOYER, "e@x.example")):
        with pytest.raises(Refused):
            queries.draft(other, KEY, "plain", FIRST, LAST)
        with pytest.raises(NotFound):
            queries.sent_file(other, sent_id)
    with pytest.raises(NotFound):
        queries.sent_file(valley.reviewer, sent_id)
    with pytest.raises(NotFound):
        queries.draft(valley.reviewer, KEY, "plain", FIRST, LAST)
    with pytest.raises(Refused):
        commands.say_agreement(
            valley.reviewer, person_id=valley.people[0].person_id, programme=KEY, agrees=True
        )


def test_an_employer_does_not_read_what_funders_may_be_told_and_whoever_looks_is_on_the_record(
    valley: Valley,
) -> None:
    agree(valley, 0)
    ann = valley.people[0]
    bakery = a_team("bakery", front_door=False, role=Role.EMPLOYER)
    lets_in(ann, bakery, Scope.WORK)
    assert not Agreement.objects.as_seen_by(bakery.coach).exists()
    for other in (bakery.coach, valley.reviewer):
        with pytest.raises(Refused):
            queries.agreements(other, ann.person_id)
    assert queries.agreements(valley.coach, ann.person_id)[0].agrees
    looks = [seen.account_id for seen in about_me(ann) if seen.verb == "return_agreements_seen"]
    assert looks == [valley.coach.account_id]


def test_a_programme_that_somebody_is_not_on_is_no_question(valley: Valley) -> None:
    one = valley.people[0]
    with pytest.raises(Invalid):
        commands.say_agreement(one, person_id=one.person_id, programme="other", agrees=True)
    assert [row.agrees for row in queries.agreements(one, one.person_id)] == [None]


def test_a_small_cohort_has_no_rate_and_says_why(valley: Valley) -> None:
    found = queries.rates(valley.manager)
    assert found and all(one.rate == "" and one.people == -1 for one in found)
    assert all(len(one.notes) == 1 and "10" in one.notes[0] for one in found), (
        "how many could still is small too"
    )


def test_a_rule_that_a_later_version_changed_has_a_rate_of_its_own(valley: Valley) -> None:
    before = len(queries.rates(valley.manager))
    raw = programme(KEY, valid_from="2026-02-01")
    rule = raw["outcome_rules"][0]["rule"] | {"min_hours": 16}
    changed = raw | {"outcome_rules": [raw["outcome_rules"][0] | {"rule": rule}]}
    programmes.load_programmes(OPERATOR, definitions=[changed])
    starts(valley, "Dai", KEY)
    found = queries.rates(valley.manager)
    assert len(found) == before + 1
    assert len({one.sentence for one in found if one.rule == found[0].rule}) == 2


NAMES = ["ID", "Sum", "Words"]
ROWS = [Row("AB12", ("AB12", "=1+1", "caffi ŵ"), provisional=True)]


def test_the_three_files_say_the_same() -> None:
    table = list(csv.reader(io.StringIO(as_csv(NAMES, ROWS).decode("utf-8-sig"))))
    assert table == [["ID", "Sum", "Words", "provisional"], ["AB12", "'=1+1", "caffi ŵ", "yes"]]
    assert as_csv(["=2+5"], []).decode("utf-8-sig").startswith("'=2+5,"), "nor is the name of a column"
    assert json.loads(as_json(NAMES, ROWS)) == [
        {"ID": "AB12", "Sum": "=1+1", "Words": "caffi ŵ", "provisional": "yes"}
    ]
    with zipfile.ZipFile(io.BytesIO(as_xlsx(NAMES, ROWS))) as book:
        words = book.read("xl/sharedStrings.xml").decode()
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "caffi ŵ" in words and "=1+1" in words and "<f>" not in sheet


def test_a_yes_opens_the_line_and_nothing_else(valley: Valley) -> None:
    """Somebody who never let the team in to their work may still say yes to a line."""
    one = valley.people[0]
    agree(valley, 0)
    for permission in approved_rows(Permission).filter(person_id=one.person_id):
        withdraw(one, permission_id=permission.id)
    assert len(drafted(valley).rows) == 1
    assert jobs_of(valley.manager, [one.person_id]) == ()


def test_each_person_reads_that_their_line_was_sent_and_nobody_else_does(valley: Valley) -> None:
    agree(valley, 0)
    send(valley)
    told = approved_rows(Event).filter(verb="return_line_sent")
    assert [event.person_id for event in told] == [valley.people[0].person_id]
