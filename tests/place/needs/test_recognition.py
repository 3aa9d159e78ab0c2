"""A need is recognised in ordinary words, whatever their order, case, accents and small slips."""

import json
import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.place.needs.rules.facts import asks_a_fact
from cydwaith.place.needs.rules.index import Index, build
from cydwaith.place.needs.rules.listing import LANGUAGES
from cydwaith.place.needs.rules.scoring import THRESHOLD, read, recognise
from cydwaith.place.needs.starter import starter

INDEX = build(starter())
ROOT = Path(__file__).parents[3]
PHRASES = [
    (entry.key, phrase)
    for entry in starter().entries
    for language in LANGUAGES
    for phrase in entry.words[language].phrases
]


def top(text: str) -> str | None:
    return next((match.key for match in recognise(INDEX, text)), None)


def keys(text: str, number: int = 4) -> list[str]:
    return [match.key for match in recognise(INDEX, text)][:number]


@pytest.mark.parametrize("key", [entry.key for entry in starter().entries])
def test_every_phrase_leads_to_its_own_need(key: str) -> None:
    astray = [phrase for own, phrase in PHRASES if own == key and top(phrase) != key]
    assert astray == []


def test_every_need_is_there_in_both_languages() -> None:
    for entry in starter().entries:
        for language in LANGUAGES:
            words = entry.words[language]
            assert len(words.phrases) >= 5, (entry.key, language)
            assert words.telling and words.strong and entry.label[language], (entry.key, language)


def test_no_phrase_stands_under_two_needs() -> None:
    phrases = [phrase for _, phrase in PHRASES]
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        ("my knees are gone and I was a roofer", {"sore-joints", "different-work"}),
        ("I'm off sick with my back and behind with the rent", {"keep-work", "debt"}),
        ("I look after mum and I haven't slept for weeks", {"unpaid-carer", "sleep"}),
        ("lost my job and drinking too much", {"find-work", "alcohol"}),
        ("mae gen i ddyled a does gen i neb i siarad â nhw", {"debt", "lonely"}),
        ("dw i'n isel and I can't pay my bills", {"low-mood", "debt"}),
    ],
)
def test_a_sentence_may_speak_of_several_needs(words: str, needs: set[str]) -> None:
    assert needs <= set(keys(words))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("sleeping in my car", "homeless"),
        ("nothing to eat till Friday", "food"),
        ("PIP assessment", "benefits"),
        ("choir", "arts-music"),
        ("I can't hear the telly", "deaf-hearing"),
        ("grieving for my wife", "bereavement"),
        ("ofn fy ngŵr", "domestic-abuse"),
        ("banc bwyd", "food"),
        ("angen swydd", "find-work"),
    ],
)
def test_other_words_land_too(words: str, key: str) -> None:
    assert top(words) == key


@pytest.mark.parametrize(
    ("words", "not_this"),
    [
        ("I'm not depressed", "low-mood"),
        ("I don't drink", "alcohol"),
        ("I never smoke", "stop-smoking"),
        ("no debts at all", "debt"),
        ("I am not really lonely but I need a job", "lonely"),
        ("dydw i ddim yn ysmygu", "stop-smoking"),
    ],
)
def test_what_somebody_is_not_is_not_their_need(words: str, not_this: str) -> None:
    assert not_this not in keys(words, 99)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("not sleeping", "sleep"),
        ("can't sleep", "sleep"),
        ("no food", "food"),
        ("I have no job", "find-work"),
    ],
)
def test_what_somebody_lacks_is(words: str, key: str) -> None:
    assert top(words) == key


def test_words_of_crisis_count_even_when_denied_but_behind_what_is_asked_for() -> None:
    assert keys("I'm not suicidal, I need a job")[0] == "find-work"
    assert "suicide-crisis" in keys("I'm not suicidal, I need a job")


@pytest.mark.parametrize(
    "words", ["", "   ", "!!!", "asdf qwer zxcv", "what time is it", "the a of", "x" * 5000]
)
def test_where_nothing_fits_there_is_no_guess(words: str) -> None:
    assert recognise(INDEX, words) == ()


