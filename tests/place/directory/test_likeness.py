"""Duplicates are found among thousands, and look-alikes that are not the same are left alone."""

from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.directory.rules.likeness import Face, Pair, digits, host, likeness, pairs
from cydwaith.place.directory.rules.ranking import Point

MINE, THEIRS = UUID(int=1), UUID(int=2)
WHAT = "choir gardening walking boxing knitting chess cooking drama pottery carpentry cycling dancing".split()
WHERE = "Aberdare Brynmawr Caerau Dowlais Ebbw Ferndale Gilfach Hirwaun Llanharan Maerdy Nelson Porth".split()
WHO = "Friends Neighbours Society Association Project Trust".split()


def face(number: int, source: UUID, name: str, **other: object) -> Face:
    return Face(key=UUID(int=number), source=source, name=name, **other)  # type: ignore[arg-type]


def invented(number: int, random: Random) -> Face:
    what, where = WHAT[number % 12], WHERE[number // 12 % 12]
    return face(
        number,
        MINE,
        f"{where} {what} {WHO[number // 144]}",
        organisation=f"{WHO[number // 144]} of {where}",
        points=(Point(51.5 + number // 12 % 12 * 0.05, -3.2 - number % 12 * 0.01),),
        phones=frozenset([f"1685{number:06}"]) if random.random() < 0.6 else frozenset(),
        hosts=frozenset([f"{what}{number // 144}.example"]) if random.random() < 0.5 else frozenset(),
    )


def copied(original: Face, number: int, random: Random) -> Face:
    """As another feed has it: a slip of the finger, a word more, fewer contacts, a point some steps away."""
    name, at = original.name, random.randrange(1, len(original.name) - 2)
    changed = random.choice(
        [
            name,
            f"The {name}",
            name[:at] + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            f"{name} CIC",
            name.upper(),
        ]
    )
    (point,) = original.points
    return face(
        number,
        THEIRS,
        changed,
        organisation=original.organisation if random.random() < 0.7 else "",
        points=(Point(point.latitude + 0.0005, point.longitude),),
        phones=original.phones if random.random() < 0.7 else frozenset(),
        hosts=original.hosts if random.random() < 0.7 else frozenset(),
    )


def test_planted_duplicates_are_found_and_little_else() -> None:
    random = Random(7)
    originals = [invented(number, random) for number in range(864)]
    chosen = random.sample(originals, 200)
    copies = [copied(one, 10_000 + number, random) for number, one in enumerate(chosen)]
    planted = {(one.key, copy.key) for one, copy in zip(chosen, copies, strict=True)}
    found = {(pair.one, pair.other) for pair in pairs(originals + copies)}
    assert len(found & planted) / len(found) >= 0.95
    assert len(found & planted) / len(planted) >= 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yoga Monday", "Yoga Tuesday"),
        ("Memory Cafe - Fishponds", "Memory Cafe - Withywood"),
        ("Walking football over 50", "Walking football over 65"),
        ("Tai Chi beginners", "Tai Chi advanced"),
        ("Men's group", "Women's group"),
    ],
)
def test_what_one_group_offers_twice_is_not_a_duplicate(one: str, other: str) -> None:
    same = {
        "organisation": "The Hall",
        "phones": frozenset(["1685123456"]),
        "hosts": frozenset(["hall.example"]),
    }
    assert pairs([face(1, MINE, one, **same), face(2, THEIRS, other, **same)]) == []


def test_the_same_name_far_away_is_another_group() -> None:
    here, there = (Point(51.5, -3.2),), (Point(53.2, -4.1),)
    assert pairs([face(1, MINE, "Choir", points=here), face(2, THEIRS, "Choir", points=there)]) == []


def test_a_name_with_a_gap_in_the_wrong_place_is_still_the_same() -> None:
    same = {"organisation": "Helping Others"}
    (pair,) = pairs(
        [face(1, MINE, "Valley HelpingOthers", **same), face(2, THEIRS, "Valley Helping Others", **same)]
    )
    assert pair == Pair(UUID(int=1), UUID(int=2), pair.chance)


names = st.text("abc 12'", min_size=1, max_size=12)
faces = st.builds(
    Face,
    key=st.integers(1, 10**6).map(lambda n: UUID(int=n)),
    source=st.sampled_from([MINE, THEIRS]),
    name=names,
    organisation=names | st.just(""),
    phones=st.frozensets(st.sampled_from(["1", "2"]), max_size=2),
    points=st.lists(st.builds(Point, st.floats(50, 60), st.floats(-6, 1)), max_size=2).map(tuple),
)


@given(faces, faces)
def test_likeness_is_the_same_from_both_sides_and_a_chance(one: Face, other: Face) -> None:
    there, back = likeness(one, other, {}), likeness(other, one, {})
    assert there == pytest.approx(back)
    assert 0 <= there <= 1


@given(st.lists(faces, max_size=12, unique_by=lambda one: one.key), st.randoms(use_true_random=False))
def test_the_order_of_services_changes_nothing(found: list[Face], random: Random) -> None:
    shuffled = random.sample(found, len(found))
    assert [(p.one, p.other) for p in pairs(found)] == [(p.one, p.other) for p in pairs(shuffled)]


def test_contacts_are_compared_as_people_mean_them() -> None:
    assert digits("+44 (0)1685 123 456") == digits("01685 123456")
    assert digits("999") == ""
    assert host("https://www.Choir.example/about") == host("info@choir.example") == "choir.example"
    assert host("https://facebook.com/choir") == ""


def chance(**both: tuple[object, object]) -> float:
    """How alike two entries of one name are that differ in this alone."""
    one, other = ({key: pair[side] for key, pair in both.items()} for side in (0, 1))
    return likeness(face(1, MINE, "Maerdy choir", **one), face(2, THEIRS, "Maerdy choir", **other), {})


def only(*words: str) -> frozenset[str]:
    return frozenset(words)


@pytest.mark.parametrize(
    ("field", "shared", "apart"),
    [
        ("postcodes", (only("CF43 4AA"), only("CF43 4AA")), (only("CF43 4AA"), only("CF37 1AA"))),
        ("phones", (only("1685000001"), only("1685000001")), (only("1685000001"), only("1685000002"))),
        ("emails", (only("sing@choir.example"),) * 2, (only("sing@choir.example"), only("a@b.example"))),
        ("hosts", (only("choir.example"),) * 2, (only("choir.example"), only("other.example"))),
    ],
)
def test_what_is_shared_speaks_for_one_group_and_what_differs_against(
    field: str, shared: tuple[object, object], apart: tuple[object, object]
) -> None:
    assert chance(**{field: apart}) < chance() < chance(**{field: shared})


def test_a_number_is_never_taken_for_another_mistyped() -> None:
    slip = likeness(face(1, MINE, "Maerdy choristers"), face(2, THEIRS, "Maerdy choristors"), {})
    year = likeness(face(1, MINE, "Maerdy 123456789"), face(2, THEIRS, "Maerdy 123456799"), {})
    assert year < 0.5 < slip
