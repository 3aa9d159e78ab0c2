"""Laws of what is told of a round: nothing of few, chance in every number, and what one answer can show."""

from collections.abc import Callable
from random import Random
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.kernel.actor import anonymous
from cydwaith.person.workplace import queries
from cydwaith.person.workplace.rules.pulse import (
    CODE_LENGTH,
    FEWEST_ANSWERS,
    LOW,
    Told,
    added,
    codes,
    lot_of,
    readable,
    tidy,
    told,
)

KEYS = queries.question_keys(anonymous())
SETS = st.lists(st.dictionaries(st.sampled_from(KEYS), st.integers(0, 10)), max_size=30)


def coin(seed: int) -> Callable[[], bool]:
    draw = Random(seed)
    return lambda: draw.random() < 0.5


def counted(sets: list[dict[str, int]]) -> dict[str, dict[str, int]]:
    tally: dict[str, dict[str, int]] = {}
    for one in sets:
        tally = added(tally, one)
    return tally


@given(SETS)
def test_what_is_counted_is_what_was_answered(sets: list[dict[str, int]]) -> None:
    for key, counts in counted(sets).items():
        values = [str(one[key]) for one in sets if key in one]
        assert {value: values.count(value) for value in values} == counts


@given(SETS, st.integers(0, 99))
def test_a_question_that_fewer_than_ten_answered_is_not_told(sets: list[dict[str, int]], seed: int) -> None:
    found = told(counted(sets), len(sets), 40, coin(seed))
    many = {key: sum(key in one for one in sets) for key in KEYS}
    assert set(found.shares) == {
        key for key in KEYS if many[key] >= FEWEST_ANSWERS and len(sets) >= FEWEST_ANSWERS
    }
    assert found.answered in (0, 10, 20, 30) and found.answered <= len(sets)
    assert all(0 <= one.least <= one.about <= one.most <= 10 for one in found.shares.values())
    assert Told.from_dict(found.to_dict()) == found


def test_every_question_has_a_band_that_is_hard() -> None:
    assert set(LOW) == set(KEYS)


def _how_often(low: int, of: int) -> dict[int, float]:
    """How often each number is told, over many rounds with the same answers."""
    tally, throws, rounds = {"now": {"0": low, "10": of - low}}, coin(7), 40_000
    found: dict[int, int] = {}
    for _ in range(rounds):
        about = told(tally, of, of, throws).shares["now"].about
        found[about] = found.get(about, 0) + 1
    return {about: many / rounds for about, many in found.items()}


def test_whoever_knows_nine_of_ten_answers_is_at_most_two_to_one_sure_of_the_tenth() -> None:
    with_her, without = _how_often(4, 10), _how_often(3, 10)
    for about in range(11):
        assert 0.5 - 0.06 < with_her[about] / without[about] < 2 + 0.25, about


@pytest.mark.parametrize(("low", "of"), [(0, 10), (5, 10), (0, 58), (20, 58), (300, 800)])
def test_the_true_share_nearly_always_lies_between_the_two_that_are_told(low: int, of: int) -> None:
    throws, rounds, inside = coin(11), 2_000, 0
    for _ in range(rounds):
        share = told({"now": {"0": low, "10": of - low}}, of, of, throws).shares["now"]
        inside += share.least <= 10 * low / of <= share.most
    assert inside / rounds > 0.93


def test_with_many_answers_the_number_is_close() -> None:
    assert _how_often(60, 200)[3] > 0.95


@pytest.mark.parametrize("many", [1, 2_000])
def test_codes_differ_begin_alike_and_are_the_same_when_made_again(many: int) -> None:
    pulse_id, other = uuid4(), uuid4()
    made = codes(b"secret", pulse_id, many)
    assert made == codes(b"secret", pulse_id, many) and len(set(made)) == many
    assert {lot_of(code) for code in made} == {lot_of(made[0])}
    assert {len(code) for code in made} == {CODE_LENGTH}
    assert not set(made) & set(codes(b"secret", other, many)) | set(made) & set(
        codes(b"other", pulse_id, many)
    )


@given(st.sampled_from(codes(b"secret", uuid4(), 50)))
def test_a_code_is_the_same_however_it_is_typed(code: str) -> None:
    assert tidy(readable(code)) == tidy(f" {code.lower()} ") == code
