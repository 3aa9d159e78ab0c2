"""Open Space: needs and hosts are never broken, and the wall is nearly as good as any could be."""

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.matching import MatchingError, Room, Topic, timetable

SLOTS = ["10:00", "11:00", "13:00"]
ROOMS = [
    Room("hall", 40, frozenset({"step-free", "loop"})),
    Room("snug", 8, frozenset({"quiet", "step-free"})),
    Room("loft", 12),
]
FEATURES = ["step-free", "loop", "quiet"]


@st.composite
def days(draw):
    topics = []
    for n in range(draw(st.integers(0, 8))):
        needs = draw(st.frozensets(st.sampled_from(FEATURES), max_size=1))
        hosts = draw(st.frozensets(st.sampled_from(["Ann", "Bob", "Ceri"]), max_size=2))
        topics.append(Topic(f"t{n}", hosts, needs))
    names = [one.name for one in topics]
    wishes = {
        f"person {n}": draw(st.lists(st.sampled_from(names), max_size=4, unique=True)) if names else []
        for n in range(draw(st.integers(0, 8)))
    }
    return topics, wishes


def held(topics, found):
    by_name = {one.name: one for one in topics}
    rooms = {room.name: room for room in ROOMS}
    cells = [(one.slot, one.room) for one in found.places]
    assert len(set(cells)) == len(cells)
    for one in found.places:
        assert by_name[one.topic].needs <= rooms[one.room].has
    for slot in SLOTS:
        hosts = [host for one in found.places if one.slot == slot for host in by_name[one.topic].hosts]
        assert len(set(hosts)) == len(hosts)


@settings(max_examples=60, deadline=None)
@given(days())
def test_needs_and_hosts_and_rooms_are_never_broken(day):
    topics, wishes = day
    found = timetable(topics, SLOTS, ROOMS, wishes)
    held(topics, found)
    assert sorted([*found.unplaced, *(one.topic for one in found.places)]) == sorted(
        one.name for one in topics
    )
    assert 0 <= found.covered <= found.most


@settings(max_examples=40, deadline=None)
@given(days(), st.randoms())
def test_the_order_of_topics_and_people_changes_nothing(day, dice):
    topics, wishes = day
    shuffled = {who: wishes[who] for who in dice.sample(sorted(wishes), len(wishes))}
    assert timetable(topics, SLOTS, ROOMS, wishes) == timetable(
        dice.sample(topics, len(topics)), SLOTS, ROOMS[::-1], shuffled
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 4), max_size=3, unique=True), min_size=1, max_size=6))
def test_a_small_wall_is_as_good_as_trying_every_one(wished):
    topics = [Topic(f"t{n}") for n in range(5)]
    wishes = {f"p{n}": [f"t{one}" for one in found] for n, found in enumerate(wished)}
    best = 0
    for chosen in product(range(3), repeat=5):
        if max(chosen.count(slot) for slot in range(3)) <= len(ROOMS):
            best = max(best, sum(len({chosen[n] for n in found}) for found in wished))
    assert timetable(topics, SLOTS, ROOMS, wishes).covered == best


def test_what_was_settled_stays():
    topics = [Topic("a", slot="11:00", room="snug"), Topic("b"), Topic("c", slot="13:00")]
    found = timetable(topics, SLOTS, ROOMS, {"p": ["a", "b", "c"]})
    places = {one.topic: (one.slot, one.room) for one in found.places}
    assert places["a"] == ("11:00", "snug")
    assert places["c"][0] == "13:00"
    assert found.covered == 3


def test_a_topic_that_more_wish_for_than_fit_is_said():
    found = timetable(
        [Topic("a", needs=frozenset({"quiet"}))], SLOTS, ROOMS, {f"p{n}": ["a"] for n in range(20)}
    )
    assert found.places[0].room == "snug"
    assert "crowded" in [one.code for one in found.notes]


def test_more_topics_than_cells_leaves_some_unplaced_and_named():
    found = timetable([Topic(f"t{n}") for n in range(10)], ["10:00"], ROOMS, {"p": ["t1"]})
    assert len(found.places) == 3
    assert len(found.unplaced) == 7
    assert found.notes[0].code == "unplaced"


