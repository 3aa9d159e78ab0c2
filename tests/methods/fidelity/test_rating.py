"""Ratings become a total and a band; kinds of rater never mix; what is missing is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.fidelity import IPS_25, FidelityError, Rating, rate, scale_from

ITEMS = [item.key for item in IPS_25.items]


def ratings(scores, rater="Alex", kind="independent", evidence=("file review",)):
    return [Rating(item, score, rater, kind, evidence) for item, score in zip(ITEMS, scores, strict=False)]


def total_of(total):
    """Twenty-five scores with this total."""
    scores = [1] * 25
    for n in range(total - 25):
        scores[n % 25] += 1
    return scores


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (25, "Not IPS"), (73, "Not IPS"), (74, "Fair"), (99, "Fair"), (100, "Good"), (114, "Good"),
        (115, "Exemplary"), (125, "Exemplary"),
    ],
)  # fmt: skip
def test_every_published_band_begins_and_ends_where_it_should(total, band):
    standing = rate(IPS_25, ratings(total_of(total))).standings[0]
    assert (standing.total, standing.band.en) == (total, band)


def test_the_scale_has_25_items_in_three_sections():
    sections = [item.section.en for item in IPS_25.items]
    assert [sections.count(name) for name in ("Staffing", "Organisation", "Services")] == [3, 8, 14]
    assert IPS_25.range == (25, 125)
    assert {int(item.key) for item in IPS_25.items if item.computed} == {
        1,
        4,
        6,
        12,
        15,
        17,
        19,
        20,
        21,
        23,
        24,
    }


def test_self_and_independent_scores_stand_side_by_side_and_never_mix():
    both = [*ratings([5] * 25, "Us", "self"), *ratings([3] * 25, "Them", "independent")]
    assert [(one.kind, one.total) for one in rate(IPS_25, both).standings] == [
        ("self", 125),
        ("independent", 75),
    ]


def test_a_missing_item_leaves_no_total_but_says_how_far_it_could_go():
    standing = rate(IPS_25, ratings([4] * 24)).standings[0]
    assert (standing.total, standing.low, standing.high, standing.band) == (None, 97, 101, None)
    assert [one.code for one in standing.refusals] == ["incomplete"]
    assert "97" in standing.refusals[0].words.cy


def test_a_band_that_no_missing_item_can_change_is_given():
    standing = rate(IPS_25, ratings([1] * 20)).standings[0]
    assert (standing.total, standing.band.en) == (None, "Not IPS")
    assert "band_settled" in [one.code for one in standing.notes]


def test_raters_who_differ_are_sent_to_talk_and_the_lower_middle_is_kept_until_they_agree():
    two = [Rating("1", 5, "A", "independent", ("x",)), Rating("1", 2, "B", "independent", ("y",))]
    standing = rate(IPS_25, two).standings[0]
    assert standing.items[0].score == 2
    assert standing.items[0].evidence == ("x", "y")
    assert "raters_differ" in [one.code for one in standing.notes]
    agreed = rate(IPS_25, [*two, Rating("1", 4, "A and B", "independent", (), True)]).standings[0]
    assert (agreed.items[0].score, agreed.items[0].agreed, agreed.items[0].scores) == (4, True, (2, 5))


def test_raters_one_apart_are_near_enough():
    two = [Rating("1", 5, "A", "independent", ("x",)), Rating("1", 4, "B", "independent", ("x",))]
    standing = rate(IPS_25, two).standings[0]
    assert (standing.items[0].scores, standing.raters) == ((4, 5), 2)
    assert "raters_differ" not in [one.code for one in standing.notes]


def test_one_rater_may_give_a_score_of_each_kind_and_agree_another():
    same = [Rating("1", 3, "A", kind) for kind in ("self", "independent", "computed")]
    found = rate(IPS_25, [*same, Rating("1", 4, "A", "self", agreed=True)])
    assert [one.kind for one in found.standings] == ["self", "independent", "computed"]
    assert [one.items[0].score for one in found.standings] == [4, 3, 3]
    assert (found.scale, found.version) == (IPS_25.key, IPS_25.version)


def test_a_band_is_settled_only_where_items_are_missing():
    whole = rate(IPS_25, ratings([1] * 25)).standings[0]
    assert (whole.notes, whole.refusals, whole.low, whole.high) == ((), (), 25, 25)
    part = rate(IPS_25, ratings([1] * 20)).standings[0]
    assert (part.low, part.high) == (25, 45)
    assert "5" in part.refusals[0].words.en
    assert "Not IPS" in part.notes[0].words.en


def test_scores_without_evidence_are_named():
    standing = rate(IPS_25, ratings([3] * 25, evidence=())).standings[0]
    assert "no_evidence" in [one.code for one in standing.notes]
    part = [*ratings([3] * 25)[2:], Rating("1", 3, "A", "independent"), Rating("2", 3, "A", "independent")]
    named = next(one for one in rate(IPS_25, part).standings[0].notes if one.code == "no_evidence")
    assert "1, 2" in named.words.en
    assert "no_evidence" not in [one.code for one in rate(IPS_25, ratings([3] * 24)).standings[0].notes]


def test_it_always_says_that_process_is_not_outcome():
    assert rate(IPS_25, ratings([3])).to_dict()["notes"][0]["code"] == "process_not_outcome"


@pytest.mark.parametrize(
    ("given", "code", "field", "row"),
    [
        ([], "nothing_rated", None, None),
        ([Rating("1", 3, "A", "self"), Rating("26", 3, "A", "self")], "unknown_item", "item", 2),
        ([Rating("1", 0, "A", "self")], "out_of_range", "score", 1),
        ([Rating("1", 6, "A", "self")], "out_of_range", "score", 1),
        ([Rating("1", True, "A", "self")], "out_of_range", "score", 1),
        ([Rating("1", 3.5, "A", "self")], "out_of_range", "score", 1),
        ([Rating("1", 3, "A", "self"), Rating("1", 4, "A", "self")], "rated_twice", "rater", 2),
        ([Rating("1", 3, "A", "both")], "unknown_kind", "kind", 1),
    ],
)
def test_a_wrong_rating_is_named_by_its_row(given, code, field, row):
    with pytest.raises(FidelityError) as refused:
        rate(IPS_25, given)
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, row)
    assert "{" not in refused.value.note.words.cy


@given(st.lists(st.integers(1, 5), min_size=25, max_size=25), st.randoms())
def test_the_order_of_ratings_changes_no_score(scores, dice):
    given_in_order = ratings(scores)
    one = rate(IPS_25, given_in_order).standings[0]
    other = rate(IPS_25, dice.sample(given_in_order, 25)).standings[0]
    assert one == other
    assert one.total == sum(scores)


@given(st.lists(st.integers(1, 5), min_size=25, max_size=25), st.integers(0, 24))
def test_a_better_item_never_lowers_the_band(scores, which):
    better = [*scores]
    better[which] = min(5, better[which] + 1)
    lows = {band.words.en: band.low for band in IPS_25.bands}
    before, after = (rate(IPS_25, ratings(one)).standings[0].band.en for one in (scores, better))
    assert lows[after] >= lows[before]


LOCAL = {
    "key": "our-way", "version": "1", "name": {"en": "Our way", "cy": "Ein ffordd"}, "lowest": 0, "highest": 2,
    "items": [{"key": "heard", "name": {"en": "Heard once", "cy": "Clywed unwaith"}, "section": {"en": "A", "cy": "A"}}],
    "bands": [{"low": 0, "name": {"en": "Begin", "cy": "Dechrau"}}, {"low": 2, "name": {"en": "There", "cy": "Yno"}}],
}  # fmt: skip


def test_a_place_brings_its_own_statement():
    standing = rate(scale_from(LOCAL), [Rating("heard", 2, "Panel", "self", ("minutes",))]).standings[0]
    assert (standing.total, standing.band.cy) == (2, "Yno")
    scale = scale_from(LOCAL | {"source": "our panel, 2026"})
    assert (scale.key, scale.version, scale.name.en, scale.source) == (
        "our-way",
        "1",
        "Our way",
        "our panel, 2026",
    )
    assert (scale.lowest, scale.highest, scale.range) == (0, 2, (0, 2))
    assert (scale.items[0].key, scale.items[0].name.cy, scale.items[0].section.en) == (
        "heard",
        "Clywed unwaith",
        "A",
    )
    assert not scale.items[0].computed
    assert [(band.low, band.words.en) for band in scale.bands] == [(0, "Begin"), (2, "There")]


def test_a_statement_that_does_not_say_goes_from_1_to_5():
    plain = {name: value for name, value in LOCAL.items() if name not in ("lowest", "highest")}
    scale = scale_from(plain | {"version": 3})
    assert (scale.lowest, scale.highest, scale.version, scale.source) == (1, 5, "3", "")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"items": []}, "items"),
        ({"items": LOCAL["items"] * 2}, "items"),
        ({"items": [{"key": "x", "name": {"en": "X"}, "section": {"en": "A", "cy": "A"}}]}, "items"),
        ({"bands": []}, "bands"),
        ({"bands": LOCAL["bands"][::-1]}, "bands"),
        ({"bands": LOCAL["bands"][1:]}, "bands"),
        ({"bands": [LOCAL["bands"][0]] * 2}, "bands"),
        ({"bands": [{"low": True, "name": {"en": "x", "cy": "x"}}]}, "bands"),
        ({"bands": [{"low": 0, "name": {"en": "x", "cy": ""}}]}, "bands"),
        ({"items": [LOCAL["items"][0] | {"key": None}]}, "items"),
        ({"items": [LOCAL["items"][0] | {"section": "A"}]}, "items"),
        ({"name": {"en": "", "cy": "x"}}, "name"),
        ({"key": 1.5}, "key"),
        ({"bands": [{"low": 0.5, "name": {"en": "x", "cy": "x"}}]}, "bands"),
        ({"highest": 0}, "highest"),
        ({"highest": -1}, "highest"),
        ({"version": ""}, "version"),
    ],
)
def test_a_wrong_statement_is_named_by_its_field(change, field):
    with pytest.raises(FidelityError) as refused:
        scale_from({**LOCAL, **change})
    assert (refused.value.code, refused.value.field) == ("wrong_scale", field)


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"items": [LOCAL["items"][0] | {"key": None}]}, "“key” is missing"),
        ({"items": [LOCAL["items"][0] | {"name": None}]}, "“name” needs"),
        ({"items": [LOCAL["items"][0] | {"section": None}]}, "“section” needs"),
        ({"bands": [{"name": {"en": "x", "cy": "x"}}]}, "“low” must"),
        ({"bands": [{"low": 0}]}, "“name” needs"),
        ({"version": None}, "“version” is missing"),
        ({"key": None}, "“key” is missing"),
        ({"name": None}, "“name” needs"),
    ],
)
def test_what_is_missing_from_a_statement_is_said(change, missing):
    with pytest.raises(FidelityError, match=missing):
        scale_from({**LOCAL, **change})


def test_bands_may_begin_below_the_lowest_total():
    assert scale_from(LOCAL | {"lowest": 1}).bands[0].low == 0
