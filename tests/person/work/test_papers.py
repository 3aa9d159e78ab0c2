"""Six papers from one set of answers: what each reader sees, and what none of them does."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar
from pdfua import validate

from cydwaith.kernel import clock
from cydwaith.person.work.documents import Facts, compose
from cydwaith.person.work.documents.files import as_calendar, as_pdf
from cydwaith.person.work.rules import paper as papers
from cydwaith.person.work.rules.contents import READERS
from cydwaith.person.work.rules.paper import Paper
from cydwaith.person.work.rules.profile import read as read_profile
from cydwaith.person.work.rules.statement import read
from cydwaith.person.work.rules.vocabulary import Kind, Reader

from .conftest import ANSWERS, HEALTH, PROFILE

FACTS = Facts("Nia Pugh", date(2026, 11, 22), read(ANSWERS), read_profile(PROFILE), f"I have {HEALTH}")
NIA = UUID("01890000-0000-7000-8000-000000000001")
EVERY = [(kind, reader) for kind in Kind for reader in READERS[kind]]
FOR_EMPLOYERS = [kind for kind in Kind if Reader.EMPLOYER in READERS[kind]]
# Words of the official form, and of the decision that only its issuer takes.
OFFICIAL = ("med3", "med 3", "med10", "statement of fitness", "not fit for work", "fit for work because",
            "may be fit for work", "taking account of the following advice", "i assessed your case",
            "social security", "dwp")  # fmt: skip


def text_of(paper: Paper) -> str:
    return str(papers.as_data(paper))


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(("kind", "reader"), EVERY)
def test_no_paper_carries_words_about_health_unless_they_are_ticked(
    kind: Kind, reader: Reader, language: str
) -> None:
    paper = compose(kind, reader, FACTS, language=language)
    assert HEALTH not in text_of(paper)
    assert HEALTH not in as_calendar(paper, clock.now(), NIA)
    ticked = compose(kind, reader, FACTS, language=language, with_health=True)
    assert HEALTH in text_of(ticked)
    assert HEALTH not in as_calendar(ticked, clock.now(), NIA), "a calendar never does"


@given(
    st.text(st.characters(categories=("L",)), min_size=12, max_size=30).map("Zwyrtek {}".format),
    st.sampled_from(FOR_EMPLOYERS),
)
def test_nothing_written_as_health_or_as_in_the_way_reaches_an_employer(words: str, kind: Kind) -> None:
    assume(words not in text_of(compose(kind, Reader.EMPLOYER, FACTS, language="en")))
    profile = replace(FACTS.profile, in_the_way_words=words, helps=words)  # type: ignore[type-var]
    facts = replace(FACTS, health=words, profile=profile)
    paper = compose(kind, Reader.EMPLOYER, facts, language="en")
    assert words not in text_of(paper)


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(("kind", "reader"), EVERY)
def test_no_paper_looks_or_sounds_like_a_fit_note_and_each_says_that_it_is_none(
    kind: Kind, reader: Reader, language: str
) -> None:
    paper = compose(kind, reader, FACTS, language=language)
    assert ("This is not a fit note." if language == "en" else "nodyn ffitrwydd") in paper.notice
    said = text_of(paper).lower()
    assert not [words for words in OFFICIAL if words in said]


def test_one_set_of_answers_makes_six_papers() -> None:
    made = {kind: compose(kind, READERS[kind][0], FACTS, language="en") for kind in Kind}
    assert len({paper.title for paper in made.values()}) == 6
    assert all("Ward nurse" in text_of(paper) for paper in made.values())
    assert "No lifting over 5 kg." in text_of(made[Kind.STATEMENT])
    assert "I need to work at home on 2 days a week." in text_of(made[Kind.NOTE])


def test_what_was_not_said_leaves_no_empty_part() -> None:
    paper = compose(Kind.STATEMENT, Reader.EMPLOYER, replace(FACTS, statement=read({})), language="en")
    assert [section.key for section in paper.sections] == ["good-at"]


def test_the_calendar_holds_hours_and_days_and_no_more() -> None:
    paper = compose(Kind.PLAN, Reader.EMPLOYER, FACTS, language="en", with_health=True)
    titles = {dated.title.split(":")[0] for dated in paper.dates}
    assert titles == {"Work", "Look at my work plan again"}
    assert len(paper.dates) == 7 * 4 + 1
    access = compose(Kind.ACCESS, Reader.PERSON, FACTS, language="en")
    assert {dated.title for dated in access.dates} == {"Ask how far my request is"}


@pytest.mark.parametrize("easy", [False, True])
@pytest.mark.parametrize(("kind", "language"), [(Kind.PLAN, "cy"), (Kind.REPORT, "en")])
def test_the_pdf_is_tagged_titled_and_in_its_language(kind: Kind, language: str, easy: bool) -> None:
    facts = replace(FACTS, name="Siân Ŵyn #pagebreak() *x*")
    paper = compose(kind, READERS[kind][0], facts, language=language)
    with pikepdf.open(io.BytesIO(as_pdf(paper, easy=easy))) as pdf:
        root = pdf.Root
        assert str(root.Lang) == language
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == paper.title
        assert str(pdf.docinfo["/Author"]) == facts.name, "letters, not markup"
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
        kinds = tags(root.StructTreeRoot)
        assert {"/Document", "/H1", "/P"} <= kinds
        assert ({"/Table", "/TH", "/TD"} <= kinds) != easy, "Easy Read tells a table line by line"
        assert all("/StructParents" in page for page in pdf.pages)


@pytest.mark.parametrize("easy", [False, True])
@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("kind", list(Kind))
def test_an_independent_reader_finds_nothing_against_pdf_ua(
    tmp_path: Path, kind: Kind, language: str, easy: bool
) -> None:
    """16 of the 106 rules of ISO 14289-1 that a machine can judge; the rest is said in docs/reference/papers.md."""
    file = tmp_path / "paper.pdf"
    file.write_bytes(as_pdf(compose(kind, READERS[kind][0], FACTS, language=language), easy=easy))
    report = validate(file)
    assert report.findings == ()
    assert {one.rule_id for one in report.skipped} <= {"UA-14-001"}, "it cannot read our levels of headings"


ANY_WORDS = '中文 ภาษา \x07 #read("/etc/passwd") $x$ [a] \\ @b <c> {{7*7}}'


@pytest.mark.parametrize("easy", [False, True])
def test_letters_that_no_font_here_has_and_marks_of_the_layout_are_words_like_others(easy: bool) -> None:
    answers = read({**ANSWERS, "worse": {"words": ANY_WORDS}})
    paper = compose(Kind.STATEMENT, Reader.PERSON, replace(FACTS, statement=answers), language="en")
    with pikepdf.open(io.BytesIO(as_pdf(paper, easy=easy))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert all("/StructParents" in page for page in pdf.pages)


def lines_of(pdf: bytes) -> int:
    """How many lines of text are put on the pages."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        told = [one for page in file.pages for one in pikepdf.parse_content_stream(page)]
    return sum(str(one.operator) == "Tm" for one in told)


