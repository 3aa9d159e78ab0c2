"""Open Space: needs and hosts are never broken, and the wall is nearly as good as any could be."""

from itertools import product

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
    ("topics", "slots", "rooms", "wishes", "code"),
    [
        ([], [], ROOMS, {}, "no_slots"),
        ([], SLOTS, [], {}, "no_slots"),
        ([Topic("a"), Topic("a")], SLOTS, ROOMS, {}, "named_twice"),
        ([Topic("a")], ["x", "x"], ROOMS, {}, "named_twice"),
        ([Topic("a")], SLOTS, ROOMS, {"p": ["b"]}, "unknown_topic"),
        ([Topic("a", needs=frozenset({"lift"}))], SLOTS, ROOMS, {}, "no_room_fits"),
        ([Topic("a", slot="noon")], SLOTS, ROOMS, {}, "locks_clash"),
        ([Topic("a", slot="10:00", room="hut")], SLOTS, ROOMS, {}, "locks_clash"),
        ([Topic(n, slot="10:00", room="hall") for n in "ab"], SLOTS, ROOMS, {}, "locks_clash"),
        ([Topic(n, frozenset({"Ann"}), slot="10:00") for n in "ab"], SLOTS, ROOMS, {}, "locks_clash"),
        (
            [Topic("a", needs=frozenset({"quiet"}), slot="10:00", room="hall")],
            SLOTS,
            ROOMS,
            {},
            "locks_clash",
        ),
    ],
)
def test_what_cannot_be_is_named(topics, slots, rooms, wishes, code):
    with pytest.raises(MatchingError) as refused:
        timetable(topics, slots, rooms, wishes)
    assert refused.value.code == code
