"""The kernel: identifiers sort, references read aloud, the clock obeys, a chain shows changes."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.kernel import chain, clock, ids
from cydwaith.kernel.actor import Actor, Role, anonymous, by_link, system


def test_an_id_is_a_version_seven_uuid_and_later_ids_sort_later() -> None:
    first = ids.new_id()
    assert (first.version, first.variant) == (7, "specified in RFC 4122")
    with_time = [ids.new_id().int >> 80 for _ in range(50)]
    assert with_time == sorted(with_time)


def test_a_reference_has_no_letter_that_is_misheard_or_makes_words() -> None:
    for _ in range(200):
        reference = ids.reference()
        assert len(reference) == 9 and reference[4] == "-"
        assert not set(reference) & set("AEIOU01LY")


def test_the_clock_stands_where_it_is_put_and_goes_on_afterwards() -> None:
    moment = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    with clock.at(moment):
        assert clock.now() == moment
        assert clock.today().isoformat() == "2026-07-01", "half past midnight in a British summer"
    assert clock.now() > moment


def test_the_clock_wants_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"), clock.at(datetime(2026, 1, 1)):
        pass


def test_actors_are_what_they_say() -> None:
    assert not anonymous().is_staff and not anonymous().is_practitioner
    assert system("a job").is_system
    subject = ids.new_id()
    assert by_link("answer", subject).link == by_link("answer", subject).link
    coach = Actor(roles=frozenset({Role.COACH, Role.PERSON}))
    assert coach.is_staff and coach.is_practitioner and coach.has(Role.MANAGER, Role.COACH)
    assert not Actor(roles=frozenset({Role.COACH, Role.EMPLOYER})).is_practitioner
    assert not Actor().is_person(subject)


contents = st.lists(st.dictionaries(st.text(), st.text() | st.integers() | st.none()), min_size=1, max_size=8)


@given(contents, st.data())
def test_a_change_anywhere_in_a_chain_changes_its_end(entries: list[dict], data: st.DataObject) -> None:
    def end(chained: list[dict]) -> str:
        last = chain.START
        for entry in chained:
            last = chain.digest(last, entry)
        return last

    place = data.draw(st.integers(0, len(entries) - 1))
    changed = [*entries[:place], {**entries[place], "changed": "yes, it was"}, *entries[place + 1 :]]
    assert end(entries) == end([dict(reversed(entry.items())) for entry in entries])
    assert end(entries) != end(changed)


def test_ids_sort_in_the_order_in_which_they_were_made() -> None:
    made = []
    for _ in range(2000):
        made.append(ids.new_id())
        start = time.perf_counter_ns()
        while time.perf_counter_ns() - start < 500:
            pass
    assert made == sorted(made) and {one.version for one in made} == {7}
