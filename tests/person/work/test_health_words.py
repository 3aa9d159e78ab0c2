"""Words that name a condition are pointed at before an employer reads them; nothing is decided for anybody."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

from cydwaith.commons.audit.queries import about_me
from cydwaith.person.work import queries
from cydwaith.person.work.documents import compose
from cydwaith.person.work.health_words import FILE, is_looked_through, known, noticed
from cydwaith.person.work.rules.contents import READERS
from cydwaith.person.work.rules.health_words import around, forms, named_in
from cydwaith.person.work.rules.vocabulary import Kind, Reader
from cydwaith.place.needs.rules.words import roots

from .conftest import World, kept
from .test_living import EMPLOYER, at, read, said, signed_in
from .test_papers import FACTS


def named(text: str) -> list[str]:
    return [text[spot.start : spot.end] for spot in named_in(text, known())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My arthritis is worse in the cold", ["arthritis"]),
        ("Because of my MS I get tired", ["MS"]),
        ("I have ME and rest at noon", ["ME"]),
        ("With Crohn’s I need the toilet near", ["Crohn’s"]),
        ("DEPRESSION AND ANXIETY", ["DEPRESSION", "ANXIETY"]),
        ("My migraines come with bright light", ["migraines"]),
        ("I take co-codamol at eight", ["co-codamol"]),
        ("after my heart attack", ["heart attack"]),
        ("Sertraline makes mornings slow", ["Sertraline"]),
        ("my arthritus, my diabetis and fibromialgia", ["arthritus", "diabetis", "fibromialgia"]),
        ("high blood pressure", ["blood pressure"]),
        ("My long-Covid", ["long-Covid"]),
    ],
)
def test_a_condition_or_a_medicine_is_noticed_also_with_a_slip_of_the_finger(
    text: str, found: list[str]
) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fy nghanser", ["nghanser"]),
        ("Mae gen i iselder", ["iselder"]),
        ("Oherwydd ei hiselder hi", ["hiselder"]),
        ("yn dilyn trawiad ar y galon", ["trawiad ar y galon"]),
        ("wedi drawiad ar y galon", ["drawiad ar y galon"]),
        ("o orbryder", ["orbryder"]),
        ("fy ngwrthiselydd", ["ngwrthiselydd"]),
        ("Dw i ar wrthiselydd", ["wrthiselydd"]),
        ("â chlefyd siwgr", ["chlefyd siwgr"]),
        ("Ar ôl strôc, neu ar ol stroc", ["strôc", "stroc"]),
        ("fy mhoen cefn", ["mhoen cefn"]),
        ("gyda'r gwynegon", ["gwynegon"]),
    ],
)
def test_welsh_words_are_noticed_in_their_mutations(text: str, found: list[str]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I work in the back office and take sugar",
        "Tell me, Ms Jones, and help me out",
        "MS Word, MS Teams and MS Office",
        "TELL ME WHAT TO DO",
        "No lifting over 5 kg, no rush, two days at home",
        "By a stroke of luck I swim breast stroke",
        "I was a cancer nurse on the stroke ward",
        "In addition I teach meditation with dedication",
        "An artistic peacemaker who is good at mediation",
        "Charge the lithium batteries of the drill",
        "I learnt the route by heart and can lead pots of people",
        "Pain and tiredness come when I rush",
        "Siwgr yn y te, a chefn y siop",
        "Rydw i'n gweithio gyda phobl, ac mae'r newid yn dda",
        "Nyrs ar y ward, neu yn y siop elusen",
        "Gwesteiwr ar ward y strôc, gynt yn nyrs ganser",
    ],
)
def test_everyday_words_at_work_are_left_alone(text: str) -> None:
    assert named(text) == []


def test_every_form_of_a_welsh_word_leads_back_to_it() -> None:
    words = {word[0] for phrases in known().welsh.values() for word in phrases}
    assert {
        word for word in words if any(word != form and word not in roots(form) for form in forms(word))
    } == set()
    assert {"canser", "nghanser", "ganser", "chanser"} == set(forms("canser"))


def test_it_misses_some_and_the_list_says_so() -> None:
    assert named("my funny turns") == []
    data = json.loads(FILE.read_text(encoding="utf-8"))
    assert "not complete" in data["note"]
    assert all(group["why"] for group in data["groups"] + data["left_out"] + data["not"])
    words = [word for group in data["groups"] for word in group["en"]]
    assert len(words) == len(set(words))


def test_a_long_line_is_cut_to_what_can_be_read_at_a_glance() -> None:
    text = "word " * 40 + "arthritis" + " more" * 40
    [spot] = named_in(text, known())
    before, word, after = around(text, spot)
    assert word == "arthritis" and before.startswith("…word") and after.endswith("more…")
    assert len(before + word + after) < 140


def test_whoever_walks_with_the_person_or_treats_them_is_no_reader_to_be_careful_of() -> None:
    assert is_looked_through(Kind.PLAN, Reader.EMPLOYER)
    assert is_looked_through(Kind.STATEMENT, Reader.JOBCENTRE)
    assert is_looked_through(Kind.ACCESS, Reader.PERSON)
    assert not is_looked_through(Kind.NOTE, Reader.CLINICIAN)
    assert not is_looked_through(Kind.STATEMENT, Reader.SUPPORTER)


ARTHRITIS = {"worse": {"words": "My arthritis is worse in the cold.", "bad_day": "Fy nghanser"}}


@pytest.mark.django_db
def test_before_an_employer_reads_it_the_line_is_pointed_at_and_the_person_decides(world: World) -> None:
    kept(world.sam, **ARTHRITIS)
    client = signed_in(world.sam)
    for name in ("paper", "give"):
        page = read(client, at(world, name, Kind.PLAN) + EMPLOYER)
        part = page.find("section", {"class": "work-noticed"})
        assert part and [word.text for word in part.find_all("strong")] == ["arthritis", "nghanser"]
        assert "My arthritis is worse in the cold." in part.get_text()
        assert part.find("a", href=at(world, "question", "statement", "worse"))
    assert page.find("button", string=lambda words: words and "Yes, give it" in words), "nothing is blocked"


@pytest.mark.django_db
def test_where_nothing_is_seen_the_page_says_that_some_are_missed(world: World) -> None:
    kept(world.sam)
    page = said(read(signed_in(world.sam), at(world, "paper", Kind.PLAN) + EMPLOYER))
    assert "seems to name" not in page
    assert "We miss others, so read it yourself." in page


@pytest.mark.django_db
@pytest.mark.parametrize("reader", ["clinician", "supporter", "me"])
def test_those_who_treat_or_walk_with_the_person_are_not_warned_of(world: World, reader: str) -> None:
    kept(world.sam, **ARTHRITIS)
    paper = read(signed_in(world.sam), at(world, "paper", Kind.STATEMENT) + f"?reader={reader}")
    assert paper.find("section", {"class": "work-noticed"}) is None


@pytest.mark.django_db
def test_what_was_ticked_as_health_is_meant_and_not_pointed_at(world: World, statement: UUID) -> None:
    found = queries.document(
        world.sam, world.person_id, statement, Kind.PASSPORT, Reader.EMPLOYER, language="en", with_health=True
    )
    assert noticed(found.paper) == ()


@pytest.mark.django_db
def test_looking_leaves_no_trace(world: World) -> None:
    kept(world.sam, **ARTHRITIS)
    before = len(about_me(world.sam))
    read(signed_in(world.sam), at(world, "paper", Kind.PLAN) + EMPLOYER)
    assert len(about_me(world.sam)) == before


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("kind", list(Kind))
def test_no_sentence_of_ours_is_taken_for_a_condition(kind: Kind, language: str) -> None:
    reader = READERS[kind][0]
    assert noticed(compose(kind, reader, FACTS, language=language)) == ()