@pytest.mark.parametrize("easy", [False, True])
def test_a_word_longer_than_a_line_is_broken_and_not_lost_at_the_edge(easy: bool) -> None:
    short, long = (
        compose(
            Kind.STATEMENT,
            Reader.PERSON,
            replace(FACTS, statement=read({**ANSWERS, "worse": {"words": "W" * times}})),
            language="en",
        )
        for times in (10, 250)
    )
    assert lines_of(as_pdf(long, easy=easy)) >= lines_of(as_pdf(short, easy=easy)) + 5


def marks(paper: Paper, whose: UUID = NIA) -> list[str]:
    """The marks of the days in the calendar file, in their order."""
    events = Calendar.from_ical(as_calendar(paper, clock.now(), whose)).walk("VEVENT")
    return [str(event["uid"]) for event in events]


def test_a_calendar_that_has_a_day_already_changes_it_and_keeps_no_second_one() -> None:
    later = {
        **ANSWERS,
        "review": {"on": "2026-12-29"},
        "build-up": {**ANSWERS["build-up"], "first_hours": 8.0},
    }
    before, after = (
        compose(Kind.PLAN, Reader.EMPLOYER, replace(FACTS, statement=read(answers)), language="cy")
        for answers in (ANSWERS, later)
    )
    assert before.dates != after.dates
    assert marks(before) == marks(after), "other hours, another day of the next look: the same entries"
    assert len(set(marks(before))) == len(before.dates)


def test_two_people_never_share_an_entry_and_no_entry_tells_whose_it_is() -> None:
    paper = compose(Kind.PLAN, Reader.EMPLOYER, FACTS, language="en")
    other = UUID("01890000-0000-7000-8000-000000000002")
    assert not set(marks(paper)) & set(marks(paper, other))
    assert str(NIA) not in as_calendar(paper, clock.now(), NIA)


def test_days_of_a_paper_given_before_days_had_keys_are_still_a_calendar() -> None:
    paper = compose(Kind.PLAN, Reader.EMPLOYER, FACTS, language="en")
    data = papers.as_data(paper)
    old = papers.from_data({**data, "dates": [{"on": d["on"], "title": d["title"]} for d in data["dates"]]})
    assert len(set(marks(old))) == len(paper.dates)


def tags(node: pikepdf.Object) -> set[str]:
    """The kinds of structure under a node of the tag tree."""
    found = {str(node["/S"])} if "/S" in node else set()
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            found |= tags(child)
    return found
