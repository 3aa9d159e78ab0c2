"""The page about being better off: the same in both languages, no amounts, every source with its day."""

import re
from datetime import date

from cydwaith.kernel.actor import anonymous
from cydwaith.place.needs.queries import need
from cydwaith.place.opportunities.queries.better_off import FILE, better_off


def test_both_languages_say_the_same_number_of_things() -> None:
    english, welsh = better_off(anonymous()), better_off(anonymous("cy"))
    for one, other in ((english.befores, welsh.befores), (english.notes, welsh.notes)):
        assert [len(part.asks) for part in one] == [len(part.asks) for part in other]
        assert all(part.title for part in (*one, *other))
    assert len(english.take) == len(welsh.take) and english.lead != welsh.lead
    assert [one.url for one in english.sources] == [one.url for one in welsh.sources]


def test_no_amount_and_no_limit_is_written_down() -> None:
    lines = [line for line in FILE.read_text().splitlines() if not line.startswith(("#", "url", "checked"))]
    assert [line for line in lines if re.search(r"[£%]|\d", line)] == []


def test_every_source_says_when_it_was_read() -> None:
    assert all(isinstance(one.checked, date) for one in better_off(anonymous()).sources)


def test_its_need_is_on_the_list() -> None:
    assert need(anonymous(), better_off(anonymous()).need).label
