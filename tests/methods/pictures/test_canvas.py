"""The parts that shapes are drawn with: scales, marks, words and numbers."""

from math import inf, nan

import pytest

from cydwaith.methods.pictures import canvas
from cydwaith.methods.pictures.picture import said


def test_a_scale_runs_from_its_start_to_its_end_and_a_flat_one_stands_in_the_middle():
    scale = canvas.Scale(10, 20, 100, 200)
    assert [scale(value) for value in (10, 12.5, 20, 25)] == [100, 125, 200, 250]
    assert canvas.Scale(5, 5, 100, 200)(5) == 150
    assert canvas.Scale(0, 1, 250, 34)(1) == 34


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (0, 12, [0, 2.5, 5, 7.5, 10, 12.5]),
        (-3, 47, [-10, 0, 10, 20, 30, 40, 50]),
        (0, 21, [0, 5, 10, 15, 20, 25]),
        (0.1, 0.2, [0.1, 0.12, 0.14, 0.16, 0.18, 0.2]),
        (7, 7, [7]),
        (9, 3, [9]),
        (nan, 3, [0]),
        (3, inf, [3]),
    ],
)
def test_marks_are_steps_of_1_2_2_and_a_half_or_5(low, high, marks):
    assert canvas.ticks(low, high) == pytest.approx(marks)


def test_a_range_is_of_what_is_finite_and_0_to_1_where_nothing_is():
    assert canvas.spanned([3, nan, 1, inf], include=[2, 5]) == (1, 5)
    assert canvas.spanned([nan]) == canvas.spanned([]) == (0.0, 1.0)


def test_numbers_have_commas_and_no_more_figures_than_they_need():
    assert [canvas.number(value) for value in (0.5, 1000.0, 1234567.5, -2.0)] == [
        "0.5",
        "1,000",
        "1,234,567.5",
        "-2",
    ]


def test_words_are_cut_to_their_room_with_a_mark():
    assert canvas.fitted("abcdefghij", 85) == "abcdefghij"
    assert canvas.fitted("abcdefghijk", 85) == "abcdefghi…"
    assert canvas.fitted("abcdefgh jk", 85) == "abcdefgh…"
    assert canvas.fitted("abcdefghijk", 1) == "abc…"


def test_a_line_is_broken_where_a_value_is_missing():
    path = canvas.path([(1, 2), (3, nan), (5, 6), (7, 8.25)])
    assert 'd="M1.0 2.0 M5.0 6.0 L7.0 8.2"' in path
    assert 'stroke-width="2"' in path
    assert "dasharray" not in path
    assert 'stroke-dasharray="6 4"' in canvas.path([(1, 2)], dash="6 4")


def test_shapes_are_as_their_names():
    def points(shape):
        return canvas.dot(10, 20, shape=shape, size=10).split('"')[1]

    assert points("square") == "0.0,10.0 20.0,10.0 20.0,30.0 0.0,30.0"
    assert points("up") == "10.0,6.0 22.0,30.0 -2.0,30.0"
    assert points("down") == "10.0,34.0 22.0,10.0 -2.0,10.0"
    assert points("diamond") == "10.0,6.0 24.0,20.0 10.0,34.0 -4.0,20.0"
    assert canvas.dot(1, 2) == '<circle cx="1.0" cy="2.0" r="4" fill="#0b0c0c"/>'
    ring = canvas.dot(1, 2, shape="ring", colour="#505a5f")
    assert ring == '<circle cx="1.0" cy="2.0" r="4" fill="#ffffff" stroke="#505a5f" stroke-width="2"/>'
    assert canvas.box(1, 2, -3, 4) == '<rect x="1.0" y="2.0" width="0.0" height="4.0" fill="#1d70b8"/>'
    assert 'fill="#ffffff" stroke="#1d70b8"' in canvas.box(1, 2, 3, 4, hollow=True)
    assert canvas.line(1, 2, 3, 4) == (
        '<line x1="1.0" y1="2.0" x2="3.0" y2="4.0" stroke="#505a5f" stroke-width="1"/>'
    )
    assert 'stroke-dasharray="2 3"' in canvas.line(1, 2, 3, 4, dash="2 3")
    assert canvas.text("a", 1, 2) == '<text x="1.0" y="2.0" text-anchor="start">a</text>'
    assert 'font-weight="bold"' in canvas.text("a", 1, 2, weight="bold")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (nan, ""),
        (1.0, "1"),
        (0.12345, "0.1235"),
        (10.5, "10.5"),
        (100.0, "100"),
        (7, "7"),
        ("x", "x"),
    ],
)
def test_a_cell_has_at_most_four_figures_after_the_point(value, cell):
    assert said(value) == cell
