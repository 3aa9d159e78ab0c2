"""The last day of a programme: said with its reason, read before it is kept, and nobody new after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.person.enrolments.commands import enrol
from cydwaith.place.programmes import commands, queries
from cydwaith.place.programmes.rules import Cohort, in_force, runs_until
from tests.person.enrolments.conftest import EVERYTHING
from tests.place.programmes.conftest import START, House
from tests.place.programmes.test_next_version import DAY, FIRST
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR, a_person, lets_in

TODAY, END = START.date(), date(2026, 3, 31)
OF = "/programmes/of/first-steps"
SAID = {"last_day": "31", "last_month": "3", "last_year": "2026", "why": "Funding until 31 March"}


@pytest.fixture
def steward(house: House) -> Actor:
    commands.load_programmes(OPERATOR, definitions=[FIRST])
    return house.steward


def says(actor: Actor, last: date | None, why: str = "Funding") -> None:
    commands.say_last_day(actor, key="first-steps", last=last, why=why)


def open_on(actor: Actor, day: date) -> bool:
    return any(one.key == "first-steps" for one in queries.open_programmes(actor, day))


def test_nobody_new_can_start_after_the_last_day_and_it_can_be_put_off_or_taken_away(steward: Actor) -> None:
    says(steward, END)
    assert open_on(steward, END) and not open_on(steward, END + timedelta(days=1))
    says(steward, date(2026, 6, 30), "Extended")
    assert open_on(steward, date(2026, 6, 30))
    says(steward, None, "It goes on")
    assert open_on(steward, date(2030, 1, 1))
    said = queries.said_of_last_days(steward, "first-steps")
    assert [(one.last, one.why) for one in said] == [
        (None, "It goes on"), (date(2026, 6, 30), "Extended"), (END, "Funding")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("last", "why", "field", "told"),
    [
        (TODAY - timedelta(days=1), "Funding", "last", "never rewritten"),
        (date(2025, 12, 31), "Funding", "last", "The version begins on 01/01/2026"),
        (None, "Funding", "last", "Nothing would change"),
        (END, " ", "why", "Say why"),
        (END, "a" * 301, "why", "Say why"),
    ],
)
def test_a_last_day_that_cannot_be_is_refused_in_words(
    steward: Actor, last: date | None, why: str, field: str, told: str
) -> None:
    with pytest.raises(Invalid, match=told) as wrong:
        says(steward, last, why)
    assert wrong.value.field == field and queries.said_of_last_days(steward, "first-steps") == ()


def test_only_a_steward_says_it_and_only_of_a_programme_that_is_here(house: House, steward: Actor) -> None:
    with pytest.raises(Refused):
        says(house.team.coach, END)
    with pytest.raises(Refused):
        queries.last_version(house.team.coach, "first-steps")
    with pytest.raises(NotFound):
        commands.say_last_day(steward, key="nothing", last=END, why="Funding")
    with pytest.raises(NotFound):
        queries.last_version(steward, "nothing")


def test_a_programme_that_ended_can_be_opened_again(steward: Actor) -> None:
    says(steward, END)
    with clock.at(START + timedelta(days=60)):
        says(steward, date(2026, 9, 30), "New money")
        assert open_on(steward, clock.today())


def puts_in_force(steward: Actor, first: date, last: date | None = None) -> None:
    commands.begin_draft(steward, key="first-steps")
    commands.put_in_force(steward, key="first-steps", valid_from=first, note="Next", last=last)


def test_the_end_goes_on_to_the_next_version_and_two_versions_never_share_a_day(
    steward: Actor, browser: Browser
) -> None:
    says(steward, date(2026, 12, 31))
    page = browser(steward)
    with clock.at(START):
        page.post(f"{OF}/begin/")
        shown = page.get(f"{OF}/next/").content.decode()
        assert "The version before ends on 31 December 2026." in shown
        assert 'value="31"' in shown and 'value="12"' in shown, "the end that was said stands in the form"
        until = {"last_day": "31", "last_month": "12", "last_year": "2026"}
        wrong = page.post(f"{OF}/next/", {**DAY, **until, "last_year": "2025", "note": "Next"})
        assert wrong.status_code == 200 and "The version begins on 01/04/2026" in wrong.content.decode()
        assert page.post(f"{OF}/next/", {**DAY, **until, "note": "Next"}).status_code == 302
    newest, oldest = queries.versions(steward, "first-steps")
    assert (oldest.card.valid_to, newest.card.valid_to) == (END, date(2026, 12, 31))
    (one,) = queries.openings(steward, TODAY, TODAY)
    assert one.last == date(2026, 12, 31), "not where the next version begins"


def test_what_was_said_of_an_earlier_version_cannot_be_changed_once_the_next_has_come(steward: Actor) -> None:
    puts_in_force(steward, date(2026, 5, 1))
    with pytest.raises(Invalid, match="The version begins on 01/05/2026"):
        says(steward, END)


def test_between_an_end_and_a_new_beginning_nobody_can_start(steward: Actor) -> None:
    says(steward, END)
    puts_in_force(steward, date(2026, 6, 1))
    assert not open_on(steward, date(2026, 5, 1)) and open_on(steward, date(2026, 6, 1))
    (one,) = queries.openings(steward, TODAY, TODAY)
    assert one.last == END


def test_whoever_looks_back_finds_what_is_over_and_not_what_opens_much_later(steward: Actor) -> None:
    says(steward, END)
    puts_in_force(steward, date(2026, 12, 1))
    with clock.at(START + timedelta(days=40)):
        today, near = clock.today(), timedelta(days=60)
        (one,) = queries.openings(steward, today - near, today + near)
        assert (one.card.valid_from, one.last) == (date(2026, 1, 1), END)
        assert queries.openings(steward, today, today) == ()
    with clock.at(START + timedelta(days=230)):
        today = clock.today()
        (one,) = queries.openings(steward, today, today + near)
        assert (one.card.valid_from, one.last) == (date(2026, 12, 1), None)


def test_a_version_that_is_loaded_after_a_later_one_ends_where_that_one_begins(steward: Actor) -> None:
    early = {**FIRST, "valid_from": "2025-01-01", "targets": {**FIRST["targets"], "acknowledge": 9}}
    commands.load_programmes(OPERATOR, definitions=[early])
    assert [one.card.valid_to for one in queries.versions(steward, "first-steps")] == [
        None, date(2025, 12, 31)
    ]  # fmt: skip
    assert len(queries.versions_on(steward, TODAY)) == 1


def somebody_starts(house: House, name: str, started: date) -> None:
    person = a_person(name, f"{name}@person.example".lower())
    lets_in(person, house.team, EVERYTHING)
    assert person.person_id
    enrol(
        house.team.coach,
        person_id=person.person_id,
        programme="first-steps",
        started=started,
        cohort=Cohort.OUT_OF_WORK,
    )


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_what_follows_is_read_before_it_is_kept(
    house: House, steward: Actor, browser: Browser, prefix: str
) -> None:
    for number in range(6):
        somebody_starts(house, f"Ann{number}", TODAY)
    somebody_starts(house, "Bob", END + timedelta(days=1))
    page, of = browser(steward), f"{prefix}{OF}"
    with clock.at(START):
        assert "last-day" in page.get(f"{of}/").content.decode()
        assert page.get(f"{of}/last-day/").status_code == 200
        empty = page.post(f"{of}/last-day/", {"last_day": "31"})
        assert empty.status_code == 200 and "govuk-error-summary" in empty.content.decode()
        told = page.post(f"{of}/last-day/", SAID).content.decode()
        people = "Mae o leiaf 5 o bobl arni nawr." if prefix else "At least 5 people are on it now."
        assert people in told and "Ann" not in told
        warned = "Mae rhywun wedi'i nodi" if prefix else "Somebody is written down to start after that day."
        assert warned in told.replace("&#x27;", "'")
        assert queries.versions(steward, "first-steps")[0].card.valid_to is None, "only looked at"
        again = page.post(f"{of}/last-day/", {**SAID, "change": "yes"}).content.decode()
        assert 'value="Funding until 31 March"' in again
        assert page.post(f"{of}/last-day/", {**SAID, "keep": "yes"})["Location"] == f"{of}/"
        for where in ("/", "/history/"):
            assert ("31 Mawrth 2026" if prefix else "31 March 2026") in page.get(
                f"{of}{where}"
            ).content.decode()
        assert "Funding until 31 March" in page.get(f"{of}/history/").content.decode()
        listed = page.get(f"{prefix}/programmes/").content.decode()
        assert ("31 Mawrth 2026" if prefix else "The last day to start is 31 March 2026.") in listed


def test_few_people_are_never_counted_out_for_a_steward(house: House, steward: Actor) -> None:
    for number in range(4):
        somebody_starts(house, f"Ann{number}", TODAY)
        assert queries.last_version(steward, "first-steps").standing.at_least == 0


def test_others_read_the_last_day_and_cannot_change_it(
    house: House, steward: Actor, browser: Browser
) -> None:
    says(steward, END)
    page = browser(house.team.coach)
    with clock.at(START):
        shown = page.get(f"{OF}/").content.decode()
        assert "31 March 2026 is the last day on which somebody can start." in shown
        assert "last-day" not in shown
        assert page.get(f"{OF}/last-day/").status_code in (403, 404)
        assert page.post(f"{OF}/last-day/", {**SAID, "keep": "yes"}).status_code in (403, 404)


def test_a_line_that_names_a_programme_that_is_not_here_can_be_changed_and_keeps_it(
    steward: Actor, browser: Browser
) -> None:
    page, pair = browser(steward), {"programme": "elsewhere", "source": "the grant letter"}
    commands.begin_draft(steward, key="first-steps")
    commands.change_draft(steward, key="first-steps", changes={"not_paid_with": [pair]})
    changed = pair | {"source": "the grant letter of May"}
    assert page.post(f"{OF}/next/not_paid_with/1/", changed).status_code == 302
    assert queries.draft(steward, "first-steps").content.not_paid_with[0].source.endswith("of May")


LENGTHS = st.lists(st.tuples(st.integers(1, 40), st.sampled_from([0, 0, 5])), min_size=1, max_size=6)


@given(LENGTHS, st.booleans(), st.integers(0, 300))
def test_a_run_holds_on_every_day_to_its_last_and_not_on_the_day_after(
    lengths: list[tuple[int, int]], open_ended: bool, number: int
) -> None:
    versions: list[tuple[date, date | None]] = []
    first = TODAY
    for days, gap in lengths:
        last = first + timedelta(days=days - 1)
        versions.append((first, last))
        first = last + timedelta(days=1 + gap)
    if open_ended:
        versions[-1] = (versions[-1][0], None)
    day = TODAY + timedelta(days=number)
    if not any(in_force(*one, day) for one in versions):
        with pytest.raises(ValueError, match="No version holds"):
            runs_until(versions, day)
        return
    last_day = runs_until(versions[::-1], day)
    until = last_day or TODAY + timedelta(days=400)
    holding = [
        sum(in_force(*one, day + timedelta(days=n)) for one in versions)
        for n in range((until - day).days + 1)
    ]
    assert set(holding) == {1}
    if last_day:
        assert not any(in_force(*one, last_day + timedelta(days=1)) for one in versions)
