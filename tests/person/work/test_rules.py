"""What documents hold, when to ask again, what changed, and how days become a calendar file."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from cydwaith.person.work.rules import paper as papers
from cydwaith.person.work.rules.changes import Turn, changed
from cydwaith.person.work.rules.chasing import Wait, chases
from cydwaith.person.work.rules.contents import HELD, READERS, Part, parts
from cydwaith.person.work.rules.dates import Event, calendar_file
from cydwaith.person.work.rules.paper import Dated, Grid, Paper, Quote, Section
from cydwaith.person.work.rules.profile import read as read_profile
from cydwaith.person.work.rules.statement import read
from cydwaith.person.work.rules.vocabulary import Kind, Level, Reader

from .conftest import ANSWERS, PROFILE

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=200)


def test_no_document_holds_words_about_health_until_they_are_ticked() -> None:
    for kind in Kind:
        for reader in Reader:
            assert Part.HEALTH not in parts(kind, reader, with_health=False)


def test_what_gets_in_the_way_is_never_for_an_employer_or_the_jobcentre() -> None:
    for kind in Kind:
        for reader in (Reader.EMPLOYER, Reader.JOBCENTRE):
            assert Part.OBSTACLES not in parts(kind, reader, with_health=True)


def test_every_document_says_what_it_is_for_somebody_and_a_draft_report_is_never_for_an_employer() -> None:
    assert set(HELD) == set(READERS) == set(Kind)
    assert Reader.EMPLOYER not in READERS[Kind.REPORT]
    assert Reader.JOBCENTRE not in READERS[Kind.PLAN]


def test_statements_are_graded_and_never_a_yes_or_no() -> None:
    said = read(ANSWERS)
    assert said.hours_a_week == 12
    assert said.lift_kg == 5 and said.home_days == 2
    assert sorted(set(said.levels.values())) == [Level.A_LITTLE, Level.ABOUT_HALF, Level.MOST, Level.ALL]


def test_what_matters_is_ranked_and_named_once() -> None:
    said = read_profile(PROFILE)
    assert [matter.value for matter in said.matters] == ["people", "hours"]
    assert (said.hours_from, said.hours_to) == (12, 30)


@given(
    st.dictionaries(
        st.sampled_from([*ANSWERS, *PROFILE]),
        st.dictionaries(texts, texts | st.none() | st.integers() | st.lists(texts), max_size=3),
        max_size=5,
    )
)
def test_answers_kept_by_an_older_version_are_read_or_left_out(answers: dict[str, dict[str, object]]) -> None:
    read(answers)
    read_profile(answers)


def test_access_to_work_is_chased_every_four_weeks_until_an_answer_is_likely() -> None:
    found = chases(date(2026, 1, 1), Wait(100, date(2025, 11, 1), "a test"))
    assert [(c.on.isoformat(), c.is_expected) for c in found] == [
        ("2026-01-29", False),
        ("2026-02-26", False),
        ("2026-03-26", False),
        ("2026-04-11", True),
    ]


def test_what_changed_is_said_by_question() -> None:
    before = {"a": {"words": "one"}, "b": {"words": "two"}, "c": {"words": "three", "left": ""}}
    after = {"b": {"words": "2"}, "c": {"words": "three"}, "d": {"words": "four"}}
    found = {change.question: change.turn for change in changed(before, after)}
    assert found == {"b": Turn.CHANGED, "d": Turn.ADDED, "a": Turn.REMOVED}


@given(st.lists(st.tuples(st.dates(date(1990, 1, 1)), texts), max_size=5))
def test_a_calendar_file_is_read_back_by_a_reader_that_nobody_here_wrote(
    days: list[tuple[date, str]],
) -> None:
    events = [Event(f"e{place}", day, title) for place, (day, title) in enumerate(days)]
    text = calendar_file("My work plan", events, datetime(2026, 11, 22, tzinfo=UTC))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    read_back = Calendar.from_ical(text).walk("VEVENT")
    assert [(e["DTSTART"].dt, str(e["SUMMARY"])) for e in read_back] == days


def paper(**parts: object) -> Paper:
    grid = Grid("c", ("a", "b"), (("1", "2"),))
    section = Section("hours", "Hours", ("One.",), (Quote("", "own"),), grid, ("Name",))
    usual = {"kind": "plan", "reader": "employer", "language": "en", "title": "t", "about": "a"}
    usual |= {"notice": "n", "made": "m", "sections": (section,), "dates": (Dated("2026-01-01", "Work"),)}
    return Paper(**{**usual, **parts})  # type: ignore[arg-type]


def test_a_paper_comes_back_from_its_data_as_it_was() -> None:
    assert papers.from_data(papers.as_data(paper())) == paper()


@given(texts)
def test_the_seal_of_a_paper_changes_with_any_letter(words: str) -> None:
    same = papers.seal(papers.as_data(paper(notice=words))) == papers.seal(papers.as_data(paper()))
    assert same == (words == "n")


def test_a_paper_kept_by_an_older_version_is_read_and_its_seal_is_whole() -> None:
    older = papers.as_data(paper())
    del older["dates"], older["sections"][0]["grid"]["short"]
    assert papers.from_data(older).sections == paper().sections
    assert papers.seal(older) != papers.seal(papers.as_data(papers.from_data(older)))
