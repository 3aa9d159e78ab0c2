"""How well an entry fits a need, and the parts that this is read from."""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.directory.rules import fitting
from cydwaith.place.directory.rules.access import Access, access_bits
from cydwaith.place.directory.rules.fitting import STRONG, WEAK, Field, Sign, fit, others, sign
from cydwaith.place.directory.rules.stems import stem, stems
from cydwaith.place.directory.rules.texts import text as folded
from cydwaith.place.directory.rules.times import DAYS, EVERY, PARTS, bit, chosen, last_day, open_bits
from cydwaith.place.needs.rules.words import words

WORDS = st.sampled_from("debt advice garden choir walking money group for people in the valley help".split())
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
SIGNS = st.lists(st.builds(sign, TEXTS.filter(bool), st.floats(0.01, 0.95)), max_size=6)


def said(name: str, terms: str, organisation: str, about: str) -> str:
    """What an entry with these texts says."""
    return fitting.said(folded(name), folded(terms), folded(organisation), folded(about))


@given(st.text())
def test_a_text_is_parted_into_the_words_that_search_looks_for(text: str) -> None:
    assert folded(text).words == words(text)
    assert folded(text).vocabulary == set(words(text))


@given(TEXTS, TEXTS, TEXTS, SIGNS)
def test_a_fit_is_between_0_and_1(name: str, terms: str, about: str, signs: list[Sign]) -> None:
    assert 0 <= fit(said(name, terms, "", about), signs).value < 1


@given(TEXTS, TEXTS, SIGNS, SIGNS)
def test_another_sign_never_lowers_the_fit(
    name: str, about: str, signs: list[Sign], more: list[Sign]
) -> None:
    prepared = said(name, "", "", about)
    assert fit(prepared, signs).value <= fit(prepared, [*signs, *more]).value + 1e-9


@given(TEXTS.filter(bool), st.floats(0.1, 0.95))
def test_what_stands_in_the_name_counts_more_than_what_stands_further_down(text: str, weight: float) -> None:
    signs = [sign(text, weight)]
    name, lead = fit(said(text, "", "", ""), signs), fit(said("", "", "", text), signs)
    body = fit(said("", "", "", "word " * 60 + text), signs)
    assert name.value > lead.value > body.value > 0
    assert (name.field, lead.field, body.field) == (Field.NAME, Field.LEAD, Field.BODY)


def test_words_of_a_term_that_stand_apart_count_less() -> None:
    signs = [sign("debt advice", STRONG)]
    together, apart = (fit(said(name, "", "", ""), signs) for name in ("Debt advice", "Advice about debt"))
    assert together.value > apart.value > 0


def test_capitals_are_told_from_words() -> None:
    signs = [sign("ME", STRONG)]
    assert fit(said("Living with ME", "", "", ""), signs).value > 0
    assert fit(said("Come with me", "", "", "tell me"), signs).value == 0
    assert fit(said("COME WITH ME", "", "", ""), signs).value == 0


def test_what_is_for_others_counts_less_unless_they_were_asked_for() -> None:
    signs = [sign("counselling", STRONG)]
    prepared = said("Counselling for children", "", "", "")
    assert fit(prepared, signs).value < fit(prepared, signs, others(stems("my children"))).value
    assert fit(prepared, signs).value < fit(said("Counselling for all", "", "", ""), signs).value


def test_a_strong_sign_in_the_text_stands_before_a_weak_one_in_the_name() -> None:
    strong = fit(said("", "", "", "debt"), [sign("debt", STRONG)])
    assert strong.value > fit(said("Money", "", "", ""), [sign("money", WEAK)]).value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gardens", "gardening"),
        ("debts", "debt"),
        ("caring", "cared"),
        ("stopped", "stopping"),
        ("families", "family"),
    ],
)
def test_forms_of_a_word_share_their_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=15))
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word)


@dataclass
class Week:
    freq: str = "WEEKLY"
    byday: str = ""
    valid_to: date | None = None
    opens_at: time | None = None
    closes_at: time | None = None


TODAY = date(2026, 6, 15)


def test_open_on_tuesday_morning_is_one_bit() -> None:
    assert open_bits([Week(byday="TU", opens_at=time(10), closes_at=time(12))], TODAY) == bit(1, 0)


def test_what_crosses_midday_and_five_is_open_in_all_three_parts() -> None:
    found = open_bits([Week(byday="MO", opens_at=time(9), closes_at=time(20))], TODAY)
    assert found == bit(0, 0) | bit(0, 1) | bit(0, 2)


def test_a_schedule_that_has_ended_opens_nothing() -> None:
    assert open_bits([Week(byday="MO", valid_to=TODAY - timedelta(days=1))], TODAY) == 0
    assert last_day([Week(valid_to=TODAY), Week(valid_to=date(2026, 7, 1))]) == date(2026, 7, 1)
    assert last_day([Week(valid_to=TODAY), Week()]) is None


@given(st.sets(st.sampled_from(DAYS)), st.sets(st.sampled_from(PARTS)))
def test_every_choice_of_days_and_parts_is_met_by_what_is_always_open(
    days: set[str], parts: set[str]
) -> None:
    wanted = chosen(days, parts)
    assert wanted & EVERY == wanted
    assert bool(wanted) == bool(days or parts)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Step-free entrance and hearing loop", Access.STEP_FREE | Access.HEARING_LOOP),
        ("Mynediad heb risiau", Access.STEP_FREE),
        ("There is no lift", Access(0)),
        ("Lift to all floors", Access.STEP_FREE),
        ("The lift, by the door", Access.STEP_FREE),
        ("An uplifting evening at the airlift", Access(0)),
        ("Scoops and lifts of the week", Access(0)),
        ("Sessions in BSL", Access.BSL),
        ("A warm room", Access(0)),
    ],
)
def test_access_is_read_from_words(text: str, found: Access) -> None:
    assert access_bits([folded(text)], []) == found


def test_access_is_read_from_languages() -> None:
    assert access_bits([], ["Cymraeg", "bfi"]) == Access.WELSH | Access.BSL