@pytest.mark.parametrize(
    ("topics", "slots", "rooms", "wishes", "code", "field", "said"),
    [
        ([], [], ROOMS, {}, "no_slots", "slots", ""),
        ([], SLOTS, [], {}, "no_slots", "slots", ""),
        ([Topic("b"), Topic("a"), Topic("a")], SLOTS, ROOMS, {}, "named_twice", "names", "a"),
        ([Topic("a")], ["x", "x"], ROOMS, {}, "named_twice", "names", "x"),
        ([Topic("a")], SLOTS, ROOMS[:1] * 2, {}, "named_twice", "names", "hall"),
        ([Topic("a")], SLOTS, ROOMS, {"p": ["a", "b"]}, "unknown_topic", "wishes", "p.*b"),
        (
            [Topic("a", needs=frozenset({"quiet", "lift"}))],
            SLOTS,
            ROOMS,
            {},
            "no_room_fits",
            "needs",
            "a.*lift, quiet",
        ),
        ([Topic("a", slot="noon")], SLOTS, ROOMS, {}, "locks_clash", "slot", "a"),
        ([Topic("a", slot="10:00", room="hut")], SLOTS, ROOMS, {}, "locks_clash", "slot", "a"),
        ([Topic(n, slot="10:00", room="hall") for n in "ab"], SLOTS, ROOMS, {}, "locks_clash", "slot", "b"),
        (
            [Topic(n, frozenset({"Ann"}), slot="10:00") for n in "ab"],
            SLOTS,
            ROOMS,
            {},
            "locks_clash",
            "slot",
            "b",
        ),
        (
            [Topic("a", needs=frozenset({"quiet"}), slot="10:00", room="hall")],
            SLOTS,
            ROOMS,
            {},
            "locks_clash",
            "slot",
            "a",
        ),
    ],
)
def test_what_cannot_be_is_named(topics, slots, rooms, wishes, code, field, said):
    with pytest.raises(MatchingError, match=said or None) as refused:
        timetable(topics, slots, rooms, wishes)
    assert (refused.value.code, refused.value.field) == (code, field)


def places(topics, wishes=None, slots=("10:00",), rooms=ROOMS):
    found = timetable(topics, slots, rooms, wishes or {})
    return {one.topic: (one.slot, one.room) for one in found.places}


@pytest.mark.parametrize(
    ("people", "room"), [(0, "snug"), (8, "snug"), (9, "loft"), (12, "loft"), (13, "hall"), (41, "hall")]
)
def test_a_topic_is_put_in_the_smallest_room_that_holds_all_who_wish_for_it(people, room):
    assert places([Topic("a")], {f"p{n}": ["a"] for n in range(people)}) == {"a": ("10:00", room)}


def test_when_no_room_holds_everybody_it_is_the_largest_that_fits():
    wishes = {f"p{n}": ["a"] for n in range(50)}
    assert places([Topic("a")], wishes)["a"] == ("10:00", "hall")
    assert places([Topic("a", needs=frozenset({"quiet"}))], wishes)["a"] == ("10:00", "snug")
    found = timetable([Topic("a")], ["10:00"], ROOMS, wishes)
    assert [one.code for one in found.notes] == ["crowded", "interest_not_ticket"]
    assert all(part in found.notes[0].words.en for part in ("a", "50", "40"))
    assert (found.covered, found.most, found.places[0].wishes) == (50, 50, 50)
    just = timetable([Topic("a")], ["10:00"], ROOMS, {f"p{n}": ["a"] for n in range(40)})
    assert [one.code for one in just.notes] == ["interest_not_ticket"]


def test_whoever_needs_a_room_has_it_before_whoever_only_fits_it():
    quiet, loop = frozenset({"quiet"}), frozenset({"loop"})
    topics = [Topic("a"), Topic("b"), Topic("c", needs=quiet), Topic("d", needs=loop)]
    wishes = {f"p{n}": ["a", "b"] for n in range(30)}
    found = places(topics[1:], {who: ["b"] for who in wishes})
    assert (found["c"], found["d"]) == (("10:00", "snug"), ("10:00", "hall"))
    assert found["b"] == ("10:00", "loft")
    three = timetable(topics, ["10:00"], ROOMS, wishes)
    assert len(three.places) == 3
    assert three.unplaced in (("a",), ("b",))
    assert three.notes[-1].code == "interest_not_ticket"


