"""Statuses and their codes are data, and each code stands up to its own check digit."""

import json

import pytest

from cydwaith.kernel.errors import NotFound
from cydwaith.person.clinic import codes, lessons

MULTIPLY = ("0123456789 1576283094 5803796142 8916043527 9453126870 4286573901 2793806415 7046913258").split()
PERMUTE = [[int(digit) for digit in row] for row in MULTIPLY]
DIHEDRAL = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7], [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3], [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
]  # fmt: skip


def checks(code: str) -> bool:
    """Verhoeff's check, as the release format of SNOMED CT asks."""
    check = 0
    for place, digit in enumerate(reversed(code)):
        check = DIHEDRAL[check][PERMUTE[place % 8][int(digit)]]
    return check == 0


def all_codes() -> list[str]:
    raw = json.loads(codes.FILE.read_text(encoding="utf-8"))
    return [one["code"] for one in [*raw["statuses"], *raw["choices"]]]


@pytest.mark.parametrize("code", all_codes())
def test_each_code_holds_its_check_digit(code: str) -> None:
    assert checks(code)


def test_a_mistyped_code_does_not() -> None:
    assert not checks("160910002")


def test_each_status_and_each_choice_has_words_in_both_languages() -> None:
    english, welsh = codes.coded("en"), codes.coded("cy")
    assert [one.key for one in english] == [one.key for one in welsh]
    assert all(a.words and b.words and a.words != b.words for a, b in zip(english, welsh, strict=True))


def test_what_was_read_in_a_third_partys_list_says_that_it_must_be_checked() -> None:
    assert all("check" in one.code.source for one in codes.coded("en") if not one.code.confirmed)


def test_a_status_that_the_file_no_longer_has_is_called_by_its_key() -> None:
    assert codes.status_words("on-the-moon", "en") == "on-the-moon"


def test_a_lesson_says_the_same_in_both_languages() -> None:
    (english,), (welsh,) = lessons.lessons("en"), lessons.lessons("cy")
    shape = [[(case.key, [o.key for o in case.options]) for case in one.cases] for one in (english, welsh)]
    assert shape[0] == shape[1] and len(english.points) == len(welsh.points)
    assert english.title != welsh.title and 3 <= english.minutes <= 10


def test_every_answer_of_a_lesson_is_answered() -> None:
    assert all(o.feedback for case in lessons.lessons("cy")[0].cases for o in case.options)


def test_an_unknown_lesson_is_not_there() -> None:
    with pytest.raises(NotFound):
        lessons.lesson("juggling", "en")