NEUTRAL = json.loads((ROOT / "bench/quality/neutral.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_questions_of_a_town_speak_of_no_need(language: str) -> None:
    """The wordings were written first and are not tuned for: six in seven must be left alone."""
    wrong = [words for words in NEUTRAL["test"][language] if recognise(INDEX, words)]
    assert len(wrong) <= 0.15 * len(NEUTRAL["test"][language]), wrong


@pytest.mark.parametrize(
    "words", ["train times to Swansea", "when is the next bus to Bangor", "bws nesaf i Abertawe"]
)
def test_a_town_named_in_a_plain_question_is_no_need(words: str) -> None:
    assert recognise(INDEX, words) == ()


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("no way of getting to Swansea", "getting-about"),
        ("phone number of the food bank", "food"),
        ("where is the women's refuge", "domestic-abuse"),
        ("number for samaritans", "suicide-crisis"),
        ("how do I get to the hospital", "getting-about"),
        ("I want to open a shop", "own-business"),
        ("hello I am lonely", "lonely"),
        ("I don't know what day it is", "memory"),
        ("rhif ffôn y banc bwyd", "food"),
    ],
)
def test_a_plain_question_with_a_need_in_it_speaks_of_the_need(words: str, key: str) -> None:
    assert top(words) == key


def test_no_phrase_of_the_list_is_taken_for_a_plain_question() -> None:
    assert [phrase for _, phrase in PHRASES if asks_a_fact(read(INDEX, phrase))] == []


def test_the_reason_quotes_the_persons_own_words() -> None:
    first, second = recognise(INDEX, "My KNEES are gone, and I was a roofer")[:2]
    assert "KNEES" in first.because[0]
    assert "roofer" in second.because[0]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PHRASES), st.sampled_from(["upper", "title", "bare", "stops"]))
def test_case_marks_and_full_stops_make_no_difference(said: tuple[str, str], how: str) -> None:
    key, phrase = said
    changed = {
        "upper": phrase.upper(),
        "title": phrase.title().replace("'S", "'s"),
        "bare": "".join(c for c in unicodedata.normalize("NFKD", phrase) if not unicodedata.combining(c)),
        "stops": f"... {phrase}!!!",
    }[how]
    assert top(changed) == key


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(PHRASES), st.randoms())
def test_a_phrase_in_another_order_is_still_its_need(said: tuple[str, str], chance: random.Random) -> None:
    key, phrase = said
    parts = phrase.split()
    if len(parts) > 3:
        turned = " ".join(parts[-1:] + parts[:-1])
        assert key in keys(turned)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(PHRASES), st.integers(0, 99), st.integers(0, 99))
def test_one_slip_of_the_finger_keeps_the_need(said: tuple[str, str], which: int, where: int) -> None:
    key, phrase = said
    parts = phrase.split()
    long = [at for at, word in enumerate(parts) if len(word) > 6 and word.isalpha()]
    if not long or len(parts) < 4:
        return
    at = long[which % len(long)]
    word, place = parts[at], 1 + where % (len(parts[at]) - 2)
    parts[at] = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert key in keys(" ".join(parts))


@pytest.mark.parametrize(
    ("mutated", "key"),
    [
        ("fy nyledion", "debt"),
        ("ganu mewn gôr", "arts-music"),
        ("gyda gofalwyr", "unpaid-carer"),
        ("angen gwaith", "find-work"),
    ],
)
def test_a_mutated_word_is_the_word(mutated: str, key: str) -> None:
    assert top(mutated) == key


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_scores_between_the_threshold_and_one(text: str) -> None:
    found = recognise(INDEX, text)
    assert all(THRESHOLD <= match.score <= 1 for match in found)
    assert [match.score for match in found] == sorted((m.score for m in found), reverse=True)


def test_the_index_is_the_same_each_time(index: Index) -> None:
    assert recognise(index, "my knees are gone") == recognise(INDEX, "my knees are gone")
