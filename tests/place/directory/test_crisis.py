"""Words of crisis and abuse: help first, whatever stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.directory.rules.crisis import FORGIVING, expand, topics, urgent

PHRASES = [(topic, phrase) for topic in topics() for phrase in topic.phrases]
AROUND = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def keys(text: str, **other: str) -> list[str]:
    return [line.key for line in urgent(text, **other).help]


@given(st.sampled_from(PHRASES), AROUND, AROUND, st.sampled_from([str.lower, str.upper, str.title]))
def test_a_phrase_shows_help_whatever_stands_around_it(found, before, after, case) -> None:  # type: ignore[no-untyped-def]
    topic, phrase = found
    shown = keys(f"{before} {case(' '.join(phrase))} {after}")
    assert {line.key for line in topic.help} <= set(shown)


@given(st.sampled_from(PHRASES), AROUND)
def test_a_phrase_written_as_one_word_shows_help(found, around) -> None:  # type: ignore[no-untyped-def]
    topic, phrase = found
    assert {line.key for line in topic.help} <= set(keys(f"{around} {''.join(phrase)}"))


@given(st.sampled_from(PHRASES), st.data())
def test_a_slip_of_the_finger_in_a_long_word_shows_help(found, data) -> None:  # type: ignore[no-untyped-def]
    topic, phrase = found
    if len(phrase) == 1 or len(phrase[0]) < FORGIVING:
        return
    at = data.draw(st.integers(1, len(phrase[0]) - 1))
    slipped = phrase[0][:at] + phrase[0][at + 1 :]
    assert {line.key for line in topic.help} <= set(keys(" ".join((slipped, *phrase[1:]))))


@pytest.mark.parametrize(
    "text",
    [
        "feeling sucidal",
        "I just want to end my own life",
        "he allways hits me when he drinks",
        "i am scard of my husband",
        "my husbend is violant",
        "self-harm",
        "mae fy ngŵr yn fy nharo i",
        "dw i eisiau marw",
        "ddim isho byw",
        "meddwl am hunanladdiad",
        "pains in my chest and down my arm",
    ],
)
def test_people_say_it_in_many_ways(text: str) -> None:
    assert urgent(text)


@pytest.mark.parametrize(
    "text",
    [
        "my back is killing me",
        "killing time until I find work",
        "I want to upskill myself",
        "shelf stacker jobs",
        "help for a refugee family",
        "dog grooming course",
        "racing cars",
        "unconscious bias training",
        "my knees wont let me walk",
        "emergency food parcel",
        "10 kms walk",
        "domestic cleaning work",
        "end of life care for my mother",
        "stroke recovery group",
        "debt advice",
        "cyngor dyled",
    ],
)
def test_what_plainly_means_something_else_is_left_alone(text: str) -> None:
    assert not urgent(text)


def test_the_most_urgent_line_stands_first_and_abuse_offers_a_way_out() -> None:
    assert keys("I want to kill myself")[:3] == ["emergency", "nhs", "samaritans"]
    found = urgent("my partner hits me")
    assert found.exit
    assert [line.number for line in found.help][:3] == ["999", "0808 80 10 800", "0808 2000 247"]


def test_a_line_of_another_nation_is_left_out_where_the_nation_is_known() -> None:
    assert "national-domestic-abuse" not in keys("domestic abuse", nation="wales")
    assert "live-fear-free" not in keys("domestic abuse", nation="england")
    assert {"live-fear-free", "national-domestic-abuse"} <= set(keys("domestic abuse"))


def test_an_urgent_need_shows_help_without_any_words() -> None:
    assert urgent("", ["suicide-crisis"])
    assert urgent("", ["sexual-violence"]).exit
    assert not urgent("", ["debt"])


def test_every_line_is_whole_in_both_languages_and_says_its_source() -> None:
    for line in {line.key: line for topic in topics() for line in topic.help}.values():
        assert line.name["en"] and line.name["cy"] and line.about["en"] and line.about["cy"]
        assert line.number.replace(" ", "").isdigit()
        assert line.source.startswith("https://")


def test_a_line_of_the_file_may_stand_for_several_phrases() -> None:
    assert list(expand("(he|she) hits me")) == [("he", "hits", "me"), ("she", "hits", "me")]


@pytest.mark.parametrize(
    "words",
    [
        "mae e'n fy mwrw i a dwi'n ofnus",
        "mae'r gŵr yn fy mwrw",
        "ma fe'n bwrw fi",
        "mae o'n waldio fi",
        "mae e'n fy ngwthio",
        "mae o wedi fy nhagu",
        "dwi'n ofni fy ngŵr",
        "ofn mynd adre",
        "my partner pushed me down the stairs",
        "he threatens me",
    ],
)
def test_blows_and_fear_at_home_are_heard_as_people_speak(words: str) -> None:
    assert urgent(words).exit


@pytest.mark.parametrize(
    "words", ["mae hi'n bwrw glaw", "bwrw golwg ar y swyddi", "my back hurts me", "taro nodyn"]
)
def test_rain_and_a_sore_back_are_no_blows(words: str) -> None:
    assert not urgent(words)
