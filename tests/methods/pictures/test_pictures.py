"""Every picture can be read without seeing it, stays inside its frame, and carries its numbers."""

import csv
import io
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods import pictures
from cydwaith.methods.pictures import canvas

from .gallery import gallery

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = sorted(gallery())


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_named_by_its_title_and_described_by_its_finding(shape):
    root = ElementTree.fromstring(gallery()[shape].svg())
    names = dict(zip(root.get("aria-labelledby").split(), ("title", "desc"), strict=True))
    for identity, tag in names.items():
        found = [one for one in root if one.get("id") == identity]
        assert [one.tag for one in found] == [SVG + tag]
        assert found[0].text
    assert root.get("role") == "img"


def test_two_pictures_on_a_page_share_no_id():
    found = re.findall(r'id="([^"]+)"', "".join(one.svg() for one in gallery().values()))
    assert len(found) == len(set(found)) == 2 * len(SHAPES)


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_drawn_outside_the_frame(shape):
    picture = gallery()[shape]
    root = ElementTree.fromstring(picture.svg())
    for one in root.iter():
        for key, most in (
            ("x", picture.width),
            ("cx", picture.width),
            ("y", picture.height),
            ("cy", picture.height),
        ):
            assert 0 <= float(one.get(key, 0)) <= most, (shape, one.tag, one.attrib)


@pytest.mark.parametrize("shape", SHAPES)
def test_no_style_no_script_and_nothing_that_is_not_a_number(shape):
    said = gallery()[shape].svg()
    assert "style=" not in said
    assert "<script" not in said
    assert "nan" not in re.sub(r">[^<]*<", "><", said)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_table_and_the_csv_hold_the_same_numbers(shape):
    picture = gallery()[shape]
    rows = list(csv.reader(io.StringIO(picture.csv())))
    assert rows == [list(picture.headers), *(list(row) for row in picture.rows)]
    assert all(len(row) == len(picture.headers) for row in picture.rows)


def test_a_value_that_is_missing_has_no_dot_and_an_empty_cell():
    picture = gallery()["a bare line"]
    assert picture.svg().count("<circle") == 1
    assert picture.rows[1][1] == ""


def test_names_are_escaped():
    picture = pictures.bars([pictures.Bar("<b>&", 1)], title="<i>", finding="a & b")
    for said in (picture.svg(), picture.figure()):
        assert "<b>" not in said
        assert "<i>" not in said
        ElementTree.fromstring(said)


def test_the_widest_swing_stands_first():
    assert [row[0] for row in gallery()["tornado"].rows] == ["effect", "drop-off"]


def test_the_places_of_a_funnel_keep_the_order_in_which_they_came():
    assert [row[0] for row in gallery()["funnel"].rows] == [f"p{n}" for n in range(1, 16)]


def test_more_groups_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="told apart"):
        pictures.survival(
            [pictures.Steps(str(n), [0], [1]) for n in range(5)], title="t", finding="f", unit="weeks"
        )


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_ticks_are_round_few_and_span_the_range(one, other):
    low, high = sorted((one, other))
    marks = canvas.ticks(low, high)
    assert 1 <= len(marks) <= 12
    if high - low > 1e-3:
        assert marks[0] <= low + (high - low) * 1e-6
        assert marks[-1] >= high - (high - low) * 1e-6


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_mark_that_carries_meaning_has_three_to_one_on_white(shape):
    root = ElementTree.fromstring(gallery()[shape].svg())
    for one in root.iter():
        colours = {one.get("fill"), one.get("stroke")} - {None, "none", "#ffffff", "#b1b4b6"}
        for colour in colours:
            assert 1.05 / (luminance(colour) + 0.05) >= 3, (shape, one.tag, colour)