def test_a_topic_makes_way_for_one_that_can_go_nowhere_else():
    step_free = frozenset({"step-free"})
    topics = [Topic("a", room="snug", slot="10:00"), Topic("b", needs=step_free), Topic("c")]
    wishes = {f"p{n}": ["c"] for n in range(30)}
    assert places(topics, wishes) == {
        "a": ("10:00", "snug"), "b": ("10:00", "hall"), "c": ("10:00", "loft"),
    }  # fmt: skip


def test_nobody_hosts_two_topics_at_once_and_two_slots_are_enough_for_that():
    both = [Topic(name, frozenset({"Ann"})) for name in "ab"]
    assert len(places(both)) == 1
    assert {slot for slot, _ in places(both, slots=("10:00", "11:00")).values()} == {"10:00", "11:00"}


@pytest.mark.parametrize("seed", range(1, 5))
def test_a_planted_day_on_which_everybody_finds_something_in_every_slot_is_found(seed):
    # Everybody wishes for one topic of each slot of a hidden wall, so that all of it can be covered.
    dice = Random(seed)
    topics = [Topic(f"t{n:02}") for n in range(9)]
    hidden = dice.sample(range(9), 9)
    wishes = {
        f"p{person}": [f"t{dice.choice(hidden[slot * 3 : slot * 3 + 3]):02}" for slot in range(3)]
        for person in range(40)
    }
    found = timetable(topics, SLOTS, ROOMS, wishes, seed=seed)
    assert (found.covered, found.most, found.unplaced) == (120, 120, ())


def test_places_stand_by_slot_and_room_and_most_is_one_for_each_slot():
    found = timetable(
        [Topic("a", slot="11:00"), Topic("b", slot="10:00", room="snug"), Topic("c", slot="10:00", room="hall")],
        ["11:00", "10:00"], ROOMS, {"p": ["a", "b", "c"], "q": ["a"], "r": []},
    )  # fmt: skip
    assert [(one.slot, one.room) for one in found.places] == [
        ("11:00", "snug"), ("10:00", "hall"), ("10:00", "snug"),
    ]  # fmt: skip
    assert (found.covered, found.most) == (3, 3)
    assert [one.wishes for one in found.places] == [2, 1, 1]
    told = found.to_dict()
    assert (told["covered"], told["most"], told["unplaced"]) == (3, 3, [])
    assert told["places"][0] == {"topic": "a", "slot": "11:00", "room": "snug", "wishes": 2}


def test_unplaced_topics_are_named_in_what_is_said():
    found = timetable(
        [Topic(n, frozenset({"Ann"})) for n in "abc"], ["10:00", "11:00"], ROOMS, {"p": ["a", "b"]}
    )
    assert found.unplaced == ("c",)
    assert (found.notes[0].code, "c" in found.notes[0].words.en) == ("unplaced", True)
    assert timetable([], ["10:00"], ROOMS, {}).places == ()


@pytest.mark.parametrize("seed", range(3))
def test_no_topic_could_move_nor_two_change_places_and_cover_more(seed):
    dice = Random(seed)
    slots = ["9", "10", "11", "12"]
    names = [f"t{n:02}" for n in range(11)]
    wishes = {f"p{n}": dice.sample(names, 5) for n in range(14)}
    found = timetable([Topic(name) for name in names], slots, ROOMS, wishes)
    assert len(found.places) == 11
    was = {one.topic: one.slot for one in found.places}

    def covered(wall):
        return sum(len({wall[name] for name in wished}) for wished in wishes.values())

    assert covered(was) == found.covered
    fits = [wall for wall in neighbours(was, slots) if max(list(wall.values()).count(s) for s in slots) <= 3]
    assert fits
    assert max(map(covered, fits)) <= found.covered


def neighbours(was, slots):
    for one in was:
        yield from ({**was, one: slot} for slot in slots)
        yield from ({**was, one: was[other], other: was[one]} for other in was)


def test_the_same_day_is_the_same_wall_and_the_seed_is_1_unless_another_is_given():
    wishes = {f"p{n}": [f"t{(n * 7 + k) % 10}" for k in range(4)] for n in range(12)}
    topics = [Topic(f"t{n}") for n in range(10)]
    usual = timetable(topics, [*SLOTS[:2], "14:00", "15:00"], ROOMS, wishes)
    assert usual == timetable(topics, [*SLOTS[:2], "14:00", "15:00"], ROOMS, wishes, seed=1)
    others = [timetable(topics, [*SLOTS[:2], "14:00", "15:00"], ROOMS, wishes, seed=n) for n in range(2, 6)]
    assert any(one != usual for one in others)
