"""The domain digest's table of measures (3.1), held against the definitions row by row."""

import pytest

from cydwaith.methods.measures import INSTRUMENTS, instrument

# key, scale: items, lowest, highest, better; missing at most, which; headline; caseness; change; smaller change.
SCALES = {
    ("ons4", "satisfied"): (1, 0, 10, "high", 0, (), None, None, None),
    ("ons4", "worthwhile"): (1, 0, 10, "high", 0, (), None, None, None),
    ("ons4", "happy"): (1, 0, 10, "high", 0, (), None, None, None),
    ("ons4", "anxious"): (1, 0, 10, "low", 0, (), None, None, None),
    ("swemwbs", "wellbeing"): (7, 7, 35, "high", 0, (), None, ("reliable", 2.87), ("possible", 1.03)),
    ("wsas", "total"): (5, 0, 40, "low", 1, ("work",), None, ("important", 8), None),
    ("phq9", "depression"): (9, 0, 27, "low", 2, (), 10, ("reliable", 6), None),
    ("gad7", "anxiety"): (7, 0, 21, "low", 2, (), 8, ("reliable", 4), None),
    ("work_ability", "now"): (1, 0, 10, "high", 0, (), None, None, None),
    ("loneliness", "ucla"): (3, 3, 9, "low", 0, (), None, None, None),
    ("loneliness", "direct"): (1, 1, 5, None, 0, (), None, None, None),
    ("psychlops", "total"): (4, 0, 20, "low", 1, ("problem_2",), None, None, None),
    ("three_cs", "confidence"): (1, 0, 10, "high", 0, (), None, None, None),
    ("three_cs", "control"): (1, 0, 10, "high", 0, (), None, None, None),
    ("three_cs", "contact"): (1, 0, 10, "high", 0, (), None, None, None),
    ("msk_hq", "total"): (0, 0, 56, "high", 0, (), None, ("important", 6), None),
}  # fmt: skip
# key: how many items, from, to.
ITEMS = {
    "ons4": (4, 0, 10), "swemwbs": (7, 1, 5), "wsas": (5, 0, 8), "phq9": (9, 0, 3), "gad7": (7, 0, 3),
    "work_ability": (1, 0, 10), "psychlops": (4, 0, 5), "three_cs": (3, 0, 10),
}  # fmt: skip


def rule(found):
    return found and (found.kind, found.at_least)


def test_every_scale_is_in_the_table_and_every_row_has_its_scale():
    assert {(key, scale.key) for key, one in INSTRUMENTS.items() for scale in one.scales} == set(SCALES)


@pytest.mark.parametrize(("key", "scale"), SCALES)
def test_a_scale_has_the_bounds_the_direction_and_the_rules_of_its_row(key, scale):
    found = instrument(key).scale(scale)
    assert (
        len(found.items), found.lowest, found.highest, found.better, found.missing.at_most, found.missing.only,
        found.caseness, rule(found.change), rule(found.smallest),
    ) == SCALES[key, scale]  # fmt: skip
    assert found.words.en and found.words.cy


@pytest.mark.parametrize("key", ITEMS)
def test_every_item_goes_from_its_lowest_to_its_highest(key):
    assert [(one.lowest, one.highest) for one in instrument(key).items] == [ITEMS[key][1:]] * ITEMS[key][0]


@pytest.mark.parametrize(("key", "own"), [(key, one.own) for key, one in INSTRUMENTS.items()])
def test_only_goals_are_the_persons_own_three_at_most_from_0_to_10(key, own):
    assert (own is not None) == (key == "goals")
    if own:
        assert (own.at_most, own.lowest, own.highest, own.better) == (3, 0, 10, "high")
        assert (own.lowest_words.en[:1], own.highest_words.en[:2]) == ("0", "10")


def test_a_key_names_its_own_instrument_and_thirty_pairs_are_advised_for_one():
    assert [key for key, one in INSTRUMENTS.items() if one.key != key] == []
    assert {
        key: one.fewest_pairs_advised for key, one in INSTRUMENTS.items() if key != "swemwbs"
    } == dict.fromkeys([key for key in INSTRUMENTS if key != "swemwbs"], 2)
    assert instrument("swemwbs").fewest_pairs_advised == 30


def test_the_total_of_wsas_is_the_plain_sum_and_its_box_is_the_only_one():
    assert {key: scale.missing.headline for (key, _), scale in zip(SCALES, all_scales(), strict=True)} == {
        **dict.fromkeys([key for key, _ in SCALES], "prorated"), "wsas": "sum",
    }  # fmt: skip
    assert [scale.key for scale in all_scales() if scale.missing.not_applicable_only] == ["total"]
    boxes = [(key, item.key) for key, one in INSTRUMENTS.items() for item in one.items if item.not_applicable]
    assert boxes == [("wsas", "work")]


def all_scales():
    return [instrument(key).scale(scale) for key, scale in SCALES]


def test_the_answers_to_loneliness_may_be_chosen_in_order():
    often, *_, direct = instrument("loneliness").items
    assert [(one.value, one.words.en) for one in often.options] == [
        (1, "Hardly ever or never"), (2, "Some of the time"), (3, "Often"),
    ]  # fmt: skip
    assert [(one.value, one.words.en) for one in direct.options] == [
        (1, "Often or always"), (2, "Some of the time"), (3, "Occasionally"), (4, "Hardly ever"), (5, "Never"),
    ]  # fmt: skip
    assert [(band.key, band.lowest) for band in instrument("loneliness").scale("direct").bands] == [
        ("often_or_always", 1), ("some_of_the_time", 2), ("occasionally", 3), ("hardly_ever", 4), ("never", 5),
    ]  # fmt: skip
    assert [one.better for one in instrument("loneliness").scales] == ["low", None]


@pytest.mark.parametrize("key", ["ons4", "wsas", "work_ability", "three_cs"])
def test_every_shipped_question_names_both_ends_of_its_scale(key):
    for item in instrument(key).items:
        assert item.lowest_words.en.startswith(str(item.lowest))
        assert item.highest_words.en.startswith(str(item.highest))
        assert item.lowest_words.cy and item.highest_words.cy


def test_each_instrument_says_where_its_bands_and_its_own_wording_come_from():
    unchecked = {key for key, one in INSTRUMENTS.items() for scale in one.scales if scale.bands_source}
    assert unchecked == {"ons4", "swemwbs", "wsas", "phq9", "gad7", "work_ability", "loneliness"}
    for one in INSTRUMENTS.values():
        assert all((scale.bands_source is not None) == bool(scale.bands) for scale in one.scales)
    read = {
        (key, scale.key)
        for key, one in INSTRUMENTS.items()
        for scale in one.scales
        if scale.bands_source and scale.bands_source.checked
    }
    assert read == {
        ("wsas", "total"), ("phq9", "depression"), ("gad7", "anxiety"), ("work_ability", "now"), ("loneliness", "direct"),
    }  # fmt: skip
    ours = {key for key, one in INSTRUMENTS.items() if one.welsh_wording}
    assert ours == {"ons4", "wsas", "work_ability", "loneliness", "goals", "three_cs"}
    introduced = {key for key, one in INSTRUMENTS.items() if one.intro}
    assert introduced == {"ons4", "wsas", "work_ability", "goals", "three_cs"}
    assert [key for key, one in INSTRUMENTS.items() if one.attribution] == ["wsas"]
