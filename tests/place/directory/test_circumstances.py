"""What services say of whom they are for, and what somebody may say of themselves."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.kernel.actor import anonymous
from cydwaith.place.directory import queries
from cydwaith.place.directory.rules.circumstances import (
    NOTHING,
    Circumstance,
    Meant,
    is_for,
    is_only_for_others,
    meant_for,
)
from cydwaith.place.directory.rules.ranking import suited

from .conftest import TakeIn, entry
from .test_pages import page, send, text

C = Circumstance
BITS = st.integers(0, sum(Circumstance)).map(Circumstance)
SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("said", "most"),
    [
        ("We provide a short break service for carers living in the valley.", C.CARER),
        ("Information, support and training for parents and carers of autistic children", C.PARENT | C.CARER),
        ("It aims to support people with medical or long-term conditions to become more active", C.DISABLED),
        ("Short-term emotional and practical support for men aged 30 to 64", C.MAN),
        ("We offer support to women and their partners", C.WOMAN),
        ("We help ex-service personnel and veterans", C.VETERAN),
        ("Free counselling for adult refugees living in the city", C.NEWCOMER),
        ("For people on a low income", C.LOW_INCOME),
        ("For anyone in receipt of Universal Credit", C.LOW_INCOME),
        ("Courses for unemployed adults", C.OUT_OF_WORK),
        ("A social group for LGBTQ+ people", C.LGBT),
        ("Grŵp i ofalwyr a ffrindiau", C.CARER),
        ("Sesiynau ar gyfer pobl anabl", C.DISABLED),
        ("All the carers are professional and checked.", NOTHING),
        ("Men find it harder to build friendships than women do.", NOTHING),
        ("Parent company: Acme", NOTHING),
        ("A choir where everybody is welcome.", NOTHING),
        ("", NOTHING),
    ],
)
def test_a_sentence_says_whom_it_is_for(said: str, most: Circumstance) -> None:
    assert meant_for("A group", (), said) == Meant(most)


@pytest.mark.parametrize(
    ("name", "said", "only"),
    [
        ("Support group - Women Only", "", C.WOMAN),
        ("Tennis", "This meeting is for women only and is run by women.", C.WOMAN),
        ("Drop-in", "Only open to veterans and their families.", C.VETERAN),
        ("Grant", "You must be a carer to apply.", C.CARER),
        ("Clwb", "Grŵp i fenywod yn unig", C.WOMAN),
        ("Breaks", "For carers in South Gloucestershire only", NOTHING),
        ("Club", "It is not only for men.", NOTHING),
        ("Club", "By appointment only, for men and women.", NOTHING),
    ],
)
def test_only_means_that_nobody_else_is_meant(name: str, said: str, only: Circumstance) -> None:
    assert meant_for(name, (), said).only == only


def test_a_name_and_the_audiences_of_a_feed_say_it_too() -> None:
    assert meant_for("Bristol Black Carers", (), "").most == C.CARER
    listed = ("Armed Forces", "Low Income>Unemployed", "Parents>Grandparents")
    assert meant_for("Club", listed, "").most == C.VETERAN | C.LOW_INCOME | C.OUT_OF_WORK | C.PARENT


@given(BITS, BITS)
def test_nothing_is_for_others_only_that_is_for_them(only: Circumstance, said: Circumstance) -> None:
    meant = Meant(only, only)
    assert not (is_for(meant, said) and is_only_for_others(meant, said))
    assert not is_only_for_others(Meant(only, NOTHING), said)


def test_who_does_not_say_whether_they_are_a_woman_or_a_man_may_be_either() -> None:
    women = Meant(C.WOMAN, C.WOMAN)
    assert not is_only_for_others(women, C.CARER)
    assert is_only_for_others(women, C.MAN)
    assert is_only_for_others(Meant(C.VETERAN, C.VETERAN), C.CARER)


@given(SHARES, SHARES, st.booleans(), st.booleans())
def test_what_is_theirs_never_falls_and_order_among_equals_stays(
    one: float, other: float, theirs: bool, others: bool
) -> None:
    assert 0 <= suited(one, is_theirs=theirs, is_for_others=others) <= 1
    assert suited(one, is_theirs=True, is_for_others=False) >= one
    assert suited(one, is_theirs=False, is_for_others=True) <= one
    low, high = sorted((one, other))
    lifted = [suited(worth, is_theirs=theirs, is_for_others=others) for worth in (low, high)]
    assert lifted == sorted(lifted)


@pytest.fixture
def coffee(take_in: TakeIn) -> None:
    take_in(
        entry("Coffee morning", description="Coffee and a chat for everybody."),
        entry("Coffee and cake", description="Coffee and a chat for women only."),
        entry(
            "Coffee break", description="Coffee and a chat.", pc_targetAudience=[{"audienceType": "Carers"}]
        ),
    )


def names(circumstances: Circumstance) -> list[str]:
    found = queries.search(anonymous(), "coffee", filters=queries.Filters(circumstances=circumstances))
    return [row.name for row in found.rows]


@pytest.mark.django_db
def test_what_is_for_them_rises_and_what_is_for_others_sinks_but_nothing_goes(coffee: None) -> None:
    assert names(C.CARER)[0] == "Coffee break"
    assert names(C.WOMAN)[0] == "Coffee and cake"
    assert names(C.MAN)[-1] == "Coffee and cake"
    assert len(names(C.MAN)) == len(names(NOTHING)) == 3


@pytest.mark.django_db
def test_the_line_says_so_and_what_was_said_is_forgotten_with_the_search(
    client: Client, coffee: None
) -> None:
    said = {"words": "coffee", "near": "", "filter": "1"}
    soup = page(client, send(client, **said, circumstances=[str(C.CARER.value), str(C.MAN.value)]))
    assert "It says that it is for carers." in text(soup)
    assert "It says that it is only for women." in text(soup)
    assert soup.select_one("details#filters").has_attr("open")
    ticked = [box["value"] for box in soup.select("input[name=circumstances][checked]")]
    assert ticked == [str(C.CARER.value), str(C.MAN.value)]
    assert "It says that it is" not in text(page(client, send(client, **said)))
