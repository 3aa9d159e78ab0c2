"""Welsh is equal to English: every sentence has it, and says the same things."""

from __future__ import annotations

from tests.support import catalogue


def test_every_sentence_has_its_welsh() -> None:
    waiting = [f"{message.locations[0][0]}: {message.id}" for message in catalogue.missing()]
    assert not waiting, "\n".join([f"{len(waiting)} sentences wait for Welsh:", *waiting])


def test_the_welsh_keeps_every_placeholder() -> None:
    wrong = [f"{message.id}: {errors[0]}" for message, errors in catalogue.welsh().check()]
    assert not wrong, "\n".join(wrong)


def test_no_sentence_of_the_catalogue_is_out_of_use() -> None:
    used = {(catalogue.key(message), message.context) for message in catalogue.sentences() if message.id}
    kept = {(catalogue.key(message), message.context) for message in catalogue.welsh() if message.id}
    assert kept - used == set()
